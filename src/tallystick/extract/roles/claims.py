"""Claims, denials and blame of authorship, wherever the act itself is told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tallystick.extract.actors.parties import party
from tallystick.extract.actors.principals import GROUP
from tallystick.extract.actors.sides import speaking_near
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.grammar.nounphrase import left_phrase
from tallystick.extract.roles.accusations import ACT, accusations, of_no_act, some
from tallystick.extract.roles.avowals import avowals, disowned
from tallystick.extract.roles.claim_forms import indirect_claims, indirect_denials
from tallystick.extract.roles.claim_words import (
    BLAME,
    CLAIM,
    DENIED_CHARGE,
    DENIES_ACT,
    DENY_IT,
    DENY_ROLE,
    EVENTS,
    GROUP_CLAIM,
    OWNS_UP,
    SHOWS,
)
from tallystick.extract.roles.claimants import claimants, deniers
from tallystick.extract.roles.denials import DENY, denials, tells_of_its_author
from tallystick.extract.roles.reasons import GIVES_REASON, owned_by_caller
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.actors import ActorKind, actor_book
from tallystick.vocab.pattern import Pattern

_CONCEDES = Pattern(
    rf"(?:admit|acknowledg|confess)\w*\s+(?:the|this|that)\s+(?:[\w-]+\s+){{0,2}}{EVENTS}$",
    re.IGNORECASE,
)
"""What a side says of its own act, or of what it suffered: only of an armed group the former."""
_NO_CLAIM = Pattern(
    r"\b(?:no|nobody|not|neither|never|without|yet to|has yet|hasn['’]t|didn['’]t|"
    r"short of|declin(?:ed|es)|refus(?:ed|es)|refrain(?:ed|s))\b[^.;]{0,50}$|"
    rf"\b{DENY}\s+(?:as\s+[\w-]+\s+)?(?:(?:an?|the|any|all|both|this|that)\s+){{0,2}}(?:[\w’'-]+\s+){{0,2}}$|"
    r"\b(?:in the past|often|frequently|regularly|routinely|usually)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_NEITHER = Pattern(  # "neither A nor B, which has planes there, claimed it"
    r"\bneither\s(?:(?!\b(?:and|but|while|though|said)\b)[^.;]){0,160}$", re.IGNORECASE
)
_OTHERS = Pattern(
    r"\b(?:similar|such|most|many)\b|(?<!\bthe )\b(?:previous|earlier|past|prior)\s", re.IGNORECASE
)
_FOR_OTHERS = Pattern(
    r"\s+for\s+(?:(?:several|some|a\s+(?:series|number|string|spate)\s+of)\s+)?"
    r"(?:similar|such|most|many|previous|earlier|past|prior)\s",
    re.IGNORECASE,
)
_OF_NONE = Pattern(r"\s+(?:for\s+)?(?:neither|none|no(?!\s+(?:less|fewer)))\b", re.IGNORECASE)
_LAID = Pattern(
    r"\b(?:blam\w+|accus\w+|attribut(?:ed|es|ing)|ascribed|certain|convinced|responsib\w+|"
    r"alleg\w+|charged|behind|the work of|"
    r"laid\s[^.;]{2,40}?\sdoor)\b",
    re.IGNORECASE,
)
_CHARGED = Pattern(r"charg|accus|alleg", re.IGNORECASE)
_ACCUSED_BEFORE = 350  # characters before a denial in which somebody is accused
_SCOPE_END = Pattern(
    r"[;]|,?\s(?:but|while|whereas|although)\s|,\s(?:which|who|and\s+(?:said|added|warned|promised|"
    r"vowed|threatened))\s|\sand\s(?:said|added|warned|promised|vowed|threatened|told)\s|"
    r"\s(?:hours|days|a day|shortly|minutes|weeks)?\s?(?:after|before|when|that|because|since)\s|"
    r"\s(?:said|told|reported|denied|blamed|accused|confirmed)\s",
    re.IGNORECASE,
)
_OPEN = Pattern(  # "neither claimed nor denied responsibility", "did not deny a part"
    r"\b(?:nor|(?:did|do|does|would|could|has|had|have)\s+(?:not|neither)|n[’']t|never)\s+(?:\w+ly\s+)?$|"
    r"\bconfirm(?:ed|ing|s)?\s+n?or\s+$",
    re.IGNORECASE,
)
_LIST = Pattern(r",|\band\b|\bas well as\b", re.IGNORECASE)
_LONGEST = 1500  # characters: a longer sentence is a list or a table


@lru_cache(maxsize=64)
def claims(notes: Annotations, clause: Span) -> tuple[Draft, ...]:
    """Claims, denials and blame of authorship that bear on what a clause tells.

    A claim reaches over all that it lists ("claimed attacks on A, B and C"), though each is
    in a clause of its own.
    """
    sentence = _sentence(notes, clause)
    drafts = [*_owned(notes, sentence, clause), *_denied(notes, sentence, clause)]
    denied = [d.span for d in drafts if d.stance is Stance.DENIES]
    more = denials(notes, clause)
    drafts = [d for d in drafts if not any(_is_same_word(d, m) for m in more)]
    drafts += [d for d in more if not any(d.span.overlaps(span) for span in denied)]
    owned = [d.span for d in drafts if d.stance is Stance.CLAIMS]  # "they said they were behind it"
    laid = list(accusations(notes, sentence, clause))
    cleared = [d.span for d in laid if d.stance is Stance.DENIES]  # by somebody else
    drafts = [d for d in drafts if not any(d.span.overlaps(span) for span in cleared)]
    laid_on = (d for d in laid if not any(d.span.overlaps(o) for o in owned))
    return tuple(dict.fromkeys([*drafts, *laid_on]))


def _is_same_word(claim: Draft, denial: Draft) -> bool:
    """ "Said claims that **its men** had done it were lies": no claim of theirs."""
    return claim.stance is Stance.CLAIMS and claim.span.overlaps(denial.span)


def _owned(notes: Annotations, sentence: Span, clause: Span) -> Iterator[Draft]:
    """Who claims what a clause tells."""
    for match in some(CLAIM, notes, sentence):
        if _trails(notes, sentence, Span(*match.span())):
            continue
        if _scope(notes, sentence, match).overlaps(clause) and not _unclaimed(
            notes, sentence, match
        ):
            found = claimants(notes, sentence, Span(*match.span()), Stance.CLAIMS)
            conceded = _CONCEDES.match(match.group()) is not None
            yield from (d for d in found if not conceded or _is_group(d))
    of_groups = (GROUP_CLAIM, SHOWS, OWNS_UP, GIVES_REASON)
    for match in (m for form in of_groups for m in some(form, notes, clause)):
        if _OF_NONE.match(notes.text, match.end(), sentence.end):
            continue  # "had carried out no raids"
        found = claimants(notes, sentence, Span(*match.span()), Stance.CLAIMS)
        yield from (d for d in found if _is_group(d))
    yield from owned_by_caller(notes, clause)
    yield from indirect_claims(notes, clause)
    yield from avowals(notes, clause)


def _trails(notes: Annotations, sentence: Span, cue: Span) -> bool:
    """ "Two died in the blast, the Wolves **claimed**": only that they say so."""
    if not _ENDS.match(notes.text, cue.end, sentence.end):
        return False
    told = [a for a in speaking_near(notes, cue) if a.cue.overlaps(cue)]
    before = (notes.text[max(sentence.start, a.source.start - 8) : a.source.start] for a in told)
    return any(map(_SET_OFF.search, before))


_ENDS = Pattern(r"\s*(?:[.,;]|$)")
_SET_OFF = Pattern(r",[\"”']*\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)


def _denied(notes: Annotations, sentence: Span, clause: Span) -> Iterator[Draft]:
    """Who denies by the words for it to have done what a clause tells."""
    for match in some(DENY_ROLE, notes, clause):
        said = Span(*match.span())
        if not tells_of_its_author(notes.text, said) and not _is_open(notes, clause, match):
            yield from claimants(notes, sentence, said, Stance.DENIES)
    yield from indirect_denials(notes, clause)
    yield from disowned(notes, clause)
    for match in some(DENIES_ACT, notes, clause):
        if not _is_open(notes, clause, match):
            found = claimants(notes, sentence, Span(*match.span()), Stance.DENIES)
            yield from (d for d in found if _is_group(d))
    for match in some(DENIED_CHARGE, notes, clause):
        who = Span(*match.span("who"))
        if not _is_of_an_act(notes, sentence, match.start()):
            continue
        accused = deniers(notes, who) or _who_was_accused(notes, sentence, who)
        yield from (d for d in accused if _was_accused(notes, d, match.start()))


def _is_of_an_act(notes: Annotations, sentence: Span, at: int) -> bool:
    """Whether what is charged before an offset is an attack: not "of having let them in"."""
    last = list(some(BLAME, notes, Span(sentence.start, at)))[-1:]
    if last and of_no_act(notes, Span(sentence.start, at), last[0].end()):
        return False
    return bool(last) or any(form.search(notes.text, sentence.start, at) for form in (ACT, _LAID))


def _who_was_accused(notes: Annotations, sentence: Span, who: Span) -> list[Draft]:
    """ "Blamed the Wolves, a charge **the group** denies": the one side that was accused there."""
    if not _ITSELF.fullmatch(who.of(notes.text)):
        return []
    before = Span(sentence.start, who.start)
    laid = [d for d in accusations(notes, sentence, before) if d.stance is Stance.BLAMES]
    return [replace(laid[0], span=who, stance=Stance.DENIES)] if len(laid) == 1 else []


_ITSELF = Pattern(
    rf"(?:it|they|he|(?:the|this|that)\s+(?:\w+\s+)?{GROUP})(?:\s+(?:it|them)self)?", re.IGNORECASE
)


def _is_open(notes: Annotations, clause: Span, match: re.Match[str]) -> bool:
    """Whether it is said that somebody did **not** deny."""
    start = max(clause.start, match.start() - 40)
    return _OPEN.search(notes.text, start, match.start()) is not None


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial of what was told before: who denies it, and where that is told.

    ``charged``: the words before lay it on somebody; ``named``: they tell of the denier's own men;
    ``charge``: it is called one ("rejected the accusation"), and no claim.
    """

    denier: Draft
    told: Span
    charged: bool
    named: bool
    charge: bool


def answers(notes: Annotations, sentence: Span) -> Iterator[Answer]:
    """ "The army **denied the charge**": the denials of a sentence that name no deed."""
    for match in some(DENY_IT, notes, sentence):
        cue = Span(*match.span())
        for denier in claimants(notes, sentence, cue, Stance.DENIES) or _as_told(
            notes, sentence, cue
        ):
            if not _is_he(notes, denier):
                before = Span(sentence.start, max(sentence.start, denier.span.start))
                yield Answer(
                    denier,
                    Span(match.end() - 2, match.end()),
                    charged=_was_accused(notes, denier, match.start()),
                    named=_told_of(notes, denier)
                    or _LAID.search(before.of(notes.text)) is not None,
                    charge=_CHARGED.search(match.group()) is not None,
                )


def _as_told(notes: Annotations, sentence: Span, cue: Span) -> list[Draft]:
    """Who denies, where the vocabulary has no name for it: "a colonel of the Fourth Brigade"."""
    told = (a.source for a in speaking_near(notes, cue) if a.cue.overlaps(cue))
    who = next(told, None) or left_phrase(notes.text, Span(sentence.start, cue.start))
    if who is None:
        return []
    name = ActorRef(" ".join(who.of(notes.text).split()))
    return [Draft(Field.ATTACKER, name, who, Stance.DENIES)]


def only_claims_it(notes: Annotations, draft: Draft) -> bool:
    """Whether an author stands only where an attack is claimed or feared, or where nobody speaks:
    "claimed in a call by **a man** who", "no group said **it** had planted the mine"."""
    if draft.field is not Field.ATTACKER or draft.stance is not None:
        return False
    told = (a for a in speaking_near(notes, draft.span) if a.content.contains(draft.span))
    if any(_NOBODY.match(notes.text, a.source.start) for a in told):
        return True
    start = max(0, draft.span.start - _LONG)
    before = (form.search(notes.text, start, draft.span.start) for form in (_CLAIMED_BY, _FEARED))
    return any(before)


_LONG = 110  # characters from a claim to who makes it
_NOBODY = Pattern(r"(?:no(?:\s+one|body)?|none|neither)\s", re.IGNORECASE)
_FEARED = Pattern(
    r"\b(?:fear(?:s|ed|ing)?|dread(?:s|ed|ing)?|afraid|wary|threats?|risks?|danger|prospect)\s+(?:of\s+)?"
    r"(?:(?!of\b|by\b|that\b)[\w-]+\s+){0,4}?(?:attacks?|reprisals?|raids?|strikes?|bombings?|retaliation|revenge|violence)\s+"
    r"by\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_CLAIMED_BY = Pattern(
    r"\b(?:claimed(?!\s+(?:[\w,.-]+\s+){1,4}?(?:lives|life|victims?)\b)|(?:responsibility|credit)\b[^.;]{0,60}?\b(?:assumed|taken|accepted))\b"
    r"(?:(?!\b(?:was|were|been|being|planted|carried|committed|staged|launched|killed|made)\b)[^.;]){0,70}?"
    r"\bby\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}[\"“]?$",
    re.IGNORECASE,
)


def _is_group(draft: Draft) -> bool:
    """Whether it is an armed group, or a group known by no more than its name."""
    value, book = draft.value, actor_book()
    if not isinstance(value, ActorRef) or value.id is None:
        return isinstance(value, ActorRef)
    return value.id in book and book.get(value.id).kind in (
        ActorKind.ARMED_GROUP,
        ActorKind.MILITIA,
    )


def _sentence(notes: Annotations, clause: Span) -> Span:
    at = bisect_right(notes.sentences, clause.start, key=lambda s: s.span.start) - 1
    found = notes.sentences[at].span if at >= 0 else clause
    if not found.start <= clause.start < found.end or found.end - found.start > _LONGEST:
        return clause
    return Span(found.start, max(found.end, clause.end))


def _scope(notes: Annotations, sentence: Span, match: re.Match[str]) -> Span:
    """How far a claim reaches: to the end of its list, or where another tells on."""
    end = _SCOPE_END.search(notes.text, match.end(), sentence.end)
    after = Span(match.end(), end.start() if end else sentence.end)
    reach = after.end if _LIST.search(notes.text, after.start, after.end) else match.end()
    return Span(match.start(), max(match.end(), reach))


def _unclaimed(notes: Annotations, sentence: Span, match: re.Match[str]) -> bool:
    """ "no group has claimed responsibility", "there was no claim of responsibility"."""
    before = notes.text[max(sentence.start, match.start() - 70) : match.start()]
    none = _OF_NONE.match(notes.text, match.end(), sentence.end)
    others = _OTHERS.search(match.group()) is not None  # "has claimed similar attacks"
    others = others or _FOR_OTHERS.match(notes.text, match.end(), sentence.end) is not None
    neither = _NEITHER.search(notes.text, sentence.start, match.start())
    return bool(none or others or neither) or _NO_CLAIM.search(before) is not None


def _was_accused(notes: Annotations, draft: Draft, at: int) -> bool:
    """Whether what somebody denies was laid on it just before: by a word of blame, or by its name
    in the sentence before."""
    start = max(0, at - _ACCUSED_BEFORE)
    if _LAID.search(notes.text, start, at):
        return True
    value = draft.value
    named = (n.actor for n in inside(notes.actors, Span(start, min(at, draft.span.start))))
    ids = {a.id for a in named if a is not None and not a.is_collective}
    if isinstance(value, ActorRef) and value.id in ids:
        return True
    own = re.escape(draft.span.of(notes.text))  # "the army ... the army denied"
    return re.search(rf"\b{own}\b", notes.text[start : min(at, draft.span.start)], re.I) is not None


def _is_he(notes: Annotations, draft: Draft) -> bool:
    """ "He denied the charge": one man before a court, and no group."""
    return draft.span.of(notes.text).lower() in ("he", "she")


def _told_of(notes: Annotations, draft: Draft) -> bool:
    """Whether the sentence before tells of men of its state: "Velian jets ... **Velia** denied it".

    Not where they only speak there.
    """
    value = draft.value
    at = bisect_right(notes.sentences, draft.span.start, key=lambda s: s.span.start) - 1
    if not isinstance(value, ActorRef) or value.id is None or at < 1:
        return False
    before = Span(notes.sentences[at - 1].span.start, draft.span.start)
    speak = [a.source for a in speaking_near(notes, before)]
    named = [n for n in inside(notes.actors, before) if not any(s.overlaps(n.span) for s in speak)]
    return any(n.actor is not None and party(n.actor.id) == party(value.id) for n in named)
