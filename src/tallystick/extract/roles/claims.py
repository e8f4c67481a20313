"""Claims, denials and blame of authorship, wherever the act itself is told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from tallystick.extract.actors.parties import party
from tallystick.extract.actors.sides import (
    OBJECTIVE,
    actor_ref,
    before_subject,
    is_sort,
    last_group,
    sides,
    speaking_near,
    with_listed,
)
from tallystick.extract.actors.speaker_names import full_name
from tallystick.extract.actors.unlisted_sides import (
    is_sort_of,
    named_after,
    side_named,
    spoken_for,
)
from tallystick.extract.annotate import Annotations, Named, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.grammar.nounphrase import left_phrase
from tallystick.extract.roles.avowals import avowals
from tallystick.extract.roles.claim_words import (
    BLAME,
    BLAMED_FOR,
    CLAIM,
    DENIED_CHARGE,
    DENY_IT,
    DENY_ROLE,
    EACH_OTHER,
    EVENTS,
    GROUP_CLAIM,
    OWNS_UP,
    SHOWS,
    SUSPECTED,
    SUSPECTS,
)
from tallystick.extract.roles.denials import denials
from tallystick.extract.roles.reasons import GIVES_REASON, owned_by_caller
from tallystick.extract.roles.verdicts import verdicts
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tallystick.vocab.actors import ActorKind, actor_book
from tallystick.vocab.caseless import Caseless
from tallystick.vocab.lexicon import event_words

_PASSIVE_CLAIM = re.compile(
    r"claims? of|(?:was|were|been) (?:\w+ )?(?:claimed|assumed|taken|accepted)|"
    r"^(?!ha[sd]|have).*\sclaimed$",
    re.IGNORECASE,
)
_CONCEDES = re.compile(
    rf"(?:admit|acknowledg|confess)\w*\s+(?:the|this|that)\s+(?:[\w-]+\s+){{0,2}}{EVENTS}$",
    re.IGNORECASE,
)
"""What a side says of its own act, or of what it suffered: only of an armed group the former."""
_ON_BEHALF = re.compile(r"\b(?:on behalf of|in the name of)\s", re.IGNORECASE)
_BY_NEXT = re.compile(r"claimed\s+by\b", re.IGNORECASE)
_NO_CLAIM = re.compile(
    r"\b(?:no|nobody|not|neither|never|without|yet to|has yet|hasn['’]t|didn['’]t)\b[^.;]{0,50}$|"
    r"\b(?:in the past|often|frequently|regularly|routinely|usually)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:similar|such|most|many)\b", re.IGNORECASE)
_OF_NONE = re.compile(r"\s+(?:for\s+)?(?:neither|none)\b", re.IGNORECASE)
_LAID = re.compile(
    r"\b(?:blam\w+|accus\w+|responsib\w+|alleg\w+|charged|behind|the work of|"
    r"laid\s[^.;]{2,40}?\sdoor)\b",
    re.IGNORECASE,
)
_CHARGED = re.compile(r"charg|accus|alleg", re.IGNORECASE)
_ACCUSED_BEFORE = 350  # characters before a denial in which somebody is accused
_ARMS = (  # "of using banned shells"; "of using the village as a shield" is of no attack
    r"(?:[\w-]+\s+){0,3}?(?:chemical|gas|poison|toxic|chlorine|sarin|mustard|napalm|phosphorus|cluster|"
    r"banned|bombs?|shells?|rockets?|missiles?|drones?|artillery|mines?|weapons?|explosives|force)\b"
)
# "accused the state of backing the rebels": of no attack.
_OF_NO_ACT = re.compile(
    r"[^.;,]{0,40}?\b(?:of|for)\s+(?:back|support|work|fund|financ|arm|help|aid|shelter|harbou?r|try|"
    r"seek|ly|exploit|fail|misus|expos|violat|break|block|prevent|obstruct|collud|train|smuggl)\w*ing\b|"
    rf"[^.;,]{{0,40}}?\b(?:of|for)\s+(?:lying\b|using\s+(?!{_ARMS}))",
    re.IGNORECASE,
)
_ON = re.compile(r"\son\s+$|\bto\s+$|\bat\s+$|\bwith\s+$", re.IGNORECASE)
_ACT = re.compile(
    rf"\b(?:{EVENTS}|bomb\w*|kill\w*|murder\w*|attack\w*|shell\w*|shoot\w*|strik\w+|struck|behind|"
    r"responsible|carrying|planting|abduct\w*|kidnap\w*|massacr\w*|firing|launch\w+|target\w+|"
    r"assassinat\w*|incident|deaths?|rockets?|missiles?|mortars?|drones?|crimes?|violence)\b",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"\s*(?:the\s+|an?\s+)?(?:[\"“](?P<quoted>[^\"”]{3,40})[\"”]|"
    r"(?P<name>(?:(?!(?:on|for|that|who|which|of|to|in|was|were|is|are|had|have|has|and|or)\b)"
    r"[\w'’-]+\s+){0,3}(?:groups?|men|forces|elements|outlaws|saboteurs|criminals|"
    r"bandits|tribesmen|infiltrators|thugs|agents|mercenaries|death squads?|cells?|extremists|"
    r"traffickers|gangs?|separatists|thieves|robbers|smugglers|poachers|loggers|rustlers|raiders|"
    r"pirates|hitmen|renegades|vigilantes|militias?|militiamen|networks?|soldiers|guards|crews?|"
    r"highwaymen|arsonists|provocateurs|agitators|fanatics|cartels?|clans?|mafias?|herders|"
    r"herdsmen|hunters|settlers|youths|hooligans|deserters|squads?|fighters|gunmen|"
    r"policemen|paramilitaries|patrols?|units?|factions?|cadres|subversives)))(?!\w)",
    re.IGNORECASE,
)
_FORMS_OF_IT = re.compile(
    r"(?:it|they|we|he|she|(?:the|this|that|these|those|same)\s+(?:same\s+)?(?:\w+\s+)?(?:group|militia|"
    r"organi[sz]ation|movement|faction|militants|rebels|insurgents|guerrillas|cell|network|groups|"
    r"militias|statement|communiqu[eé]|jihadists|extremists|fighters|outfit|alliance|brigades?|"
    r"letter|message|text|note|caller|video|recording|post(?:ing)?|pamphlet|leaflet))$",
    re.IGNORECASE,
)
_SCOPE_END = re.compile(
    r"[;]|,?\s(?:but|while|whereas|although)\s|,\s(?:which|who|and\s+(?:said|added|warned|promised|"
    r"vowed|threatened))\s|\sand\s(?:said|added|warned|promised|vowed|threatened|told)\s|"
    r"\s(?:hours|days|a day|shortly|minutes|weeks)?\s?(?:after|before|when|that|because|since)\s|"
    r"\s(?:said|told|reported|denied|blamed|accused|confirmed)\s",
    re.IGNORECASE,
)
_LIST = re.compile(r",|\band\b|\bas well as\b", re.IGNORECASE)
_SUBJECT_BREAK = re.compile(
    r"[;:]|\b(?:after|when|while|but|because|whereas|although|before|where)\s|"
    r"\s(?:said|says|reported|told [^,;]{3,30}) that\s|\s[-–—]+\s",
    re.IGNORECASE,
)
_NOT_ON = re.compile(r"\b(?:by|for|of|from|after|that|on|in|at|against)\b", re.IGNORECASE)
_BY = re.compile(
    r"^[^.;]{0,90}?\b(?:by|from)\s+(?:the\s+|a\s+|an\s+)?[\"“]?(?:[\w'’-]+\s+[\"“]?){0,4}$",
    re.IGNORECASE,
)


_MOST = 8  # claims, denials and accusations in a sentence, of each
_LONGEST = 1500  # characters: a longer sentence is a list or a table


@lru_cache(maxsize=64)
def claims(notes: Annotations, clause: Span) -> tuple[Draft, ...]:
    """Claims, denials and blame of authorship that bear on what a clause tells.

    A claim reaches over all that it lists ("claimed attacks on A, B and C"), though each is
    in a clause of its own.
    """
    sentence = _sentence(notes, clause)
    drafts: list[Draft] = []
    for match in _some(CLAIM, notes, sentence):
        if _scope(notes, sentence, match).overlaps(clause) and not _unclaimed(
            notes, sentence, match
        ):
            found = _claimants(notes, sentence, Span(*match.span()), Stance.CLAIMS)
            conceded = _CONCEDES.match(match.group()) is not None
            drafts += [d for d in found if not conceded or _is_group(d)]
    of_groups = (GROUP_CLAIM, SHOWS, OWNS_UP, GIVES_REASON)
    for match in (m for form in of_groups for m in _some(form, notes, clause)):
        found = _claimants(notes, sentence, Span(*match.span()), Stance.CLAIMS)
        drafts += [d for d in found if _is_group(d)]
    drafts += [*owned_by_caller(notes, clause), *avowals(notes, clause)]
    for match in _some(DENY_ROLE, notes, clause):
        drafts += _claimants(notes, sentence, Span(*match.span()), Stance.DENIES)
    for match in _some(DENIED_CHARGE, notes, clause):
        found = _deniers(notes, Span(*match.span("who")))
        drafts += [d for d in found if _was_accused(notes, d, match.start())]
    denied = [d.span for d in drafts if d.stance is Stance.DENIES]
    more = denials(notes, clause)
    drafts += [d for d in more if not any(d.span.overlaps(span) for span in denied)]
    owned = [d.span for d in drafts if d.stance is Stance.CLAIMS]  # "they said they were behind it"
    laid = _accusations(notes, sentence, clause)
    laid_on = (d for d in laid if not any(d.span.overlaps(o) for o in owned))
    return tuple(dict.fromkeys([*drafts, *laid_on]))


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
    for match in _some(DENY_IT, notes, sentence):
        cue = Span(*match.span())
        for denier in _claimants(notes, sentence, cue, Stance.DENIES) or _unlisted(
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


def _unlisted(notes: Annotations, sentence: Span, cue: Span) -> list[Draft]:
    """Who denies, where the vocabulary has no name for it: "a colonel of the Fourth Brigade"."""
    told = (a.source for a in speaking_near(notes, cue) if a.cue.overlaps(cue))
    who = next(told, None) or left_phrase(notes.text, Span(sentence.start, cue.start))
    if who is None:
        return []
    name = ActorRef(" ".join(who.of(notes.text).split()))
    return [Draft(Field.ATTACKER, name, who, Stance.DENIES)]


def _is_group(draft: Draft) -> bool:
    """Whether it is an armed group, or a group known by no more than its name."""
    value, book = draft.value, actor_book()
    if not isinstance(value, ActorRef) or value.id is None:
        return isinstance(value, ActorRef)
    return value.id in book and book.get(value.id).kind in (
        ActorKind.ARMED_GROUP,
        ActorKind.MILITIA,
    )


def _some(pattern: Caseless, notes: Annotations, span: Span) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(notes.text, span.start, span.end), _MOST)


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
    return none is not None or others or _NO_CLAIM.search(before) is not None


def _claimants(notes: Annotations, sentence: Span, cue: Span, stance: Stance) -> list[Draft]:
    """Who claims (or denies): the subject of the words, or whom "by" names after them."""
    names = sides(notes, sentence)
    if (behalf := _ON_BEHALF.search(notes.text, cue.end, sentence.end)) is not None:
        after = _unlisted(notes, behalf.end(), sentence.end)
        after = after or [n for n in names if n.span.start >= behalf.end()][:1]
        return [Draft(Field.ATTACKER, actor_ref(n), n.span, stance) for n in after]
    words = cue.of(notes.text)
    passive = _PASSIVE_CLAIM.search(words) or _BY_NEXT.match(notes.text, cue.end - len("claimed"))
    if stance is Stance.CLAIMS and passive:
        after = [n for n in names if n.span.start >= cue.end]
        by = [n for n in after if _BY.match(notes.text[cue.end : n.span.start])]
        chosen = with_listed(notes, after, _called(by[:2])) if by else []
        chosen = _and_by(notes, chosen, after) if chosen else _named_by(notes, cue, sentence)
    else:
        chosen = _speakers(notes, sentence, cue, names)
        chosen = chosen or (_by_voice(notes, cue) if stance is Stance.CLAIMS else [])
    return [Draft(Field.ATTACKER, actor_ref(n), n.span, stance) for n in chosen]


def _deniers(notes: Annotations, who: Span) -> list[Draft]:
    """Who denies a charge that was told just before: the subject of the relative clause."""
    return [Draft(Field.ATTACKER, actor_ref(n), n.span, Stance.DENIES) for n in _within(notes, who)]


def _named_by(notes: Annotations, cue: Span, sentence: Span) -> list[Named]:
    """ "Claimed by **the Lions of the South**", whom no list has."""
    by = _BY_WHOM.match(notes.text, cue.end, min(sentence.end, cue.end + _NAMED_WITHIN))
    return _unlisted(notes, by.end(), sentence.end) if by else []


_NAMED_WITHIN = 60  # characters
_BY_WHOM = re.compile(r"[^.;,]{0,40}?\bby\s", re.IGNORECASE)


def _unlisted(notes: Annotations, start: int, end: int) -> list[Named]:
    name = named_after(notes, start, end)
    known = name is None or inside(notes.actors, name)
    return (
        [] if name is None or known else [Named(name, None, " ".join(name.of(notes.text).split()))]
    )


def _by_voice(notes: Annotations, cue: Span) -> list[Named]:
    """ "**Faye, the leader of the Night Herons**, claimed the raid": by whoever speaks for it."""
    told = next((a for a in speaking_near(notes, cue) if a.cue.overlaps(cue)), None)
    side = (spoken_for(notes, told) or side_named(notes, told.source)) if told else None
    return [Named(told.source, None, side)] if told and side else []


def _and_by(notes: Annotations, chosen: Sequence[Named], after: Sequence[Named]) -> list[Named]:
    """ "claimed by X **and by a group called Y**": whoever else claims it."""
    end = chosen[-1].span.end
    rest = (n for n in after if n.span.start >= end)
    more = next((n for n in rest if _AND_BY.fullmatch(notes.text, end, n.span.start)), None)
    return [*chosen, more] if more else list(chosen)


_AND_BY = re.compile(
    r"[\s\"”,]*\band\s+(?:also\s+|later\s+)?by\s+(?:an?\s+(?:[\w-]+\s+){1,4}?(?:called|named|calling\s+"
    r"(?:itself|themselves))\s+)?(?:the\s+)?[\"“]?",
    re.IGNORECASE,
)


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


def _called(names: Sequence[Named]) -> Named:
    """ "a group calling itself X": X, not "a group"."""
    return next((n for n in names if not is_sort(n)), names[0])


def _speakers(notes: Annotations, sentence: Span, cue: Span, names: Sequence[Named]) -> list[Named]:
    """The subject of a claim; "the group" goes back to the armed group named before."""
    start = sentence.start
    for mark in _SUBJECT_BREAK.finditer(notes.text, sentence.start, cue.start):
        start = mark.end()
    phrase = left_phrase(notes.text, Span(start, cue.start)) or _shared(notes, cue)
    if phrase is not None and _FORMS_OF_IT.match(phrase.of(notes.text).strip()):
        group = last_group(notes, phrase.start)
        if group is None or group.span.start < sentence.start:
            group = _spoke_before(notes, phrase) or group
        return [replace(group, span=phrase)] if group else []
    if phrase is not None and (told := _by_name(notes, phrase)):
        return told
    explained = phrase is not None and is_sort_of(notes.text, phrase)
    if phrase is not None and explained and (name := side_named(notes, phrase)) is not None:
        return [Named(phrase, None, name)]
    return _subjects(notes, Span(start, cue.start), names)


def _by_name(notes: Annotations, phrase: Span) -> list[Named]:
    """The sides in the words for a speaker, an unlisted or shortened name among them."""
    within = _within(notes, phrase)
    own = _OWN_NAME.fullmatch(phrase.of(notes.text))
    if own is not None and all(is_sort(n) for n in within):
        name = Span(phrase.start + own.start("name"), phrase.end)
        return [Named(name, None, " ".join(own["name"].split()))]
    if (full := full_name(notes.text, phrase)) is None:
        return with_listed(notes, within, _called(within[::-1])) if within else []
    listed = inside(notes.actors, full)
    told = " ".join(full.of(notes.text).split())
    return [replace(listed[-1], span=phrase) if listed else Named(phrase, None, told)]


_OWN_NAME = re.compile(  # a group that nobody has listed: "the Northern Front"
    r"(?:(?i:the)\s+)?(?!(?i:the)\b)(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:of|for|al|el|de|the)\s+)?[A-ZÀ-Þ][\w’'-]+){0,5}\s+"
    r"(?:Front|Army|Movement|Brigades?|Battalions?|Guards?|Forces?|Group|Wing|Command|Cells?|"
    r"Alliance|League|Resistance|Militia|Organi[sz]ation|Fighters|Hawks|Falcons|Lions|Tigers|Wolves))"
)


def _within(notes: Annotations, phrase: Span) -> list[Named]:
    return [n for n in sides(notes, phrase) if phrase.contains(n.span)]


def _shared(notes: Annotations, cue: Span) -> Span | None:
    """ "It claimed the raid and **took responsibility** for a mine": the source of the words."""
    found = (a for a in speaking_near(notes, cue) if a.cue.overlaps(cue) and not a.relays)
    return next((a.source for a in found if a.source.end <= cue.start), None)


def _spoke_before(notes: Annotations, pronoun: Span) -> Named | None:
    """The side that has just spoken, where "it" goes on: not one that was only spoken of."""
    if pronoun.of(notes.text).strip().lower() != "it":
        return None
    spoken = [a for a in speaking_near(notes, pronoun) if a.cue.end <= pronoun.start]
    named = inside(notes.actors, spoken[-1].source) if spoken else ()
    return next((n for n in named if n.actor and not n.actor.kind.speaks_only), None)


def _subjects(notes: Annotations, region: Span, names: Sequence[Named]) -> list[Named]:
    before = [n for n in names if region.contains(n.span)]
    fit = [n for n in before if not OBJECTIVE.search(_before(notes, region, n))]
    fit = fit or [n for n in before if _SPOKEN_FOR.search(_before(notes, region, n))]
    return [_called(fit[::-1])] if fit else []


_SPOKEN_FOR = re.compile(
    r"\b(?:spokes\w+|speak(?:s|ing)?|spoke|behalf|represent(?:s|ing|ative)?|callers?|leaflet|letter|"
    r"statement|communiqu[eé]|message|pamphlet|text|post|branch|wing|command)\s+(?:of|for|from|by|to)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _before(notes: Annotations, region: Span, named: Named) -> str:
    return before_subject(notes, max(region.start, named.span.start - 40), named.span.start)


# ------------------------------------------------------------------ blame and suspicion


def _accusations(notes: Annotations, sentence: Span, clause: Span) -> Iterator[Draft]:
    names = sides(notes, sentence)
    for match in _some(EACH_OTHER, notes, clause):
        for named in _subjects(notes, Span(sentence.start, match.start()), names):
            for each in with_listed(notes, names, named):
                yield Draft(Field.ATTACKER, actor_ref(each), each.span, Stance.BLAMES)
    for match in _some(BLAME, notes, clause):
        if not _blamed_for(notes, match):
            yield from _objects(notes, sentence, names, match, Stance.BLAMES)
    doubted = [
        draft
        for pattern, find in ((SUSPECTS, _objects), (SUSPECTED, _accused))
        for match in _some(pattern, notes, clause)
        for draft in find(notes, sentence, names, match, Stance.DOUBTS)
    ]
    told = list(verdicts(notes, clause))
    doubted += [d for d in told if d.stance is Stance.DOUBTS]
    laid = [d for d in told if d.stance is Stance.BLAMES]
    for match in _some(BLAMED_FOR, notes, clause):
        laid += _accused(notes, sentence, names, match, Stance.BLAMES)
    yield from doubted
    yield from (d for d in laid if not any(d.span.overlaps(o.span) for o in doubted))


def _blamed_for(notes: Annotations, match: re.Match[str]) -> bool:
    """ "was blamed for": the subject is blamed, not what follows; and words signed by somebody."""
    before = notes.text[max(0, match.start() - 20) : match.start()]
    if not match.group().lower().startswith(("blam", "accus", "attribut", "ascrib", "charged")):
        return False  # "there is evidence of participation by"
    if _SIGNED.search(before):
        return True  # "a message attributed to the gang"
    return bool(
        re.search(r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?$", before, re.IGNORECASE)
        and not _ON.search(match.group())
    )


def _objects(
    notes: Annotations,
    sentence: Span,
    names: Sequence[Named],
    match: re.Match[str],
    stance: Stance,
) -> Iterator[Draft]:
    """Whom the words lay it on: the name that follows, and those listed with it."""
    after = [n for n in names if n.span.start >= match.end()]
    if after and _next_to(notes.text[match.end() : after[0].span.start]):
        if _OF_NO_ACT.match(notes.text, after[0].span.end, sentence.end):
            return
        told = _ACT.search(notes.text, sentence.start, sentence.end) is not None
        if stance is Stance.DOUBTS and not told and not _is_verb(notes, sentence, match):
            return
        for named in with_listed(notes, after, after[0]):
            yield Draft(Field.ATTACKER, actor_ref(named), named.span, stance)
        return
    phrase = _NAMELESS.match(notes.text, match.end(), sentence.end)
    if phrase is None or (phrase["quoted"] and stance is not Stance.BLAMES):
        return
    if not phrase["quoted"] and not _is_laid(notes, sentence, match, phrase.end(), stance):
        return
    group = "name" if phrase["name"] else "quoted"
    name = ActorRef(" ".join(phrase[group].split()))
    yield Draft(Field.ATTACKER, name, Span(*phrase.span(group)), stance)


def _is_laid(
    notes: Annotations, sentence: Span, match: re.Match[str], end: int, stance: Stance
) -> bool:
    """Whether something is laid on whoever has no name: "blamed thieves", "suspect smugglers of
    the raid", and no other thing ("accused soldiers of lying", "the suspected thieves fled")."""
    if _of_no_act(notes, sentence, end):
        return False
    return stance is not Stance.DOUBTS or _is_verb(notes, sentence, match)


def _of_no_act(notes: Annotations, sentence: Span, end: int) -> bool:
    """Whether somebody is accused of something else: "of backing", "of neglecting their duty"."""
    if _OF_NO_ACT.match(notes.text, end, sentence.end):
        return True
    of = _OF_WHAT.match(notes.text, end, sentence.end)
    return of is not None and not (_ACT.search(of.group()) or event_words().find(of.group()))


def _is_verb(notes: Annotations, sentence: Span, match: re.Match[str]) -> bool:
    """Whether somebody suspects: "police suspect", not "the suspected gang"."""
    if not match.group().lower().startswith("suspect"):
        return True
    return _WHO_SUSPECTS.search(notes.text, sentence.start, match.start()) is not None


_SIGNED = re.compile(
    r"\b(?:messages?|statements?|videos?|letters?|leaflets?|posts?|banners?|notes?|recordings?|words|"
    r"remarks|communiqu[eé]s?|quotes?|pamphlets?)\s+$",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"\s+of\s(?:having\s+)?(?=\w+ing\b)[^.;]{3,90}", re.IGNORECASE)
_WHO_SUSPECTS = re.compile(
    r"\b(?:he|she|they|it|who|we|police|army|military|militia|ministry|government|party|family|council|"
    r"investigators|detectives|prosecutors?|residents|villagers|locals|relatives|families|officials?|"
    r"authorities|officers?|sources?|commanders?|minister|governor|mayor|chief|analysts|people|"
    r"neighbou?rs|colleagues|friends|parents|elders|diplomats|many|some|most)\s+"
    r"(?:(?:also|now|first|has|have|had|all|long|still|\w+ly)\s+){0,2}$",
    re.IGNORECASE,
)


def _next_to(gap: str) -> bool:
    return len(gap) < 40 and "," not in gap and not _NOT_ON.search(gap)


def _accused(
    notes: Annotations,
    sentence: Span,
    names: Sequence[Named],
    match: re.Match[str],
    stance: Stance,
) -> Iterator[Draft]:
    """The subject of "was blamed for the attack", "is suspected of carrying out"."""
    act = _ACT.search(notes.text, match.end(), min(sentence.end, match.end() + 80))
    if act is None and _TO_BLAME.search(match.group()) is None:
        return
    for named in _subjects(notes, Span(sentence.start, match.start()), names):
        owns = notes.text.startswith(("'s ", "’s "), named.span.end)  # "the gang's rivals"
        if match.start() - named.span.end < 60 and not owns:
            yield Draft(Field.ATTACKER, actor_ref(named), named.span, stance)


_TO_BLAME = re.compile(r"\b(?:to\s+blame|responsible|behind\s+\w+)$", re.IGNORECASE)
