"""Claims, denials and blame of attacks that are named: "claimed **the bombs at Orun and Velm**".

Told after the attacks, or before them, they go to each that their words mean: by its place, or by
what no other attack has ("**the tanker**"), though the deeds of a claim are told in one breath.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.frames.frame import COARSE, Frame
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.reading import bare
from tallystick.extract.places.geography import may_be_one
from tallystick.extract.reports.attack_words import WIDE, Attacks, Known, Words, heads
from tallystick.extract.roles.claims import claims
from tallystick.model.document import SegmentKind, Span
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.caseless import caseless
from tallystick.vocab.toponyms import PLACE_NOUNS, singular, toponym_words

_STANCES = (Stance.CLAIMS, Stance.DENIES, Stance.BLAMES, Stance.DOUBTS)
_CUE = caseless(
    r"\b(?:claim|responsib|behind|own(?:ed|s|ing)?\b|admit|acknowledg|confess|den(?:y|ie)|blam|"
    r"accus|suspect|attribut|ascrib|work\s+of|sa(?:id|ys)\b|credit|carried\s+out|nothing\s+to\s+do|"
    r"disown|disavow|disclaim|announc|confirm|(?:hand|part)\s+in\b)"
)
_SPOKE = (
    r"\s(?:sa(?:id|ys?)|told|added|warned|promised|vowed|threatened|reported|denie[ds]|blame[ds]|"
    r"accuse[ds]|confirmed|claim(?:ed|s)|stated|announced|wrote)(?=\s)"
)
_SPOKEN = caseless(rf"{_SPOKE}(?:(?:(?!\sand\s)[^.;:,]){{0,60}}?\sthat\b)?")
_END = caseless(  # of what is claimed
    r"[;:]|[.!?](?=\s|$)|,?\s(?:but|while|whereas|although|though|not|nor|yet|which|who|whose|whom|"
    r"where|when|after|before|because|since|until|if|unless)\s|,?\s(?:in\s+)?(?:answer|response|"
    r"reply|retaliation|revenge|reprisals?)\s+(?:to|for)\b|\sto\s+(?:avenge|punish|answer|protest)\b|"
    rf"\sas\s+an?\s|\sat\s+the\s+time\b|{_SPOKE}|,?\sand\s+(?:that|it|they|he|she)\s"
)
_ITEM = caseless(r",\s+(?:and\s+)?|\s(?:and|or|along\s+with|as\s+well\s+as|together\s+with)\s+")
_LAID = caseless(  # "blamed | the raids on A and B | on the rebels"
    r"\b(?:blam(?:ed|es|e|ing)|attribut(?:ed|es|ing)|ascrib(?:ed|es|ing)|laid|lays|pinned|put)\s+"
    r"(?P<deeds>[^.;]{3,140}?)\s+(?:on|to|down\s+to|at\s+the\s+door\s+of)\s+(?:an?\s+|the\s+)?$"
)
_BY = caseless(  # "The bombs at Orun and Velm | were the work of the rebels"
    r"(?P<deeds>(?:(?!\bthat\s)[^.;,]|,(?!\s\w+ing\b)){3,140}?)\s(?:ha[ds]|have|was|were|"
    r"is|are)\s[^.;,]{0,20}?(?:claimed\s+by|work\s+of|blamed\s+on|attributed\s+to|laid\s+on)\s+"
    r"(?:an?\s+|the\s+)?$"
)
_OWN_CLAUSE = caseless(  # "and | the army had shelled Velm"
    r"(?:the|an?|its|his|their)\s+(?:[\w'’-]+\s+){1,3}?(?:had|has|have|was|were|is|are|would|will)\s"
)
_BACK = caseless(
    r"\b(?:the|those|this|these|both|that(?!\s+(?:it|they|he|she|its?|his|their|an?)\b))\s"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*\w")
_POSSESSIVE = re.compile(r"['’]s$")
_LEAST = 3  # letters
_SURE = 0.9  # a word that no other attack has, or its place
_RARE = 2  # attacks that have a word: of three, none is clear by it
_CLEAR = 0.5  # by so much one attack must be meant rather than another
_MOST = 0.5  # of a deed's words, so many must be of the attack
_OF_ANY = (  # words that any attack can have, or a claim
    "attack bombing strike blast explosion raid operation action killing incident ambush shooting "
    "murder assault people person civilian child woman responsible responsibility other several "
    "another least said that their this those these with from into near after before which were "
    "have been behind took claimed claim admitted denied carried part hand role involvement both "
    "first second third event one two three four five six seven eight nine ten dozen struck "
    "statement message video call caller communique letter post posted recording radio channel "
    "telephone phone killed wounded died dead injured shot fired shelled bombed burnt burned the "
    "and for its had has was his her him who any all not out off new old too day"
)
_PLAIN = frozenset(_OF_ANY.split())


def name_claims(notes: Annotations, frames: Sequence[Frame]) -> None:
    """Give to each attack what is claimed, denied or blamed of it by its own words."""
    told = [f for f in frames if f.standing is Standing.HAPPENED and heads(f)]
    if len(told) < 2:
        return
    attacks = Attacks(told, [_own_words(notes, frame) for frame in told])
    for sentence in notes.sentences:
        if _CUE.search(notes.text, sentence.span.start, sentence.span.end):
            drafts = _drafts(notes, sentence.span)
            known = Known(attacks, sentence.span)
            for draft in drafts:
                _share(notes, attacks, known, sentence, draft)


def _drafts(notes: Annotations, sentence: Span) -> list[Draft]:
    """Who claims, denies or is blamed in a sentence."""
    found = claims(notes, sentence)
    return [d for d in found if d.stance in _STANCES and sentence.contains(d.span)]


def _share(
    notes: Annotations, attacks: Attacks, known: Known, sentence: Sentence, draft: Draft
) -> None:
    """Give a claim to the attacks that it names, and take it from what it does not."""
    deeds = [d for d in _deeds(notes, _object(notes.text, sentence.span, draft)) if d.words]
    meant = [_meant(notes, attacks, known, deed) for deed in deeds]
    if len([at for at in meant if at is not None]) < 2 and not any(d.definite for d in deeds):
        return  # "denied that its jets had hit Orun"
    if meant and None not in meant:
        for at in attacks.holders(draft):
            frame = attacks.frames[at]
            here = (m.anchor for m in heads(frame) if sentence.span.contains(m.anchor))
            own = any(not any(d.span.contains(anchor) for d in deeds) for anchor in here)
            if known.words(at) and not own and at not in meant:
                frame.mentions[:] = [_without(m, draft) for m in frame.mentions]
    for home in meant:
        if home is not None:
            _add(notes, attacks.frames[home], sentence, draft)
            attacks.give(home, draft)


def _without(mention: Mention, draft: Draft) -> Mention:
    return replace(mention, drafts=tuple(d for d in mention.drafts if d != draft))


@dataclass(frozen=True, slots=True)
class _Deed:
    """An attack as a claim names it. ``definite``: as one that was told ("the raid on the mill");
    ``back``: so, or in a list with such a one ("and a lorry")."""

    span: Span
    words: frozenset[str]
    definite: bool
    back: bool


def _object(text: str, sentence: Span, draft: Draft) -> Span:
    """The words of what somebody is said to have done, or not to have done."""
    for form in (_LAID, _BY):
        before = form.search(text, sentence.start, draft.span.start)
        if before:
            return Span(*before.span("deeds"))
    start = draft.span.end
    end = _END.search(text, start, sentence.end)
    says = _SPOKEN.match(text, end.start(), sentence.end) if end else None
    if says:  # "The Front | said on Monday that | it was behind the raid"
        start = says.end()
        end = _END.search(text, start, sentence.end)
    return Span(start, max(start + 1, end.start() if end else sentence.end))


def _deeds(notes: Annotations, told: Span) -> Iterator[_Deed]:
    """The parts of a list, as far as it goes on."""
    start, back = told.start, False
    for mark in [*_ITEM.finditer(notes.text, told.start, told.end), None]:
        end = mark.start() if mark else told.end
        if start > told.start and _OWN_CLAUSE.match(notes.text, start, end):
            return
        if end > start:
            definite = _BACK.search(notes.text, start, end) is not None
            back = back or definite
            yield _Deed(Span(start, end), _words(notes, Span(start, end)), definite, back)
        start = mark.end() if mark else end


def _words(notes: Annotations, span: Span) -> frozenset[str]:
    """What tells an attack from others: no sides, days, and words that any attack has."""
    wide = (p for p in inside(notes.places, span) if p.place.precision in WIDE)
    known = [a.span for a in inside(notes.actors, span)]
    known += [*(d.span for d in inside(notes.dates, span)), *(p.span for p in wide)]
    found = (Span(*m.span()) for m in _WORD.finditer(notes.text, span.start, span.end))
    words = [w.of(notes.text) for w in found if not any(s.overlaps(w) for s in known)]
    keys = (_POSSESSIVE.sub("", w.casefold()) for w in words if len(w) >= _LEAST)
    return frozenset(singular(k) for k in keys if not (_is_plain(k) or _is_plain(singular(k))))


def _is_plain(key: str) -> bool:
    lists = toponym_words()
    noun = PLACE_NOUNS.get(key, PlacePrecision.SITE) is not PlacePrecision.SITE  # "village"
    return noun or key in lists.function or key in lists.calendar or key in _PLAIN


def _own_words(notes: Annotations, frame: Frame) -> Words:
    """The words of an attack in each clause that tells of it, with the sentence of that."""
    told = (m for m in heads(frame) if m.sentence.kind is not SegmentKind.TITLE)
    return [(m.sentence.span, _words(notes, m.clause)) for m in told]


def _meant(notes: Annotations, attacks: Attacks, known: Known, deed: _Deed) -> int | None:
    """The only attack that a deed's place or words can mean; one that is only told now is none.

    Attacks at other places, whose words of the deed three or more have, are never near enough to
    one that is meant.
    """
    if attacks.named_in(deed.span) and not deed.definite:
        return None  # "its men had shot down a jet"
    places = [p.place for p in inside(notes.places, deed.span) if p.place.precision not in COARSE]
    sharing = {word: known.sharing(word) for word in deed.words if deed.back}
    near = {at for p in places if p.id is not None for at in attacks.at_place.get(p.id, ())}
    near.update(at for found in sharing.values() if len(found) <= _RARE for at in found)
    scores = {
        at: _place(attacks, at, places, deed)
        + (_alike(deed.words, known.words(at), sharing) if deed.back else 0.0)
        for at in sorted(near)
    }
    if max(scores.values(), default=0.0) < _SURE:
        return None
    best, *others = sorted(scores, key=lambda at: -scores[at])
    clear = not others or scores[best] - scores[others[0]] >= _CLEAR
    return best if clear else None


def _alike(deed: frozenset[str], attack: frozenset[str], sharing: Mapping[str, list[int]]) -> float:
    """1 for words that only this attack has, where they are most of the deed's."""
    both = deed & attack
    if len(both) < _MOST * len(deed):
        return 0.0
    return max((1 / len(sharing[w]) for w in both), default=0.0)


def _place(attacks: Attacks, at: int, places: Sequence[Place], deed: _Deed) -> float:
    """1 for an attack at the deed's place, as other words tell; -1 for one elsewhere."""
    where = attacks.where[at]
    if not places or where is None:
        return 0.0
    mentions = attacks.frames[at].mentions
    told = (m.where for m in mentions if m.where and m.where.place == where)
    same = any(p.id is not None and p.id == where.id for p in places)
    if same and not all(deed.span.overlaps(w.span) for w in told):
        return 1.0
    return -1.0 if any(may_be_one(p, where) is False for p in places) else 0.0


def _add(notes: Annotations, frame: Frame, sentence: Sentence, draft: Draft) -> None:
    known = {(d.span, d.stance) for m in frame.mentions for d in m.drafts}
    if (draft.span, draft.stance) not in known and draft.field is Field.ATTACKER:
        told = bare(notes, sentence, sentence.span)
        frame.mentions.append(replace(told, drafts=(draft,), where=None, when=None, spoken=None))
