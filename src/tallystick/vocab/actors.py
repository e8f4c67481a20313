"""The actor vocabulary: who is who in a text, and how two actors stand to each other.

Entries come from ``data/actors/*.toml``; states and their organs are built by rule (see
:mod:`tallystick.vocab.states`). ``docs/add-an-actor.md`` shows how to add one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tallystick.errors import VocabularyError
from tallystick.model.document import Span
from tallystick.vocab.actor_data import ActorData, read_package, with_names
from tallystick.vocab.actor_types import (
    Actor,
    ActorKind,
    Name,
    Relation,
    RelationKind,
    RelationType,
    slug,
)
from tallystick.vocab.casing import allowed
from tallystick.vocab.groups import group_names
from tallystick.vocab.kinship import Kinship
from tallystick.vocab.matching import Hit, Matcher, fold
from tallystick.vocab.states import NationName, actors_of, attributive, qualifies, read_nations

__all__ = [
    "Actor",
    "ActorBook",
    "ActorKind",
    "Name",
    "Relation",
    "RelationKind",
    "RelationType",
    "actor_book",
    "slug",
    "unknown_group",
]


@dataclass(frozen=True, slots=True)
class _Listed:
    """The actors that one folded name can stand for, the likeliest first."""

    candidates: tuple[tuple[Actor, Name], ...]
    certain: bool  # the first is meant where the text says nothing else


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of text and whom it can mean."""

    span: Span
    actors: tuple[Actor, ...]
    certain: bool = True


_Entry = _Listed | NationName


class ActorBook:
    """All actors, by id, by the names found in a text, and by their relations."""

    def __init__(self, data: ActorData) -> None:
        self._actors = _gather(data)
        self._kinship = Kinship(self._actors)
        self._matcher = Matcher(_index(data, self._actors))

    def __contains__(self, id: str) -> bool:
        return id in self._actors

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def get(self, id: str) -> Actor:
        """The actor of an id; ``KeyError`` where there is none."""
        return self._actors[id]

    def find(self, text: str, *, countries: Collection[str] = ()) -> list[Hit[Actor]]:
        """The actors named in a text, leftmost longest, in order, with their exact spans.

        A name that several actors share goes to the one whose country (ISO 3166-1) is in
        ``countries`` or is spoken of most in the text; where nothing tells, to the best
        known of them, or to none. States come under their bare names too (``place_like``):
        whether they act there is for the sentence to say.
        """
        hits = self._matcher.find(text)
        if not hits:
            return []
        found = _leftmost_longest((*_listed(text, hits), *self._nations(text, hits)))
        spoken = _spoken(found, hits, countries)
        chosen = ((each.span, _choose(each, spoken)) for each in found)
        return [Hit(span, actor) for span, actor in chosen if actor is not None]

    def sorts(self, text: str) -> list[Hit[Actor]]:
        """The sorts of actor in a text, also where they only describe what follows.

        For whose an attack is: "**regime** air strikes", "a **rebel** offensive".
        """
        found = (
            _Found(hit.span, (actor,))
            for hit in self._matcher.find(text)
            if isinstance(hit.item, _Listed)
            for actor, name in hit.item.candidates
            if actor.is_collective and _fits(text, hit.span, name)
        )
        return [Hit(each.span, each.actors[0]) for each in _leftmost_longest(found)]

    def nationalities(self, text: str) -> list[Hit[str]]:
        """Every country's name and adjective in a text, as ISO 3166-1 codes.

        For whose a target is: "an **American** base", "two **Turkish** trucks".
        """
        return [
            Hit(h.span, h.item.country.code) for h in _nation_hits(text, self._matcher.find(text))
        ]

    def related(self, first: str, second: str) -> RelationKind | None:
        """How two actors stand to each other, either way round; ``None`` if not at all.

        Membership and being a part carry on (a member's battalion belongs to the
        umbrella), backing only reaches one step. An unknown id is only the same as itself.
        """
        return self._kinship.related(first, second)

    def sides(self, id: str) -> frozenset[str]:
        """The ids of an actor and of all that it is part of, belongs to or is backed by."""
        return self._kinship.sides(id)

    def _nations(self, text: str, hits: Sequence[Hit[_Entry]]) -> Iterator[_Found]:
        for nation in read_nations(text, _nation_hits(text, hits)):
            yield _Found(nation.span, (self._actors[nation.id],))


@lru_cache(maxsize=1)
def actor_book() -> ActorBook:
    """The vocabulary that ships, read once.

    Raises :class:`~tallystick.errors.VocabularyError` when a data file is malformed, a
    relation points nowhere, or two actors claim one name without sharing it.
    """
    return ActorBook(read_package())


def unknown_group(text: str, *, known: Sequence[Hit[Actor]] | None = None) -> list[Hit[str]]:
    """Names of armed groups that the vocabulary lacks, as the text has them, in order.

    Found are capitalised names with a noun of a group ("... Brigades", "Liwa ..."), names
    after "a group calling itself", and names whose initials stand behind them in brackets.
    Nothing that overlaps a ``known`` actor is given, by default those of the vocabulary.
    """
    return group_names(text, actor_book().find(text) if known is None else known)


def _gather(data: ActorData) -> dict[str, Actor]:
    """All actors by id: those of the rules, and those of the files, which may add to them."""
    actors = {actor.id: actor for country in data.countries for actor in actors_of(country)}
    seen: set[str] = set()
    for actor in data.actors:
        if actor.id in seen:
            raise VocabularyError(f"two actors have the id {actor.id}")
        seen.add(actor.id)
        ruled = actors.get(actor.id)
        actors[actor.id] = with_names(ruled, actor) if ruled else actor
    _check_relations(actors)
    return actors


def _check_relations(actors: Mapping[str, Actor]) -> None:
    for actor in actors.values():
        for relation in actor.relations:
            if relation.other not in actors:
                raise VocabularyError(f"{actor.id}: {relation.type} an unknown: {relation.other}")


def _index(data: ActorData, actors: Mapping[str, Actor]) -> Iterator[tuple[str, _Entry]]:
    claims: dict[str, list[tuple[Actor, Name]]] = {}
    for listed in data.actors:
        for name in _own_names(listed, actors[listed.id]):
            claims.setdefault(fold(name.text), []).append((actors[listed.id], name))
    for folded, candidates in claims.items():
        listing = _listing(folded, candidates, data.shared)
        yield folded, listing
        bare = tuple((actor, _worn(name)) for actor, name in candidates if _wears(actor, name))
        if bare and f"{folded}s" not in claims:
            yield f"{folded}s", _Listed(bare, listing.certain)
    for country in data.countries:
        for name in dict.fromkeys((*country.names, *country.demonyms)):
            noun, adjective = name in country.names, name in country.demonyms
            yield name.text, NationName(country, name, noun, adjective)
            if noun and not name.text.endswith("s"):  # "Ruritanias army", of a text without marks
                worn = replace(name, text=f"{name.text}s")
                yield worn.text, NationName(country, worn, noun=False, adjective=True)


def _wears(actor: Actor, name: Name) -> bool:
    """Whether a name is one party's own, and can lose the mark of its genitive: "**Karsk Fronts**
    camp", of a text without marks. Of other words an "s" makes a plural."""
    proper = name.text[:1].isupper() and name.text[-1:].isalpha() and not name.text.endswith("s")
    acts = not (actor.is_collective or actor.kind.speaks_only)
    return acts and proper and name.lang == "en" and len(name.text) > _SHORT


def _worn(name: Name) -> Name:
    return replace(name, text=f"{name.text}s")


_SHORT = 2  # letters of a name: "US", and "uss" is no genitive


def _own_names(listed: Actor, actor: Actor) -> Iterator[Name]:
    """The names to look for: without "Syrian government", which the rules read, and further."""
    if actor is listed:
        return iter(listed.names)
    return (name for name in listed.names if name.text != actor.names[-1].text)


def _listing(
    folded: str, candidates: list[tuple[Actor, Name]], shared: Collection[tuple[str, str]]
) -> _Listed:
    sharing = [c for c in candidates if (folded, c[0].id) in shared]
    owners = [c for c in candidates if c not in sharing]
    if len({actor.id for actor, _ in owners}) > 1:
        ids = ", ".join(sorted({actor.id for actor, _ in owners}))
        raise VocabularyError(f"the name {folded!r} is claimed by {ids}: list it under `shared`")
    return _Listed((*owners, *sharing), bool(owners))


def _listed(text: str, hits: Iterable[Hit[_Entry]]) -> Iterator[_Found]:
    for hit in hits:
        if isinstance(hit.item, _Listed) and not attributive(text, hit.span.end):
            fitting = (a for a, n in hit.item.candidates if _fits(text, hit.span, n))
            actors = tuple(dict.fromkeys(fitting))
            if actors and not (actors[0].is_collective and qualifies(text, hit.span.end)):
                yield _Found(hit.span, actors, hit.item.certain)


def _nation_hits(text: str, hits: Iterable[Hit[_Entry]]) -> list[Hit[NationName]]:
    return [
        Hit(hit.span, hit.item)
        for hit in hits
        if isinstance(hit.item, NationName) and _fits(text, hit.span, hit.item.name)
    ]


def _fits(text: str, span: Span, name: Name) -> bool:
    return not name.case or allowed(text, span, name.text, word=name.word)


def _leftmost_longest(found: Iterable[_Found]) -> list[_Found]:
    kept: list[_Found] = []
    end = 0
    for each in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if each.span.start >= end:
            kept.append(each)
            end = each.span.end
    return kept


def _spoken(
    found: Iterable[_Found], hits: Iterable[Hit[_Entry]], countries: Collection[str]
) -> Mapping[str, int]:
    """How often each country is spoken of, those that the caller knows of above all."""
    spoken = Counter(h.item.country.code for h in hits if isinstance(h.item, NationName))
    spoken.update(f.actors[0].country or "" for f in found if f.certain and len(f.actors) == 1)
    spoken.update(dict.fromkeys(countries, 1000))
    return spoken


def _choose(found: _Found, spoken: Mapping[str, int]) -> Actor | None:
    if len(found.actors) == 1 and found.certain:
        return found.actors[0]
    best = max(found.actors, key=lambda actor: spoken.get(actor.country or "-", 0))
    if spoken.get(best.country or "-", 0):
        return best
    return found.actors[0] if found.certain else None
