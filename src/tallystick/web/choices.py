"""What a form offers of each closed filter: the answers that the holdings have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tallystick.present import words
from tallystick.web.columns import Columns


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer in a list to choose from."""

    value: str
    label: str
    count: int


def choices(columns: Columns) -> dict[str, list[Choice]]:
    """What the holdings have of each closed filter, with how many incidents each."""
    return {
        name: sorted(
            (Choice(value, label(value), n) for value, n in _counts(name, columns).items()),
            key=lambda choice: choice.label,
        )
        for name, label in _LABELLED.items()
    }


def _counts(name: str, columns: Columns) -> Mapping[str, int]:
    match name:
        case "weapon":
            return columns.weapons.counts
        case "kind":
            return {kind.value: n for kind, n in columns.kinds.counts.items()}
        case _:
            found: Counter[str] = Counter()
            for place, n in columns.wheres.counts.items():
                found[place.country or ""] += n
            del found[""]
            return found


def _weapon_name(id: str) -> str:
    return words.weapon_nouns(id)[0]


_LABELLED: Mapping[str, Callable[[str], str]] = {
    "country": words.country_name,
    "kind": words.plain,
    "weapon": _weapon_name,
}
