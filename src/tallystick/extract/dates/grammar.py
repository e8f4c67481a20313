"""From a text to date expressions: the walk over its words, and the joining of neighbours.

The walk finds atoms ("early", "Friday", "3:15 am", "October 17"); neighbours then join as
far as the words between them allow: "early on Friday", "Friday at 3:15 am", "from Monday to
Wednesday". What stands before an expression gives it its role ("since", "until", "every").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from tallystick.extract.dates.calendar import CALENDAR, CLOCK, COARSE
from tallystick.extract.dates.periods import PERIODS
from tallystick.extract.dates.rules import COUNTED, LOOSE, NEAR
from tallystick.extract.dates.terms import (
    Around,
    Atom,
    AtomKind,
    Between,
    CalendarDay,
    DateRole,
    MonthDay,
    NamedDay,
    NamedFeast,
    NamedMonth,
    NamedQuarter,
    NamedSeason,
    NightOf,
    NumericDay,
    OfYear,
    PartOf,
    Period,
    Portion,
    Shift,
    Term,
    Unfixed,
    Unit,
    Which,
    Within,
    Years,
)
from tallystick.extract.dates.words import Rule
from tallystick.model.values import DayPart
from tallystick.vocab.calendar import WrittenDate, ends_sentence, numeric_dates, written_dates
from tallystick.vocab.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that mean one date: where they stand, what they mean, what they do."""

    start: int
    end: int
    term: Term
    part: DayPart | None
    role: DateRole


def expressions(text: str) -> list[Expression]:
    """Every date expression of a text, in its order; none overlaps another."""
    low = lower(text)
    atoms = _join(list(_walk(text, low)), low)
    atoms = _share_years(atoms, low)
    return [_expression(atom, low) for atom in atoms if atom.term is not None]


def lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


# --- the walk ------------------------------------------------------------------------------

_WORD = Pattern(r"[^\W\d_]+|\d+")
_LOOK_BACK = 28  # characters: the longest words that a rule asks for before itself


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the word that they can begin with."""
    by_word: dict[str, tuple[Rule, ...]] = {}
    for rule in (*CALENDAR, *COARSE, *PERIODS, *CLOCK, *COUNTED, *NEAR, *LOOSE):
        for word in rule.words:
            by_word[word] = (*by_word.get(word, ()), rule)
    return by_word


def _walk(text: str, low: str) -> Iterator[Atom]:
    """Word by word, the longest reading that begins there; reading goes on after it."""
    rules, known, end = _rules(), _given(text, low), 0
    for token in _WORD.finditer(low):
        at = token.start()
        if at < end:
            continue
        word = token.group()
        found = rules.get("#" if word[0].isdigit() else word, ())
        atom = _longest(found, text, low, at, known.get(at)) if found or at in known else None
        if atom:
            yield atom
            end = atom.end


def _given(text: str, low: str) -> dict[int, Atom]:
    """The dates of the calendar, by their starts."""
    written = {w.span.start: a for w in written_dates(text) if (a := _written(w, low))}
    numeric = {
        span.start: Atom(span.start, span.end, AtomKind.DATE, NumericDay(readings))
        for span, readings in numeric_dates(text)
    }
    return written | numeric


_COUNTED_NOUN = Pattern(
    r"\s(?:people|troops|soldiers|fighters|militants|civilians|rebels|police(?:men)?|men|women"
    r"|children|persons|others|members|families|rockets|missiles|drones|shells|attacks|strikes"
    r"|bodies|km|miles|per\s?cent|percent)\b"
)
_GROUP_AFTER = Pattern(  # "17 November group", "March 14 alliance", "July 14 bridge"
    r"(?P<more>[\s-][\w-]+)?[\s-](?:groups?|movements?|alliance|coalition|organi[sz]ations?|brigades?"
    r"|front|battalions?|bloc|camp|street|avenue|square|bridge|neighbou?rhood|district|stadium"
    r"|hospital|airport|university|dam|party)\b"
)
_GROUP_BEFORE = Pattern(r"(?:organi[sz]ation|movement|brigade|group|front)\s(?:of\s(?:the\s)?)?$")


def _written(date: WrittenDate, low: str) -> Atom | None:
    start, end = date.span.start, date.span.end
    if date.day is None:
        return Atom(start, end, AtomKind.DATE, NamedMonth(date.month, date.year))
    if date.year is None:
        if _names_group(low, start, end):
            return Atom(start, end, AtomKind.PORTION)  # joins with nothing, and is no date
        month_first = low[start].isalpha() and date.weekday is None
        if month_first and _COUNTED_NOUN.match(low, end):
            return _month_before_count(date, low)
    term = CalendarDay(date.month, date.day, date.year, date.weekday)
    return Atom(start, end, AtomKind.DATE, term)


def _names_group(low: str, start: int, end: int) -> bool:
    """Whether a day is a name: "the 17 November group"; not "on 17 May in front of the gate"."""
    after = _GROUP_AFTER.match(low, end)
    on_a_day = after is not None and after["more"] and low[max(0, start - 3) : start] == "on "
    return bool(after and not on_a_day) or bool(
        _GROUP_BEFORE.search(low, max(0, start - 22), start)
    )


def _month_before_count(date: WrittenDate, low: str) -> Atom | None:
    """ "in May 20 people died": the month, and a count of people."""
    start, end = date.span.start, date.span.end
    if low[max(0, start - 3) : start] != "in ":
        return Atom(start, end, AtomKind.DATE, CalendarDay(date.month, date.day or 1))
    name = Pattern(r"[a-z]+").match(low, start)
    return Atom(start, name.end() if name else end, AtomKind.DATE, NamedMonth(date.month))


def _longest(
    rules: tuple[Rule, ...], text: str, low: str, at: int, known: Atom | None
) -> Atom | None:
    best, reach = known, known.end if known else at
    for rule in rules:
        match = rule.pattern.match(low, at)
        if match is None or match.end() <= reach or not _stands(rule, low, at):
            continue
        if rule.capital and not _capital(text, at, match.end()):
            continue
        atom = rule.read(match)
        if atom:
            stop = atom.end == match.end() and ends_sentence(match.group())
            best, reach = replace(atom, end=atom.end - int(stop)), match.end()
    return best


def _capital(text: str, start: int, end: int) -> bool:
    """Whether the last word has one: "this March", not "this march"."""
    return text[start:end].rsplit(maxsplit=1)[-1][:1].isupper()


def _stands(rule: Rule, low: str, at: int) -> bool:
    """Whether the text before a match is as the rule asks."""
    before = low[max(0, at - _LOOK_BACK) : at]
    if rule.after and not rule.after.search(before):
        return False
    return not (rule.not_after and rule.not_after.search(before))


# --- joining neighbours --------------------------------------------------------------------

_PORTION_GAP = Pattern(r"(?:-\s?|\s{1,2}(?:(?:on|in)\s(?:the\s)?|of\s(?:the\s)?)?)")
_OF_GAP = Pattern(r"\s{1,2}of\s{1,2}(?:the\s)?")
_PART_DATE_GAP = Pattern(r",?\s{1,2}(?:(?:of|on|in|into|to|between|from)\s(?:the\s)?)?")
_DATE_PART_GAP = Pattern(
    r"(?:,?\s{1,2}|-)(?:(?:shortly|just|early|soon)\s)?"
    r"(?:(?:at|in|during|around|about|before|after|by|from|near)\s){0,2}(?:the\s)?"
)
_RANGE_GAP = Pattern(r"\s?[-–—]\s?|\s(?P<word>to|until|till|through|thru|and|into)\s(?:the\s)?")
_FROM = Pattern(r"(?<!\w)from\s(?:the\s)?$")
_BETWEEN = Pattern(r"(?<!\w)between\s(?:the\s)?$")
_OF_PORTIONS = ("beginning", "start", "middle", "end", "first", "second", "last")
_DAY_TERMS = (CalendarDay, NumericDay, MonthDay, NamedDay, NamedFeast, Around)


def _join(atoms: list[Atom], low: str) -> list[Atom]:
    joined: list[Atom] = []
    for atom in atoms:
        current = atom
        while joined and (pair := _pair(joined[-1], current, low)):
            joined.pop()
            current = pair
        joined.append(current)
    return [atom for atom in joined if _complete(atom)]


def _complete(atom: Atom) -> bool:
    return atom.kind is AtomKind.DATE or (atom.kind is AtomKind.PART and atom.term is not None)


def _pair(left: Atom, right: Atom, low: str) -> Atom | None:
    """Two neighbours as one atom, or ``None`` if they do not belong together."""
    if right.start - left.end > 24:
        return None
    gap = low[left.end : right.start]
    kinds = (left.kind, right.kind)
    if kinds == (AtomKind.PORTION, AtomKind.DATE):
        return _with_portion(left, right, gap, low)
    if kinds == (AtomKind.PART, AtomKind.DATE) and is_day(right.term):
        return _with_part_before(left, right, gap)
    if kinds == (AtomKind.DATE, AtomKind.PART) and _DATE_PART_GAP.fullmatch(gap):
        return _with_part_after(left, right)
    if kinds == (AtomKind.DATE, AtomKind.DATE):
        return (
            _counted_year(left, right, gap)
            or _spoken_year(left, right, gap, low)
            or _range(left, right, gap, low)
        )
    return None


def is_day(term: Term | None) -> bool:
    """Whether a term names a day, or two days about a night."""
    if isinstance(term, Shift):
        return term.unit is Unit.DAY
    if isinstance(term, Between):
        return is_day(term.first) and is_day(term.last)
    if isinstance(term, OfYear):
        return is_day(term.what)
    return isinstance(term, _DAY_TERMS)


def _with_portion(left: Atom, right: Atom, gap: str, low: str) -> Atom | None:
    if right.term is None or isinstance(right.term, Unfixed | Within):
        return None
    if isinstance(left.term, Around):
        day = replace(left.term, day=right.term)
        fits = is_day(right.term) and re.fullmatch(r"\s{1,2}(?:(?:on|the)\s)?", gap)
        return Atom(left.start, right.end, AtomKind.DATE, day, right.part) if fits else None
    needs_of = low.startswith(_OF_PORTIONS, left.start)
    if left.portion is None or not (_OF_GAP if needs_of else _PORTION_GAP).fullmatch(gap):
        return None
    if is_day(right.term):
        return _early_day(left, right)
    return Atom(left.start, right.end, AtomKind.DATE, PartOf(left.portion, right.term))


_PARTS_OF_PORTIONS = {Portion.EARLY: DayPart.MORNING, Portion.LATE: DayPart.NIGHT}


def _early_day(left: Atom, right: Atom) -> Atom:
    """ "early on Friday" is its morning, "late on Friday" its night."""
    return Atom(left.start, right.end, AtomKind.DATE, right.term, right.part, left.portion)


def _with_part_before(left: Atom, right: Atom, gap: str) -> Atom | None:
    if not _PART_DATE_GAP.fullmatch(gap) or right.term is None:
        return None
    term = right.term
    if "into" in gap.split() or _ends_on(left, gap):  # "overnight into Friday"
        term = Between(Around(Unit.DAY, -1, term), term)
    elif left.term is not None and not isinstance(term, Between):  # "overnight on Friday"
        term = NightOf(term)
    return Atom(left.start, right.end, AtomKind.DATE, term, right.part or left.part)


def _ends_on(left: Atom, gap: str) -> bool:
    """ "The night to Sunday" is that from Saturday."""
    return left.part is DayPart.NIGHT and left.term is None and gap.split()[:1] == ["to"]


def _with_part_after(left: Atom, right: Atom) -> Atom | None:
    if not is_day(left.term):
        return None
    part = left.part or right.part
    if isinstance(left.term, Between) and left.part not in (None, right.part):
        part = None  # "from Friday night to Saturday morning"
    return Atom(left.start, right.end, AtomKind.DATE, left.term, part)


_YEAR_GAP = Pattern(r",?\s{1,2}(?:of\s)?(?:the\s)?|\sin\s")


def _counted_year(left: Atom, right: Atom, gap: str) -> Atom | None:
    """ "June last year", "October 7 this year", "March of that year"."""
    whole = left.term.whole if isinstance(left.term, PartOf) else left.term
    bare = isinstance(whole, CalendarDay | NamedMonth | NamedSeason | NamedQuarter)
    year = right.term
    if not (
        bare and isinstance(year, Shift) and year.unit is Unit.YEAR and _YEAR_GAP.fullmatch(gap)
    ):
        return None
    if left.term is None or getattr(whole, "year", None) is not None:
        return None
    return Atom(left.start, right.end, AtomKind.DATE, OfYear(left.term, year), left.part)


def _spoken_year(left: Atom, right: Atom, gap: str, low: str) -> Atom | None:
    """ "January nineteen ninety-seven": a year in words after a month or a day."""
    year = right.term
    if not isinstance(year, Years) or year.first != year.last or low[right.start].isdigit():
        return None
    if not gap.isspace() or left.term is None or _year_of(left.term) is not None:
        return None
    joined = _of_year(left, year.first)
    return None if joined is left else replace(joined, end=right.end)


def _range(left: Atom, right: Atom, gap: str, low: str) -> Atom | None:
    match = _RANGE_GAP.fullmatch(gap)
    if not match or left.term is None or right.term is None:
        return None
    first = left.term.day if isinstance(left.term, NightOf) else left.term
    before = low[max(0, left.start - 14) : left.start]
    between, word = bool(_BETWEEN.search(before)), match["word"]
    if (word == "and") != between or (word == "into" and not is_day(first)):
        return None
    alike = type(first) is type(right.term)
    if not alike and not (between or _FROM.search(before)):
        return None
    if not (_is_end(first) and _is_end(right.term)):
        return None
    return Atom(left.start, right.end, AtomKind.DATE, _ends(first, right.term), left.part)


def _is_end(term: Term) -> bool:
    return is_day(term) or isinstance(term, NamedMonth | Years | PartOf)


def _ends(first: Term, last: Term) -> Term:
    if isinstance(first, Years) and isinstance(last, Years):
        return Years(first.first, max(first.first, last.last))
    return Between(first, last)


_LIST_GAP = Pattern(r"\s?(?:,|-|–|\s(?:and|or|to|until|&))?(?:\s(?:and|or|to|on|in))?\s?")


def _share_years(atoms: list[Atom], low: str) -> list[Atom]:
    """ "on May 5 and June 6, 2016": the year stands for both."""
    shared: list[Atom] = []
    for atom in reversed(_share_opening_year(_share_months(atoms, low), low)):
        later = shared[-1] if shared else None
        near = later and _LIST_GAP.fullmatch(low[atom.end : later.start])
        shared.append(_of_year(atom, _year_of(later.term) if near and later else None))
    return shared[::-1]


_OPENING = Pattern(r"(?:^|[.!?\n][\"”]?\s{0,3})(?:in|back in|during)\s$")
_BREAK = Pattern(r"[.!?]\s|\n\s*\n")


def _share_opening_year(atoms: list[Atom], low: str) -> list[Atom]:
    """ "In 2016, on 3 July, a lorry exploded.": the year stands for its whole sentence."""
    shared: list[Atom] = []
    year, at = None, 0
    for atom in atoms:
        if year and _BREAK.search(low, at, atom.start):
            year = None
        if isinstance(atom.term, Years) and _OPENING.search(
            low, max(0, atom.start - 14), atom.start
        ):
            year = atom.term.first if atom.term.first == atom.term.last else None
        shared.append(_of_year(atom, year))
        at = atom.end
    return shared


def _share_months(atoms: list[Atom], low: str) -> list[Atom]:
    """ "October 17 and 19", "5 and 9 May": the month stands for both."""
    shared = list(atoms)
    for i, (left, right) in enumerate(pairwise(atoms)):
        if not _LIST_GAP.fullmatch(low[left.end : right.start]):
            continue
        if isinstance(left.term, CalendarDay) and isinstance(right.term, MonthDay):
            shared[i + 1] = replace(
                right, term=replace(left.term, day=right.term.day, weekday=None)
            )
        if isinstance(left.term, MonthDay) and isinstance(right.term, CalendarDay):
            shared[i] = replace(left, term=replace(right.term, day=left.term.day, weekday=None))
    return shared


def _of_year(atom: Atom, year: int | None) -> Atom:
    term = atom.term
    if year and isinstance(term, CalendarDay | NamedMonth) and term.year is None:
        return replace(atom, term=replace(term, year=year))
    return atom


def _year_of(term: Term | None) -> int | None:
    return term.year if isinstance(term, CalendarDay | NamedMonth) else None


# --- roles ---------------------------------------------------------------------------------

_BEFORE = Pattern(
    r"(?<!\w)(?P<word>since|until|till|through|as\sof|by|before|after|starting|beginning|start"
    r"|every|each)\s{1,2}(?:(?:at\sleast|about|around|on|at|the)\s{1,2}){0,2}$"
)
_ONWARDS = Pattern(r"\s(?:on(?=[\s,.])(?!\s(?:the|a|an)\b)|onwards?)\b")
_SINCE_IT_BEGAN = Pattern(
    r"(?<!\w)since\s(?:(?:[\w’'-]+\s){1,8}?(?:began|started|broke\sout|erupted|ended|collapsed)\s"
    r"|(?:the\s)?(?:start|beginning|outbreak|onset|launch|end|fall|collapse)\sof\s"
    r"(?:[\w’'-]+\s){1,7}?)"
    r"(?:(?:on|in|at)\s(?:the\s)?)?$"
)
_POSSESSED = Pattern(
    r"['’]s?\b|\s(?:[\w-]+\s)?(?:attacks?|strikes?|bombings?|raids?|killings?|blast)\b"
)
_ROLES = {
    "since": DateRole.SINCE,
    "starting": DateRole.SINCE,
    "beginning": DateRole.SINCE,
    "after": DateRole.SINCE,
    "until": DateRole.UNTIL,
    "till": DateRole.UNTIL,
    "through": DateRole.UNTIL,
    "as of": DateRole.UNTIL,
    "by": DateRole.UNTIL,
    "before": DateRole.UNTIL,
    "every": DateRole.RECURRENT,
    "each": DateRole.RECURRENT,
}
_WITH_THE = (Shift, Within, Period, MonthDay, PartOf, Around)


def _expression(atom: Atom, low: str) -> Expression:
    assert atom.term is not None
    start = atom.start
    if low[max(0, start - 4) : start] == "the " and _takes_the(atom, low):
        start -= 4
    role = _role(replace(atom, start=start), low)
    part = atom.part or (_PARTS_OF_PORTIONS.get(atom.portion) if atom.portion else None)
    return Expression(start, atom.end, atom.term, part, role)


def _takes_the(atom: Atom, low: str) -> bool:
    if isinstance(atom.term, _WITH_THE) or atom.part is not None:
        return True
    if isinstance(atom.term, NamedDay):
        return atom.term.which in (Which.BEFORE, Which.AFTER)
    if low.startswith("current", atom.start) and isinstance(atom.term, Unfixed):
        return False  # "the current truce": the article is the noun's
    decade = isinstance(atom.term, Years) and low[atom.end - 1] == "s"
    quarter_or_season = low[atom.start].isalpha() and not isinstance(
        atom.term, NamedMonth | NamedDay
    )
    return decade or (quarter_or_season and not isinstance(atom.term, CalendarDay | NamedFeast))


def _role(atom: Atom, low: str) -> DateRole:
    if isinstance(atom.term, Unfixed):
        return atom.term.role
    if match := _BEFORE.search(low, max(0, atom.start - 26), atom.start):
        word = " ".join(match["word"].split())
        loose = word in ("after", "before", "by", "beginning", "start")
        timed = atom.part and word != "by"  # "before dawn on Sunday" is that Sunday
        if not (loose and (timed or _POSSESSED.match(low, atom.end))):
            return _ROLES.get(word, DateRole.WHEN)
    if _SINCE_IT_BEGAN.search(low, max(0, atom.start - 90), atom.start):
        return DateRole.SINCE
    if _FROM.search(low, max(0, atom.start - 10), atom.start) and _ONWARDS.match(low, atom.end):
        return DateRole.SINCE
    return DateRole.WHEN
