"""Who attacked, who claims it, who is blamed; what was the target and whose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.attribution import Attribution
from tallystick.extract.drafts import Draft
from tallystick.extract.triggers import Trigger
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef, PlacePrecision, Target, TargetKind
from tallystick.vocab.actors import ActorKind
from tallystick.vocab.lexicon import Strength, TargetWord
from tallystick.vocab.matching import Hit

_AGAINST = re.compile(
    r"(?:\s+\w+){0,3}?\s*\b(?:on|against|at|targeting|upon|toward|towards|into|inside|of|hit|"
    r"hitting|"
    r"striking|struck|near|outside|to)\s+"
    r"(?:(?:a|an|the|its|their|his|several|two|three|four|some|many|\d+|both|"
    r"at least)\s+)*(?:[\w.'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
_DIRECT = re.compile(r"\s+(?:[\w.,'’“”\"-]+\s+){0,6}?$")
_BY = re.compile(
    r"\bby\s+(?:the\s+|a\s+|an\s+|two\s+|three\s+|several\s+)?(?:[\w.'’“\"-]+\s+){0,4}$", re.I
)
_BY_OTHER = re.compile(
    r"\b(?!(?:launched|conducted|perpetrated|staged|mounted|committed|executed|waged|undertaken|"
    r"made|"
    r"fired|attacked|shelled|bombed|out)\b)\w+(?:ed|en|ly|et)\s+by\s",
    re.IGNORECASE,
)
_NOT_AGENT = re.compile(
    r"[;.]|\s[-–—]+\s|\b(?!(?:launched|conducted|perpetrated|staged|mounted|committed|executed|"
    r"waged|"
    r"undertaken|made|fired|attacked|shelled|bombed|out)\b)\w+(?:ed|en|et)\s+by\s",
    re.IGNORECASE,
)
_SUSPECT = re.compile(
    r"\b(?:suspected|alleged|apparent(?:ly)?|believed to be|thought to be|presumed|presumably|"
    r"possibly|"
    r"likely|unconfirmed|purported)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\b(?:claim(?:ed|s|ing)?|took|take|takes|taking|taken|accept(?:ed|s|ing)?|acknowledg(?:ed|"
    r"es))\s+"
    r"(?:\w+\s+)?(?:responsibility|credit)\b|\bclaim(?:s)? of responsibility\b|"
    r"\bresponsibility (?:was|has "
    r"been) claimed\b|\b(?:was|were|been) claimed\b",
    re.IGNORECASE,
)
_NO_CLAIM = re.compile(
    r"\b(?:no|nobody|not|neither)\b[^.;]{0,50}\b(?:claim|responsibility)", re.IGNORECASE
)
_DENY_ROLE = re.compile(
    r"\b(?:den(?:ied|ies|y|ying)|reject(?:ed|s|ing)|disavow(?:ed|s|"
    r"ing))\s+(?:\w+\s+){0,4}?(?:involvement|"
    r"responsibility|role|links?|being behind|carrying out|having (?:carried|attacked|targeted|"
    r"bombed)|"
    r"(?:the\s+)?accusations?|(?:it|they|that (?:it|they|its)) (?:had |was |were |"
    r"has )?(?:\w+ )?(?:carried|"
    r"behind|attacked|targeted|bombed|shelled|struck|hit|responsible|launched|fired|killed|"
    r"conducted|"
    r"carrying))",
    re.IGNORECASE,
)
_BLAME = re.compile(
    r"\b(?:blam(?:ed|es|ing)(?:\s+(?!on\b)(?P<on>[^.;,]{2,60}?)\s+on\b)?|accus(?:ed|es|ing)|"
    r"pointed (?:the )?finger"
    r" at|holds?|held|attribut(?:ed|es|ing)\s[^.;,]{2,60}?\sto|(?:was|were|been) blamed on|"
    r"h[eo]ld(?:ing)?)\s+",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"\s*(?:the\s+|an?\s+)?(?:[\"“](?P<quoted>[^\"”]{3,40})[\"”]|"
    r"(?P<name>(?:[\w'’-]+\s+){0,3}(?:groups?|men|forces|"
    r"elements|outlaws|saboteurs|criminals|bandits|tribesmen|infiltrators|thugs|agents|"
    r"mercenaries)))",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^\s*(?:that\s+)?(?:it|they|we|its|their|our|he|she)\b", re.IGNORECASE)
_HOSTING = re.compile(
    r"\s*,?\s*(?:which\s+|that\s+|used\s+|\w+\s+)?(?:host(?:s|ing|ed)?|hous(?:es|ing|ed)|"
    r"belonging to|"
    r"used by|operated by|run by|held by|controlled by|manned by|occupied by|home to|where|of|"
    r"for)\s+"
    r"(?:\w+[\s,-]+){0,6}?$",
    re.IGNORECASE,
)


def actor_ref(named: Named) -> ActorRef:
    """The value that stands for an actor of the text.

    A sort of actor ("Iran-backed militias") keeps the words of the text: the vocabulary's
    name for it is only a label.
    """
    return ActorRef(named.name, named.actor.id if named.actor else None)


def _acts(named: Named) -> bool:
    """Whether it can be a side: not an outlet, an agency or a monitor."""
    return named.actor is None or not named.actor.kind.speaks_only


def authors(
    notes: Annotations, clause: Span, trigger: Trigger, voices: Sequence[Attribution]
) -> list[Draft]:
    """Those who carried out the incident of a trigger, as the words around it name them."""
    names = [n for n in inside(notes.actors, clause) if _acts(n)]
    found: list[Named]
    if trigger.passive:
        found = _agents(notes, trigger, names)
    elif trigger.verb:
        found = _subjects(notes, clause, trigger, names)
    else:
        found = [
            *_premodifiers(notes, clause, trigger, names),
            *_agents(notes, trigger, names),
            *_supported(notes, clause, trigger, names),
        ]
    if trigger.word.strength is Strength.INTERCEPT:
        return []  # who shoots a drone down did not send it
    spoken = _covered(voices, trigger.span)
    names = [n for n in found if not any(v.source.overlaps(n.span) for v in spoken)]
    return [_author(notes, clause, n) for n in dict.fromkeys(names)]


def _covered(voices: Sequence[Attribution], span: Span) -> list[Attribution]:
    return [v for v in voices if v.content.contains(span)]


def _author(notes: Annotations, clause: Span, named: Named) -> Draft:
    near = notes.text[max(clause.start, named.span.start - 30) : named.span.start]
    stance = Stance.DOUBTS if _SUSPECT.search(near) else None
    return Draft(Field.ATTACKER, actor_ref(named), named.span, stance)


def _agents(notes: Annotations, trigger: Trigger, names: Sequence[Named]) -> list[Named]:
    """ "attacked by gunmen", "an attack by the group", "strikes carried out by the army"."""
    found: list[Named] = []
    for named in names:
        if trigger.span.end <= named.span.start <= trigger.span.end + 120:
            between = notes.text[trigger.span.end : named.span.start]
            if (_BY.search(between) and not _NOT_AGENT.search(between)) or (
                found and re.fullmatch(r"\s*(?:,|and|or|,? and)\s*(?:the\s+)?", between[-8:])
            ):
                found.append(named)
    return found[:3]


_SUBJECT_BREAK = re.compile(r"[;:]|\b(?:that|after|when|while|but|because|as)\s", re.IGNORECASE)
_OBJECTIVE = re.compile(
    r"\b(?:on|against|at|from|to|with|near|inside|into|for|by|of|between|among|over|targeting|"
    r"hosting|housing|killing|backing|supporting|like|including)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_NEW_VERB = re.compile(
    r"\b(?:was|were|is|are|has been|killed|said|hosts?|houses?)\b", re.IGNORECASE
)


def _subjects(
    notes: Annotations, clause: Span, trigger: Trigger, names: Sequence[Named]
) -> list[Named]:
    """The actors before an active verb, back to where its clause begins."""
    start = clause.start
    for mark in _SUBJECT_BREAK.finditer(notes.text, clause.start, trigger.span.start):
        start = mark.end()
    found = []
    for named in names:
        if not start <= named.span.start < trigger.span.start:
            continue
        before = notes.text[start : named.span.start]
        between = notes.text[named.span.end : trigger.span.start]
        if not _OBJECTIVE.search(before) and not _NEW_VERB.search(between) and len(between) < 120:
            found.append(named)
    return found[:3]


_ADJECTIVES = ("terrorist", "police", "military", "government")  # "a terrorist attack"
_BETWEEN_NOUN = re.compile(r"(?:['’]s?)?[\s-]+(?:[\w.'’-]+[\s-]+){0,4}$")


def _premodifiers(
    notes: Annotations, clause: Span, trigger: Trigger, names: Sequence[Named]
) -> list[Named]:
    """ "US air strikes", "the group's attack", "Israeli bombardment of"."""
    found = []
    for named in names:
        if clause.start <= named.span.start and named.span.end <= trigger.span.start:
            between = notes.text[named.span.end : trigger.span.start]
            before = notes.text[max(clause.start, named.span.start - 30) : named.span.start]
            if named.span.of(notes.text).lower() in _ADJECTIVES:
                continue
            joined = _BETWEEN_NOUN.fullmatch(between) and not re.search(
                r"\b(?:in|on|to|of|by|against|after|and|for|with|was|were|said|claim\w*|den\w+|"
                r"the|from|a|an)\b",
                between,
            )
            if joined and not re.search(r"\b(?:anti)[\s-]*$", before):
                found.append(named)
    return found[-1:]


_SUPPORT = re.compile(
    r"\b(?:carried out|carry out|conduct(?:ed|s)?|launch(?:ed|es)?|mount(?:ed|s)?|stag(?:ed|es)|"
    r"perpetrat(?:ed)|"
    r"committed|execut(?:ed)|began|started|continued|stepped up|unleashed|resumed|intensified)\s+"
    r"(?:[\w'’-]+\s+){0,6}$",
    re.IGNORECASE,
)


def _supported(
    notes: Annotations, clause: Span, trigger: Trigger, names: Sequence[Named]
) -> list[Named]:
    """The subject of "carried out an attack"."""
    support = _SUPPORT.search(notes.text, clause.start, trigger.span.start)
    if support is None or re.search(r"\b(?:was|were|been)\s*$", notes.text[: support.start()]):
        return []
    found = []
    for named in names:
        if clause.start <= named.span.start and named.span.end <= support.start():
            before = notes.text[clause.start : named.span.start]
            if not _OBJECTIVE.search(before):
                found.append(named)
    return found[-2:]


def claims(notes: Annotations, clause: Span) -> list[Draft]:
    """Claims, denials and blame of authorship in a clause, wherever the act is told."""
    text = notes.text
    drafts: list[Draft] = []
    if not _NO_CLAIM.search(text, clause.start, clause.end):
        for match in _CLAIM.finditer(text, clause.start, clause.end):
            drafts += _claimants(notes, clause, Span(*match.span()), Stance.CLAIMS)
    for match in _DENY_ROLE.finditer(text, clause.start, clause.end):
        drafts += _claimants(notes, clause, Span(*match.span()), Stance.DENIES)
    for match in _BLAME.finditer(text, clause.start, clause.end):
        drafts += _blamed(notes, clause, match)
    return drafts


def _claimants(notes: Annotations, clause: Span, cue: Span, stance: Stance) -> list[Draft]:
    """Who claims (or denies): the subject of the words, or whom "by" names after them."""
    names = [n for n in inside(notes.actors, clause) if _acts(n)]
    passive = re.search(r"(?:claim(?:s)? of|(?:was|were|been) claimed)", cue.of(notes.text), re.I)
    if passive:
        after = [n for n in names if n.span.start >= cue.end]
        by = [n for n in after if _BY.search(notes.text[cue.end : n.span.start])]
        return [Draft(Field.ATTACKER, actor_ref(n), n.span, stance) for n in by[:1]]
    before = [
        n
        for n in names
        if n.span.end <= cue.start
        and not _OBJECTIVE.search(notes.text[max(clause.start, n.span.start - 40) : n.span.start])
    ]
    chosen = _called(before) or before[-1:]
    return [Draft(Field.ATTACKER, actor_ref(n), n.span, stance) for n in chosen]


def _called(names: Sequence[Named]) -> list[Named]:
    """ "a group calling itself X": X, not "a group"."""
    named = [n for n in names if n.actor is None or n.actor.kind is not ActorKind.COLLECTIVE]
    return named[-1:]


def _blamed(notes: Annotations, clause: Span, match: re.Match[str]) -> list[Draft]:
    for named in inside(notes.actors, clause):
        gap = named.span.start - match.end()
        if 0 <= gap < 40 and _acts(named) and "," not in notes.text[match.end() : named.span.start]:
            return [Draft(Field.ATTACKER, actor_ref(named), named.span, Stance.BLAMES)]
    phrase = _NAMELESS.match(notes.text, match.end(), clause.end)
    if phrase is None or match["on"] is None:
        return []
    name = phrase["name"] or phrase["quoted"]
    span = Span(*phrase.span("name" if phrase["name"] else "quoted"))
    return [Draft(Field.ATTACKER, ActorRef(" ".join(name.split())), span, Stance.BLAMES)]


def says_own(notes: Annotations, voice: Attribution, trigger: Trigger) -> bool:
    """Whether a source tells of its own act: "the group said **it** had targeted ..."."""
    start = voice.content.start
    if not voice.content.contains(trigger.span) or trigger.passive or not trigger.verb:
        return False
    between = notes.text[start : trigger.span.start]
    words = re.split(r"\b(?:that|,)\b", between)[-1]
    return _PRONOUN.match(words) is not None or (
        re.search(
            r"\b(?:it|they|we|its (?:fighters|forces|men))\s+(?:had |have |has |also )*$", between
        )
        is not None
    )


def targets(notes: Annotations, clause: Span, trigger: Trigger) -> list[Draft]:
    """What a trigger is aimed at: a thing, a force or a site, with its owner."""
    found: list[Draft] = []
    speakers = [s for a in notes.attributions for s in (a.source, *a.via)]
    for hit in inside(notes.targets, clause):
        if any(s.overlaps(hit.span) for s in speakers):
            continue
        if _aimed(notes, clause, trigger, hit.span):
            found.append(_thing(notes, clause, hit))
    for named in inside(notes.actors, clause):
        if (
            _acts(named)
            and not (named.actor and named.actor.place_like)
            and not any(s.overlaps(named.span) for s in speakers)
            and _aimed(notes, clause, trigger, named.span)
            and not any(d.span.overlaps(named.span) for d in found)
        ):
            ref = actor_ref(named)
            value = Target(named.span.of(notes.text), _side_kind(named), ref)
            found.append(Draft(Field.TARGET, value, named.span))
    found += [d for d in _sites(notes, clause, trigger) if not _overlap(found, d)]
    return _first_aimed(notes, found, nearest_last=trigger.passive)


def _overlap(found: Sequence[Draft], draft: Draft) -> bool:
    return any(d.span.overlaps(draft.span) for d in found)


def _first_aimed(notes: Annotations, found: list[Draft], *, nearest_last: bool) -> list[Draft]:
    """The nearest, and those joined to it by "and" or a comma; before a passive, the last."""
    ordered = sorted(found, key=lambda d: d.span)
    if nearest_last:
        return ordered[-1:]
    chosen: list[Draft] = []
    for draft in ordered:
        gap = notes.text[chosen[-1].span.end : draft.span.start] if chosen else ""
        if not chosen or re.fullmatch(
            r"\s*(?:,|and|or|,\s*and|as well as|\(|in)?\s*(?:[\w.'’-]+\s+){0,4}", gap
        ):
            chosen.append(draft)
    return chosen[:4]


def _aimed(notes: Annotations, clause: Span, trigger: Trigger, span: Span) -> bool:
    if trigger.passive:
        between = notes.text[span.end : trigger.span.start]
        return (
            clause.start <= span.start
            and span.end <= trigger.span.start
            and len(between.split()) <= 9
            and not re.search(r"[;]|\bby\b", between)
        )
    if span.start < trigger.span.end or span.start - trigger.span.end > 110:
        return False
    between = notes.text[trigger.span.end : span.start]
    if re.search(
        r"[;:]|\b(?:by|after|when|while|killing|and said|which|from|because|who)\b", between
    ):
        return False
    pattern = _DIRECT if trigger.verb else _AGAINST
    return bool(pattern.match(between) or _AGAINST.search(between))


def _thing(notes: Annotations, clause: Span, hit: Hit[TargetWord]) -> Draft:
    start = _phrase_start(notes, clause, hit.span)
    span = Span(start, hit.span.end)
    return Draft(
        Field.TARGET,
        Target(_plain(span.of(notes.text)), hit.item.kind, _owner(notes, clause, span)),
        span,
    )


_MODIFIER = re.compile(
    r"(?:\b(?:[A-Z][\w.'’-]*|U\.S\.|US|military|army|air|naval|police|government|civilian|"
    r"residential|"
    r"state|public|private|oil|gas|local|joint|main|largest|Shiite|Shia|Sunni|Christian|Catholic|"
    r"coalition|foreign|international|primary|secondary|busy|crowded|popular|girls|boys|high|"
    r"border|"
    r"security|passenger|central|northern|southern|eastern|western|presidential|empty|commercial|"
    r"train|bus|fuel|food|vegetable|open-air|refugee|aid|supply|weapons|ammunition|forward|"
    r"operating|power|water|nuclear|electricity|apartment|rebel|militia|militant)['’]?s?[\s-]+)+$"
)


def _phrase_start(notes: Annotations, clause: Span, noun: Span) -> int:
    before = notes.text[max(clause.start, noun.start - 60) : noun.start]
    modifier = _MODIFIER.search(before)
    return noun.start - len(modifier.group()) if modifier else noun.start


def _plain(words: str) -> str:
    return " ".join(words.split())


def _owner(notes: Annotations, clause: Span, span: Span) -> ActorRef | None:
    for named in inside(notes.actors, clause):
        if not _acts(named):
            continue
        if span.overlaps(named.span):
            return actor_ref(named)
        gap = notes.text[span.end : named.span.start] if named.span.start >= span.end else "-"
        if len(gap) < 90 and _HOSTING.fullmatch(gap):
            return actor_ref(named)
        before = notes.text[named.span.end : span.start] if named.span.end <= span.start else "-"
        if re.fullmatch(r"['’]?s?\s+(?:military\s+|air\s+)?", before):
            return actor_ref(named)
    return None


def _side_kind(named: Named) -> TargetKind:
    kind = named.actor.kind if named.actor else ActorKind.ARMED_GROUP
    if kind in (ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.CRIMINAL, ActorKind.COLLECTIVE):
        return TargetKind.ARMED_GROUP
    if kind is ActorKind.POLICE:
        return TargetKind.POLICE
    if kind in (ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.STATE):
        return TargetKind.GOVERNMENT
    return TargetKind.MILITARY


_SITE_KINDS = (
    (
        re.compile(r"air\s?base|base|camp|barracks|garrison|airfield|tower 22|tanf", re.I),
        TargetKind.MILITARY,
    ),
    (re.compile(r"field|refinery|pipeline|plant|gas|oil|power", re.I), TargetKind.ENERGY),
    (re.compile(r"embassy|consulate|green zone", re.I), TargetKind.DIPLOMATIC),
    (re.compile(r"airport|port|crossing|bridge|station", re.I), TargetKind.TRANSPORT),
    (re.compile(r"hospital|clinic", re.I), TargetKind.MEDICAL),
)


def _sites(notes: Annotations, clause: Span, trigger: Trigger) -> Iterator[Draft]:
    for mention in inside(notes.places, clause):
        if mention.place.precision is PlacePrecision.SITE and _aimed(
            notes, clause, trigger, mention.span
        ):
            words = mention.place.name + notes.text[mention.span.start : mention.span.end + 20]
            kind = next((k for p, k in _SITE_KINDS if p.search(words)), TargetKind.OTHER)
            owner = _owner(notes, clause, mention.span)
            yield Draft(Field.TARGET, Target(mention.place.name, kind, owner), mention.span)
