"""Weapons with their counts, and what became of them; what was done in answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft, union
from tallystick.extract.roles import actor_ref
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import CountRange, Fate, Outcome, Response, WeaponUse
from tallystick.vocab.matching import Hit
from tallystick.vocab.weapons import Weapon, weapon_book

_FATES: tuple[tuple[Fate, str], ...] = (
    (
        Fate.INTERCEPTED,
        r"intercept(?:ed|s|ing)?|sh(?:o|oo)t(?:s|ing)? down|downed|brought down|"
        r"engaged and destroyed|"
        r"neutrali[sz]ed|destroyed (?:in (?:the )?air|before)|jammed",
    ),
    (Fate.FAILED_TO_EXPLODE, r"(?:failed to|did not|didn't) (?:explode|detonate|go off)|duds?"),
    (
        Fate.FELL_SHORT,
        r"fell short|missed (?:its|their|the)|(?:landed|fell|hit|struck|crashed|came down) (?:in|"
        r"on|near) an? "
        r"(?:open|empty|uninhabited|deserted|vacant|field)(?: \w+)?|never (?:got|came) (?:close|"
        r"near)|"
        r"fell (?:outside|near|in the vicinity)|landed (?:outside|near|harmlessly)",
    ),
    (Fate.CRASHED, r"crash(?:ed|es|ing)"),
    (Fate.DEFUSED, r"defus(?:ed|es|ing)|dismantl(?:ed|ing)|disarmed|safely detonated|deactivated"),
    (
        Fate.REPELLED,
        r"repel(?:led|s|ling)|repuls(?:ed|es|ing)|beat(?:en)? back|fought off|driven back",
    ),
    (
        Fate.HIT,
        r"(?:directly |accurately |precisely )?(?:hit|hits|struck|strikes|striking|hitting)(?! by)|"
        r"(?:directly|precisely) hit|hit directly|impact(?:ed|s|ing)|land(?:ed|ing) (?:inside|in|"
        r"on|at)|"
        r"slammed into|crashed into|detonated (?:inside|near)|exploded (?:inside|at|near|in)",
    ),
)
_PATTERNS = tuple((fate, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for fate, words in _FATES)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+|\w+\s+)?$", re.IGNORECASE)
_NOT_USED = re.compile(
    r"\b(?:seiz\w+|confiscat\w+|discover\w+|recover\w+|suppl\w+|s[eo]ld|deliver\w+|smuggl\w+|"
    r"stockpil\w+|possess\w*|arsenal|shipment|launchers?|cache)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_NOT_WEAPON = re.compile(
    r"\s*(?:defen[cs]e|launchers?|program\w*|systems?|depots?|factory|factories)\b", re.I
)
_ORDINAL = re.compile(
    r"\b(?:a |the )?(?:first|second|third|fourth|fifth|other|last|one of the)\s*$", re.I
)
_ONE = re.compile(
    r"\b(?:the (?:first|second|third|other)(?: one)?|one(?: of (?:them|the \w+))?|"
    r"another)\b(?!\s+\w+\s+"
    r"(?:killed|wounded|soldier|person|people|civilian|injured))",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|never|no|failed to|n't|without)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def weapon_type(hit: Hit[Weapon]) -> str:
    """The broadest type that a weapon of the text belongs to: "drone" for a suicide drone."""
    return weapon_book().top(hit.item.id).id


def weapons(notes: Annotations, clause: Span) -> list[Hit[Weapon]]:
    """The weapons used in a clause: not those found, supplied or meant for defence."""
    return [
        hit
        for hit in inside(notes.weapons, clause)
        if not _NOT_USED.search(notes.text[max(clause.start, hit.span.start - 60) : hit.span.start])
        and not _NOT_WEAPON.match(notes.text[hit.span.end : hit.span.end + 20])
    ]


def weapon_drafts(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """The weapons of a clause with their numbers, as far as the words give them."""
    for hit in weapons(notes, clause):
        count, span = _counted(notes, clause, hit)
        yield Draft(Field.WEAPON, WeaponUse(weapon_type(hit), count), span)


def _counted(notes: Annotations, clause: Span, hit: Hit[Weapon]) -> tuple[CountRange | None, Span]:
    region = Span(max(clause.start, hit.span.start - 50), hit.span.start)
    for count in reversed(inside(notes.counts, region)):
        gap = notes.text[count.span.end : hit.span.start]
        if re.fullmatch(
            r"(?:\s+(?:of\s+)?(?:the\s+)?(?:[\w.'’,-]+\s+){0,4}|[\s-]*)", gap
        ) and not re.search(r"\b(?:and|in|on|by|with|or|to|at|from|who)\b", gap):
            if count.count.text.lower() in ("a", "an") and _names_attack(notes, hit):
                return None, hit.span
            return count.count, Span(count.span.start, hit.span.end)
        break
    ordinal = _ORDINAL.search(notes.text[region.start : region.end])
    if ordinal and not hit.span.of(notes.text).endswith("s"):
        start = region.start + ordinal.start()
        return CountRange.exactly(1, notes.text[start : hit.span.end]), Span(start, hit.span.end)
    if _SINGLE.search(notes.text[region.start : region.end]) and _singular(notes, hit):
        return CountRange.exactly(1, hit.span.of(notes.text)), hit.span
    return None, hit.span


_SINGLE = re.compile(r"\b(?:the|this|that)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


def _singular(notes: Annotations, hit: Hit[Weapon]) -> bool:
    """ "the intercepted drone" is one; "the drone attack" may be of many."""
    return not hit.span.of(notes.text).endswith("s") and not _names_attack(notes, hit)


def _names_attack(notes: Annotations, hit: Hit[Weapon]) -> bool:
    """ "a drone attack" is one attack, of any number of drones."""
    after = Span(hit.span.end, min(len(notes.text), hit.span.end + 25))
    soon = inside(notes.events, after)
    return bool(soon) and len(notes.text[hit.span.end : soon[0].span.start].split()) <= 1


def outcomes(
    notes: Annotations, clause: Span, before: Sequence[Hit[Weapon]] = ()
) -> Iterator[Draft]:
    """What became of the weapons of a clause.

    ``before`` are weapons named earlier, which "the first", "one" and "all" may go back to.
    Shot-down aircraft and rockets that "hit" count; a place "hit by" something counts once
    the weapon is named.
    """
    taken: list[Span] = []
    for fate, pattern in _PATTERNS:
        for match in pattern.finditer(notes.text, clause.start, clause.end):
            cue = Span(*match.span())
            if any(t.overlaps(cue) for t in taken):
                continue
            taken.append(cue)
            yield from _outcome(notes, clause, fate, cue, before)


def _outcome(
    notes: Annotations, clause: Span, fate: Fate, cue: Span, before: Sequence[Hit[Weapon]]
) -> Iterator[Draft]:
    stance = (
        Stance.DENIES
        if _NEGATED.search(notes.text[max(clause.start, cue.start - 30) : cue.start])
        and fate is not Fate.FAILED_TO_EXPLODE
        else None
    )
    subject = _subject(notes, clause, fate, cue)
    if subject is not None:
        count, span = _counted(notes, clause, subject)
        yield Draft(
            Field.OUTCOME, Outcome(fate, weapon_type(subject), count), union(span, cue), stance
        )
        return
    one = _one_of(notes, clause, cue)
    if one is not None and before:
        value = Outcome(fate, weapon_type(before[-1]), CountRange.exactly(1, one.of(notes.text)))
        yield Draft(Field.OUTCOME, value, union(one, cue), stance)
    elif fate is not Fate.HIT and fate is not Fate.CRASHED and before:
        yield Draft(Field.OUTCOME, Outcome(fate, weapon_type(before[-1])), cue, stance)
    elif fate in (Fate.REPELLED, Fate.DEFUSED) or (
        fate is Fate.HIT and re.search(r"direct|precise|accurate", cue.of(notes.text), re.I)
    ):
        yield Draft(Field.OUTCOME, Outcome(fate), cue, stance)


def _subject(notes: Annotations, clause: Span, fate: Fate, cue: Span) -> Hit[Weapon] | None:
    """The weapon that a fate befell: before a passive or an intransitive, after an active."""
    used = weapons(notes, clause)
    left = [h for h in used if h.span.end <= cue.start]
    right = [h for h in used if h.span.start >= cue.end]
    active = fate in (Fate.INTERCEPTED, Fate.DEFUSED) and not _PASSIVE.search(
        notes.text[max(clause.start, cue.start - 30) : cue.start]
    )
    if active:
        return right[0] if right and right[0].span.start - cue.end < 60 else None
    if left and cue.start - left[-1].span.end < 110:
        if _one_of(notes, Span(left[-1].span.end, clause.end), cue) is None:
            return left[-1]
    return None


def _one_of(notes: Annotations, clause: Span, cue: Span) -> Span | None:
    start = max(clause.start, cue.start - 60)
    found = None
    for match in _ONE.finditer(notes.text, start, cue.start):
        if not re.search(r"[;.]", notes.text[match.end() : cue.start]):
            found = Span(*match.span())
    return found


_RESPONSE = re.compile(
    r"\b(?:order(?:ed|s)\s+(?:an?\s+)?(?:\w+\s+)?(?:investigation|inquiry|probe)|order(?:ed|"
    r"s)\s[^.;,]{3,50}\s"
    r"(?:to (?:hunt|pursue|track|find|arrest))\b|launched (?:an?\s+)?(?:\w+\s+)?(?:investigation|"
    r"manhunt|probe|"
    r"search)|opened an? (?:\w+\s+)?(?:investigation|inquiry)|cordoned off|sealed off|"
    r"imposed a curfew|"
    r"declared (?:a state of emergency|(?:\w+\s+)?days? of mourning)|retaliat(?:ed|es)|"
    r"returned fire|"
    r"responded (?:with|by)|summoned|evacuated|arrested|detained|closed (?:the )?(?:border|road|"
    r"airport))\b",
    re.IGNORECASE,
)


def responses(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """What was done in answer, in the words of the text up to the next stop."""
    for match in _RESPONSE.finditer(notes.text, clause.start, clause.end):
        stop = re.compile(r"[,;.]|\s(?:and|after|while|but)\s").search(
            notes.text, match.end(), clause.end
        )
        span = Span(match.start(), stop.start() if stop else clause.end)
        actors = [n for n in inside(notes.actors, Span(clause.start, match.start()))]
        by = actor_ref(actors[-1]) if actors else None
        yield Draft(Field.RESPONSE, Response(" ".join(span.of(notes.text).split()), by), span)
