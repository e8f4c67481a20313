"""What a figure of incidents is, and the nouns that one counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.dates.mentions import DateMention, DateRole
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.statement import TallyUnit
from tallystick.model.values import CountRange, PersonClass

EACH_TIME = "times"  # what "for the 17th time this year" counts
LEAST = 5  # a count below this is a list of incidents, not a tally
NOUNS = (
    r"(?:air|drone|rocket|missile|bomb|mortar|suicide|arson|gun|sniper|insurgent|rebel|militant)?"
    r"[\s-]?(?:attacks?|strikes?|assaults?|raids?|bombings?|ambush(?:es)?|shellings?|explosions?|"
    r"blasts?)|airstrikes?|operations?|incidents?|clash(?:es)?|kidnappings?|abductions?|"
    r"shootings?|killings?|massacres?|assassinations?|hijackings?|bombardments?|incursions?|"
    r"violations|breaches|engagements|skirmishes|provocations|actions|intrusions|"
    r"murders?|homicides?|stabbings?|robber(?:y|ies)|(?:arson )?fires?|episodes?|"
    r"encounters?|attempts?|(?:home\s)?invasions?|(?:violent|security)\s+events?|"
    r"rammings?|barrages?|salvoe?s?|lynchings?|"
    r"beheadings?|executions?|carjackings?|disappearances?"
)
_NOT_THESE = (
    r"people|persons|civilians|soldiers|troops|killed|wounded|injured|dead|deaths|casualties|"
    r"victims|years?|months?|weeks?|days?|hours?|minutes?|in|on|by|at|to|with|for|from|after|"
    r"before|during|since|were|was|have|has|had|who|which|that|million|percent|per|members|times|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+"
)
ADJECTIVES = rf"(?:(?!(?:{_NOT_THESE})\b)[\w'’-]+(?:,|\s+and|\s+or)?\s+){{0,5}}?"
CLASS_NOUN = re.compile(rf"\b(?:{NOUNS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that is a tally: what it counts, and where the words for it stand."""

    count: CountRange
    number: Span  # the count's own words
    span: Span  # the evidence: count and class
    what: str
    noun: str
    verb: Span | None = None  # "attacked", where times are counted
    alone: bool = True  # the only one in its sentence
    following: int | None = None  # where the next one in its sentence starts
    unit: TallyUnit = TallyUnit.ATTACKS
    who: PersonClass | None = None  # where persons are counted


def bounds(sentence: Sentence) -> tuple[int, int]:
    """The start and end of a sentence, as a search takes them."""
    return sentence.span.start, sentence.span.end


def since(notes: Annotations, sentence: Sentence) -> list[DateMention]:
    return [d for d in inside(notes.dates, sentence.span) if d.role is DateRole.SINCE]
