"""What a fighting side tells of its foes: "the army said that 12 rebels were killed".

Who says how many of the other side fell avows that its own men killed them, be they named or
not ("**Nine delinquents were killed**, the command said"): a claim, and no one's report. What a
side says of its own dead is none, nor what a monitor, a doctor or a witness says of either. So
are the drones that it shot down and the raids that it beat off.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.actors.principals import principals
from tallystick.extract.actors.speaking_sides import looks_on
from tallystick.extract.actors.voices import Voice
from tallystick.extract.annotate import Annotations
from tallystick.extract.drafts import Draft
from tallystick.extract.quotation.own_acts import is_armed, only_claims
from tallystick.model.statement import Source, Stance
from tallystick.model.values import Casualties, Fate, Outcome, PersonClass
from tallystick.vocab.actor_types import ActorKind
from tallystick.vocab.actors import actor_book
from tallystick.vocab.caseless import caseless

_STATES = frozenset((ActorKind.MILITARY, ActorKind.SECURITY, ActorKind.POLICE, ActorKind.COALITION))
_GROUPS = frozenset((ActorKind.ARMED_GROUP, ActorKind.MILITIA))
_FIGHTERS = (_STATES - {ActorKind.POLICE}) | _GROUPS
_STOPPED = (Fate.INTERCEPTED, Fate.REPELLED)
_REVILED = caseless(
    r"\b(?:enem(?:y|ies)|apostates?|crusaders?|infidels?|occupiers?|invaders?|mercenaries|"
    r"hirelings?|puppets?|aggressors?)\b"
)
_POLICE = caseless(r"\b(?:police|sheriff\w*|constab\w+|officers?)\b")
_ITS_DEED = caseless(  # "the coalition said **its defences** intercepted a missile"
    r"\b(?:it|they|we|(?:its|their|our)\s+(?:[\w’'-]+\s+){1,3}?)\s*(?:(?:had|have|has|also|later|"
    r"successfully)\s+)*$"
)
_UNNAMED = caseless(r"\bsources?\b")
_REBELS = frozenset((PersonClass.ARMED_GROUP, PersonClass.ATTACKERS))
_TOLD = (Stance.REPORTS, Stance.CLAIMS)
_STATE = caseless(
    r"\b(?:army|military|navy|air force|armed forces|general staff|high command|police|"
    r"gendarmerie|carabineros|(?:security|defen[cs]e|government) forces|border guards?|"
    r"(?:joint|central|regional|military|northern|southern|eastern|western) command|task force|"
    r"(?:defen[cs]e|interior) (?:ministry|minister)|(?:ministry|minister) of (?:defen[cs]e|"
    r"(?:the )?interior)|\d+(?:st|nd|rd|th) (?:brigade|division|battalion))\b"
)
_RANK = caseless(
    r"\b(?:capt(?:ain|\.)|maj(?:or|\.)|col(?:onel|\.)|(?:brig(?:adier|\.)|maj\.|lt\.)?\s?gen(?:eral|\.)|"
    r"lieutenant|lt\.|brigadier|admiral)\s+[^\W\d]"
)
_INSURGENT = caseless(
    r"\b(?:people[’']?s|liberation|resistance|popular|revolutionary|free|rebels?|guerrillas?|"
    r"insurgents?|separatists?|front|militants?|(?:group|movement|militia|faction|organi[sz]ation)"
    r"(?:[’']s)?|retired|former)\b"
)
_OF_THEMSELVES = caseless(
    r"\b(?:bombers?|martyrs?|martyrdom|militiam[ae]n|guards?)\b|\b(?:its|their|our|his)\s+own\b"
)
_PRONOUN = frozenset(("it", "they"))
_SELF = caseless(r"\b(?:lost|losing|los[es]s?|suffered|own)\s+(?:[\w’'-]+\s+){0,3}$")
_BEFORE = 30


def tells_of_foes(notes: Annotations, voice: Voice, draft: Draft) -> bool:
    """Whether a fighting side tells what it did to its foes: how many of them it killed, hurt or
    took, which of their weapons it stopped, that it beat them off."""
    if voice.attribution is None or voice.stance not in _TOLD or draft.stance is not None:
        return False
    if isinstance(draft.value, Outcome):
        if draft.value.fate not in _STOPPED or is_unnamed(voice.chain[0]):
            return False
        start = draft.span.start
        own = _ITS_DEED.search(notes.text, voice.attribution.content.start, start)
        return _side(notes, voice) in _FIGHTERS or (
            own is not None and not looks_on(voice.chain[0])
        )
    if not isinstance(draft.value, Casualties) or draft.value.count.high == 0:
        return False
    before = notes.text[max(0, draft.span.start - _BEFORE) : draft.span.start]
    words = draft.span.of(notes.text)
    if _OF_THEMSELVES.search(words) or _SELF.search(before) or _SELF.match(words):
        return False
    side, who = _side(notes, voice), draft.value.who
    if side in _FIGHTERS and _REVILED.search(words):
        return True
    if _POLICE.search(voice.chain[0].name) and draft.value.count.high == 1:
        return False  # "the gunman was killed, police said": by himself, or by a victim
    return who in _REBELS if side in _STATES else side in _GROUPS and who is PersonClass.FORCES


def is_unnamed(source: Source) -> bool:
    """ "A military source": whoever that is avows nothing for the army."""
    return _UNNAMED.search(source.name) is not None


def is_own_loss(notes: Annotations, voice: Voice, draft: Draft) -> bool:
    """ "The ministry said two sailors were killed": what a state's forces lost they only report."""
    value = draft.value
    if not isinstance(value, Casualties) or value.who is not PersonClass.FORCES:
        return False
    return voice.attribution is not None and _side(notes, voice) in _STATES


def is_toll_beside(notes: Annotations, voice: Voice, draft: Draft) -> bool:
    """Whether a toll is told of an act that a source only claims: "claimed the bombing **that
    killed nine**", "took responsibility for the raid **in which two died**".

    The nine are the paper's word; "claimed **the killing of nine**" is the source's own.
    """
    told = voice.attribution
    if told is None or not isinstance(draft.value, Casualties):
        return False
    start, end = told.content.start, draft.span.start
    if told.cue.start > start or not only_claims(notes.text, told) or start > end:
        return False
    beside = _BESIDE.search(notes.text, start, end) or _LEFT.match(notes.text, end)
    return beside is not None


_BESIDE = caseless(r"\w\W+(?:that|which|where|who|when)\b")  # "that" at the head tells it outright
_LEFT = caseless(r"(?:killing|wounding|injuring|leaving|hurting)\b(?!\s+of\b)")


def _side(notes: Annotations, voice: Voice) -> ActorKind | None:
    """On which side of a war the nearest source stands: a state's forces or an armed group's."""
    link, told = voice.chain[0], voice.attribution
    if told is None or looks_on(link):
        return None
    spoken = told.source.of(notes.text)
    words = f"{link.name} {spoken}"
    side = _known([link.actor])
    if _INSURGENT.search(words) and (side is None or _is_vague(link.actor)):
        return ActorKind.ARMED_GROUP if is_armed(words) else None
    if side is None and spoken.lower() not in _PRONOUN:
        side = _known([who.id for who, _ in principals(notes, told, told.source)])
    stately = _STATE.search(words) or _RANK.search(words)
    return side or (ActorKind.MILITARY if stately else None)


def _is_vague(actor: str | None) -> bool:
    """Whether an entry says only what sort of side it is: "the **group's military** spokesman"."""
    if actor is None or actor not in actor_book():
        return False
    known = actor_book().get(actor)
    return known.is_collective or known.kind is ActorKind.COALITION


def _known(ids: Sequence[str | None]) -> ActorKind | None:
    """What the vocabulary knows of sides: which of the two camps they are of."""
    book = actor_book()
    kinds = [book.get(i).kind for i in ids if i is not None and i in book]
    return next((k for k in kinds if k in _STATES or k in _GROUPS), None)
