"""The weapons of a clause, with their counts as far as the words give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.crafts import FLOWN, borne_off, is_craft
from tallystick.extract.grammar.counts import CountMention
from tallystick.extract.weapons.words import worded
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import CountRange, WeaponUse
from tallystick.vocab.caseless import caseless
from tallystick.vocab.matching import Hit
from tallystick.vocab.pattern import Pattern
from tallystick.vocab.weapons import Weapon, WeaponGroup, weapon_book

_NOT_USED = caseless(
    r"\b(?:seiz\w+|confiscat\w+|discover\w+|recover\w+|suppl\w+|s[eo]ld|deliver\w+|smuggl\w+|"
    r"stockpil\w+|possess\w*|arsenal|shipment|launchers?|cache|surrender\w*|"
    r"destroy(?!ers?\b)\w*|damag\w+|(?:charged|indicted|convicted|booked|arrested)\b[^.;]{0,20}|"
    r"illegal\w*|unlawful\w*|"
    r"manufactur\w+|produc(?:ed|es|ing|tion)|purchas\w+|bought|export\w*|import\w*|"
    r"carted|carting|st(?:ole|olen|ealing)|loot\w*|ma(?:de|king|kes?) off with|"
    r"t(?:ook|aking|aken)(?: away)?"
    r"(?= (?:at least |about |some )?(?:two|three|four|five|six|seven|eight|nine|ten|"
    r"\w+teen|\w+ty|several|dozens|scores|all|many|\d)\b)|"
    r"mist(?:aken?|aking|ook)|"
    r"without (?:firing )?an?y?)\b(?:(?!\b(?:with|by|using)\s)[^.;,]){0,30}$"
)
_CALLED_IN = caseless(  # "officers who answered a call about a man with **a gun**"
    r"\b(?:reports?|calls?|complaints?|tips?|respon(?:ded|ding) to|call(?:ed|s)? 911)\b"
    r"(?:\s+(?:that|of|about|for))?\s+(?:an?|some|two|three)\s+(?:[\w-]+\s+){0,2}"
    r"(?:m[ae]n|wom[ae]n|person|people|youths?|boys?|suspects?)\s(?:[\w’'-]+\s){0,5}(?:an?\s+)?$"
)
_NOT_WEAPON = Pattern(
    r"[\s-]*(?:defen[cs]es?|launchers?|program(?:me)?s?|systems?|depots?|factory|factories|"
    r"shields?|batter(?:y|ies)|sirens?|alerts?|manufacturers?|silos?|shelters?|squads?|"
    r"control|laws?|violence|rights|owners?|permits?|licen[cs]es?|shops?|stores?|shows?|workshops?|"
    r"convention|treaty|inspectors?|experts?|disposal|tests?|stockpiles?|arsenal)\b",
    re.IGNORECASE,
)
_ORDINAL = caseless(r"\b(?:a |the )?(?:first|second|third|fourth|fifth|other|last|one of the)\s*$")
_SINGLE = caseless(r"\b(?:the|this|that|its|their)\s+(?:[\w-]+\s+){0,2}$")
_SALVO = caseless(
    r"\b(?:salvos?|salvoes|barrages?|volleys?|hail|swarms?|waves?|fusillade|flurry|rain|series|"
    r"stream)\s+of\s+(?:[\w-]+\s+){0,3}$"
)
_GAP = Pattern(r"(?:\s+of)?(?:\s+(?:the|its|their|these|those))?(?:[\s-]+[\w.'’,/-]+){0,5}[\s-]*")
_GAP_BREAK = Pattern(
    r"\b(?:in|on|by|with|to|at|from|who|were|was|his|her|people|soldiers|men|women|children|"
    r"civilians|killed|wounded|dead|injured|hurt|claim(?:s|ed)?|and \w+ "
    r"(?:attacks?|strikes?|raids?)|attacks?|strikes?|raids?|times|operations?|days?|hours?|"
    r"weeks?|months?|waves?|of which|of them|has|had|have|if|is|said|says|carrying)\b|"
    r"[\w’'-]+\s+of\b|,\s*(?:and|but)\b|\band\b(?!\s+[\w-]+\s*$)",
    re.IGNORECASE,
)
_DESTROYED = Pattern(
    r"(?:\s+(?:that|which)\s+(?:was\s+|were\s+|had\s+)?(?:came|come|went|gone|arrived|stopped|tried|"
    r"sent)\s+(?:[\w-]+\s+){0,4}?(?=was|were|came))?"
    r"(?:,?\s+(?!that\b|which\b|hit\b|shelled\b)[\w-]+){0,4}?\s*(?<=\s)(?:(?:was|were|been|being|"
    r"had been|have been)\s+(?:\w+ly\s+|also\s+)?(?:destroyed|damaged|sunk|ambushed|rammed|"
    r"seized|captured|burned|burnt|set (?:alight|ablaze|on fire)|torched|knocked out|hit|struck|"
    r"targeted|attacked|blown|(?:fired|shot)\s+(?:up)?on)|"
    r"came under|(?:drove|ran|rolled)\s+(?:over|on|onto)|"
    r"(?:hit|struck|set off|triggered)\s+(?:an?|two|three)\s+(?:[\w-]+\s+){0,3}?(?:mines?|"
    r"landmines?|bombs?|IEDs?|explosive\s+devices?))\b|"
    r"\s+(?:destroyed|damaged|sunk|burned|burnt|captured)\s*(?:[.,;”\"]|$)",
    re.IGNORECASE,
)
_DRIVEN = ("car_bomb", "suicide_car_bomb")
_DESTROYED_FIRST = Pattern(  # "two car bombs were destroyed by air strikes": they hit nothing
    r"(?:,?\s+(?!that\b|which\b|who\b)[\w-]+){0,6}?\s+(?:(?:was|were|been|being)\s+(?:\w+ly\s+|also\s+)?"
    r"destroyed\b|destroyed\s+(?:in|by|before|near|outside|during)\b)",
    re.IGNORECASE,
)
_TAKEN = Pattern(
    r"[^.;]{0,60}?\s(?:was|were|been|being)\s+(?:\w+ly\s+|also\s+)?(?:confiscated|seized|captured|"
    r"found|recovered|discovered|dismantled|impounded|handed over)\b",
    re.IGNORECASE,
)
_FITTED = Pattern(
    r"\b(?:vehicles?|cars?|trucks?|pick-?ups?|jeeps?|another|boats?)\s+(?:\w+\s+)?(?:armed|equipped|"
    r"mounted|fitted)\s+with\s+(?:[\w-]+\s+){0,3}$|\bdestroy\w*[^.;]{0,80}$",
    re.IGNORECASE,
)
_HIT_IT = Pattern(
    r"\b(?:hit|hits|hitting|struck|striking|attack(?:ed|ing|s)?|target(?:ed|ing|s)?|blew up|"
    r"sank|sunk|sinking|destroy(?:ed|ing)|knock(?:ed|ing) out|ambush(?:ed|ing)|t(?:ook|aking) out|"
    r"blowing up|burn(?:ed|t|ing)|(?:fired|firing) (?:at|on))\s+"
    r"(?:(?:an?|the|one|two|three|four|five|six|several|\d+|some|its|their|army|enemy|military|navy|"
    r"naval|police|rebel|government|[A-Z]\w+)\s+){1,3}$"
)
_BROUGHT_DOWN = Pattern(
    r"\b(?:sho(?:t|ots?|oting)[ -]down|down(?:ed|ing)|br(?:ought|inging) down)\s+"
    r"(?:[\w.'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
_CARRYING = Pattern(r"\s+(?:packed|loaded|laden|filled|rigged|of)\b", re.IGNORECASE)
_SHOTS = Pattern(r"(?:shots|bullets|live rounds)$", re.IGNORECASE)  # of any number of guns
_FOLDED = frozenset(["drone"])  # of these the sorts are told apart by few accounts
_SUICIDE = Pattern(
    r"\bsuicide\b|\b(?:bl[eo]wn?|blowing|detonat\w+)\s+(?:up\s+)?(?:him|her|them)sel(?:f|ves)\b",
    re.IGNORECASE,
)
_PLURAL_END = Pattern(
    r"(?:s|craft|artillery|gas|fire|ing|chemical|bombardment|gunfire|force)$", re.IGNORECASE
)


def weapon_type(hit: Hit[Weapon]) -> str:
    """The type that the words name, as exactly as they do; of drones only that they are."""
    family = weapon_family(hit)
    at_sea = hit.item.id == "naval_drone"
    return family if family in _FOLDED and not at_sea else hit.item.id


def weapon_family(hit: Hit[Weapon]) -> str:
    """The broadest type that a weapon of the text belongs to: "missile" for a cruise missile."""
    return weapon_book().lineage(hit.item.id)[-1]


@lru_cache(maxsize=64)
def weapons(notes: Annotations, clause: Span) -> tuple[Hit[Weapon], ...]:
    """The weapons used in a clause: not those found, supplied or meant for defence."""
    return tuple(
        hit
        for hit in _whole(notes.text, inside(notes.weapons, clause))
        if not _NOT_USED.search(notes.text[max(clause.start, hit.span.start - 60) : hit.span.start])
        and not _CALLED_IN.search(
            notes.text, max(clause.start, hit.span.start - 90), hit.span.start
        )
        and not _NOT_WEAPON.match(notes.text[hit.span.end : hit.span.end + 20])
        and not _is_target(notes.text, clause, hit)
        and not _TAKEN.match(notes.text, hit.span.end, min(clause.end, hit.span.end + 90))
    )


def _is_target(text: str, clause: Span, hit: Hit[Weapon]) -> bool:
    """ "Six armoured vehicles were destroyed": what was attacked, not what with."""
    if borne_off(text, hit):
        return True
    heavy = is_craft(hit.item) or hit.item.id == "artillery"
    if heavy and _DESTROYED.match(text, hit.span.end, hit.span.end + 60):
        return True
    if hit.item.id in _DRIVEN and _DESTROYED_FIRST.match(text, hit.span.end, hit.span.end + 60):
        return True
    fitted = heavy or hit.item.group is WeaponGroup.FIREARM
    start = max(clause.start, hit.span.start - 90)
    if heavy and _HIT_IT.search(text, start, hit.span.start):
        return True
    return fitted and _FITTED.search(text, start, hit.span.start) is not None


def _whole(text: str, hits: Sequence[Hit[Weapon]]) -> list[Hit[Weapon]]:
    """One for each name of two words: "rocket shells" are rockets, "explosive shells" shells, and
    so are "explosive-packed shells"."""
    kept: list[Hit[Weapon]] = []
    for hit in hits:
        before = kept[-1] if kept else None
        if before is None or not _ONE_NAME.fullmatch(text, before.span.end, hit.span.start):
            kept.append(hit)
            continue
        general = weapon_book().top(before.item.id).id == "bomb"
        kept[-1] = Hit(Span(before.span.start, hit.span.end), (hit if general else before).item)
    return kept


_ONE_NAME = Pattern(r"[ -]+(?:(?:packed|laden|filled|stuffed)\s+[\"“]?)?", re.IGNORECASE)
_IN_HAND = Pattern(
    r"\b(?:used|using|wield(?:ed|ing)|armed with|brandish(?:ed|ing)|carr(?:ied|ying))\s+"
    r"(?:(?!no\b)[\w'’-]+\s+){0,3}(?:and\s+)?$",
    re.IGNORECASE,
)


def weapons_in_hand(notes: Annotations, sentence: Span) -> Iterator[Draft]:
    """The weapons of those told of before: "**The attackers used machetes**"."""
    for hit in weapons(notes, sentence):
        if _IN_HAND.search(notes.text, sentence.start, hit.span.start):
            count, span = counted(notes, sentence, hit)
            yield Draft(Field.WEAPON, WeaponUse(_exact(notes, sentence, hit), count), span)


def weapon_drafts(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """The weapons of a clause with their numbers, as far as the words give them.

    Those that the words for the attack name ("air strikes", "shelled", "opened fire") stand
    beside those that have a name of their own.
    """
    named, events = weapons(notes, clause), {e.span for e in inside(notes.events, clause)}
    told = worded(notes, clause, inside(notes.weapons, clause))
    if any(h.item.group is WeaponGroup.FIREARM for h in named):
        told = [h for h in told if h.item.id != "firearm"]  # "shot" with what is named
    for hit in [*named, *told]:
        count, span = counted(notes, clause, hit)
        if (hit not in named and hit.span in events) or _SHOTS.search(hit.span.of(notes.text)):
            count, span = None, hit.span  # "16 air strikes" are of any number of planes
        if (count is not None and count.high == 0) or _brought_down(notes.text, clause, hit):
            continue  # "no rockets hit the base"; "shot down a helicopter"
        yield Draft(Field.WEAPON, WeaponUse(_exact(notes, clause, hit), count), span)


def _brought_down(text: str, clause: Span, hit: Hit[Weapon]) -> bool:
    start = max(clause.start, hit.span.start - 60)
    return hit.item.id in FLOWN and _BROUGHT_DOWN.search(text, start, hit.span.start) is not None


_CAR = (
    r"(?:cars?|trucks?|vans?|lorr(?:y|ies)|bus(?:es)?|minibus|taxi|vehicles?|pick-?ups?|motorcycles?|"
    r"motorbikes?|rickshaws?|jeeps?|tankers?|ambulances?|tractors?)"
)
_IN_A_CAR = Pattern(
    rf"\b{_CAR}\s+(?:packed|loaded|laden|filled|rigged|stuffed|primed)\s+with\s+"
    r"(?:[\w.,-]+\s+){0,5}$",
    re.IGNORECASE,
)
_LADEN = Pattern(rf"[-‐\s](?:laden|packed|filled|rigged)\s+{_CAR}\b", re.IGNORECASE)
_OF_BOMBS = frozenset(("bomb", "dynamite", "explosives"))


def _exact(notes: Annotations, clause: Span, hit: Hit[Weapon]) -> str:
    """ "A suicide bomber drove a car packed with 60 kilos of TNT": a suicide car bomb."""
    driven = hit.item.id == "car_bomb" or _in_a_car(notes.text, clause, hit)
    if driven:
        suicide = _SUICIDE.search(notes.text, clause.start, clause.end)
        return "suicide_car_bomb" if suicide else "car_bomb"
    return weapon_type(hit)


def _in_a_car(text: str, clause: Span, hit: Hit[Weapon]) -> bool:
    if weapon_family(hit) not in _OF_BOMBS:
        return False
    start = max(clause.start, hit.span.start - 70)
    before = _IN_A_CAR.search(text, start, hit.span.start)
    return before is not None or _LADEN.match(text, hit.span.end, clause.end) is not None


def counted(notes: Annotations, clause: Span, hit: Hit[Weapon]) -> tuple[CountRange | None, Span]:
    """How many of a weapon the words give, and the words; ``None`` where they give no number.

    "A drone attack" gives none; "the drone" is one; "two of the three drones" are three.
    """
    region = Span(max(clause.start, hit.span.start - 60), hit.span.start)
    before = notes.text[region.start : region.end]
    salvo = _SALVO.search(before)
    if salvo and _plural(notes.text, hit):
        span = Span(region.start + salvo.start(), hit.span.end)
        return CountRange(2, None, span.of(notes.text)), span
    number = _number(notes, region, hit)
    if number is not None:
        if names_attack(notes, hit) and not _plural(notes.text, hit):
            return None, hit.span  # "two drone attacks" are of any number of drones
        span = Span(number.span.start, hit.span.end)
        if _some_of(notes.text, Span(number.span.end, hit.span.start)):
            return None, span  # "two of the drones": of how many, it does not say
        if _disagrees(notes.text, number, hit):
            return None, hit.span
        return number.count, span
    return _single(notes, region, hit, before)


def _disagrees(text: str, number: CountMention, hit: Hit[Weapon]) -> bool:
    """ "A drones", and "**both** sides launched mortar attacks"."""
    word = number.count.text.lower()
    if word != "both":
        return word in ("a", "an") and _plural(text, hit)
    between = text[number.span.end : hit.span.start].split()
    return len(between) > 1 or not _plural(text, hit)


def _single(
    notes: Annotations, region: Span, hit: Hit[Weapon], before: str
) -> tuple[CountRange | None, Span]:
    ordinal = _ORDINAL.search(before)
    if ordinal and not _plural(notes.text, hit) and not names_attack(notes, hit):
        span = Span(region.start + ordinal.start(), hit.span.end)
        return CountRange.exactly(1, span.of(notes.text)), span
    if _SINGLE.search(before) and not _plural(notes.text, hit) and not names_attack(notes, hit):
        return CountRange.exactly(1, hit.span.of(notes.text)), hit.span
    return None, hit.span


def _number(notes: Annotations, region: Span, hit: Hit[Weapon]) -> CountMention | None:
    """The number that belongs to a weapon: only adjectives stand between."""
    for count in reversed(inside(notes.counts, region)):
        gap = notes.text[count.span.end : hit.span.start]
        between = inside(notes.weapons, Span(count.span.end, hit.span.start))
        if _GAP.fullmatch(gap) and not _GAP_BREAK.search(gap) and not between:
            return count
        break
    return None


def _some_of(text: str, gap: Span) -> bool:
    return re.match(r"\s+of\s+(?:the|its|their|these|those)\b", gap.of(text), re.I) is not None


def outer(notes: Annotations, clause: Span, hit: Hit[Weapon]) -> CountMention | None:
    """The "two" of "two of the drones" and "two of three drones"."""
    region = Span(max(clause.start, hit.span.start - 60), hit.span.start)
    for count in inside(notes.counts, region):
        gap = notes.text[count.span.end : hit.span.start]
        some = re.match(r"\s+of\s+(?:the\b|its\b|their\b|these\b|those\b|\d|\w+\s)", gap, re.I)
        if some and _GAP.fullmatch(gap) and not count.count.text.lower().endswith("of"):
            return count
    return None


def _plural(text: str, hit: Hit[Weapon]) -> bool:
    head = _CARRYING.split(hit.span.of(text))[0]
    return _PLURAL_END.search(head) is not None


_AN_ATTACK = Pattern(r"\s(?:attack|strike|raid|assault|bombing)$", re.IGNORECASE)


def names_attack(notes: Annotations, hit: Hit[Weapon]) -> bool:
    """ "a drone attack" is one attack, of any number of drones."""
    if _AN_ATTACK.search(hit.span.of(notes.text)):
        return True
    after = Span(hit.span.end, min(len(notes.text), hit.span.end + 40))
    soon = [h for h in inside(notes.events, after) if h.item.is_noun or h.item.ambiguous]
    if not soon:
        return False
    words = notes.text[hit.span.end : soon[0].span.start].split()
    return len(words) <= 1 or (words[0] in ("and", "or") and len(words) <= 3)
