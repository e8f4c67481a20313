"""Values in words: dates, counts, weapons, casualties, source chains.

Two styles: *phrases* for running text ("at least two drones") and *cells* for tables
("2+"). The words are the program's own; what comes from a text stands in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tallystick.model.confidence import LIKELY, SURE
from tallystick.model.statement import SourceChain
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import (
    ActorRef,
    Casualties,
    CountRange,
    DatePrecision,
    DayPart,
    Fate,
    PartialDate,
    PersonClass,
    Place,
    PlacePrecision,
    Target,
    WeaponUse,
)
from tallystick.vocab.countries import countries
from tallystick.vocab.weapons import weapon_book

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Words of quantity that say more than the bound that stands for them.
_VAGUE = re.compile(r"\b(several|dozens|scores|hundreds|thousands|many|a number)\b", re.IGNORECASE)
# Words for one speaker, who has no name and so takes "a".
_ONE = re.compile(
    r"\b(source|official|officer|spokes(?:man|woman|person)|commander|minister|witness|"
    r"resident|doctor|medic|general|activist|journalist|reporter|soldier|lawmaker|diplomat|"
    r"statement|survivor|group|monitor|(?:police|service)?(?:man|woman)|suspect|bomber|"
    r"gunman|attacker|assailant|caller|nurse|physician|worker)$"
)
# Words for several speakers, who take no article.
_MANY = re.compile(
    r"\b(sources|officials|officers|spokes(?:men|women|people)|commanders|witnesses|residents|"
    r"doctors|medics|activists|journalists|soldiers|lawmakers|reports|authorities|militants|"
    r"groups|militias|media|state (?:television|tv|radio)|agencies|members|people|"
    r"police|fighters|factions|rebels|(?:gun|police|service)?men|women|gunners|troops|gangs|"
    r"bombers|attackers|assailants|insurgents|guerrillas|terrorists|extremists|separatists|suspects|villagers|tribesmen|bandits|pirates|youths)$",
    re.IGNORECASE,
)
# Words that tell a sort of speaker; a capital on one before a common noun is a sentence's.
_SORT = re.compile(
    r"(?:armed|government|health|hospital|independent|intelligence|local|masked|medical|military|"
    r"official|provincial|regional|security|senior|several|state|suspected|two|three|four|"
    r"unidentified|unknown|unnamed)",
    re.IGNORECASE,
)
_HEAD_END = re.compile(r" (?:of|in|at|from|with|for|who|to|close|near|on|by|left)\b|,")
_PRONOUNS = frozenset(("someone", "somebody", "nobody", "anyone", "everyone", "many", "some"))
_OF_A_NAME = re.compile(r" of (?:the )?[A-Z]")  # "Men of the North" is a name
_DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "our"))
_OWNED = re.compile(r"(.+?)['’]s? (?=[a-z])")  # "Pakistan's army", not "People's Army"
_PARTICLES = frozenset(
    ("abu", "al", "bin", "ben", "da", "de", "del", "di", "el", "la", "van", "von")
)
_PLURAL = re.compile(r"(?:[^su]s|men|\bpeople|\bmedia)$")
# Nouns of geography that take "the" ("the Red Sea", "the Gaza Strip"), names that do, and
# states that are called after what they are.
_THE_PLACE = re.compile(
    r" (?:sea|ocean|rivers?|canal|channel|straits?|gulf|mountains|hills|heights|highlands|"
    r"valley|desert|strip|bank|corridor|peninsula|islands|delta|basin|plateau|coast|border|"
    r"triangle|region|(?:gas|oil) field|republic|kingdom|states|emirates)$"
    r"|^(?:gulf|straits?|bay|sea|horn|valley|river|(?:democratic )?republic) of "
    r"|^(?:sahel|sahara|caucasus|maghreb|levant|balkans|donbas|orontes|litani|bahamas|comoros|"
    r"gambia|maldives|philippines|seychelles|netherlands)$",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"(?!U[SNK]\b|U\.[SNK]|[Uu]ni|[Ee]uro|[Oo]ne\b)[AEIOUaeiou]")
_MASS = re.compile(r"(artillery|dynamite|chlorine|gas|phosphorus|fire|arms|explosives)$")
# Names with one of these words take "the" before them in a sentence.
_WITH_ARTICLE = re.compile(
    r"\b(agency|alliance|armed forces|army|authority|brigades?|coalition|command|commission|"
    r"committee|corps|council|division|emirates|federation|forces?|front|government|group|"
    r"guards?|kingdom|league|militia|military|ministry|mission|movement|navy|network|organi[sz]ation|party|"
    r"police|republic|resistance|service|state|states|taliban|union|units)\b",
    re.IGNORECASE,
)

KIND_PHRASES: dict[IncidentKind, str] = {
    IncidentKind.ATTACK: "an attack",
    IncidentKind.AIR_STRIKE: "an air strike",
    IncidentKind.DRONE_ATTACK: "a drone attack",
    IncidentKind.SHELLING: "a rocket, missile or artillery attack",
    IncidentKind.BOMBING: "a bombing",
    IncidentKind.SUICIDE_BOMBING: "a suicide bombing",
    IncidentKind.MINE: "a mine explosion",
    IncidentKind.CHEMICAL_ATTACK: "a chemical attack",
    IncidentKind.ARMED_CLASH: "an armed clash",
    IncidentKind.ARMED_ASSAULT: "an armed assault",
    IncidentKind.SHOOTING: "a shooting",
    IncidentKind.ASSASSINATION: "an assassination",
    IncidentKind.MASSACRE: "a killing of captives or civilians",
    IncidentKind.STABBING: "a stabbing",
    IncidentKind.VEHICLE_RAMMING: "a vehicle ramming",
    IncidentKind.ABDUCTION: "an abduction",
    IncidentKind.SEXUAL_VIOLENCE: "an act of sexual violence",
    IncidentKind.TORTURE: "an act of torture",
    IncidentKind.ARSON: "an act of arson",
    IncidentKind.SABOTAGE: "an act of sabotage",
    IncidentKind.HIJACKING: "a hijacking",
    IncidentKind.ROBBERY: "a robbery",
    IncidentKind.SEIZURE: "a seizure of a place",
}

FATE_PHRASES: dict[Fate, str] = {
    Fate.HIT: "hit",
    Fate.INTERCEPTED: "intercepted",
    Fate.FELL_SHORT: "fell short",
    Fate.CRASHED: "crashed",
    Fate.FAILED_TO_EXPLODE: "failed to explode",
    Fate.DEFUSED: "defused",
    Fate.REPELLED: "repelled",
}

_PERSONS: dict[PersonClass, tuple[str, str]] = {
    PersonClass.FORCES: ("soldier or police officer", "soldiers or police"),
    PersonClass.ATTACKERS: ("attacker", "attackers"),
    PersonClass.ARMED_GROUP: ("fighter", "fighters"),
    PersonClass.CIVILIANS: ("civilian", "civilians"),
    PersonClass.CHILDREN: ("child", "children"),
    PersonClass.JOURNALISTS: ("journalist", "journalists"),
    PersonClass.AID_MEDICAL: ("aid or medical worker", "aid or medical workers"),
    PersonClass.OFFICIALS: ("official", "officials"),
    PersonClass.CONTRACTORS: ("contractor", "contractors"),
    PersonClass.PEOPLE: ("person", "people"),
}

_PARTS: dict[DayPart, str] = {
    DayPart.NIGHT: "in the night of",
    DayPart.DAWN: "at dawn on",
    DayPart.MORNING: "in the morning of",
    DayPart.NOON: "around noon on",
    DayPart.AFTERNOON: "in the afternoon of",
    DayPart.EVENING: "in the evening of",
}


def joined(parts: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def plural(count: int, singular: str, several: str = "") -> str:
    """``1 incident``, ``3 incidents``."""
    return f"{count:,} {singular if count == 1 else several or singular + 's'}"


def plain(name: str) -> str:
    """A name of the code in words: ``armed_clash`` → ``armed clash``."""
    return name.replace("_", " ")


def sentence(text: str) -> str:
    """With a capital at the start and a full stop at the end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", ".”")) else ".")


# -- dates ---------------------------------------------------------------------------


def day_words(day: date) -> str:
    """``17 October 2023``."""
    return f"{day.day} {day:%B %Y}"


def date_phrase(when: PartialDate | None) -> str:
    """Fits behind a verb: ``on 22 October 2023``, ``in May 2011``, ``on an unknown date``."""
    if when is None:
        return "on an unknown date"
    if when.is_floating:
        return _floating(when)
    start, end = when.start, when.end
    if start is None or end is None:
        return f"from {day_words(start)} on" if start else f"by {day_words(end)}" if end else ""
    match when.precision:
        case DatePrecision.DAY:
            return f"{_PARTS[when.part] if when.part else 'on'} {day_words(start)}"
        case DatePrecision.MONTH if start.month == end.month:
            return f"in {start:%B %Y}"
        case DatePrecision.YEAR if start.year == end.year:
            return f"in {start.year}"
        case DatePrecision.WEEK:
            return f"in the week of {day_words(start)}"
        case _:
            return f"between {day_words(start)} and {day_words(end)}"


def _floating(when: PartialDate) -> str:
    if when.weekday:
        return f"on a {_WEEKDAYS[when.weekday - 1]} of unknown date"
    return f"on an unknown date (“{when.text}”)" if when.text else "on an unknown date"


def date_cell(when: PartialDate | None) -> str:
    """For a table: ``2023-10-22``, ``2023-10``, ``2023-10-09..15``, ``Sunday?``."""
    if when is None:
        return "?"
    if when.is_floating:
        return f"{_WEEKDAYS[when.weekday - 1]}?" if when.weekday else "?"
    start, end = when.start, when.end
    if start is None or end is None:
        return f"{start or ''}..{end or ''}"
    if start == end:
        return start.isoformat()
    if (start.day, end + timedelta(days=1)) == (1, _month_after(start)):
        return f"{start:%Y-%m}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"{start.year:04d}"
    return days_cell(start, end)


def days_cell(start: date, end: date) -> str:
    """``2023-10-09..15``, ``2023-10-30..11-05``, ``2023-12-30..2024-01-02``; one day alone."""
    return f"{start}" if start == end else f"{start}..{_rest_of(start, end)}"


def _month_after(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _rest_of(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{end:%d}"
    return f"{end:%m-%d}" if start.year == end.year else end.isoformat()


# -- counts --------------------------------------------------------------------------


def number(value: int) -> str:
    """Small numbers in words, from ten on in digits; zero is ``no``."""
    return _NUMBERS[value] if value < len(_NUMBERS) else f"{value:,}"


def counted(count: CountRange | None, singular: str, plural: str) -> str:
    """A count with its noun in the right number: ``one drone``, ``at least two drones``."""
    if count is None or (count.low is None and count.high is None):
        return plural
    low, high = count.low, count.high
    if low is not None and low == high:
        return f"{number(low)} {singular if low == 1 else plural}"
    if low is None or not low:
        return f"up to {number(high or 0)} {singular if high == 1 else plural}"
    if high is None:
        return _at_least(count, low, singular, plural)
    link = "or" if high == low + 1 else "to"
    return f"{number(low)} {link} {number(high)} {plural}"


def _at_least(count: CountRange, low: int, singular: str, plural: str) -> str:
    vague = _VAGUE.search(count.text)
    if vague and not re.search(r"at least|more than", count.text, re.IGNORECASE):
        word = vague[1].lower()
        return f"{word} {plural}" if word in ("several", "many") else f"{word} of {plural}"
    if low == 2 and not re.search(r"\b(two|2|more|least|over)\b", count.text, re.IGNORECASE):
        return plural  # a bare plural
    return f"at least {number(low)} {singular if low == 1 else plural}"


def count_cell(count: CountRange | None) -> str:
    """For a table: ``3``, ``2–3``, ``2+``, ``≤5``; empty when unknown."""
    if count is None:
        return ""
    return range_cell(count.low, count.high)


def range_cell(low: int | None, high: int | None) -> str:
    """The same for bare bounds."""
    if low is None:
        return "" if high is None else f"≤{high}"
    if high is None:
        return f"{low}+"
    return f"{low}" if low == high else f"{low}–{high}"


# -- things and people ---------------------------------------------------------------


def weapon_nouns(type_: str) -> tuple[str, str]:
    """Singular and plural of a weapon type's name, by its id in the vocabulary."""
    book = weapon_book()
    noun = book.get(type_).name if type_ in book else plain(type_)
    if _MASS.search(noun):
        return noun, noun
    return noun, f"{re.sub('fe$', 've', noun)}s"


def weapon_phrase(use: WeaponUse) -> str:
    """``two drones``, ``drones``: number and noun as in running text."""
    return counted(use.count, *weapon_nouns(use.type))


def weapon_cell(use: WeaponUse) -> str:
    """``2 × drone``; only the type when the text gives no number."""
    count = count_cell(use.count)
    name = weapon_nouns(use.type)[0]
    return f"{count} × {name}" if count else name


def person_phrase(hurt: Casualties) -> str:
    """``two civilians``, ``three members of the Iraqi Army``, ``eight militants``, ``no one``."""
    if hurt.count == CountRange(0, 0) and hurt.who is PersonClass.PEOPLE and not hurt.owner:
        return "no one"
    return counted(hurt.count, *_person_nouns(hurt))


def _person_nouns(hurt: Casualties) -> tuple[str, str]:
    if hurt.owner is None:
        return _PERSONS[hurt.who]
    name = hurt.owner.name
    if name.islower() and _ONE.search(name):  # one of a sort: a policeman, a soldier
        return name, f"{name[:-3]}men" if name.endswith("man") else f"{name}s"
    sort = name.islower() or _MANY.search(_head(name))
    if sort and name.endswith("men"):
        return f"{name[:-3]}man", name
    if sort and re.search(r"(?<!force)s$", name):  # a sort of people: militants, soldiers
        return f"{name[:-3]}y" if name.endswith("ies") else name[:-1], name
    of = " of the police" if name.casefold() == "police" else f" of {with_article(name)}"
    return "member" + of, "members" + of


def person_cell(hurt: Casualties) -> str:
    """``2 civilians``, ``1 person``, ``3+ forces (Iraqi Army)``."""
    owner = f" ({hurt.owner.name})" if hurt.owner else ""
    count = count_cell(hurt.count)
    who = _PERSONS[hurt.who][0] if count == "1" else plain(hurt.who)
    return f"{count or 'some'} {who}{owner}"


def with_article(name: str) -> str:
    """A name as it stands in a sentence: ``the Islamic Resistance in Iraq``, ``Hezbollah``,
    ``an army officer``, ``security sources``, ``two medics and a local group``.
    """
    first, _, rest = name.partition(" ")
    if not name.strip() or first.casefold() in _PRONOUNS:
        return name
    if rest and first.casefold() in _DETERMINERS:
        return f"{first.lower()} {rest}"
    one, joined_by, other = name.partition(" and ")
    if joined_by and name[0].islower() and (_MANY.search(one) or _ONE.search(one)):
        return f"{with_article(one)} and {other}"
    if owned := _OWNED.match(name):
        return with_article(owned[1]) + name[owned.end(1) :]
    name = _mid_sentence(name)
    if _MANY.search(_head(name)):
        return name
    if _ONE.search(_head(name)):
        return f"{'an' if _VOWEL.match(name) else 'a'} {name}"
    the = (_WITH_ARTICLE.search(name) and not name.isupper()) or is_common(name)
    return f"the {name}" if the else name


def bare(name: str) -> str:
    """Without the article before it."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in ("the", "a", "an") else name


def is_common(name: str) -> bool:
    """Whether it is one thing or person of a sort ("commission of inquiry"), and no name."""
    if not name.strip():
        return False
    first, last = name.split(maxsplit=1)[0], _head(name).split()[-1]
    low = last.islower() and first not in _PARTICLES
    several = _PLURAL.search(last) or _MANY.search(last)
    return low and not last.startswith("al-") and not several


def _mid_sentence(name: str) -> str:
    """Without the capital that a sort of person has at the start of a sentence: "Gunmen"."""
    first, head = name.split(maxsplit=1)[0], _head(name)
    alone = head == first and _MANY.fullmatch(first) and not _OF_A_NAME.search(name)
    sort = head.split()[-1].islower() and (_SORT.fullmatch(first) or _MANY.fullmatch(first))
    return name[0].lower() + name[1:] if alone or sort else name


def _head(name: str) -> str:
    """The words before the first preposition: "a source at the base" → "a source"."""
    return _HEAD_END.split(name)[0].strip() or name


def actor_phrase(actors: Iterable[ActorRef]) -> str:
    """``the Free Riders and the army``; each name once, with its article."""
    return joined(list(dict.fromkeys(with_article(actor.name) for actor in actors)))


def names_cell(actors: Iterable[ActorRef]) -> str:
    """Names for a table, set apart by commas."""
    return ", ".join(actor.name for actor in actors)


def target_phrase(target: Target) -> str:
    """The text's own words, in quotes, and the owner where it is known."""
    told = target.owner and target.owner.name.casefold() not in target.name.casefold()
    return f"“{target.name}” ({target.owner.name})" if told and target.owner else f"“{target.name}”"


def target_cell(target: Target) -> str:
    """For a table: ``a base (United States)``, the owner where it is known."""
    owner = f" ({target.owner.name})" if target.owner else ""
    return f"{target.name}{owner}"


def place_phrase(place: Place | None) -> str:
    """Fits behind a verb: ``at Ain al-Asad, Anbar, Iraq``."""
    if place is None:
        return "at a place that the accounts do not name"
    preposition = "at" if place.precision is PlacePrecision.SITE else "in"
    name = place_name(place)
    if place.precision is PlacePrecision.TOWN:  # "Beverly Hills", "The Hague"
        return f"{preposition} {name}"
    the = "the " if _THE_PLACE.search(place.name) else ""
    return f"{preposition} {the}{re.sub('^The ', 'the ', name)}"


def place_name(place: Place) -> str:
    """The name with its division and country, each said once."""
    parts = [place.name, place.admin1, country_name(place.country)]
    if place.precision is PlacePrecision.REGION:  # "eastern Syria, Syria"
        parts[1:] = [p for p in parts[1:] if not place.name.endswith(f" {p}")]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def country_name(code: str | None) -> str:
    """The English name of an ISO 3166-1 alpha-2 code; empty for none, else the code."""
    country = countries().get(code or "")
    return country.name if country else code or ""


# -- confidence ----------------------------------------------------------------------


def doubt(confidence: float | None, *, number: bool = False) -> str:
    """``likely`` or ``uncertain``, with its ``number`` if wanted; empty where it is sure.

    Empty also where the reader cannot tell.
    """
    if confidence is None or confidence >= SURE:
        return ""
    word = "likely" if confidence >= LIKELY else "uncertain"
    return f"{word}, {confidence:.2f}" if number else word


# -- sources -------------------------------------------------------------------------


def chain_cell(chain: SourceChain) -> str:
    """Nearest to the event first: ``base source → New York Post → Breitbart``."""
    return " → ".join(source.name for source in chain) or "unnamed source"


def chain_phrase(chain: SourceChain) -> str:
    """``a base source, quoted by the New York Post``: the publisher only where it speaks."""
    if len(chain) < 2:
        return chain[0].name if chain else "an unnamed source"
    return with_article(chain[0].name) + quoted_by(chain[1:-1])


def quoted_by(chain: SourceChain) -> str:
    """``, quoted by Reuters``; nothing for an empty chain."""
    return "".join(f", quoted by {with_article(source.name)}" for source in chain)
