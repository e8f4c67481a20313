"""Rules for stretches that a text compares, and for years: quarters, halves, years in words.

Reports on business and on tallies name a quarter once and then say "the quarter", "the
latest quarter", "the year-ago period", "a year earlier": all are counted from it. A year
without a preposition is one before a noun that has years ("a 1996 law", "the 1988 level");
"the 2000 rockets" is a number.
"""

from __future__ import annotations

import re

from tallystick.extract.dates.terms import (
    Atom,
    DateRole,
    NamedFeast,
    NamedQuarter,
    OfYear,
    Period,
    Shift,
    Unfixed,
    Unit,
    Years,
)
from tallystick.extract.dates.words import (
    NUMBERS,
    UNIT,
    YEAR,
    B,
    H,
    N,
    Rule,
    as_date,
    fixed,
    number,
    rule,
    unfixed,
    which,
)

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_YEARS_FROM_NOW = {"this": 0, "last": -1, "next": 1}
_LAST_YEAR = Shift(Unit.YEAR, -1)
_LAST_QUARTER = Shift(Unit.QUARTER, -1)
_ALIKE = rf"(?:comparable|corresponding|same|similar|like|latest){B}"
_STRETCH = rf"(?:(?:first|second|third|fourth|fiscal|prior){H})?(?:quarter|period)\b"

# --- years -----------------------------------------------------------------------------------

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_DECADES = (
    *("noughties", "tens", "twenties", "thirties", "forties"),
    *("fifties", "sixties", "seventies", "eighties", "nineties"),
)
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_BELOW_100 = rf"(?:(?:{_TENS})(?:{H}(?:{_UNITS})\b)?|(?:{_TEENS})\b|oh{H}(?:{_UNITS})\b)"
_THINGS_OF_YEARS = (  # nouns that a year stands before, with "the" as well
    r"levels?|periods?|laws?|acts?|conventions?|embargo|treaty|treaties|pacts?|seasons?|budgets?"
    r"|figures?|totals?|results?|reports?|census|championships?|games|olympics|campaigns?|tax"
    r"|fiscal|quarter|earnings|profits?|income|sales|revenues?|edition|models?|bombings?|plebiscite"
    r"|referendum|constitution|summit|conference|declaration|protocols?|study|survey|speech|trial"
    r"|verdict|merger|crash|storm|hurricane|floods?|drought|famine|tsunami|oscars?|world"
)
_NOT_THINGS = r"borders?|lines?|resolutions?|series|regiment|brigade|division"


def _spoken_year(match: re.Match[str]) -> Atom | None:
    """ "nineteen ninety-six", "the year two thousand", as a broadcast is taken down."""
    words = match["low"]
    hundreds = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get(match["high"], 2000)
    low = sum(NUMBERS.get(w, 0) for w in re.findall("[a-z]+", words)) if words else 0
    return as_date(match, Years(hundreds + low, hundreds + low))


def _year_of_thing(match: re.Match[str]) -> Atom | None:
    """ "a 1996 law": one thing; "his 1999 books": many, of a year that is no round number."""
    year, thing = int(match["year"]), match["thing"]
    if year % 10 == 0 and thing.endswith("s") and not thing.endswith("ss"):
        return None
    return Atom(match.start(), match.end("year"), as_date(match, _years(year)).kind, _years(year))


def _years(year: int) -> Years:
    return Years(year, year)


def _spoken_decade(match: re.Match[str]) -> Atom:
    first = 1900 + 10 * _DECADES.index(match["decade"])
    return as_date(match, Years(first, first + 9))


_OWNERS = "a|an|its|their|his|her|our|my|['’]s"
_THING = rf"(?={B}(?!{_NOT_THINGS})(?P<thing>[a-z]{{3,}})\b)"

# --- quarters --------------------------------------------------------------------------------


def _quarter_of_year(match: re.Match[str]) -> Atom:
    """ "this year's third quarter" """
    year = Shift(Unit.YEAR, _YEARS_FROM_NOW[match["which"]])
    return as_date(match, OfYear(NamedQuarter(ORDINALS[match["nth"]]), year))


def _length_and_half(match: re.Match[str]) -> Atom:
    return as_date(match, Unfixed(DateRole.DURATION))


def _or_so_ago(match: re.Match[str]) -> Atom:
    unit = {"week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR, "day": Unit.DAY}
    return as_date(match, Shift(unit[match["of"].removesuffix("s")], -number(match["n"])))


PERIODS: tuple[Rule, ...] = (
    rule(
        "nineteen eighteen twenty",
        rf"(?P<high>eighteen|nineteen){H}(?P<low>{_BELOW_100})",
        _spoken_year,
    ),
    rule(
        "year",
        rf"year{B}(?P<high>two{B}thousand|twenty|nineteen)\b(?:{H}(?:and{B})?"
        rf"(?P<low>{_BELOW_100}|(?:{_UNITS})\b))?",
        _spoken_year,
        after="the",
    ),
    rule("#", rf"{YEAR}{_THING}", _year_of_thing, after=_OWNERS),
    rule(
        "#",
        rf"{YEAR}(?={B}(?:(?!{_NOT_THINGS})[a-z]+{B}){{0,2}}(?:{_THINGS_OF_YEARS})\b)(?P<thing>)",
        _year_of_thing,
        after="the",
    ),
    rule(
        "twenties thirties forties fifties sixties seventies eighties nineties",
        r"(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
        _spoken_decade,
        after="the|late|early|mid",
        not_after="in his|in her|in their|in the late|in the early",
    ),
    rule(
        "year",
        rf"year\b(?!-|['’]|{B}(?:ended|ending|before|after|earlier|of|to|and)\b)",
        fixed(Shift(Unit.YEAR, 0)),
        after=rf"(?:months|weeks|days|half|quarter|rest|part|remainder){B}of{B}the",
    ),
    rule(
        "this last next",
        rf"(?P<which>this|last|next){B}year['’]s{B}(?P<nth>first|second|third|fourth){H}quarter\b",
        _quarter_of_year,
    ),
    rule(
        "last",
        rf"last{B}year['’]s{B}(?:quarter|period)\b",
        fixed(Period(-1, fallback=_LAST_YEAR)),
    ),
    rule(
        "year prior comparable corresponding same similar like latest",
        rf"(?:{_ALIKE})?(?:year-(?:ago|earlier|before)|prior-year)\b(?:{B}{_STRETCH})?",
        fixed(Period(-1, fallback=_LAST_YEAR)),
    ),
    rule(
        "comparable corresponding same similar like",
        rf"{_ALIKE}{_STRETCH}{B}(?:(?:of|in){B})?(?:last{B}year|(?:a|the|one){B}(?:previous{B}|"
        rf"prior{B})?year(?:{B}(?:ago|earlier|before))?)\b",
        fixed(Period(-1, fallback=_LAST_YEAR)),
    ),
    rule(
        "latest",
        rf"latest{B}(?:fiscal{B})?quarter\b",
        fixed(Period(0, fallback=_LAST_QUARTER)),
        after="the|its|their",
    ),
    rule("latest", rf"latest{B}period\b", fixed(Period(0)), after="the"),
    rule(
        "quarter",
        rf"quarter\b(?!-|{B}(?:of|century|final|mile|million|ended|ending)\b)",
        fixed(Period(0)),
        after="the",
    ),
    rule(
        f"# a an {' '.join(NUMBERS)}",
        rf"{N}{B}(?:1/2|and{B}a{B}half){H}{UNIT}",
        _length_and_half,
    ),
    rule(
        f"# a an {' '.join(NUMBERS)}",
        rf"{N}{B}(?P<of>days?|weeks?|months?|years?){B}or{B}so{B}ago\b",
        _or_so_ago,
    ),
    rule(
        f"# {' '.join(NUMBERS)}",
        rf"{N}{B}(?:more|additional|further|other|extra){B}{UNIT}(?!{H}old)",
        unfixed(DateRole.DURATION),
    ),
    rule(
        "hour hours day days night week weeks month months year years decade decades century"
        " centuries",
        rf"(?:hour|day|night|week|month|year|decade)s?{H}long\b|centuries{H}long\b",
        unfixed(DateRole.DURATION),
    ),
    rule(
        "year", rf"year\b(?={B}(?:ended|ending)\b)", unfixed(DateRole.DURATION), after="the|fiscal"
    ),
    rule("centuries", r"centuries\b", unfixed(DateRole.DURATION), after="for"),
    rule(
        "hours days weeks months",
        rf"(?:hours|days|weeks|months)\b(?:{B}or{B}(?:days|weeks|months|years)\b)?",
        unfixed(DateRole.DURATION),
        after="within",
    ),
    rule("current", rf"current\b(?!-|{B}(?:of|affairs)\b)", unfixed(DateRole.VAGUE)),
    rule(
        "thanksgiving last this next",
        rf"(?:(?P<which>last|this|next){B})?thanksgiving(?:{B}day\b)?(?!{B}(?:service|prayer|mass)"
        rf")\b(?:,?{B}{YEAR})?",
        lambda m: as_date(m, NamedFeast(int(m["year"]) if m["year"] else None, which(m["which"]))),
        capital=False,
    ),
)
