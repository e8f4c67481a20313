"""Armed groups that no vocabulary lists, found by the shape of their names.

"the Alwiyat al-Waad al-Haq brigades" names a group whoever they are; it is kept under the
words of the text and given no id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.model.document import Span
from tallystick.vocab.actor_types import Actor
from tallystick.vocab.casing import in_capitals
from tallystick.vocab.matching import Hit
from tallystick.vocab.pattern import Pattern

_WORD = (
    r"(?:[A-Z][\w'’ʿʾ]*(?:-[\w'’]+)*|(?:al|ad|as|ash|ar|an|at|az|el|ul|e|i)-[A-Z][\w'’]*(?:-\w+)*)"
)
_LINK = (
    r"(?:of the|of|for the|for|and|de la|de los|de las|del|de|la|los|y|du|des|le|les|et|bin|ibn|"
    r"fi|wa)"
)
_CHAIN = rf"{_WORD}(?: (?:{_LINK} )?{_WORD})"

# Nouns that end an English name of a group: "Free Officers Movement", "Badr Brigades".
_ENDS = (
    r"(?:Resistance (?:Committees?|Council)|"
    r"Brigades?|Battalions?|Front|Army|Movement|Resistance|Militia|Militias|Liberators|Commandos?|"
    r"Commando|Liberation Forces?|Defen[cs]e Forces?|"
    r"(?:People['’]s|Volunteers?|Freedom|Resistance|Popular|Revolutionary) Force|"
    r"Guerrillas?|Martyrs|Mujahideen|"
    r"Mujahedeen|Fedayeen|Cartel|Gang|Vanguard|Tigers|Avengers|Warriors|Fighters|Revolutionaries|"
    r"Insurgency|Militants|Column|Cell|Death Squad|Volunteers|Legion)"
)
# Nouns that begin one, in the languages of the groups.
_STARTS = (
    r"(?:Brigades? of|Battalions? of|Army of|Front for|Front of|Movement for|Movement of|"
    r"Soldiers of|"
    r"Partisans of|Companies of|Sons of|Vanguards? of|Martyrs of|Knights of|Lions of|"
    r"Liwa|Liwaa|Jaish|Jaysh|Jeish|Harakat|Harakah|Haraket|Saraya|Sarayat|Ansar|"
    r"Katiba|Katibat|Katibah|"
    r"Kata[’']?[ie]b|Hezb|Hizb|Usbat|Asa[’']?ib|Fasa[’']?il|Firqat|Ahrar|Jund|Junud|"
    r"Ashab|Tanzim|Alwiyat|Alwiya|Lashkar|Sipah|Tehrik|Tehreek|Hizbul|Harkat|Jamaat|Jama[’']?at|"
    r"Jabhat|Jebhat|Comando|Frente|Ejército|Ejercito|Movimiento|Brigada|Brigadas|Bloque|Columna|"
    r"Fuerzas|Autodefensas|Cartel de|Cártel de|Forces démocratiques|Mouvement)"
)
_STARTS_THE = (  # "Front for the Defence of Velm", "Sons of the Dawn"
    r"(?:(?:Army|Movement|Sons|Soldiers|Partisans|Knights|Lions|Tigers|Wolves|Falcons|Hawks|Avengers|Martyrs|"
    r"Vanguards?) of|(?:Front|Movement|Army) for)"
)
_NAMED = Pattern(
    rf"(?<![\w-])(?:(?P<ending>(?!The \w+ (?:of|for) ){_CHAIN}{{0,4}}(?: (?:{_LINK} )?{_ENDS})"
    r"(?! (?:Street|Road|News|Page)))"
    rf"|(?P<starting>(?:{_STARTS}|{_STARTS_THE}(?: the)?)(?: (?:{_LINK} )?{_WORD}){{1,5}}))(?!\w)"
)
_QUOTED = r"[\"“«'‘](?P<quoted>[^\"”»\n]{3,60}?)[\"”»'’]"
_SORT = (
    r"(?:group|organi[sz]ation|faction|cell|outfit|militia|band|coalition|alliance|squad|"
    r"movement|network|gang)"
)
_ARMED = (
    r"(?:militant|armed|rebel|insurgent|guerrilla|jihadist|islamist|separatist|extremist|anarchist|"
    r"terrorist|partisan|resistance|far-right|far-left|leftist|right-wing|paramilitary|urban|"
    r"splinter|breakaway|shadowy|obscure|outlawed|banned|dissident|loyalist|republican|anti-\w+|"
    r"(?:little|lesser|previously|hitherto|wholly|un)[- ]?(?:un)?known)"
)
_CALLING = Pattern(
    r"\b(?=\w)(?i:(?:call(?:s|ed|ing)? (?:itself|themselves)|call(?:s|ing) itself|self-styled|"
    r"so-called|styling (?:itself|themselves)|\bsigned(?: by)?(?= (?:the )?[\"“«])|"
    rf"\b{_SORT} (?:called|named|known as|styled)|"
    rf"\b{_ARMED} (?:[\w-]+ ){{0,2}}?{_SORT},|(?:previously |hitherto |little |lesser )?"
    r"(?:unknown|known) (?:\w+ ){0,2}(?:group|organi[sz]ation|faction),?(?: called| named)?))"
    rf",? (?i:the )?(?:{_QUOTED}|(?P<plain>{_CHAIN}{{0,6}}))(?!\w)"
)
# In a line all in capitals only the group's noun shows where its name ends.
_NAMED_IN_CAPITALS = Pattern(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’-]*\s){1,6}?"
    r"(?:FRONT|MOVEMENT|COMMANDO?|BRIGADES?|ARMY|RESISTANCE|MILITIA|BATTALION|GROUP|COLUMN)\b"
)
_BRACKETED = Pattern(r"[(\[](?P<letters>[A-Z][A-Z-]{1,8})[)\]]")
_BEFORE = 120  # characters before a bracket in which the whole name must stand
_GROUP_WORD = Pattern(
    r"(?i)\b(?:brigades?|battalions?|front|army|movement|resistance|liberation|command|militia|"
    r"commandos?|guerrillas?|revolutionary|frente|ej[ée]rcito|movimiento|fuerzas|popular forces|"
    r"armed forces of|insurgent|self-defense|defen[cs]e forces?|jihad|mujahideen|martyrs|tigers)\b"
)
_CAUSE = (
    r"(?:liberation|freedom|people'?s|popular|patriotic|revolutionary|resistance|democratic|salvation|"
    r"independence|autonomy|sovereignty|islamic)\b"
)
# Units of regular forces, and names that only look like a group's.
_NOT_GROUP = Pattern(
    r"(?i)^(?:the )?(?:\d+\w*|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"\w+ (?:army|national|marine|naval|air)|salvation|home|western|eastern|northern|southern|"
    r"u\.?s\.?|us|american|british|civil rights|fire|mechanized|armou?red|airborne|infantry|"
    r"artillery|world|women'?s|labou?r|green|me ?too|black lives|peace|student|red) "
    rf"(?:(?!{_CAUSE})\w+ )?(?:brigades?|battalions?|front|army|movement|command|"
    r"defen[cs]e forces?|column|gang|resistance|legion|warriors)$"
)
_LEADING = Pattern(
    r"(?:The|A|An|In|On|At|But|And|For|From|By|If|When|While|After|Before|Since|As|With|Also|"
    r"Meanwhile|However|Earlier|Later|Group|Groups|Its|Their|His|Our|That|This|"
    r"(?:Members?|Fighters?|Militants?|Militiamen|Gunm[ae]n|Rebels?|Guerrillas?|Insurgents?|Men|"
    r"Elements|Supporters|Followers|Combatants|Leaders?|Commanders?|Spokes\w+|Units?)"
    r"(?: (?:of|from|in|with|for)(?: the| an?)?)?|"
    r"(?:Commandos?|Soldiers|Troops|Forces|Partisans) (?:of|from|with) the) "
)


def group_names(text: str, known: Sequence[Hit[Actor]]) -> list[Hit[str]]:
    """See :func:`tallystick.vocab.actors.unknown_group`."""
    taken = [hit.span for hit in known if not hit.item.place_like and not hit.item.is_collective]
    sorts = [hit.span for hit in known if hit.item.is_collective]
    hits: list[Hit[str]] = []
    for span in sorted(_spans(text), key=lambda s: (s.start, -s.end)):
        within = any(sort.contains(span) for sort in sorts)
        if not within and not any(span.overlaps(other) for other in taken):
            taken.append(span)
            hits.append(Hit(span, span.of(text)))
    return hits


def _spans(text: str) -> Iterator[Span]:
    yield from _called(text)
    yield from _by_initials(text)
    for match in _NAMED.finditer(text):
        span = _without_leading(text, Span(match.start(), match.end()))
        if not in_capitals(text, span) and _is_group(span.of(text)):
            yield span


def _called(text: str) -> Iterator[Span]:
    for match in _CALLING.finditer(text):
        group = "quoted" if match["quoted"] else "plain"
        span = Span(match.start(group), match.end(group))
        if group == "quoted":
            if span.of(text)[0].isupper():  # not a "so-called 'safe zone'"
                yield span
        elif not in_capitals(text, span):
            yield span
        elif ending := _NAMED_IN_CAPITALS.match(text, span.start):
            yield Span(span.start, ending.end())


def _by_initials(text: str) -> Iterator[Span]:
    """Names like "Popular Front of X (PFX)", in capitals or not, measured by their initials."""
    for match in _BRACKETED.finditer(text):
        begin = max(0, match.start() - _BEFORE)
        words = text[begin : match.start()].rstrip()
        start = _start_of(words, match["letters"].replace("-", ""))
        if start is not None and _GROUP_WORD.search(words, start):
            yield Span(begin + start, begin + len(words))


_SMALL = frozenset(["of", "for", "the", "and", "de", "la", "las", "los", "del", "y", "a", "en"])


def _start_of(words: str, letters: str) -> int | None:
    """Where in ``words`` the run begins whose initials, small words aside, are ``letters``."""
    wanted = list(letters)
    for match in reversed(list(re.finditer(r"[\w'’.-]+", words))):
        if match[0].casefold() in _SMALL:
            continue
        if match[0][0].upper() != wanted.pop():
            return None
        if not wanted:
            return match.start()
    return None


def _without_leading(text: str, span: Span) -> Span:
    start = span.start
    while match := _LEADING.match(text, start, span.end):
        start = match.end()
    return Span(start, span.end)


def _is_group(name: str) -> bool:
    return " " in name and not _NOT_GROUP.match(name)
