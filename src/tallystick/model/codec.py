"""Values to plain JSON and back: one canonical form, for ids, storage and export.

Dates are ISO 8601, enums their names, absent parts are left out. The type of a value
follows from its field, so that nothing needs a type tag.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from tallystick.model.statement import Field, Standing, Statement, Value
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    Damage,
    Outcome,
    PartialDate,
    Place,
    Response,
    Target,
    WeaponUse,
)

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
T = TypeVar("T")

TYPE_OF: Mapping[Field, type] = {
    Field.KIND: IncidentKind,
    Field.WHEN: PartialDate,
    Field.WHERE: Place,
    Field.ATTACKER: ActorRef,
    Field.TARGET: Target,
    Field.WEAPON: WeaponUse,
    Field.OUTCOME: Outcome,
    Field.KILLED: Casualties,
    Field.INJURED: Casualties,
    Field.ABDUCTED: Casualties,
    Field.DAMAGE: Damage,
    Field.RESPONSE: Response,
    Field.OCCURRENCE: Standing,
}


def to_json(value: object) -> Json:
    """Any noun of the model as plain JSON, absent (``None``) attributes left out."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, date):  # datetime is a date
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        parts = ((name, getattr(value, name)) for name in _names(type(value)))
        return {name: to_json(part) for name, part in parts if part is not None}
    raise TypeError(f"not a value of the model: {type(value).__name__}")


def from_json(type_: type[T], data: Json) -> T:
    """The inverse of :func:`to_json` for a known type.

    Raises ``ValueError`` or ``TypeError`` where the data does not fit the type.
    """
    result: T = _decode(type_, data)
    return result


def decode_value(field: Field, data: Json) -> Value:
    """A stored value of a field."""
    return from_json(TYPE_OF[field], data)


def canonical(data: Json) -> str:
    """One spelling for one content: sorted keys, no blanks, UTF-8 as it is."""
    return _CANONICAL.encode(data)


_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@lru_cache
def _names(type_: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(type_))


@lru_cache
def _hints(type_: type) -> dict[str, Any]:
    return get_type_hints(type_)


@lru_cache
def _required(type_: type) -> dict[str, None]:
    """The attributes without a default, absent: what ``to_json`` left out was ``None``."""
    return {f.name: None for f in fields(type_) if f.default is f.default_factory is MISSING}


def _decode(type_: Any, data: Any) -> Any:  # the shapes of typing's own objects are untyped
    if data is None:
        return None
    origin = get_origin(type_)
    if origin in (Union, types.UnionType):
        return _decode(next(t for t in get_args(type_) if t is not type(None)), data)
    if origin is tuple:
        return tuple(_decode(get_args(type_)[0], item) for item in data)
    if is_dataclass(type_) and isinstance(type_, type):
        data = _required(type_) | data
        hints = _hints(type_)
        if type_ is Statement:
            hints = hints | {"value": TYPE_OF[Field(data["field"])]}
        return type_(**{name: _decode(hints[name], part) for name, part in data.items()})
    if type_ in (date, datetime):
        return type_.fromisoformat(data)
    if isinstance(type_, type) and issubclass(type_, Enum):
        return type_(data)
    return data
