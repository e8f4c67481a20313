"""Who carried out an incident, as the words around its trigger name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tallystick.extract.actors.owners import belongs, each_once, either, of_a_site, owners, sharing
from tallystick.extract.actors.sides import (
    CIRCUMSTANCE,
    OBJECTIVE,
    acting,
    actor_ref,
    around,
    before_subject,
    in_full,
    is_met,
    sides,
    with_listed,
)
from tallystick.extract.actors.speaking_sides import as_told, is_own_man
from tallystick.extract.actors.strangers import DESCRIBED, is_hurt, strangers
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.events.triggers import Trigger
from tallystick.extract.roles.anaphors import anaphors
from tallystick.extract.roles.claim_words import undone
from tallystick.extract.spoken import saying
from tallystick.extract.weapons.use import weapons
from tallystick.extract.weapons.words import worded
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef
from tallystick.vocab.actors import actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import Form, Strength, event_words
from tallystick.vocab.pattern import Pattern

_CARRIED_OUT = (
    "launched|conducted|perpetrated|staged|mounted|committed|executed|waged|undertaken|made|fired|"
    "attacked|shelled|bombed|carried out|carried|planted|placed|detonated|dropped|thrown|targeted|"
    "abducted|kidnapped|killed|murdered|shot|ambushed|done|manned|lobbed|hurled|driven|piloted|"
    "struck|hit|raided|stormed|wounded|injured|ordered|orchestrated|masterminded"
)
# An agent after "by": an article, a number, some adjectives; "members of" and the like.
_BY = Pattern(
    r"\bby\s+(?:(?:what|whom)\s+[^.;,]{3,60}?\s(?:as|was|were|are|is|be)\s+)?"
    r"(?:(?!(?:in|on|at|from|of|near|for|after|during|to|with|over|against|and|into)\b)"
    r"[\w.'’“\"-]+\s+[\"“]?){0,4}"
    r"(?:(?:of|from|loyal to|belonging to|allied (?:with|to)|affiliated (?:with|to)|linked to|"
    r"calling (?:itself|themselves)|called|and)\s+(?:the\s+|a\s+)?(?:[\w'’-]+\s+){0,2}[\"“]?)?$",
    re.IGNORECASE,
)
_BY_OTHER = Pattern(
    rf"\b(?!(?:{_CARRIED_OUT})\b)(?:[\w-]+(?:ed|en|et|ly|wn)|held|run|led|built|kept|sent|drawn up|"
    r"set up|known|made up|lost|won|bought|said|paid|stationed|backed|hosted|used)\s+by\s",
    re.IGNORECASE,
)
_MEASURE = Pattern(
    r"(?:['’]s?)?\s*(?:own\s+)?(?:account|count|counts|tally|estimates?|figures|reckoning|"
    r"standards|"
    r"admission|version|calculations?|measure|data|records|definition|invitation|request|order|"
    r"orders|side|weapons?|arms|rocket|missile|drone|bombs?)\b",
    re.IGNORECASE,
)
_BY_MEASURE = Pattern(
    r"\bby\s+(?:the\s+|its\s+|one\s+|some\s+|official\s+)?(?:own\s+)?"
    r"(?:account|count|counts|tally|estimate|estimates|reckoning|admission|"
    r"order|orders|invitation|request|way|means|use|"
    r"drones?|rockets?|missiles?|air|land|sea|force|mistake|accident)\b",
    re.IGNORECASE,
)
_STOP = Pattern(r"[;:]|\.\s|\s[-–—]+\s|,\s+(?:but|which|who|while|and\s+(?:then|later))\s")
_WORK_OF = Pattern(
    r"\b(?:was|were|is)\s+(?:\w+ly\s+)?the\s+(?:handi)?work\s+of\s+(?:the\s+|"
    r"an?\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_ANOTHER = Pattern(r"\b(?:was|were|is|are|came|comes)\s+(?:an?|the|in|as|after)\s", re.IGNORECASE)
_SUSPECT = caseless(
    r"\b(?:suspected|alleged|allegedly|apparent|apparently|"
    r"(?:believed|thought|said) to (?:be(?: members of| from| linked to)?|belong to)|presumed|"
    r"presumably|possibly|probably|likely|unconfirmed|purported|purportedly|"
    r"apparent effort by|possible|believes?)\s+"
    r"(?:that\s+)?(?:to be\s+)?(?:the\s+|a\s+)?(?:[\w'’.-]+\s+){0,2}$"
)
_SUBJECT_BREAK = caseless(
    r"[;:]|\b(?:that|when|while|but|because|as|where|until|since|whereas|if|"
    r"(?:after|before)(?!\s+(?:dawn|dark|midnight|noon|midday|sunrise|sunset|nightfall|daybreak|"
    r"dusk)))\s|\s[-–—]+\s"
)
_SUPPORT_BREAK = Pattern(r"[;:]|\b(?:that|after|when|while|but|because|where|whereas)\s", re.I)
_NEW_VERB = caseless(
    r"\b(?:he|she|they|we|you|was|were|is|are|has been|have been|killed|said|says|say|told|"
    r"reported|reports|hosts?|houses?|charged|arrested|convicted|sentenced|indicted|announced|"
    r"blamed|accused|denied|confirmed|declared|claimed|warned|added|stated|condemned|deplored|denounced|decried|mourned|"
    r"critici[sz]ed|praised|welcomed|ordered|left|died|forced|led|including|hit by|targeted by)\b"
)
_OWN_SUBJECT = Pattern(r",\s+(?:a|an|the|two|three|\d+|one|several)\s+[\w-]+\s", re.IGNORECASE)
_ADJECTIVES = ("terrorist", "police", "military", "government")  # "a terrorist attack"
_BETWEEN_NOUN = Pattern(r"(?:['’]s?|-led|-style)?[\s-]+(?:[\w.'’-]+[\s-]+){0,4}$")
_NOT_BETWEEN = Pattern(
    r"\b(?:in|on|to|of|by|against|after|and|for|with|was|were|said|claim\w*|den\w+|the|from|a|an|"
    r"under|at|have|has|had|is|are|prevented|foiled|thwarted|suffered|faced|saw|say|blam\w+|"
    r"condemn\w+|report\w+|survived|escaped|investigat\w+|repelled|intercepted|came)\b",
    re.IGNORECASE,
)
_THIRD_PERSON = Pattern(r"\s[a-z]{2,}(?<!s)s\s")  # "the ministry puts an attack at ..."
_SUPPORT = caseless(
    r"\b(?:carried out|carry out|carries out|carrying out|conduct(?:ed|s|ing)?|"
    r"launch(?:ed|es|ing)?|mount(?:ed|s|ing)?|stag(?:ed|es|ing)|perpetrated|committed|executed|"
    r"began|started|continued|stepped up|unleashed|resumed|intensified|made|wag(?:ed?|es|ing)|"
    r"stages?|press(?:ed|es|ing)?|spearhead(?:ed|s|ing)|"
    r"fired|firing|fires|rained|raining|lobbed|dropped|unleashing|directed|planned|orchestrated|"
    r"masterminded|(?:was|were|are|is|being) (?:behind|responsible for))\s+"
    r"(?:[\w'’-]+\s+){0,6}$"
)
_OF = Pattern(r"\s+of\s+(?:the\s+)?(?:[\w'’-]+\s+){0,2}$", re.IGNORECASE)
_UNDERGONE = Pattern(r"\b(?:was|were|been|being|be)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def authors(notes: Annotations, clause: Span, trigger: Trigger) -> tuple[Draft, ...]:
    """Those who carried out the incident of a trigger, in the order of the text.

    Whoever speaks of it is none, nor who shot the weapons down; one called suspected or
    alleged gets the stance ``doubts``.
    """
    if trigger.word.strength is Strength.INTERCEPT:
        return ()  # who shoots a drone down did not send it
    if trigger.verb and not trigger.passive and undone(notes.text, trigger.span):
        return ()  # "its troops had fired no shots"
    return _authors(notes, around(clause, trigger.span), trigger)


@lru_cache(maxsize=64)
def _authors(notes: Annotations, clause: Span, trigger: Trigger) -> tuple[Draft, ...]:
    names = [n for n in sides(notes, clause) if not _circumstance(notes, clause, trigger, n)]
    spoken = saying(notes, trigger.span)
    spoken = [v for v in spoken if not _HELD_TO_BE.match(notes.text, v.cue.start)]
    names = [n for n in names if not any(v.source.overlaps(n.span) for v in spoken)]
    found = dict.fromkeys(_named(notes, clause, trigger, names))
    drafts = [_author(notes, clause, n) for n in found]
    if not trigger.verb:
        drafts = each_once([*drafts, *owners(notes, clause, trigger.span)])
    if drafts:
        drafts = each_once([*sharing(notes, clause, drafts[0].span), *drafts])
    opposed = (_author(notes, clause, n) for n in _opposed(notes, trigger, names))
    drafts = list(dict.fromkeys([*drafts, *opposed]))
    drafts = [
        d for d in drafts if not (is_own_man(notes, d) or _SITE.search(d.span.of(notes.text)))
    ]
    return tuple(as_told(notes, trigger.span, drafts or _otherwise(notes, clause, trigger, names)))


_SITE = caseless(r"\b(?:embass(?:y|ies)|consulates?|headquarters)$")  # "the Velian Embassy blast"
_HELD_TO_BE = Pattern(r"(?:believed|thought|suspected|said)\s+to\s+(?:be|belong|come)\b", re.I)


def _otherwise(
    notes: Annotations, clause: Span, trigger: Trigger, names: Sequence[Named]
) -> list[Draft]:
    """Who did it where no subject and no agent of the trigger is named."""
    if not trigger.verb and (doubted := either(notes, clause, trigger.span)):
        return doubted
    carriers = [_author(notes, clause, n) for n in _carriers(notes, clause, names)]
    found = carriers or _armed(notes, clause, trigger) or anaphors(notes, clause, trigger)
    return found or strangers(notes, clause, trigger) or _unknown_sides(notes, trigger)


def _named(
    notes: Annotations, clause: Span, trigger: Trigger, names: Sequence[Named]
) -> list[Named]:
    if trigger.passive:
        return _agents(notes, trigger, names)
    if trigger.verb:
        return _subjects(notes, clause, trigger, names)
    return [
        *_premodifiers(notes, clause, trigger, names),
        *_agents(notes, trigger, names),
        *_attackers_of(notes, trigger, names),
        *_supported(notes, clause, trigger, names),
    ]


def _circumstance(notes: Annotations, clause: Span, trigger: Trigger, named: Named) -> bool:
    """ "in support of X", "since the operation that X began": X is no side of this."""
    start = trigger.span.end if trigger.span.end <= named.span.start else clause.start
    gap = notes.text[max(start, named.span.start - 70) : named.span.start]
    cues = list(CIRCUMSTANCE.finditer(gap))
    return bool(cues) and not re.search(r"[,;]", gap[cues[-1].end() :])


def _author(notes: Annotations, clause: Span, named: Named) -> Draft:
    near = notes.text[max(clause.start, named.span.start - 45) : named.span.start]
    own = _SUSPECT.match(named.span.of(notes.text) + " ") is not None
    stance = Stance.DOUBTS if own or _SUSPECT.search(near) else None
    return Draft(Field.ATTACKER, in_full(notes, actor_ref(named)), named.span, stance)


def _agents(notes: Annotations, trigger: Trigger, names: Sequence[Named]) -> list[Named]:
    """ "attacked by gunmen", "an attack by the group", "strikes carried out by the army"."""
    after = [n for n in names if trigger.span.end <= n.span.start <= trigger.span.end + 120]
    head = next((n for n in after if _is_agent(notes, trigger, n)), None)
    return with_listed(notes, after, head) if head else []


def _is_agent(notes: Annotations, trigger: Trigger, named: Named) -> bool:
    between = notes.text[trigger.span.end : named.span.start]
    by = _BY.search(between) or _WORK_OF.search(between) or _fire_from(trigger, between)
    if by is None or _STOP.search(between) or _BY_MEASURE.search(between[by.start() :]):
        return False
    if _BY_OTHER.search(between) or _MEASURE.match(notes.text, named.span.end):
        return False
    if not trigger.verb and _ANOTHER.search(between) and not _WORK_OF.search(between):
        return False
    return trigger.passive or not re.search(r"\b(?:said|denied|claimed|condemned)\b", between)


_FROM = Pattern(
    r"\s+(?:(?:[\w-]+\s+){0,2}(?:fire|attack|shelling|bombardment)\s+)?from\s+"
    r"(?:(?:what|whom)\s+[^.;,]{2,40}?\s(?:called|described as|said were)\s+)?(?:the\s+|"
    r"suspected\s+)?(?:[\w’'-]+\s+(?:of|held by|manned by)\s+(?:the\s+)?)?[\"“]?$",
    re.IGNORECASE,
)
_UNDER = ("come under", "came under")
_OF_FIRE = (*_UNDER, "shelling", "bombardment", "gunfire", "fire")


def _fire_from(trigger: Trigger, between: str) -> re.Match[str] | None:
    """ "Came under fire **from** rebels"; "rockets fired from Velia" tells whence, not by whom."""
    whom = trigger.word.base.startswith(_UNDER if trigger.verb else _OF_FIRE)
    return _FROM.match(between) if whom else None


def _subjects(
    notes: Annotations, clause: Span, trigger: Trigger, names: Sequence[Named]
) -> list[Named]:
    """The actors before an active verb, back to where its clause begins."""
    start = clause.start
    for mark in _SUBJECT_BREAK.finditer(notes.text, clause.start, trigger.span.start):
        start = mark.end()
    before = [n for n in names if start <= n.span.start and n.span.end <= trigger.span.start]
    fit = [n for n in before if _is_subject(notes, Span(start, trigger.span.start), n)]
    if trigger.span.of(notes.text).lower().endswith("ing"):
        fit = [n for n in fit if not is_met(notes, start, n)]
    if not fit:
        return []
    chosen = acting(notes, before, fit[-1])
    chosen += [n for n in before if _belongs_to(notes.text, chosen[-1], n)]
    return [*_sharing(notes, before, chosen[0]), *chosen]


_BELONGING = Pattern(
    r"[\s,]+(?:(?:who|which) (?:are|were) )?(?:believed|thought|suspected|said) to "
    r"(?:be (?:members of|from|linked to)|belong to|come from|be) (?:the )?",
    re.IGNORECASE,
)


def _belongs_to(text: str, one: Named, other: Named) -> bool:
    """ "**Gunmen** believed to belong to **the group** raided": both, the second in doubt."""
    return _BELONGING.fullmatch(text, one.span.end, max(one.span.end, other.span.start)) is not None


def _sharing(notes: Annotations, names: Sequence[Named], head: Named) -> list[Named]:
    """ "In fresh raids **Ruritanian** and Velian jets hit ...": the adjective shares the noun."""
    ahead = [n for n in names if notes.text[n.span.end : head.span.start] in (" and ", " or ")]
    return [n for n in ahead if _is_adjective(n.span.of(notes.text))]


_AS_SAID = Pattern(
    r",?\s(?:the|an?)\s(?:[\w-]+\s)?(?:source|reporter|agency|statement|official|spokes(?:m[ae]n|woman)|"
    r"observatory|monitor|ministry)\s(?:also\s)?(?:added|said|reported|confirmed|stated)(?:,|"
    r"(?=\s))",
    re.IGNORECASE,
)
_FAR_SUBJECT = 160  # characters from a subject to its verb, at the most


def _is_adjective(words: str) -> bool:
    return [h.span for h in actor_book().nationalities(words)] == [Span(0, len(words))]


def _is_subject(notes: Annotations, region: Span, named: Named) -> bool:
    between = _AS_SAID.sub(" ", DESCRIBED.sub(" ", notes.text[named.span.end : region.end]))
    if len(between) > _FAR_SUBJECT or _NEW_VERB.search(between) or _OWN_SUBJECT.search(between):
        return False
    if is_hurt(notes.text, region.start, named.span):
        return False
    if _NOUN_NEXT.match(between) and _names_event(between):
        return False  # "terrorist bombings hit": the adjective of what hit
    if of_a_site(notes.text, Span(named.span.end, region.end)):
        return False  # "Rebels' training centre destroyed": theirs was hit
    if _is_country(named) and inside(notes.persons, Span(named.span.end, region.end)):
        return False  # "Ruritania: ten farmers killed"
    if _AND_THEN.match(between) and event_words().find(
        notes.text[max(region.start, named.span.start - 60) : named.span.start]
    ):
        return False  # "debris killed three soldiers and wounded four": its object
    before = before_subject(notes, max(region.start, named.span.start - 60), named.span.start)
    return not OBJECTIVE.search(before) or bool(
        re.search(
            r"\b(?:fighters?|members?|forces|militants?|m[ae]n|soldiers?|troops|gunm[ae]n|snipers?|"
            r"bombers?|jihadists?|terrorists|units?|elements|guerrillas?|rebels?|insurgents|"
            r"separatists|commandos?|extremists|columns?|cadres|supporters|gunners|artillery|"
            r"jets|planes|aircraft|warplanes|helicopters|drones)\s+"
            r"(?:of|from|(?:loyal|linked|belonging|affiliated|allied) (?:with|to))\s+(?:the\s+)?"
            r"(?:(?:so-called|[a-z]+ist|[a-z]+ic|rebel|militant)\s+)?(?:(?:group|movement|faction)\s+)?$",
            before,
            re.IGNORECASE,
        )
    )


_AND_THEN = Pattern(r"\s*,?\s*and\s", re.IGNORECASE)
_NOUN_NEXT = Pattern(r"\s+\w")


def _names_event(between: str) -> bool:
    hits = event_words().find(between)
    return bool(hits) and hits[0].item.is_noun and len(between[: hits[0].span.start].split()) < 2


def _premodifiers(
    notes: Annotations, clause: Span, trigger: Trigger, names: Sequence[Named]
) -> list[Named]:
    """ "US air strikes", "the group's attack", "Israeli bombardment of"."""
    found = []
    for named in names:
        if named.span.end > trigger.span.start or named.span.start < clause.start:
            continue
        between = notes.text[named.span.end : trigger.span.start]
        before = notes.text[max(clause.start, named.span.start - 30) : named.span.start]
        if _is_country(named) and not _POSSESSED.match(between):
            continue  # "the Ruritania attack": where it was
        if _is_sort(notes.text, named, trigger) or re.search(r"\banti[\s-]*$", before):
            continue
        plain = not _NOT_BETWEEN.search(between) and not _THIRD_PERSON.search(between)
        if plain and _BETWEEN_NOUN.fullmatch(between[-90:]):
            found.append(named)
    return found[-1:]


def _is_sort(text: str, named: Named, trigger: Trigger) -> bool:
    """ "A **police** raid", but not "the **police** killing of a man"."""
    on_whom = text.startswith((" of ", " against "), trigger.span.end)
    return named.span.of(text).lower() in _ADJECTIVES and not on_whom


_POSSESSED = Pattern(r"(?:['’]s?|s)\s")


def _is_country(named: Named) -> bool:
    return named.actor is not None and named.actor.place_like


def _attackers_of(notes: Annotations, trigger: Trigger, names: Sequence[Named]) -> list[Named]:
    """ "the attack of the militants"; what is bombed, shelled or killed is a victim."""
    if trigger.word.base not in ("attack", "assault", "raid", "onslaught", "counterattack"):
        return []
    gaps = ((n, notes.text[trigger.span.end : n.span.start]) for n in names)
    return [n for n, gap in gaps if n.span.start > trigger.span.end and _OF.fullmatch(gap[:60])][:1]


def _supported(
    notes: Annotations, clause: Span, trigger: Trigger, names: Sequence[Named]
) -> list[Named]:
    """The subject of "carried out an attack"."""
    head = notes.text[max(clause.start, trigger.span.start - 160) : trigger.span.start]
    support = _SUPPORT.search(head)
    if support is None:
        return []
    at = trigger.span.start - len(head) + support.start()
    if _UNDERGONE.search(notes.text, clause.start, at):
        return []
    start = clause.start
    for mark in _SUPPORT_BREAK.finditer(notes.text, clause.start, at):
        start = mark.end()
    before = [n for n in names if start <= n.span.start and n.span.end <= at]
    fit = [n for n in before if _is_subject(notes, Span(start, at), n)]
    text = notes.text
    fit = [n for n in fit if not _WHICH.search(text, max(start, n.span.start - 12), n.span.start)]
    return with_listed(notes, fit, fit[-1]) if fit else []


_WHICH = Pattern(r"\b(?:which|what|any|no)\s+$", re.IGNORECASE)


# ------------------------------------------------------------------ by weapons, in clashes

_WITH = caseless(
    r"\b(?:by|from|with|using|in|when|after|as)\s+(?:(?:an?|the|two|three|several|some|what)\s+)?"
    r"(?:[\w.'’-]+\s+){0,4}$"
)
_CARRIED = caseless(
    r"\b(?:planted|placed|laid|fired|dropped|launched|carried out|set off|detonated|thrown|hurled|"
    r"lobbed|conducted|perpetrated|staged|mounted|committed|executed|driven|flown)\s+by\s+"
    r"(?:(?:an?|the|some|several|two|three|four|\d+)\s+)?(?:[\w.'’-]+\s+){0,2}$"
)
_BETWEEN = Pattern(
    r"(?:[^.;:]{0,60}?\s)?(?:between|pitting|pitted|involving)\s+(?:(?:the|its|their|a|an|rival|local|"
    r"both|hardline|members of|fighters of|elements of|units of)\s+)*(?:[\w.'’-]+\s+){0,5}[\"“]?$",
    re.IGNORECASE,
)
_AND = Pattern(
    r"(?:['’]s?)?[\s)\"”]*(?:[\w.'’-]+\s+){0,3}(?:,\s*)?(?:and|with|against|vs\.?|,)\s+"
    r"(?:[\w.'’-]+\s+){0,5}[\"“]?$",
    re.IGNORECASE,
)
_AGAINST = Pattern(
    r"(?:\s[^.;:,]{0,30}?)?\s(?:with|against)\s+(?:(?:the|its|their|an?|other|rival|members of|"
    r"fighters of|elements of)\s+)*(?:[\w.'’-]+\s+){0,2}[\"“]?$",
    re.IGNORECASE,
)
_MUTUAL = Pattern(r"\s+between\s", re.IGNORECASE)
_IN_FIGHTING = caseless(
    r"\s+(?:[\w,'’-]+\s+){0,6}?(?:in|during|amid)\s+(?:[\w-]+\s+){0,3}?(?:fighting|clash(?:es)?|"
    r"battles?|combat|fire\s?fights?|gun\s?(?:battles?|fights?)|confrontations?|fights?|brawls?|"
    r"shoot-?outs?|skirmish(?:es)?)\b"
)


def _armed(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    """Whose weapons did it: "**army** helicopters dropped", "killed by **Israeli** drones"."""
    used = weapons(notes, clause)
    events = {e.span for e in inside(notes.events, clause) if e.item.form is not Form.BASE}
    others = [h for h in worded(notes, clause, used) if h.span not in events]
    for hit in (*used, *others):
        if not _does(notes, clause, trigger, hit.span):
            continue
        found = owners(notes, clause, hit.span, weapon=True) or belongs(notes, clause, hit.span)
        if found:
            return found
    return []


def _does(notes: Annotations, clause: Span, trigger: Trigger, weapon: Span) -> bool:
    """Whether a weapon is the subject of an active verb, or the means of what was done."""
    between = notes.text[weapon.end : trigger.span.start]
    if weapon.end <= trigger.span.start and trigger.verb and not trigger.passive:
        return len(between) < 70 and not _NEW_VERB.search(between)
    if weapon.end <= trigger.span.start and not trigger.verb and _SUPPORT.search(between):
        return len(between) < 70  # "Ruritanian warplanes carried out raids"
    before = notes.text[max(clause.start, weapon.start - 60) : weapon.start]
    return _WITH.search(before) is not None


def _carriers(notes: Annotations, clause: Span, names: Sequence[Named]) -> list[Named]:
    """ "a bomb planted **by gunmen** killed two": the agent of a participle beside a verb."""
    for named in names:
        before = notes.text[max(clause.start, named.span.start - 60) : named.span.start]
        if _CARRIED.search(before) and not _MEASURE.match(notes.text, named.span.end):
            return with_listed(notes, names, named)
    return []


_UNKNOWN_SIDES = Pattern(
    r"\s+(?:\w+\s+){0,2}?between\s+(?:(?:the|rival|two|members "
    r"of)\s+)*(?P<one>{0})\s+and\s+(?:the\s+)?"
    r"(?P<other>{0})(?=\s+(?:in|at|near|over|on|for|that|which|has|had|was|left|killed|broke|"
    r"erupted)\b|[,.;])".replace("{0}", r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}(?:\s[a-z]+s)?"),
)


def _unknown_sides(notes: Annotations, trigger: Trigger) -> list[Draft]:
    """Both sides of a clash by names that nobody has listed: "between **the Reds** and ..."."""
    if trigger.word.kind is not IncidentKind.ARMED_CLASH or trigger.verb:
        return []
    match = _UNKNOWN_SIDES.match(notes.text, trigger.span.end, trigger.span.end + 140)
    if match is None:
        return []
    spans = [Span(*match.span(part)) for part in ("one", "other")]
    if any(p.span == s for s in spans for p in inside(notes.places, s)):
        return []  # "between Ashmar and Velm": where it was
    return [Draft(Field.ATTACKER, ActorRef(s.of(notes.text)), s) for s in spans]


def _opposed(notes: Annotations, trigger: Trigger, names: Sequence[Named]) -> list[Named]:
    """Both sides of a clash: "between **the army** and **rebels**", "with **the group**"."""
    start = trigger.span.end
    mutual = not trigger.verb and _MUTUAL.match(notes.text, start, start + 20)
    if trigger.word.kind is not IncidentKind.ARMED_CLASH and not mutual:
        fighting = _IN_FIGHTING.match(notes.text, start, start + 90)
        if fighting is None:
            return []
        start = fighting.end()
    after = [n for n in names if start <= n.span.start <= start + 140]
    if not after:
        return []
    gap = notes.text[start : after[0].span.start]
    if _BETWEEN.fullmatch(gap):
        chosen = after[:1]
        for named in after[1:4]:
            between = notes.text[chosen[-1].span.end : named.span.start]
            if len(between) < 60 and _AND.fullmatch(between):
                chosen.append(named)
        return chosen
    return with_listed(notes, after, after[0]) if _AGAINST.fullmatch(gap) else []
