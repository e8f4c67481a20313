"""Origins: how many stand behind a value when whoever passes it on is not counted.

Three papers that print one agency are one origin. Who is nearest to the event in a source chain
is where a value comes from, and whoever passes it on is none: not the agency, not the paper, and
not what the paper says in its own voice of a value for which it also names somebody. Where
nothing tells two sources apart they are counted as one, so that the number is rather too low than
too high:

- the same actor, or the same name, through whatever papers, and a name that is a part of another
  ("Arroyo" and "President Arroyo", "an official" and "a Kurdish official");
- two organs of one body (a ministry and its army), a group and its umbrella, and a sort ("the
  police", "officials") with one of that sort; but not a force and its backer;
- two papers of which one tells of the incident in the other's words (see :mod:`.copies`);
- papers whose publisher nobody knows.

Denials and doubts support nothing. That copying between sources must be taken out before they are
counted is shown by Dong, Berti-Equille and Srivastava (2009, "Integrating conflicting data: the
role of source dependence").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tallystick.ledger.view.copies import copies
from tallystick.model.incident import Incident
from tallystick.model.statement import Field, Source, SourceChain, Stance, Statement
from tallystick.model.values import Casualties
from tallystick.vocab.actors import RelationKind, actor_book
from tallystick.vocab.matching import fold

_APART = (None, RelationKind.BACKED_BY)
_NO_SUPPORT = (Stance.DENIES, Stance.DOUBTS)
_NOBODY = Source("unknown publisher")
_WORD = re.compile(r"\w+")
_LEAD = re.compile(r"^(?:(?:an?|the|its|his|her|our|their|one|two|some|several|another)\b\s*)+")


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin: the source nearest to the event, and through which documents."""

    source: Source
    documents: tuple[str, ...]  # ids, as the incident has them


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of an incident and of its values; made by :func:`origins_of`.

    ``copied`` has pairs of documents, the earlier first, of which one copies the other;
    ``merged`` the keys of publishers that count as another for it.
    """

    incident: Incident
    copied: tuple[tuple[str, str], ...]
    merged: Mapping[str, str]

    @property
    def all(self) -> tuple[Origin, ...]:
        """Of anything said of the incident, at least one."""
        found = self.of(self.incident.statements)
        return found or (Origin(_NOBODY, tuple(d.id for d in self.incident.documents)),)

    def of(self, statements: Iterable[Statement]) -> tuple[Origin, ...]:
        """The origins that support what these statements say, in the order of the incident."""
        chains = [(s.chain, s.document) for s in statements if s.stance not in _NO_SUPPORT]
        heard: dict[str, list[tuple[Source, str]]] = {}
        for chain, document in chains:
            if chain:
                heard.setdefault(self._key(chain[0]), []).append((chain[0], document))
        relays = {key for chain, _ in chains for key in self._relays(chain)}
        first = {k: v for k, v in heard.items() if k not in relays} or dict([*heard.items()][:1])
        return tuple(_origin(first, group) for group in _apart(first))

    def of_field(self, field: Field) -> tuple[Origin, ...]:
        """Of the value that the incident shows for a field: date, place, best figure.

        Of other fields, and where no account gives the value just so, of all on the field.
        """
        said = list(self.incident.of(field))
        return self.of([s for s in said if _is_shown(self.incident, s)] or said)

    def _key(self, source: Source) -> str:
        key = source.actor or fold(source.name)
        return self.merged.get(key, key)

    def _relays(self, chain: SourceChain) -> set[str]:
        return {self._key(link) for link in chain[1:]} - {self._key(chain[0])} if chain else set()


def origins_of(incident: Incident) -> Origins:
    """The origins of an incident; texts are compared once, here."""
    copied = copies(incident)
    named = {s.document: s.chain[-1] for s in incident.statements if s.chain}
    merged: dict[str, str] = {}
    for pair in copied:
        keys = [s.actor or fold(s.name) for s in (named.get(d, _NOBODY) for d in pair)]
        first, second = (merged.get(key, key) for key in keys)
        merged |= {k: first for k, v in merged.items() if v == second} | {second: first}
    return Origins(incident, copied, merged)


def _is_shown(incident: Incident, statement: Statement) -> bool:
    figures = {
        Field.KILLED: incident.killed,
        Field.INJURED: incident.injured,
        Field.ABDUCTED: incident.abducted,
    }
    match statement.field:
        case Field.WHEN:
            return statement.value == incident.when
        case Field.WHERE:
            return statement.value == incident.where
        case Field.KILLED | Field.INJURED | Field.ABDUCTED:
            value, best = statement.value, figures[statement.field].best
            return isinstance(value, Casualties) and best is not None and value.count.best == best
        case _:
            return True


_Heard = Mapping[str, list[tuple[Source, str]]]  # key of a source to it, and the documents


def _apart(heard: _Heard) -> list[list[str]]:
    """The keys in groups of which no two can be shown to be one: a greedy independent set.

    Those that could be fewest others lead ("the Pentagon" before "officials"); each of the rest
    is with the first leader that it could be.
    """
    order = list(heard)
    sources = {key: heard[key][0][0] for key in order}
    could_be = {a: sum(could_be_one(sources[a], sources[b]) for b in order) for a in order}
    groups: list[list[str]] = []
    for key in sorted(order, key=lambda k: (could_be[k], -len(sources[k].name))):
        group = next((g for g in groups if could_be_one(sources[g[0]], sources[key])), None)
        if group is None:
            groups.append([key])
        else:
            group.append(key)
    return sorted(groups, key=lambda g: min(map(order.index, g)))


@lru_cache(maxsize=8192)
def could_be_one(first: Source, second: Source) -> bool:
    """Whether two are the same, of one body or umbrella, or one a sort of the other."""
    names = [_words(source) for source in (first, second)]
    if names[0] <= names[1] or names[1] <= names[0]:
        return True
    return _of_one_body(first.actor, second.actor)


def is_named(source: Source) -> bool:
    """Whether it has a name or a description, not a pronoun alone."""
    return bool(source.actor or _words(source))


def _words(source: Source) -> frozenset[str]:
    return frozenset(_WORD.findall(_LEAD.sub("", fold(source.name), count=1)))


def _of_one_body(first: str | None, second: str | None) -> bool:
    if first is None or second is None:
        return False
    book = actor_book()
    if book.related(first, second) not in _APART:
        return True
    above = book.sides(first) & book.sides(second)
    return any(
        RelationKind.PART_OF is book.related(first, each) is book.related(second, each)
        for each in above
    )


def _origin(heard: _Heard, group: list[str]) -> Origin:
    """Named by its leader; heard through the documents of all."""
    documents = dict.fromkeys(document for key in group for _, document in heard[key])
    return Origin(heard[group[0]][0][0], tuple(documents))
