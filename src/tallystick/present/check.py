"""Announced tallies beside the ledger, in words: how far apart, and what that can come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tallystick.analyse.announced import Announced
from tallystick.analyse.check import Check, Checked, Fit
from tallystick.analyse.conflicts import Conflict, OrderConflict, Said, SplitConflict
from tallystick.analyse.counting import Band
from tallystick.analyse.course import Course
from tallystick.analyse.selection import Aspect
from tallystick.model.codec import Json, to_json
from tallystick.model.statement import TallyUnit
from tallystick.model.values import PersonClass
from tallystick.present import words
from tallystick.present.context import flat
from tallystick.present.rows import plain_table

_MOST_DAYS = 8  # stretches of days that are named
_RULED_OUT = {
    Aspect.STANDING: "not told as having happened",
    Aspect.OCCURRENCE: "it is contested that they happened",
    Aspect.CONFIDENCE: "not held probable",
    Aspect.SORT: "of a kind that it does not count",
    Aspect.FACILITY: "away from any facility",
    Aspect.KILLED: "without a death",
    Aspect.CLAIM: "claimed by nobody",
}
_DOUBTED = {
    Aspect.DATE: "the date",
    Aspect.PLACE: "the place",
    Aspect.KIND: "the kind",
    Aspect.WEAPON: "the weapon",
    Aspect.TARGET: "whose the target was",
    Aspect.ATTACKER: "who did it",
    Aspect.OCCURRENCE: "whether it happened",
    Aspect.CONFIDENCE: "whether it is an incident at all",
    Aspect.SORT: "of what kind it was",
    Aspect.FACILITY: "whether a facility was attacked",
    Aspect.KILLED: "whether somebody died",
}


def check_lines(checked: Checked, courses: Sequence[Course] = ()) -> Group:
    """Every announcement with its counts and what sets them apart; between which announcements
    of one running count the gap arises; and the conflicts.
    """
    parts: list[RenderableType] = []
    for _, group in groupby(checked.checks, key=lambda check: check.announced.tally.id):
        ours = list(group)
        parts += [Text(announced_title(ours[0].announced), style="bold"), _counts(ours)]
        parts.append(Padding(Text("\n".join(why_apart(ours))), (0, 0, 1, 2)))
    for course in courses:
        if len(course.announced) > 1:
            parts += [Text(course_title(course), style="bold"), _rises(course)]
    parts.append(Text("Announcements that cannot both be right by one rule", style="bold"))
    told = [f"- {conflict_words(conflict)}" for conflict in checked.conflicts]
    parts.append(Padding(Text("\n".join(told) or "None."), (0, 0, 0, 2)))
    return Group(*parts)


def announced_title(announced: Announced) -> str:
    """``40+ “attacks on troops”, by officials → A, 2023-10-17 to 2023-11-09, Iraq and Syria``."""
    tally = announced.tally
    since = announced.selection.since if announced.selection else None
    period = f"{since or 'from a day that nobody names'} to {announced.as_of or '?'}"
    area = words.joined([place.name for place in announced.tally.areas])
    told = (f"by {words.chain_cell(tally.chain)}", period, area)
    what = f"{words.count_cell(tally.count)} “{flat(tally.what)}”"
    return ", ".join(filter(None, (what, *told)))


def _counts(checks: Sequence[Check]) -> Table:
    parts = checks[0].announced.tally.parts
    titles = [f"in {part.place.name} ({words.count_cell(part.count)})" for part in parts]
    table = plain_table("Rule", "Ledger's count", "Apart", "", *titles)
    for check in checks:
        counted = [band_cell(part.counted) for part in check.parts] or [""] * len(parts)
        apart = f"{check.apart:+}" if check.counted else ""
        cells = (check.rule.name, band_cell(check.counted), apart, FIT_WORDS[check.fit], *counted)
        table.add_row(*map(Text, cells))
    return table


FIT_WORDS = {
    Fit.WITHIN: "within the band",
    Fit.FEWER: "the ledger has fewer",
    Fit.MORE: "the ledger has more",
    Fit.UNCOUNTED: "not counted",
}


def band_cell(band: Band | None) -> str:
    """Low, best and high; the one number that all three are."""
    if band is None:
        return ""
    if band.low == band.high:
        return str(band.best)
    return f"{band.low} – {band.best} – {'open' if band.high is None else band.high}"


def course_title(course: Course) -> str:
    """``“attacks”, on US and coalition, in Iraq and Syria, since 2023-10-17``."""
    chosen = course.selection
    leader = max((a.tally for a in course.announced), key=lambda t: len(flat(t.what)))
    parts = [f"“{flat(leader.what)}”"]
    if chosen.attackers:
        parts.append("by " + words.joined([a.name for a in chosen.attackers]))
    if chosen.targets:
        parts.append("on " + words.joined([a.name for a in chosen.targets]))
    if chosen.places:
        parts.append("in " + words.joined([place.name for place in chosen.places]))
    return ", ".join([*parts, f"since {chosen.since}"])


def _rises(course: Course) -> Table:
    """Where the gap arises: what is announced and what is counted between two announcements."""
    names = [line.rule.name for line in course.lines]
    titles = ("After", "To", "Announced", *names, "Days without a document")
    table = plain_table(*titles, right=range(2, len(titles)))
    for rises in zip(*(course.rises(line) for line in course.lines), strict=True):
        first = rises[0]
        counted = [f"{rise.counted:+}" for rise in rises]
        cells = (first.after, first.to, f"{first.announced:+}", *counted, first.silent)
        table.add_row(*(Text(str(cell)) for cell in cells))
    return table


# -- why -----------------------------------------------------------------------------


def why_apart(checks: Sequence[Check]) -> Iterator[str]:
    """What sets announced and counted apart: once what holds for all rules, then rule by rule."""
    announced = checks[0].announced
    yield from (f"- {line}" for line in _matched(announced))
    if announced.selection is None:
        yield "- baseline: neither this nor another of its source says since when; not counted"
        return
    if announced.tally.unit is TallyUnit.ABDUCTED:
        yield "- not counted: no sum of the abducted is kept"
        return
    yield from dict.fromkeys(f"- {line}" for check in checks for line in _coverage(check))
    for check in checks:
        yield from (f"- {check.rule.name}: {line}" for line in _by_rule(check))


def _matched(announced: Announced) -> Iterator[str]:
    for borrowed in announced.borrowed:
        other = (
            f"the {words.count_cell(borrowed.of.count)} of {words.chain_cell(borrowed.of.chain)}"
        )
        if borrowed.aspect is Aspect.DATE:
            yield f"baseline: not in its own words; that of {other}"
        else:
            named = words.joined([actor.name for actor in announced.tally.targets])
            yield f"class: against whom is not in its own words; {named}, as in {other}"
    if announced.tally.unit is not TallyUnit.ATTACKS:
        who = announced.tally.who
        classed = who not in (None, PersonClass.PEOPLE)
        only = f"; announced are {words.plain(who or '')}, counted is everybody" if classed else ""
        yield f"persons: beside the sum over the incidents counted{only}"


def _coverage(check: Check) -> Iterator[str]:
    if check.period is None or check.tally is None:
        return
    silent = check.period.silent
    days = words.plural(check.period.days, "day")
    if not silent:
        yield f"coverage: every one of {days} has a document on such incidents"
        return
    yield (
        f"coverage: of {days}, {len(silent)} have no document on such incidents, published that "
        f"day or telling of it: {_stretches(silent)}"
    )


def _by_rule(check: Check) -> Iterator[str]:
    if check.tally is None:
        yield "not counted: the rule needs what the announcement does not name"
        return
    if check.ruled_out:
        number = sum(check.ruled_out.values())
        told = _each(check.ruled_out, _RULED_OUT)
        yield f"leaves out {words.plural(number, 'incident')} of the class: {told}"
    if check.merges:
        yield f"doubtful merges: {check.merges} fewer if all that may be one are one"
    for counted, label in ((True, "counted, though it"), (False, "only in the high figure, as it")):
        if doubted := check.doubted(counted=counted):
            yield f"{label} cannot be told: {_each(doubted, _DOUBTED)}"
    if check.unexplained:
        yield f"{check.unexplained:,} beyond all that: in none of the documents, or not read there"


def _each(counter: Counter[Aspect], names: dict[Aspect, str]) -> str:
    return "; ".join(
        f"{number} {names.get(aspect, aspect.value)}" for aspect, number in counter.most_common()
    )


def _stretches(days: Sequence[date]) -> str:
    """``2023-11-02, 2023-11-25 to 2023-12-08``, the longest first eight, in order."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    longest = sorted(runs, key=len, reverse=True)[:_MOST_DAYS]
    told = [_stretch(run) for run in runs if run in longest]
    more = len(runs) - len(told)
    return ", ".join(told) + (f" and {more} shorter stretches" if more else "")


def _stretch(run: Sequence[date]) -> str:
    return f"{run[0]}" if len(run) == 1 else f"{run[0]} to {run[-1]}"


# -- conflicts -----------------------------------------------------------------------


def conflict_words(conflict: Conflict) -> str:
    """A conflict in a sentence, with who says what, in which document."""
    match conflict:
        case SplitConflict(announced, parts):
            split = words.joined(
                [f"{words.count_cell(p.count)} in {p.place.name}" for p in announced.tally.parts]
            )
            total = words.count_cell(announced.tally.count)
            return f"{total} is not {words.count_cell(parts)}: {split}, {_from(announced)}"
        case OrderConflict(greater, holder):
            later = greater.announced.as_of != holder.announced.as_of
            why = "later and lower" if later else "has to hold the other and is lower"
            return f"{_said(holder)}: {why} than {_said(greater)}"


def _said(said: Said) -> str:
    area = words.joined([place.name for place in said.areas])
    where = f" in {area}" if area else ""
    number = f"{words.count_cell(said.count)}{where}"
    return f"{number} as of {said.announced.as_of}, {_from(said.announced)}"


def _from(announced: Announced) -> str:
    return f"{words.chain_cell(announced.tally.chain)} ({announced.document.name})"


# -- JSON ----------------------------------------------------------------------------


def check_json(check: Check) -> dict[str, Json]:
    """One announcement under one rule as a JSON object (see docs/cli.md)."""
    announced, tally, period = check.announced, check.tally, check.period
    return {
        "announced": to_json(announced.tally),
        "quote": announced.tally.span.of(announced.document.text),
        "document": announced.document.id,
        "since": to_json(announced.selection.since) if announced.selection else None,
        "until": to_json(announced.as_of),
        "borrowed": [{"what": b.aspect.value, "of": b.of.id} for b in announced.borrowed],
        "rule": check.rule.name,
        "counted": _band(check.counted),
        "fit": check.fit.value,
        "apart": check.apart if check.counted else None,
        "parts": [
            {
                "place": to_json(p.part.place),
                "announced": to_json(p.part.count),
                "counted": _band(p.counted),
            }
            for p in check.parts
        ],
        "members": [i.id for i in tally.members] if tally else [],
        "possible": [i.id for i in tally.possible] if tally else [],
        "ruled_out": _counter(check.ruled_out),
        "merges": check.merges,
        "doubted": _counter(check.doubted(counted=True)),
        "possible_for": _counter(check.doubted(counted=False)),
        "days": period.days if period else None,
        "silent_days": [day.isoformat() for day in period.silent] if period else [],
    }


def conflict_json(conflict: Conflict) -> dict[str, Json]:
    """A conflict as a JSON object: the ids of the tallies, and the sentence."""
    match conflict:
        case SplitConflict(announced):
            tallies = [announced.tally.id]
        case OrderConflict(greater, holder):
            tallies = [greater.announced.tally.id, holder.announced.tally.id]
    return {"conflict": conflict_words(conflict), "tallies": list(tallies)}


def _band(band: Band | None) -> Json:
    return None if band is None else {"low": band.low, "best": band.best, "high": band.high}


def _counter(counter: Counter[Aspect]) -> dict[str, Json]:
    return {aspect.value: number for aspect, number in counter.most_common()}
