"""What an entry of the actor vocabulary is: its names, its kind, its relations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tallystick.vocab.matching import fold


class ActorKind(StrEnum):
    """What sort of actor an entry is."""

    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    MILITARY = "military"
    POLICE = "police"
    SECURITY = "security"  # a state's forces without saying which; guards, gendarmes
    INTELLIGENCE = "intelligence"
    COALITION = "coalition"
    PEACEKEEPERS = "peacekeepers"
    ARMED_GROUP = "armed_group"
    MILITIA = "militia"  # beside a state or a community, not against the state
    CRIMINAL = "criminal"
    POLITICAL_PARTY = "political_party"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    MONITOR = "monitor"  # counts and documents: observatories, rights and aid bodies
    NEWS_AGENCY = "news_agency"
    OUTLET = "outlet"  # newspapers, broadcasters, channels
    COLLECTIVE = "collective"  # a sort of actor, no one of them: "rebels", "gunmen"

    @property
    def speaks_only(self) -> bool:
        """Whether it is met as a source of news, never as a side."""
        return self in (ActorKind.MONITOR, ActorKind.NEWS_AGENCY, ActorKind.OUTLET)


class RelationType(StrEnum):
    """What an entry says of itself: it *is* a member of, backed by ... the other."""

    UMBRELLA_OF = "umbrella_of"
    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    ARMED_WING_OF = "armed_wing_of"
    BACKED_BY = "backed_by"
    SUCCESSOR_OF = "successor_of"
    SPEAKS_FOR = "speaks_for"


class RelationKind(StrEnum):
    """How two actors stand to each other when two accounts are compared, closest first."""

    SAME = "same"
    PART_OF = "part_of"  # one is an organ, branch or armed wing of the other
    MEMBER = "member"  # one is the umbrella that the other belongs to
    SUCCESSOR = "successor"  # one goes on as the other, under a new name
    SORT_OF = "sort_of"  # one only names a sort of actor, and the other is of that sort
    BACKED_BY = "backed_by"


@dataclass(frozen=True, slots=True)
class Name:
    """One way of writing an actor.

    Under ``case`` it is read only where its capitals are capitals in the text; ``word``
    marks one that is an ordinary word besides, which a line all in capitals cannot show.
    ``lang`` is ISO 639-1.
    """

    text: str
    lang: str = "en"
    case: bool = False
    word: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """The entry stands in ``type`` to the actor ``other``, as a public ``source`` has it.

    ``since`` and ``until`` are ISO 8601 years, months or days, ``None`` where not known.
    """

    type: RelationType
    other: str
    source: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the vocabulary.

    ``country`` is ISO 3166-1 alpha-2, where it belongs to one. ``place_like`` marks states:
    their names are read as places unless they act. ``covers`` are the kinds of actor that
    a collective can stand for.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    names: tuple[Name, ...] = ()
    relations: tuple[Relation, ...] = ()
    place_like: bool = False
    covers: tuple[ActorKind, ...] = ()

    @property
    def is_collective(self) -> bool:
        """Whether it names a sort of actor ("gunmen") and not one."""
        return self.kind is ActorKind.COLLECTIVE


def slug(name: str) -> str:
    """An id from a name: ``"Kata'ib Hezbollah"`` gives ``kataib-hezbollah``.

    Names in other scripts keep their letters.
    """
    folded = fold(name).replace("'", "").replace(".", "")
    words = re.findall(r"[^\W_]+", folded)
    return "-".join(words)
