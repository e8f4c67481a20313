"""What an incident was aimed at: a thing, a force, persons or a site, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tallystick.extract.actors.sides import (
    CIRCUMSTANCE,
    actor_ref,
    around,
    sides,
    speaking_near,
)
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.crafts import is_craft
from tallystick.extract.events.triggers import Trigger
from tallystick.extract.places.mentions import PlaceMention
from tallystick.extract.roles.authors import authors
from tallystick.extract.roles.claims import claims
from tallystick.extract.roles.stricken import stricken
from tallystick.extract.roles.target_limits import (
    SHORT_NAME,
    hangs,
    is_day,
    is_part,
    is_where,
    laid_on,
    only_hurt,
    only_there,
    tells_toll,
)
from tallystick.extract.roles.target_pairs import paired
from tallystick.extract.roles.target_phrases import (
    PERSON_KINDS,
    force,
    owner_of,
    plain,
    side_kind,
    thing,
)
from tallystick.extract.roles.undergone import turned
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import PlacePrecision, Target, TargetKind
from tallystick.vocab.actors import ActorKind
from tallystick.vocab.caseless import caseless
from tallystick.vocab.gazetteer import own_entries
from tallystick.vocab.lexicon import Strength, TargetWord, target_words
from tallystick.vocab.matching import Hit
from tallystick.vocab.pattern import Pattern

_REACH = 110  # characters from a trigger to what it is aimed at
_SUBJECT_WORDS = 12  # from the first thing of a subject to its verb
_MANY = 4

_ON = (
    r"on|against|at(?!\s+(?:least|most)\b)|targeting|upon|toward|towards|into|of|hit|hits|hitting|"
    r"striking|struck"
)
_BY = "near|inside|outside|in|around|next to|close to|outside of|under|beneath|beside|opposite"
_FILL = (
    r"(?:(?:a|an|the|its|their|his|several|two|three|four|some|many|\d+|both|least|more|than|one|at|"
    r"other|what|was|were|it|called|described|as|[\"“])\s+)*"
)
_AT = caseless(
    rf"(?:^|[\s,])(?P<prep>{_ON}|{_BY}|over|above|to)\s+{_FILL}(?:[\w.'’“\"”-]+[\s-]+){{0,4}}[\"“]?$"
)
_DIRECT = Pattern(r"[\s\"“]+(?:[\w.'’“”\"-]+[\s-]+[\"“]?){0,6}$")
_FULL_STOP = (  # none is that of "the U.S. embassies", "Dr. Example"
    r"(?<![.\s][^\W\d_])(?<!\b(?:dr|mr|ms|lt|st|fr))(?<!\b(?:mrs|gen|col|maj|sgt|adm|gov|sen|rep|rev))"
    r"(?<!\b(?:capt|brig|prof|supt|insp))\.\s"
)
_GAP_STOP = Pattern(
    rf"[;:]|{_FULL_STOP}|\s[-–—]+\s|\b(?:by|after|when|while|killing|wounding|injuring|leaving|said|says|"
    r"which|from|because|who|before|until|with|for|that|as|claimed|has|have|had|is|are|"
    r"told|reported|using|during|than|but|where|whose|since|amid|causing|prompting|forcing|claiming|"
    r"including)\b|"
    r",\s+(?:a|an|the)\s|\s(?-i:The)\s",  # a title that runs into the text
    re.IGNORECASE,
)
_NOUN_STOP = caseless(r"\b(?:was|were|took|went|began|came|occurred|happened|rocked)\b")
_PASSIVE_STOP = Pattern(
    rf"[;:]|{_FULL_STOP}|\b(?:by|said|says|that|when|after|while|killed|announced|reported|told|but|because|"
    r"since|as|until)\b",
    re.IGNORECASE,
)
_CALLED_OFF = Pattern(r"\bkilling\s+(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE)


def targets(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    """What a trigger is aimed at, nearest first, and those listed with it; four at most.

    In the passive it is the subject; for weapons shot down, the site that they were over.
    Who speaks, who attacked, and what only carried the bomb is no target.
    """
    clause = around(clause, trigger.span)
    speaking = speaking_near(notes, clause)
    aimed = turned(notes.text, clause, trigger)
    banned = [s for a in speaking for s in (a.source, *a.via)]
    armed = [w.span for w in inside(notes.weapons, clause) if not is_craft(w.item)]
    banned += [d.span for d in authors(notes, clause, trigger)]
    banned += [d.span for d in claims(notes, clause)]
    banned += laid_on(notes.text, clause)
    found = [d for d in _candidates(notes, clause, aimed) if not _clash(banned, d.span)]
    found = [d for d in found if not any(_is_weapon(w, d.span) for w in armed)]
    if _undergone(aimed) and (subject := _subject(notes, clause, found)):
        return paired(notes.text, subject)
    found = [] if _undergone(aimed) else found
    return (
        paired(notes.text, _with_listed(notes, clause, _nearest(notes, found), [*banned, *armed]))
        or _answered(notes, clause, trigger)
        or [d for d in stricken(notes, clause) if not _clash([*banned, *armed], d.span)]
    )


def _is_weapon(weapon: Span, target: Span) -> bool:
    """ "A car bomb" is no car; "gun emplacements" are no guns."""
    return weapon.overlaps(target) and weapon.end >= target.end


def _clash(banned: Sequence[Span], span: Span) -> bool:
    return any(b.overlaps(span) for b in banned)


def _candidates(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    """Things first, then forces, sites and persons that no thing covers, in their order."""
    found: list[Draft] = []
    for group in (_things, _forces, _sites, _persons):
        found += [d for d in group(notes, clause, trigger) if not _covers(found, d)]
    return sorted(found, key=lambda d: d.span)


def _covers(found: Sequence[Draft], draft: Draft) -> bool:
    return any(d.span.overlaps(draft.span) for d in found)


def _nearest(notes: Annotations, found: Sequence[Draft]) -> list[Draft]:
    chosen = list(found[:1])
    for draft in found[1:]:
        acts = _ACTS.match(notes.text, draft.span.end)
        if _joined(notes.text[chosen[-1].span.end : draft.span.start]) and not acts:
            chosen.append(draft)
    return chosen[:_MANY]


def _many(text: str, span: Span) -> bool:
    return span.of(text).endswith("s")


def _with_listed(
    notes: Annotations, clause: Span, chosen: list[Draft], banned: Sequence[Span]
) -> list[Draft]:
    """With the things that go on its list: "a school, **a bakery and a chapel**"."""
    if not chosen or not isinstance(chosen[-1].value, Target):
        return chosen
    for hit in inside(
        notes.targets, Span(chosen[-1].span.end, max(clause.end, chosen[-1].span.end))
    ):
        made = thing(notes, clause, chosen[-1].span.end, hit)
        gap = notes.text[chosen[-1].span.end : made.span.start]
        listed = _LISTED.fullmatch(gap) or (
            _BARE_LIST.fullmatch(gap) and _many(notes.text, hit.span)
        )
        if not listed or is_part(notes, hit.span) or is_where(notes, hit.span):
            break
        if _clash(banned, made.span) or _ACTS.match(notes.text, hit.span.end):
            break
        chosen = [*chosen, made]
    return chosen[:_MANY]


_LISTED = Pattern(
    r"\s*(?:,|,?\s+and|,?\s+as well as|)\s+(?:an?|the|two|three|four|several)\s+", re.I
)
_BARE_LIST = Pattern(r"\s*(?:,|,?\s+and)\s+", re.IGNORECASE)
_ACTS = Pattern(r"\s+(?:said|says|told|was|were|had|has|have|is|are|official|spokes\w+|source)\b")
_JOIN = Pattern(
    r"[\s)\"”]*(?:,\s*and|,|and|or|as well as)\s+(?:(?:at|on|against|near|in)\s+)?"
    r"(?:[\w.'’-]+\s+){0,4}[\"“]?$",
    re.IGNORECASE,
)
_JOIN_STOP = Pattern(
    r"\b(?:was|were|is|has|had|said|killed|killing|wounded|wounding|which|who|where|by|"
    r"when|after)\b",
    re.IGNORECASE,
)


_ITS_OWN = Pattern(  # "tents and carts **of** the raiders", but "a mill and a group of soldiers"
    r"\band\s+(?!(?:an?|the|some|several|many|two|three|four|\d+)\s)(?:[\w-]+\s+)?[a-z-]+s\s+"
    r"(?:of|for)\s+(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _joined(gap: str) -> bool:
    if _JOIN_STOP.search(gap) or _ITS_OWN.search(gap):
        return False
    return len(gap) < 70 and _JOIN.fullmatch(gap) is not None


def _subject(notes: Annotations, clause: Span, found: Sequence[Draft]) -> list[Draft]:
    """The head of a passive's subject: "**the hospital** under the control of the army"."""
    heads = [d for d in found if not hangs(notes, clause, d.span) and not _of_one(notes, found, d)]
    if not heads:
        return []
    last = heads[-1]
    chosen = [last]
    for draft in reversed(heads[:-1]):
        if _joined(notes.text[draft.span.end : chosen[0].span.start]):
            chosen.insert(0, draft)
    return chosen[:_MANY]


def _of_one(notes: Annotations, found: Sequence[Draft], draft: Draft) -> bool:
    """ "A **convoy** of peacekeepers": they only say of whom it is."""
    return any(
        d.span.end < draft.span.start
        and _MADE_OF.fullmatch(notes.text, d.span.end, draft.span.start) is not None
        for d in found
    )


_MADE_OF = Pattern(r"\s+of\s+(?:the\s+|an?\s+|its\s+|their\s+|about\s+|\w+ly\s+)?", re.IGNORECASE)


# ------------------------------------------------------------------ what is in reach


def _aimed(notes: Annotations, clause: Span, trigger: Trigger, span: Span) -> str | None:
    """How a span stands to a trigger: ``"on"``, ``"by"`` (near, in), or ``None``."""
    if _undergone(trigger):
        return _undergoes(notes, clause, trigger, span)
    if not trigger.span.end <= span.start <= trigger.span.end + _REACH:
        return None
    if trigger.verb and notes.text.endswith((" the ", " those "), 0, trigger.span.start):
        return None  # "visited the targeted areas"
    between = SHORT_NAME.sub("", notes.text[trigger.span.end : span.start])
    between = _without_agent(trigger, between)
    if _GAP_STOP.search(between) or CIRCUMSTANCE.search(between):
        return None
    if not trigger.verb and _NOUN_STOP.search(between):
        return None
    preposition = _AT.search(between)
    if preposition is not None:
        return _manner(trigger, preposition["prep"].lower())
    return "on" if _takes_object(trigger) and _DIRECT.fullmatch(between) else None


_AGENT = Pattern(
    r"\s+by\s+(?:[\w.'’-]+\s+){1,6}?(?=(?:on|at|against|of|upon|targeting)\s)", re.IGNORECASE
)


_MEANS = Pattern(
    r"\s+with\s+(?:[\w-]+\s+){0,4}?(?:shells?|rockets?|missiles?|mortars?|rounds?|guns?|artillery|"
    r"bombs?|grenades?|drones?|mines?|explosives)(?:\s+and\s+(?:[\w-]+\s+)?\w+s)?(?=\s)",
    re.IGNORECASE,
)


def _without_agent(trigger: Trigger, between: str) -> str:
    """ "An attack **by gunmen** on a school", "shelled **with eight rockets** the school"."""
    between = _MEANS.sub("", between, count=1)
    if trigger.verb and trigger.word.strength is not Strength.LAUNCH:
        return between
    return _AGENT.sub(" ", between, count=1)


_DIRECTED = (Strength.LAUNCH, Strength.EXPLODE, Strength.INTERCEPT, Strength.RESPONSE)


def _takes_object(trigger: Trigger) -> bool:
    """ "bombed the bridge", but "fired at the bridge", "exploded at the bridge"."""
    base = trigger.word.base
    return (
        trigger.verb
        and (trigger.word.strength not in _DIRECTED or base in ("tear apart", "rip apart"))
        and base not in ("clash", "retaliate")
    )


def _undergone(trigger: Trigger) -> bool:
    """Whether its subject is what was attacked; of rockets that were fired it is not."""
    return trigger.passive and trigger.word.strength not in _DIRECTED


def _manner(trigger: Trigger, preposition: str) -> str | None:
    if preposition in ("over", "above"):
        return "on" if trigger.word.strength is Strength.INTERCEPT else None
    if preposition == "to":
        return "on" if trigger.word.base in ("set fire to", "lay siege") else None
    if preposition == "of" and trigger.word.base in ("attack", "assault", "raid", "operation"):
        return None
    if preposition == "at" and not trigger.verb:
        return "by"
    return "by" if preposition in _BY.split("|") else "on"


_HELD_BY = Pattern(
    r"\b(?:used|held|run|owned|operated|occupied|manned|rented|guarded|controlled|inhabited)\s+by\b"
    r"(?:[^.;,]{0,40}?\sas\s+(?:an?|its|their)\b)?"
)


def _undergoes(notes: Annotations, clause: Span, trigger: Trigger, span: Span) -> str | None:
    if not (clause.start <= span.start and span.end <= trigger.span.start):
        return None
    between = _HELD_BY.sub(" ", notes.text[span.end : trigger.span.start])
    near = len(between) < _REACH and len(between.split()) <= _SUBJECT_WORDS
    return "on" if near and not _PASSIVE_STOP.search(between) else None


# ------------------------------------------------------------------ things


def _things(notes: Annotations, clause: Span, trigger: Trigger) -> Iterator[Draft]:
    for hit in inside(notes.targets, clause):
        how = _aimed(notes, clause, trigger, hit.span)
        if how is None or (how == "by" and only_there(notes, trigger, hit.span)):
            continue
        if is_where(notes, hit.span) or is_part(notes, hit.span) or is_day(notes, hit.span):
            continue  # a place as such, an adjective, "in March"
        if trigger.word.kind is IncidentKind.SEIZURE and hit.item.kind is TargetKind.RESIDENTIAL:
            continue  # what is taken is where it was
        if only_hurt(notes, trigger, hit.span) or _carried(notes.text, hit.span):
            continue
        yield _thing(notes, clause, trigger, hit)


_LADEN = Pattern(r"(?:explosives?|bombs?)[-‐](?:laden|packed|rigged|filled)\s+$", re.IGNORECASE)
_LOADED = Pattern(
    r"\s+(?:packed|laden|loaded|rigged|filled)\s+with\s+(?:[\w.-]+\s+){0,4}(?:explosives?|bombs?|TNT|"
    r"dynamite|C-?4)\b",
    re.IGNORECASE,
)


def _carried(text: str, span: Span) -> bool:
    """ "Rammed an **explosives-laden lorry** into a post": what brought the bomb."""
    laden = _LADEN.search(text, max(0, span.start - 24), span.start)
    return laden is not None or _LOADED.match(text, span.end) is not None


def _thing(notes: Annotations, clause: Span, trigger: Trigger, hit: Hit[TargetWord]) -> Draft:
    first = trigger.span.end if hit.span.start >= trigger.span.end else clause.start
    return thing(notes, clause, first, hit)


# ------------------------------------------------------------------ forces, sites, persons


def _forces(notes: Annotations, clause: Span, trigger: Trigger) -> Iterator[Draft]:
    for named in sides(notes, clause):
        if named.actor is not None and (named.actor.place_like or _is_body(named)):
            continue
        if tells_toll(trigger) or notes.text.startswith("-", named.span.end):
            continue  # the dead; "rebel-held"
        if _NAMES_IT.match(notes.text, named.span.end):
            continue
        if _aimed(notes, clause, trigger, named.span) == "on":
            span = _with_noun(notes, named.span)
            name = plain(span.of(notes.text))
            yield Draft(Field.TARGET, Target(name, side_kind(named), actor_ref(named)), span)


_NAMES_IT = Pattern(
    r"\s+(?:called|calls|described|describes|said was|says is)\b"
)  # "what X called"
_NOUNS = Pattern(
    r"(?:['’]s?|\sgroups?['’]?s?)?\s(?P<noun>(?:(?!(?:in|on|at|near|and|or|with|who|that|which|after|"
    r"as|by|from|to|for|of|was|were|is|are|has|had|have|killing|killed|left|early|late|inside|"
    r"outside|during|before|while|when|over|under|but|since|until|into|using|along|across|around|"
    r"between|against|there|said|says|told|some|most|this|last|hiding|travell?ing|fighting)\b)"
    r"[a-z][\w-]*\s?){1,3})(?=[\s,.;]|$)"
)


def _with_noun(notes: Annotations, name: Span) -> Span:
    """ "Struck **the militia's supply lines**": what follows a name and is its own."""
    match = _NOUNS.match(notes.text, name.end, name.end + 60)
    if match is None or not match["noun"].rstrip().endswith("s"):
        return name
    return Span(name.start, match.start("noun") + len(match["noun"].rstrip()))


def _is_body(named: Named) -> bool:
    """An international body or a party is attacked in its offices and people, not as such."""
    return named.actor is not None and named.actor.kind is ActorKind.INTERNATIONAL_ORGANISATION


_SITE_KINDS = {
    **dict.fromkeys(["base", "island_base"], TargetKind.MILITARY),
    **dict.fromkeys(
        ["field", "refinery", "pipeline", "plant", "nuclear", "dam"], TargetKind.ENERGY
    ),
    **dict.fromkeys(["airport", "port", "crossing", "bridge"], TargetKind.TRANSPORT),
    **dict.fromkeys(["embassy", "compound"], TargetKind.DIPLOMATIC),
    "camp": TargetKind.RESIDENTIAL,
    "hospital": TargetKind.MEDICAL,
    "prison": TargetKind.GOVERNMENT,
}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, TargetKind]:
    """The kind of target that a site of the project's own gazetteer is, by its id."""
    entries = (entry.candidate for entry in own_entries())
    return {e.id: _SITE_KINDS[e.kind] for e in entries if e.kind in _SITE_KINDS}


def _sites(notes: Annotations, clause: Span, trigger: Trigger) -> Iterator[Draft]:
    for mention in inside(notes.places, clause):
        if mention.place.precision is not PlacePrecision.SITE:
            continue
        if _aimed(notes, clause, trigger, mention.span) is not None:
            owner = owner_of(notes, clause, mention.span)
            kind = site_kind(notes, mention)
            yield Draft(Field.TARGET, Target(mention.place.name, kind, owner), mention.span)


def site_kind(notes: Annotations, mention: PlaceMention) -> TargetKind:
    """By the noun that its name ends in or is followed by, else by the gazetteer's entry."""
    words = notes.text[mention.span.start : mention.span.end]
    after = re.match(
        r"\s+[\w-]+(?:\s+[\w-]+)?", notes.text[mention.span.end : mention.span.end + 30]
    )
    for phrase in (words, after.group() if after else "", mention.place.name):
        hits = [h for h in target_words().find(phrase) if h.item.kind is not TargetKind.OTHER]
        if hits and phrase:
            return hits[0].item.kind
    return _kinds().get(mention.place.id or "", TargetKind.OTHER)


_SORT = Pattern(  # "civilian sites", "private and public property"
    r"(?:local|civilian)\s+[a-z]|private\s+(?:and|or)\s+(?:public|state|government)\b",
    re.IGNORECASE,
)


def _persons(notes: Annotations, clause: Span, trigger: Trigger) -> Iterator[Draft]:
    """Persons of a class as the object: "kidnapped three journalists"."""
    for hit in inside(notes.persons, clause):
        if (
            _of_name(notes, hit.span)
            or _SORT.match(notes.text, hit.span.start)
            or only_hurt(notes, trigger, hit.span)
        ):
            continue
        if _aimed(notes, clause, trigger, hit.span) != "on":
            continue
        first = trigger.span.end if hit.span.start >= trigger.span.end else clause.start
        made = force(notes, clause, first, hit)
        if made is not None:
            yield made


def _of_name(notes: Annotations, span: Span) -> bool:
    """ "The rebel-held town", "Sheikh Maqsoud", "the mayor's wife": part of other words."""
    near = Span(max(0, span.start - 40), span.end + 40)
    named = any(p.span.overlaps(span) for p in inside(notes.places, near))
    return named or notes.text.startswith(("-", "'s ", "’s "), span.end)


def _answered(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    """The target of an answer, where only its dead are told: "responded, killing two rebels"."""
    if trigger.word.strength is not Strength.RESPONSE:
        return []
    for hit in inside(notes.persons, Span(trigger.span.end, max(trigger.span.end, clause.end))):
        kind = PERSON_KINDS.get(hit.item.who)
        if kind and _CALLED_OFF.search(notes.text[max(0, hit.span.start - 60) : hit.span.start]):
            name = plain(hit.span.of(notes.text))
            owner = owner_of(notes, clause, hit.span)
            return [Draft(Field.TARGET, Target(name, kind, owner), hit.span)]
    return []
