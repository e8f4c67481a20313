"""What a form offers of each closed filter: the answers that the holdings have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tallystick.model.incident import Incident
from tallystick.present import words


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer in a list to choose from."""

    value: str
    label: str
    count: int


def choices(incidents: Iterable[Incident]) -> dict[str, list[Choice]]:
    """What the holdings have of each closed filter, with how many incidents each."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in _LABELLED}
    for incident in incidents:
        for name, value in _values(incident):
            counts[name][value] += 1
    return {
        name: sorted(
            (Choice(value, _LABELLED[name](value), n) for value, n in found.items()),
            key=lambda choice: choice.label,
        )
        for name, found in counts.items()
    }


def _weapon_name(id: str) -> str:
    return words.weapon_nouns(id)[0]


_LABELLED: Mapping[str, Callable[[str], str]] = {
    "country": words.country_name,
    "kind": words.plain,
    "weapon": _weapon_name,
}


def _values(incident: Incident) -> Iterator[tuple[str, str]]:
    if incident.where and incident.where.country:
        yield "country", incident.where.country
    yield "kind", incident.kind.value
    yield from {("weapon", use.type) for use in incident.weapons}
