"""Which incidents a count is about, and how sure it is of each that it is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from textwrap import shorten
from typing import TypeVar

from tallystick.analyse.clock import by_clock
from tallystick.analyse.membership import (
    Membership,
    aimed_at,
    authors,
    between,
    done_by,
    in_any,
    of_kind,
    own_act,
    with_weapon,
)
from tallystick.analyse.rule import Facilities, Need, Rule
from tallystick.errors import RuleError
from tallystick.model.confidence import LIKELY
from tallystick.model.document import Document
from tallystick.model.incident import Contest, Figure, Incident
from tallystick.model.statement import AnnouncedTally, Field, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    DatePrecision,
    PartialDate,
    Place,
    PlacePrecision,
    Target,
    TargetKind,
    WeaponUse,
)
from tallystick.vocab.matching import fold

V = TypeVar("V")

_SURE = Membership.MEMBER
_OPEN = Membership.POSSIBLE
_PAST = frozenset({Standing.HAPPENED, Standing.PREVENTED, Standing.BACKGROUND})


class Aspect(StrEnum):
    """What decides whether an incident counts, or makes it doubtful."""

    DATE = "date"
    PLACE = "place"
    KIND = "kind"
    WEAPON = "weapon"
    TARGET = "target"
    ATTACKER = "attacker"
    STANDING = "standing"
    OCCURRENCE = "occurrence"
    CONFIDENCE = "confidence"
    SORT = "sort"  # a kind that the rule does not count
    FACILITY = "facility"
    KILLED = "killed"
    CLAIM = "claim"
    UNIT = "unit"
    DUPLICATE = "duplicate"


ASKED = frozenset(
    {Aspect.DATE, Aspect.PLACE, Aspect.KIND, Aspect.WEAPON, Aspect.TARGET, Aspect.ATTACKER}
)
"""What a selection asks; the rest is for the rule to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The class of incidents to count; what is ``None`` or empty asks nothing.

    ``since`` and ``until`` are both included. ``weapon`` is an id of the weapons vocabulary,
    ``targets`` are the owners of what was attacked. A place without an id is a name, which a
    word of the name of an incident's place has to begin with.
    """

    since: date | None = None
    until: date | None = None
    kind: IncidentKind | None = None
    weapon: str | None = None
    places: tuple[Place, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    attackers: tuple[ActorRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer with its reason in words. ``by_rule``: the rule decides it, not the selection."""

    aspect: Aspect
    membership: Membership
    words: str
    by_rule: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """An incident with what was found on it; only findings that are no plain yes are kept."""

    incident: Incident
    findings: tuple[Finding, ...] = ()

    @property
    def membership(self) -> Membership:
        """The least sure of all answers; a plain yes where there is no finding."""
        return min((f.membership for f in self.findings), default=_SURE)

    @property
    def against(self) -> Finding | None:
        """The first reason why it is no member; ``None`` where it is or may be one."""
        return next((f for f in self.findings if f.membership is Membership.NO), None)


def selection_of(
    tally: AnnouncedTally, document: Document, *, areas: Sequence[Place] | None = None
) -> Selection | None:
    """The class that an announced tally counts; ``None`` where it does not say since when.

    Without an as-of day it ends with publication. ``areas`` take the place of its own.
    """
    if tally.baseline is None or tally.baseline.start is None:
        return None
    return Selection(
        since=tally.baseline.start,
        until=last_day(tally, document),
        kind=tally.kind,
        places=tally.areas if areas is None else tuple(areas),
        targets=tally.targets,
        attackers=tally.attackers,
    )


def last_day(tally: AnnouncedTally, document: Document) -> date | None:
    """The last day that an announced tally counts: its as-of day, else that of publication."""
    return tally.as_of.end if tally.as_of else document.published_by


def missing(rule: Rule, selection: Selection) -> Need | None:
    """The first thing that a rule needs and a selection does not give; ``None`` if nothing."""
    given = {
        Need.TARGET: selection.targets,
        Need.ATTACKER: selection.attackers,
        Need.PLACE: selection.places,
    }
    return next((need for need in rule.needs if not given[need]), None)


def check_needs(rule: Rule, selection: Selection) -> None:
    """Raises ``RuleError`` where a rule needs something that the selection does not give."""
    if need := missing(rule, selection):
        raise RuleError(
            f"the rule {rule.name} needs a {need}: give --{need} NAME, or take another rule"
        )


def judged(incident: Incident, rule: Rule, selection: Selection) -> Judged:
    """Whether an incident counts, and every reason for doubt; the selection is asked first."""
    findings = []
    for finding in chain(_asked(incident, rule, selection), _ruled(incident, rule)):
        if finding.membership is not _SURE:
            findings.append(finding)
        if finding.membership is Membership.NO:
            break  # one reason is enough, and the rest would cost
    return Judged(incident, tuple(findings))


# ------------------------------------------------------------------ what the selection asks


def _asked(incident: Incident, rule: Rule, asked: Selection) -> Iterator[Finding]:
    unknown = rule.unknown
    period, area = _in_period(incident, rule, asked), _in_area(incident, asked)
    yield _found(Aspect.DATE, period, unknown.date, _date_words(incident, period))
    yield _found(Aspect.PLACE, area, unknown.place, _place_words(incident, area))
    kind = of_kind(incident.kind, asked.kind)
    yield _found(Aspect.KIND, kind, unknown.kind, f"told as {_plain(incident.kind)}")
    weapon = with_weapon(incident.weapons, asked.weapon)
    yield _found(Aspect.WEAPON, weapon, unknown.weapon, _weapon_words(incident.weapons))
    yield _at_target(incident, rule, asked.targets)
    by = done_by(incident, asked.attackers)
    yield _found(Aspect.ATTACKER, by, unknown.attacker, _author_words(incident, by))


def _found(aspect: Aspect, answer: Membership, unknown: Membership, words: str) -> Finding:
    """What cannot be told (possible) counts as the rule says; so does what is only likely."""
    if answer is _OPEN:
        return Finding(aspect, unknown, words, by_rule=unknown is Membership.NO)
    return Finding(aspect, answer, words, by_rule=aspect not in ASKED)


def _in_period(incident: Incident, rule: Rule, asked: Selection) -> Membership:
    if asked.since is None and asked.until is None:
        return _SURE

    told_by = _told_by(incident)

    def judge(when: PartialDate | None) -> Membership:
        local = by_clock(_bounded(when, told_by), incident.where, rule.utc)
        return between(local, asked.since, asked.until)

    others = _values(incident, Field.WHEN, Contest.WHEN, PartialDate)
    return _over_accounts(judge(incident.when), map(judge, others))


def _told_by(incident: Incident) -> date | None:
    """The day by which it had been told of, so that it is no later; not of what was to come."""
    if incident.standing not in _PAST:
        return None
    days = (day for document in incident.documents if (day := document.published_by))
    return min(days, default=None)


def _bounded(when: PartialDate | None, last: date | None) -> PartialDate | None:
    """A date without an end of its own ends with the day by which it had been told of."""
    if last is None or (when is not None and when.end is not None):
        return when
    start = when.start if when and when.start and when.start <= last else None
    return PartialDate(start, last, DatePrecision.INTERVAL)


def _in_area(incident: Incident, asked: Selection) -> Membership:
    """Whether it is there; likely where only others of its places say so, not "Main Street"."""
    if not asked.places:
        return _SURE
    chosen = in_any(incident.where, asked.places)
    if Contest.WHERE in incident.contested:
        others = _values(incident, Field.WHERE, Contest.WHERE, Place)
        return _over_accounts(chosen, (in_any(place, asked.places) for place in others))
    if chosen is not _OPEN:
        return chosen
    told = [p.value for p in incident.positions(Field.WHERE) if not p.denied]
    answers = {in_any(place, asked.places) for place in told if isinstance(place, Place)}
    return Membership.LIKELY if answers - {_OPEN} == {_SURE} else chosen


def _values(incident: Incident, field: Field, contest: Contest, kind: type[V]) -> Iterable[V]:
    """What the accounts give, where they differ on it."""
    if contest not in incident.contested:
        return ()
    return (p.value for p in incident.positions(field) if isinstance(p.value, kind))


def _over_accounts(chosen: Membership, others: Iterable[Membership]) -> Membership:
    """Less sure of a yes, or of a no, where some account has it otherwise."""
    heard = frozenset(others)
    if chosen is _SURE and Membership.NO in heard:
        return Membership.LIKELY
    return _OPEN if chosen is Membership.NO and _SURE in heard else chosen


def _at_target(incident: Incident, rule: Rule, wanted: Sequence[ActorRef]) -> Finding:
    if own_act(incident, wanted):
        return Finding(Aspect.TARGET, Membership.NO, "an act of that side itself", by_rule=False)
    answer = aimed_at(incident.targets, wanted)
    if answer is Membership.LIKELY:  # military, and nobody says whose
        words = f"nobody says whose {_quoted(incident.targets)} is"
        owner = rule.unknown.owner
        return Finding(Aspect.TARGET, owner, words, by_rule=owner is Membership.NO)
    owners = ", ".join(t.owner.name for t in incident.targets if t.owner)
    words = "no target of that side is named" if answer is _OPEN else f"target of {owners}"
    return _found(Aspect.TARGET, answer, rule.unknown.target, words)


# ------------------------------------------------------------------ what the rule asks


def _ruled(incident: Incident, rule: Rule) -> Iterator[Finding]:
    yield _standing(incident, rule)
    if incident.confidence is not None and incident.confidence < LIKELY:
        words = f"the reader holds it {incident.confidence:.2f} probable that it is an incident"
        yield Finding(Aspect.CONFIDENCE, rule.unknown.confidence, words, by_rule=True)
    if rule.kinds and incident.kind not in rule.kinds:
        unsaid = any(of_kind(kind, incident.kind) is _SURE for kind in rule.kinds)
        answer = rule.unknown.kind if unsaid else Membership.NO
        yield Finding(Aspect.SORT, answer, f"told as {_plain(incident.kind)}", by_rule=True)
    if rule.claimed and not incident.claimed_by:
        yield Finding(Aspect.CLAIM, Membership.NO, "nobody claims it", by_rule=True)
    if rule.facilities:
        yield _facility(incident, rule, rule.facilities)
    if rule.least_killed:
        yield _deadly(incident.killed, rule)


def _standing(incident: Incident, rule: Rule) -> Finding:
    contested = Contest.OCCURRENCE in incident.contested
    answer = rule.unknown.occurrence if contested else _SURE
    words = "accounts differ on whether it happened"
    if incident.standing not in rule.standings:
        told = contested and any(r.standing in rule.standings for r in incident.reports)
        words = f"told as {incident.standing}" + ("; some have it otherwise" if told else "")
        answer = min(answer, _OPEN) if told else Membership.NO
    aspect = Aspect.OCCURRENCE if contested else Aspect.STANDING
    return Finding(aspect, answer, words, by_rule=True)


def _facility(incident: Incident, rule: Rule, facilities: Facilities) -> Finding:
    names = [t.name for t in incident.targets]
    fixed = any(_has_word(name, facilities.fixed) for name in names)
    moving = any(_has_word(name, facilities.moving) for name in names)
    on_site = incident.where is not None and incident.where.precision is PlacePrecision.SITE
    if fixed or (on_site and not moving):
        return Finding(Aspect.FACILITY, _SURE, "", by_rule=True)
    if moving and not on_site:
        words = f"aimed at what moves, away from any facility: {', '.join(names)}"
        return Finding(Aspect.FACILITY, Membership.NO, words, by_rule=True)
    told = f"whether a facility was attacked: {', '.join(names)}" if names else "what was attacked"
    return Finding(
        Aspect.FACILITY, rule.unknown.facility, f"it cannot be told {told}", by_rule=True
    )


def _has_word(name: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words, or its plural, stands in a name."""
    return bool(words) and _pattern(words).search(fold(name)) is not None


@lru_cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(fold(w)) for w in words)})(?:s|es)?(?!\w)")


def _deadly(killed: Figure, rule: Rule) -> Finding:
    if not killed.known:
        answer, words = rule.unknown.killed, "no account says how many were killed"
    elif (killed.low or 0) >= rule.least_killed:
        answer, words = _SURE, ""
    elif killed.high is not None and killed.high < rule.least_killed:
        answer, words = Membership.NO, f"at most {killed.high} killed by any account"
    else:
        likely = (killed.best or 0) >= rule.least_killed
        answer = Membership.LIKELY if likely else _OPEN
        words = f"accounts differ on whether {rule.least_killed} or more were killed"
    return Finding(Aspect.KILLED, answer, words, by_rule=True)


# ------------------------------------------------------------------ words


_LONGEST = 40  # characters of a text's own words


def _quoted(targets: Sequence[Target]) -> str:
    """The words for the first military target that nobody is named the owner of."""
    ours = (t.name for t in targets if t.owner is None and t.kind is TargetKind.MILITARY)
    return f"“{shorten(next(ours, ''), _LONGEST, placeholder=' …')}”"


def _plain(kind: IncidentKind) -> str:
    return kind.value.replace("_", " ")


def _date_words(incident: Incident, answer: Membership) -> str:
    when = incident.when
    after = f", and it was told by {_told_by(incident)}" if answer is Membership.NO else ""
    if when is None:
        return f"no account dates it{after}"
    told = f"“{when.text}”" if when.is_floating and when.text else _days(when)
    if when.is_floating:
        return f"the date floats: {told}{after}"
    if answer is Membership.NO:
        return f"dated {told}"
    differ = Contest.WHEN in incident.contested
    return "accounts differ on the day" if differ else f"dated {told}, which may lie outside"


def _days(when: PartialDate) -> str:
    if when.start == when.end:
        return f"{when.start}"
    return f"{when.start or '…'} to {when.end or '…'}"


def _place_words(incident: Incident, answer: Membership) -> str:
    if incident.where is None:
        return "no account says where"
    if answer is not Membership.NO and Contest.WHERE in incident.contested:
        return "accounts differ on the place"
    if answer is Membership.NO:
        return f"in {incident.where.name}"
    return f"told only as in {incident.where.name}"


def _weapon_words(weapons: Sequence[WeaponUse]) -> str:
    if not weapons:
        return "no weapon is named"
    return "with " + ", ".join(dict.fromkeys(w.type.replace("_", " ") for w in weapons))


def _author_words(incident: Incident, answer: Membership) -> str:
    if answer is Membership.LIKELY:
        return "it is only laid on them"
    if answer is _OPEN and not authors(incident):
        return "no author is named"
    named = (*incident.attackers, *incident.claimed_by, *incident.blamed, *incident.suspected)
    told = ", ".join(dict.fromkeys(actor.name for actor in named))
    return f"told only as by {told}" if answer is _OPEN else f"by {told}"
