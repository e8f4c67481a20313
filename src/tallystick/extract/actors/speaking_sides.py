"""Who of the sides of an incident is the one that tells of it: a claim, or an accusation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tallystick.extract.actors.principals import principals
from tallystick.extract.actors.sides import actor_ref, in_full, last_group
from tallystick.extract.actors.voices import Voice
from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.quotation.own_acts import is_possessed
from tallystick.extract.spoken import saying
from tallystick.model.document import Span
from tallystick.model.statement import Field, Source, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.actor_types import Actor, ActorKind, RelationKind, RelationType
from tallystick.vocab.actors import actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.matching import fold
from tallystick.vocab.pattern import Pattern

_PARTIES = frozenset(
    (
        *(ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.MILITARY),
        *(ActorKind.SECURITY, ActorKind.INTELLIGENCE, ActorKind.COALITION),
        *(ActorKind.ARMED_GROUP, ActorKind.MILITIA),
    )
)
_FORCES = frozenset(
    (ActorKind.MILITARY, ActorKind.COALITION, ActorKind.ARMED_GROUP, ActorKind.MILITIA)
)
_ORGANS = frozenset(
    (
        *(ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MINISTRY),
        *(ActorKind.MILITARY, ActorKind.SECURITY, ActorKind.INTELLIGENCE),
    )
)
_TENDS = Pattern(
    r"\b(?:health|hospital|medical|emergenc\w+|activists?|rights|monitor\w*|"
    r"observatory|watchdog|rescue|civil defen[cs]e)\b",
    re.IGNORECASE,
)
_TROOPS = frozenset((ActorKind.MILITARY, ActorKind.SECURITY, ActorKind.POLICE))
_PRINCIPAL = {"state-media": "government"}
_OUTLET = Pattern(
    r"\b(?:website|site|network|channel|media|television|tv|radio|news\w*|broadcaster|daily|"
    r"correspondent|reporter)\b",
    re.IGNORECASE,
)
_STATES = Pattern(r"\b(?:state|official|government|army)\b", re.IGNORECASE)
_REVILED = frozenset(["terrorists"])
_ENEMY = Pattern(
    r"(?:the\s+)?(?:\w+\s+)?(?:enem(?:y|ies)|occupiers?|aggressors?|invaders?|oppressors?)\b",
    re.IGNORECASE,
)
_OFFICE = Pattern(
    r"\b(?:media|press|information|news|public relations) (?:office|wing|cent(?:er|re)|department|"
    r"bureau|committee|service|foundation|arm|section|channel)|\b(?:communiqu|spokes|telegram)",
    re.IGNORECASE,
)
_ITS_VOICE = Pattern(  # "according to its spokesman, the group ambushed a patrol"
    r"its\s+(?:\w+\s+)?(?:spokes\w+|statement|communiqu[eé]|(?:media|military) \w+)\b",
    re.IGNORECASE,
)
_MEN = frozenset(["militants", "military"])  # "its fighters", "its troops"
_OTHERS = caseless(r"\b(?:all(?:y|ies)|partners?|rivals?|enem(?:y|ies)|foes?|opponents?)$")
_POSSESSED = Pattern(r"\b(?:its|their|our|his)\s+$", re.IGNORECASE)
_NEAR = 70  # characters to either side of an actor
_BELIEVED = caseless(
    r"\b(?:likely|probably|possibly|presumably)\s+(?:carried out|launched|conducted|fired|dropped|"
    r"staged|planted|committed|done|the work)\s+(?:by|of)\s+(?:the\s+|an?\s+)?"
    r"(?:[\w'’-]+\s+){0,2}$|"
    r"\b(?:believed|thought|suspected|presumed|assessed|judged|reckoned|understood|likely|said|"
    r"appear(?:s|ed)?|seem(?:s|ed)?)\s+to\s+"
    r"(?:have\s+been|be|have)\s+(?:\w+ly\s+)?(?:carried out|launched|conducted|fired|dropped|"
    r"staged|planted|committed|done|the work|those)\s+(?:by|of)\s+(?:the\s+|an?\s+)?"
    r"(?:[\w'’-]+\s+){0,2}$|"
    r"\b(?:believed|thought|suspected|presumed)\s+to\s+(?:belong to|be|have come from)\s+"
    r"(?:the\s+|an?\s+)?(?:[\w'’-]+\s+){0,2}$"
)
_OR = Pattern(
    r"(?:\s+(?:war)?(?:planes|jets|aircraft|forces|troops))?,?\s+or\s+(?:the\s+|its\s+)?"
    r"(?:\w+\s+){0,2}",
    re.IGNORECASE,
)
_DID_NOT = Pattern(
    r"\s+(?:[\w'’-]+\s+){0,3}?(?:ha(?:d|s|ve)\s+(?:not|never)|did\s+not|didn['’]?t|never)\s",
    re.IGNORECASE,
)
_NAMELESS = frozenset(["gunmen", "criminals", "gangs"])
_OURS = caseless(r"(?:our|we)\b")
_OWN = (RelationKind.SAME, RelationKind.PART_OF)
_TOLD = (Stance.REPORTS, Stance.CONFIRMS, Stance.CLAIMS)


def as_told(notes: Annotations, trigger: Span, drafts: Sequence[Draft]) -> list[Draft]:
    """The attackers as the words of their own clause hold them: doubted, denied, or plain."""
    return [_hedged(notes, trigger, d, drafts) for d in drafts if not is_own_man(notes, d)]


def sided(notes: Annotations, voice: Voice, draft: Draft) -> Draft:
    """An attacker with the stance of the side that tells of it.

    What an army says that it did itself it claims; what it says that its enemy did it lays on
    it. A police, a monitor, a doctor and the press only report; the media of a state speak for
    it, and a group's own media office for the group. The words stay those for its men ("said
    **his men** had blocked the road"): they tell who did it, the source only who says so.
    """
    if (own := _own_mens(notes, voice, draft)) is not None:
        return own
    if (group := _comrades_of(notes, voice, draft)) is not None:
        return replace(draft, value=group, stance=Stance.CLAIMS)
    value = draft.value
    if (
        draft.stance is Stance.BLAMES
        and voice.stance in _TOLD
        and _is_its_voice(notes, voice, draft)
    ):
        return replace(draft, stance=Stance.CLAIMS)  # nobody lays on itself what it says it did
    if draft.stance is not None or not isinstance(value, ActorRef) or voice.stance not in _TOLD:
        return draft
    if voice.attribution is None and _ENEMY.match(draft.span.of(notes.text)):
        return replace(draft, stance=Stance.BLAMES)  # whose "enemy" it is tells the text
    its_voice = _is_its_voice(notes, voice, draft)
    if its_voice or _is_of(voice.chain[0].name, draft.span.of(notes.text)):
        return replace(draft, stance=Stance.CLAIMS)
    if _charges(notes, voice, value):
        return replace(draft, stance=Stance.BLAMES)
    if value.id is None or value.id not in actor_book():
        return draft
    return _by_speaker(notes, voice, draft, actor_book().get(value.id))


def _by_speaker(notes: Annotations, voice: Voice, draft: Draft, actor: Actor) -> Draft:
    """The same by who speaks, of an attacker that the vocabulary has."""
    if _is_its_army(notes, voice, actor) or _are_his_troops(notes, voice, actor):
        return replace(draft, stance=Stance.CLAIMS)
    if voice.attribution is None and (office := office_of(voice.chain[0].name)) is not None:
        return _issued(draft, office, actor)
    relayed = relays(voice.chain[0])
    speaker = _speaker(notes, voice)
    stance = _stance(speaker, actor, relayed=relayed) if speaker is not None else None
    if speaker is None or stance is None:
        return draft
    its = stance is Stance.CLAIMS and actor.is_collective and _is_army(speaker)
    meant = ActorRef(speaker.name, speaker.id) if its else draft.value  # "said **the air force**"
    return replace(draft, value=meant, stance=stance)


def _own_mens(notes: Annotations, voice: Voice, draft: Draft) -> Draft | None:
    """What a side says of its own men ("denied that **its men** fired"); ``None`` for others."""
    denied = voice.stance is Stance.DENIES and _are_men(draft)
    told = denied or voice.stance in _TOLD
    if not (is_own_man(notes, draft) and voice.attribution and told):
        return None
    ours = _OURS.match(draft.span.of(notes.text)) and draft.stance is Stance.DENIES
    if looks_on(voice.chain[0]) or ours:
        return draft  # "the army lies when it says that **our men** fired": not the army's
    named = (who for who, _ in principals(notes, voice.attribution, draft.span))
    side = next((who for who in named if not tends(who.name)), None) or side_of(voice.chain[0])
    undone = denied or draft.stance is Stance.DENIES  # "said **its men** had fired no shots"
    return replace(draft, value=side, stance=Stance.DENIES if undone else Stance.CLAIMS)


def _is_its_voice(notes: Annotations, voice: Voice, draft: Draft) -> bool:
    """Whether "its spokesman" speaks for whoever attacked: for the last group told of before, not
    for those whom he names ("its spokesman said that **bandits** had done it")."""
    told = voice.attribution
    names = (told.source.of(notes.text), voice.chain[0].name) if told is not None else ()
    if told is None or not any(map(_ITS_VOICE.match, names)):
        return False
    if _AGAIN.match(draft.span.of(notes.text)):
        return True
    before = last_group(notes, min(told.source.start, told.content.start))
    if before is None and told.content.end <= told.source.start:
        return not _is_sort_of_men(draft)  # "the Front shelled a post, its spokesman said"
    return before is not None and actor_ref(before) == draft.value and not _is_sort_of_men(draft)


def _charges(notes: Annotations, voice: Voice, value: ActorRef) -> bool:
    """Whether who tells of it says so as a charge: "the deputy **charged** that soldiers shot"."""
    if voice.attribution is None or not _CHARGE.match(voice.attribution.cue.of(notes.text)):
        return False
    return fold(voice.chain[0].name) != fold(value.name)


_CHARGE = caseless(r"(?:\w+ly\s+)?(?:charg|alleg|accus|denounc|condemn)(?:e|ed|es|ing|s)?\b")


def _is_sort_of_men(draft: Draft) -> bool:
    value, book = draft.value, actor_book()
    if not isinstance(value, ActorRef) or value.id is None or value.id not in book:
        return False
    return book.get(value.id).is_collective


_AGAIN = Pattern(
    r"(?:it|they|we|(?:the|this)\s+(?:group|movement|militia|organi[sz]ation|faction|front|army|"
    r"force|alliance|brigades?|battalion))$",
    re.IGNORECASE,
)


def told_by_its_foe(notes: Annotations, span: Span) -> bool:
    """Whether a group's name stands in what an organ of a state says: "the army said that **the
    Front** had laid the mine" is no claim of the Front."""
    named = [n.actor for n in inside(notes.actors, span)]
    if not any(actor is not None and _is_group(actor.id) for actor in named):
        return False
    told = saying(notes, span)
    if any(_CLAIMING.search(a.content.of(notes.text)) for a in told):
        return False  # "the army said that the Front had claimed it"
    return any(
        n.actor is not None and _is_state(n.actor)
        for voice in told
        for n in inside(notes.actors, voice.source)
    )


_CLAIMING = Pattern(r"\b(?:claim|responsib|credit|admi|boast|own(?:ed|s)\s+up|sa(?:id|ys))")


def _are_men(draft: Draft) -> bool:
    """Whether it is "its men", "its troops", and nobody blames them there."""
    men = isinstance(draft.value, ActorRef) and draft.value.id in _MEN
    return men and draft.stance is not Stance.BLAMES


def _is_army(actor: Actor) -> bool:
    return actor.kind is ActorKind.MILITARY and not actor.is_collective


def _is_its_army(notes: Annotations, voice: Voice, actor: Actor) -> bool:
    """ "Lorvian jets hit a camp, **the army** said": and no other country's army is named."""
    book, link = actor_book(), voice.chain[0]
    if not _is_army(actor) or _AN_ARMY.search(link.name) is None:
        return False
    if link.actor is not None and link.actor in book and not book.get(link.actor).is_collective:
        return False
    lands = {f"mil-{hit.item.lower()}" for hit in book.nationalities(link.name)}
    if lands and actor.id not in lands:
        return False  # "the **Velian** ministry of defence"
    return all(n.actor.id == actor.id for n in notes.actors if n.actor and _is_army(n.actor))


_AN_ARMY = Pattern(
    r"\b(?:army|military|navy|air force|armed forces|general staff|high command|"
    r"defen[cs]e (?:ministry|minister|secretary)|(?:ministry|minister) of defen[cs]e)\b",
    re.IGNORECASE,
)


def _are_his_troops(notes: Annotations, voice: Voice, actor: Actor) -> bool:
    """ "**Colonel** Sarr said that troops had ambushed them": who has a rank in an army, a
    communique of one, a state's radio; no rebel colonel."""
    if voice.attribution is None or not actor.is_collective or _kinds(actor) != _ARMY:
        return False
    named = inside(notes.actors, voice.attribution.source)
    if any(n.actor is None or _kinds(n.actor) & _REBELS for n in named):
        return False
    words = voice.attribution.source.of(notes.text)
    return any(_OFFICER.search(w) is not None for w in (words, voice.chain[0].name))


_ARMY = frozenset((ActorKind.MILITARY,))
_REBELS = frozenset((ActorKind.ARMED_GROUP, ActorKind.MILITIA))
_OFFICER = Pattern(
    r"\b(?:(?:brigadier|major|lieutenant|brig\.?|maj\.?|lt\.?)[\s-]+)?(?:general|gen\.|colonel|col\.)\s+"
    r"[A-ZÀ-Þ]|\b(?:brigadier|admiral|rear admiral)\s+[A-ZÀ-Þ]|"
    r"\bstate(?:-run)?\s+(?:radio|television|tv)\b",
    re.IGNORECASE,
)


def is_own_man(notes: Annotations, draft: Draft) -> bool:
    """ "its fighters": whose they are stands elsewhere. Its allies are not its own."""
    value = draft.value
    words = draft.span.of(notes.text)
    if not isinstance(value, ActorRef) or _OTHERS.search(words):
        return False
    nobody = value.id in (*_NAMELESS, *_MEN) or fold(value.name) in fold(" ".join(words.split()))
    before = notes.text[max(0, draft.span.start - 7) : draft.span.start]
    held = _POSSESSED.search(before) is not None or is_possessed(words)
    return nobody and held


def looks_on(source: Source) -> bool:
    """Whether it looks on or looks after the hurt: a monitor, a hospital. It has no men."""
    return tends(source.name)


def tends(name: str) -> bool:
    """Whether a name is one of those who look on or look after: "the Orra Observatory"."""
    return _TENDS.search(name) is not None


def _comrades_of(notes: Annotations, voice: Voice, draft: Draft) -> ActorRef | None:
    """The group whose own words call its men "the mujahideen", "the brothers"."""
    told = voice.attribution
    if told is None or voice.stance not in _TOLD or draft.field is not Field.ATTACKER:
        return None
    if draft.stance is not None or not _COMRADES.fullmatch(draft.span.of(notes.text)):
        return None
    if _MARK.search(notes.text, told.content.start, draft.span.start) is None:
        return None
    sides = [who for who, _ in principals(notes, told, draft.span)]
    return next((who for who in sides if who.id is None or _is_group(who.id)), None)


_COMRADES = Pattern(
    r"(?:the\s+)?(?:(?:brave|heroic|valiant|brother|glorious)\s+)?(?:mujahid(?:een|in)?|"
    r"moj[ae]hed(?:in|een)|brothers?|comrades?|fedayeen|heroes|combatants|guerrillas?|fighters?|"
    r"soldiers of (?:the caliphate|god|allah)|martyrdom[- ]seekers?)",
    re.IGNORECASE,
)
_MARK = Pattern(r"[\"“]")


def _is_group(id: str) -> bool:
    return id in actor_book() and actor_book().get(id).kind in _REBELS


def _hedged(notes: Annotations, trigger: Span, draft: Draft, others: Sequence[Draft]) -> Draft:
    """Doubted where the words say no more than "believed to", or name one side **or** another;
    denied where they say that it did not."""
    if draft.stance is not None or draft.field is not Field.ATTACKER:
        return draft
    before = notes.text[max(0, draft.span.start - _NEAR) : draft.span.start]
    after = notes.text[draft.span.end : draft.span.end + _NEAR]
    either = any(_OR.fullmatch(_gap(notes.text, draft.span, o.span)) for o in others)
    if either or _BELIEVED.search(before):
        return replace(draft, stance=Stance.DOUBTS)
    if draft.span.end <= trigger.start and _DID_NOT.match(after):
        return replace(draft, stance=Stance.DENIES)
    return draft


def _gap(text: str, first: Span, second: Span) -> str:
    """The words between two stretches, nothing where they touch."""
    return text[min(first.end, second.end) : max(first.start, second.start)]


def side_of(source: Source) -> ActorRef:
    """A source as a side, under the vocabulary's name where it has one."""
    book = actor_book()
    if source.actor is None or source.actor not in book or book.get(source.actor).is_collective:
        return ActorRef(source.name, source.actor)
    return ActorRef(book.get(source.actor).name, source.actor)


def office_of(publisher: str) -> Actor | None:
    """The side whose office a publisher is: "Ruritanian Army Spokesperson", "Northern Front
    Secretariat". A paper that has a side's name among others is none."""
    for hit in actor_book().find(publisher):
        rest = f"{publisher[: hit.span.start]} {publisher[hit.span.end :]}"
        if _is_party(hit.item) and not hit.item.is_collective and _OFFICES.fullmatch(rest):
            return hit.item
    return None


def _issued(draft: Draft, office: Actor, actor: Actor) -> Draft:
    """What a side's own communique says that its men did, it claims; of its foes it reports."""
    if not _is_one_side(office, actor, actor_book().related(office.id, actor.id)):
        return draft
    meant = ActorRef(office.name, office.id) if actor.is_collective else draft.value
    return replace(draft, value=meant, stance=Stance.CLAIMS)


_OFFICES = Pattern(
    r"(?:[\s,.()'’-]|\b(?:s|the|of|for|and|on|official|spokes\w+|office|unit|secretariat|press|media|"
    r"information|public|relations|affairs|service|cent(?:er|re)|wing|department|directorate|"
    r"bureau|committee|communiqu[eé]s?|statements?|releases?|bulletins?|headquarters|command|"
    r"general|staff|international|central|political|military|foreign|telegram|channel|website|"
    r"ministry|defen[cs]e)\b)+",
    re.IGNORECASE,
)


def _is_of(publisher: str, name: str) -> bool:
    """Whether it is the office that speaks for what is named: "Northern Front, media office"."""
    office = _OFFICE.search(publisher)
    return office is not None and fold(name) in fold(publisher[: office.start()])


def _speaker(notes: Annotations, voice: Voice) -> Actor | None:
    """The side behind the nearest source; whoever passes it on only says that it was said."""
    link = voice.chain[0]
    if looks_on(link) or _SENT.search(link.name):
        return None
    ref = ActorRef(link.name, _PRINCIPAL.get(link.actor or "", link.actor))
    ref = ref if _PUT_THERE.search(link.name) else in_full(notes, ref)
    if ref.id is None or ref.id not in actor_book():
        return None
    return _principal(actor_book().get(ref.id), link.name)


_SENT = caseless(r"\b(?:correspondent|reporter|journalist|photographer)s?\b")  # an outlet's, there


_PUT_THERE = caseless(  # "the Lorvian-installed officials": not those of the country told of
    r"\w-(?:installed|appointed|imposed|backed|controlled|occupied|held|run|aligned)\b|"
    r"\b(?:breakaway|separatist|self-(?:proclaimed|declared)|rival|rebel|exiled|occupation)\s"
)


def relays(link: Source) -> bool:
    """Whether it is an outlet: of a state, or of a group ("a channel run by the group")."""
    if _OUTLET.search(link.name):
        return True
    known = link.actor is not None and link.actor in actor_book()
    return link.actor in _PRINCIPAL or (
        known and actor_book().get(link.actor or "").kind.speaks_only
    )


def _principal(actor: Actor, name: str) -> Actor:
    """Whom an outlet speaks for, where it is the outlet of a side; else itself."""
    book = actor_book()
    told = [r.other for r in actor.relations if r.type is RelationType.SPEAKS_FOR]
    if actor.country is not None and actor.kind is ActorKind.OUTLET and _STATES.search(name):
        told.append(f"gov-{actor.country.lower()}")
    return next((book.get(other) for other in told if other in book), actor)


def _stance(speaker: Actor, actor: Actor, *, relayed: bool) -> Stance | None:
    """What a side does that says of this actor that it attacked; ``None`` if it only reports.

    ``relayed`` where it says so by its media, which report more than they accuse.
    """
    if not _is_party(speaker):
        return None
    related = actor_book().related(speaker.id, actor.id)
    if _is_one_side(speaker, actor, related):
        return Stance.CLAIMS
    if actor.id in _REVILED:
        return Stance.BLAMES if _is_state(speaker) else None
    nameless = actor.id in _NAMELESS or relayed
    forces = _is_state(speaker) and _is_state(actor)
    unsaid = forces and (speaker.is_collective or actor.is_collective)  # of whose army
    return Stance.BLAMES if not (related or nameless or unsaid) and _is_party(actor) else None


def _is_one_side(speaker: Actor, actor: Actor, related: RelationKind | None) -> bool:
    """Whether an act is the speaker's own: a force's, or that of an organ of the same state."""
    if related in _OWN and _kinds(speaker) & _FORCES:
        return True
    if not (_is_state(speaker) and _is_state(actor)):
        return False
    if actor.is_collective:  # "the army said soldiers shot four"
        return related is RelationKind.SORT_OF and _kinds(actor) <= _TROOPS >= _kinds(speaker)
    return speaker.country is not None and speaker.country == actor.country


def _is_state(actor: Actor) -> bool:
    return bool(_kinds(actor) & _ORGANS)


def _is_party(actor: Actor) -> bool:
    return bool(_kinds(actor) & _PARTIES)


def _kinds(actor: Actor) -> frozenset[ActorKind]:
    return frozenset(actor.covers or (actor.kind,))
