"""The words of a target: where its phrase begins, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tallystick.extract.actors.sides import actor_ref, last_group, sides
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.roles.target_limits import SHORT_NAME
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import ActorRef, PersonClass, Target, TargetKind
from tallystick.vocab.actors import ActorKind, actor_book
from tallystick.vocab.lexicon import PersonWord, TargetWord, event_words
from tallystick.vocab.matching import Hit
from tallystick.vocab.pattern import Pattern


def thing(notes: Annotations, clause: Span, first: int, hit: Hit[TargetWord]) -> Draft:
    """A target by its noun, with the words before it from an offset on that describe it."""
    span = Span(phrase_start(notes, first, hit.span), hit.span.end)
    member = _MEMBER_OF.search(notes.text, max(first, span.start - 20), span.start)
    if member is not None and hit.item.kind is TargetKind.GOVERNMENT:
        span = Span(member.start(), span.end)  # "two members of parliament"
    owner = owner_of(notes, clause, span)
    name = plain(span.of(notes.text))
    kind = of_owner(_kind(notes, span, hit), owner, name)
    return Draft(Field.TARGET, Target(name, kind, owner), span)


_MEMBER_OF = Pattern(r"\bmembers?\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_OF_MANY = (TargetKind.MILITARY, TargetKind.OTHER)


def _kind(notes: Annotations, span: Span, hit: Hit[TargetWord]) -> TargetKind:
    """ "Bunkers" can be anybody's: in "militants' bunkers" the first noun tells the kind."""
    first = Span(span.start, hit.span.start)
    kinds = [t.item.kind for t in inside(notes.targets, first)]
    kinds += [k for p in inside(notes.persons, first) if (k := PERSON_KINDS.get(p.item.who))]
    return kinds[0] if kinds and hit.item.kind in _OF_MANY else hit.item.kind


_ANYBODYS = (TargetKind.MILITARY, TargetKind.TRANSPORT, TargetKind.OTHER)
_MUSTER = Pattern(r"\bgatherings?\b", re.IGNORECASE)
_OF_STATE = Pattern(r"\b(?:regime|government|state|army|military|police|navy)\b", re.IGNORECASE)
_PEOPLE = Pattern(  # "a wedding gathering", "a bus of Hezbollah supporters"
    r"\b(?:wedding|funeral|mourners?|supporters?|worshippers?|famil(?:y|ies)|relatives|civilians?)\b",
    re.IGNORECASE,
)


def of_owner(kind: TargetKind, owner: ActorRef | None, name: str) -> TargetKind:
    """The kind of a thing that is somebody's: an armed group's positions, cars and gatherings are
    its own; a school that it holds is still a school."""
    if owner is None or _PEOPLE.search(name) or not (kind in _ANYBODYS or _MUSTER.search(name)):
        return kind
    actor = actor_book().get(owner.id) if owner.id and owner.id in actor_book() else None
    if actor is None and _OF_STATE.search(owner.name):
        return kind
    whose = side_kind(Named(Span(0, 0), actor, owner.name))
    return whose if whose is TargetKind.ARMED_GROUP else kind


PERSON_KINDS = {
    PersonClass.FORCES: TargetKind.MILITARY,
    PersonClass.ARMED_GROUP: TargetKind.ARMED_GROUP,
    PersonClass.CIVILIANS: TargetKind.CIVILIANS,
    PersonClass.CHILDREN: TargetKind.CIVILIANS,
    PersonClass.JOURNALISTS: TargetKind.MEDIA,
    PersonClass.AID_MEDICAL: TargetKind.MEDICAL,
    PersonClass.OFFICIALS: TargetKind.GOVERNMENT,
    PersonClass.CONTRACTORS: TargetKind.BUSINESS,
}


def force(notes: Annotations, clause: Span, first: int, hit: Hit[PersonWord]) -> Draft | None:
    """Persons of a class that is aimed at, by their noun; ``None`` for anybody else."""
    kind = PERSON_KINDS.get(hit.item.who)
    if kind is None:
        return None
    held = None if hit.item.plural else _HELD.match(notes.text, hit.span.end)
    span = Span(phrase_start(notes, first, hit.span), held.end() if held else hit.span.end)
    return Draft(
        Field.TARGET, Target(plain(span.of(notes.text)), kind, owner_of(notes, clause, span)), span
    )


_HELD = Pattern(  # "jihadist targets", "militant positions": what they hold, not one of them
    r"\s+(?:targets?|positions?|sites?|locations?|hideouts?|gatherings?|concentrations?|strongholds?|"
    r"camps?|bases?|facilities|infrastructure|convoys?|vehicles?|hide-outs?|lines)\b"
)
_MODIFIER = Pattern(
    r"(?:U\.S\.|US|UN|military|army|air|naval|navy|police|government|civilian|residential|state|"
    r"public|private|oil|gas|local|joint|main|largest|coalition|foreign|international|primary|"
    r"secondary|busy|crowded|popular|girls|boys|high|border|security|passenger|central|northern|"
    r"southern|eastern|western|presidential|empty|commercial|train|bus|fuel|food|vegetable|"
    r"open-air|refugee|aid|supply|weapons|ammunition|forward|operating|power|water|nuclear|"
    r"electricity|apartment|rebel|militia|militant|regime|opposition|occupation|enemy|"
    r"provincial|municipal|district|national|federal|regional|maternity|children['’]s|"
    r"[\w-]+-(?:held|run|led|owned|controlled|flagged|operated|backed|storey|story))$",
    re.IGNORECASE,
)
_PROPER = Pattern(r"[A-Z][\w.'’-]*$")
_WORD_BEFORE = Pattern(r"[\"“]?(?P<word>[\w.'’-]+)[\s-]+$")
_FUNCTION = Pattern(
    r"(?:the|a|an|of|at|on|in|and|to|that|is|was|were|have|has|had|who|which|by|for|from|or|its|"
    r"their|his|her|this|these|those|near|against|with|as|when|where|only|after|it|they|he|there|"
    r"[A-Z]?[a-z]+day|january|february|march|april|june|july|august|september|october|"
    r"november|december|today|\d+\w*|two|three|four|five|six|seven|eight|nine|ten|several|many)$",
    re.IGNORECASE,
)
_NAME = 90  # characters of an actor's name beside a noun
_MOST = 5  # words before the noun of a target


def side_kind(named: Named) -> TargetKind:
    """The kind of target that an actor is: a force, a police, a government or a group."""
    if "police" in named.name.lower():
        return TargetKind.POLICE
    kind = named.actor.kind if named.actor else ActorKind.ARMED_GROUP
    if kind in (ActorKind.ARMED_GROUP, ActorKind.MILITIA, ActorKind.CRIMINAL):
        return TargetKind.ARMED_GROUP
    if kind is ActorKind.COLLECTIVE:
        covers = named.actor.covers if named.actor else ()
        return TargetKind.MILITARY if ActorKind.MILITARY in covers else TargetKind.ARMED_GROUP
    if kind is ActorKind.POLICE:
        return TargetKind.POLICE
    if kind in (
        ActorKind.GOVERNMENT,
        ActorKind.MINISTRY,
        ActorKind.STATE,
        ActorKind.POLITICAL_PARTY,
    ):
        return TargetKind.GOVERNMENT
    return TargetKind.MILITARY


def phrase_start(notes: Annotations, first: int, noun: Span) -> int:
    """Where the words of a target begin: an actor beside it, names and usual adjectives."""
    start = noun.start
    near = inside(notes.actors, Span(max(0, noun.start - _NAME), noun.end + _NAME))
    beside = [n.span for n in near if n.span.start < noun.start and _touches(notes, n.span, noun)]
    if beside and beside[0].start >= first:
        start = beside[0].start
    capitals = _in_capitals(notes.text[max(0, noun.start - 30) : noun.end + 30])
    for _ in range(_MOST):
        word = _WORD_BEFORE.search(notes.text, max(first, start - 40), start)
        if word is None:
            break
        described = _describes(word["word"], capitals=capitals) or _is_sort(notes, word)
        if not (described or _is_owner(notes, word)):
            break
        start = word.start("word")
    return start


def _touches(notes: Annotations, name: Span, noun: Span) -> bool:
    """ "**Velian army** base", "**the militia**'s depot": nothing stands between."""
    gap = notes.text[name.end : noun.start] if name.end <= noun.start else ""
    return SHORT_NAME.sub("", gap).strip() in ("", "'s", "’s", "'", "’")


def _describes(word: str, *, capitals: bool) -> bool:
    if _FUNCTION.fullmatch(word) or event_words().find(word):
        return False
    proper = _PROPER.fullmatch(word) is not None and not capitals
    return proper or _MODIFIER.fullmatch(word) is not None


def _is_sort(notes: Annotations, word: re.Match[str]) -> bool:
    """ "A **jihadist** camp": one word for a sort of fighters."""
    span = Span(*word.span("word"))
    return any(
        p.span == span and not p.item.plural and p.item.who is PersonClass.ARMED_GROUP
        for p in inside(notes.persons, span)
    )


def _is_owner(notes: Annotations, word: re.Match[str]) -> bool:
    """ "The **governor's** compound", "the **embassy's** gate house"."""
    owner = _OWNER.fullmatch(word["word"])
    if owner is None:
        return False
    span = Span(word.start("word"), word.start("word") + len(owner["who"]))
    ends = [t.span.end for t in inside(notes.targets, span)]
    return span.end in (*ends, *(p.span.end for p in inside(notes.persons, span)))


_OWNER = Pattern(r"(?P<who>[\w-]+)['’]s?")


def _in_capitals(words: str) -> bool:
    return words.upper() == words


def plain(words: str) -> str:
    return " ".join(words.split()).strip('"“”')


# ------------------------------------------------------------------ whose


_HOSTING = Pattern(
    r"\s*,?\s*(?:which\s+|that\s+|currently\s+|still\s+|also\s+)*(?:host(?:s|ing|ed)?|hous(?:es|ing|ed)|"
    r"belonging to|used (?:mainly |also )?by|operated by|run by|held by|controlled by|manned by|"
    r"occupied by|owned by|home to|where|under the control of)\s+(?:[\w.,'’-]+\s+){0,6}$",
    re.IGNORECASE,
)
_OF_OWNER = Pattern(
    r"(?:\s+and\s+(?:[a-z-]+\s+)?[a-z-]+s)?\s+(?:of|for)\s+(?:the\s+|a\s+)?(?:[\w'’-]+\s+(?:(?:of|from)\s+(?:the\s+)?)?)?$",
    re.IGNORECASE,
)
_OF_GROUP = Pattern(
    r"\s+(?:of|belonging to|used by)\s+(?:the\s+)?(?:same\s+)?(?:group|militia|organi[sz]ation|"
    r"movement|faction)\b",
    re.IGNORECASE,
)
_POSSESSIVE = Pattern(
    r"(?:['’]s?\s+(?:[\w-]+\s+){0,2}|s?\s+(?:military\s+|air\s+|army\s+|naval\s+|security\s+)?)$",
    re.IGNORECASE,
)


def owner_of(notes: Annotations, clause: Span, span: Span) -> ActorRef | None:
    """Whose a target is: named in its own words, before it, after it, or by an adjective."""
    names = sides(notes, Span(min(clause.start, span.start), clause.end))
    for named in names:
        if span.overlaps(named.span):
            return actor_ref(named)
    for named in names:
        if named.span.end <= span.start and _POSSESSIVE.fullmatch(
            notes.text[named.span.end : span.start][:40]
        ):
            return actor_ref(named)
    return _named_after(notes, names, span) or _back_to(notes, span) or _national(notes, span)


def _named_after(notes: Annotations, names: Sequence[Named], span: Span) -> ActorRef | None:
    for named in names:
        gap = notes.text[span.end : named.span.start] if named.span.start >= span.end else None
        if (
            gap is not None
            and len(gap) < 90
            and (_HOSTING.fullmatch(gap) or _OF_OWNER.fullmatch(gap))
        ):
            return actor_ref(named)
    return None


def _back_to(notes: Annotations, span: Span) -> ActorRef | None:
    """ "the centre of the same group": the group named before."""
    if _OF_GROUP.match(notes.text, span.end) is None:
        return None
    group = last_group(notes, span.start)
    return actor_ref(group) if group else None


def _national(notes: Annotations, span: Span) -> ActorRef | None:
    """ "an American base", "two Turkish trucks": the state that the adjective names."""
    start = max(0, span.start - 25)
    near = notes.text[start : span.end]
    for hit in actor_book().nationalities(near):
        gap = near[hit.span.end : max(hit.span.end, span.start - start)]
        state = f"state-{hit.item.lower()}"
        if re.fullmatch(r"\s*(?:[\"“])?", gap) and state in actor_book():
            return ActorRef(actor_book().get(state).name, state)
    return None
