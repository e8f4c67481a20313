"""Mentions to frames: which mentions of a document are on one incident.

Read in the order of the text, with the last told incident in focus: "the attack" goes back
to it, another day or place opens a new one.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.actors.parties import one_author, opposed
from tallystick.extract.dates.mentions import DateMention
from tallystick.extract.frames.accounts import is_denied, is_looked_back_on, is_of_the_dead
from tallystick.extract.frames.frame import (
    COARSE,
    Frame,
    hurt,
    in_another_place,
    in_another_town,
    is_placed,
    moves_on,
    only_lays,
    other_day,
    other_entry,
    targets_of,
    tolls_of,
)
from tallystick.extract.frames.passing import goes_on, of_blast, passed_over, word_for
from tallystick.extract.frames.retold import of_one_victim
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.mentions.newness import is_countercharge
from tallystick.extract.places.geography import may_be_one
from tallystick.model.document import SegmentKind
from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind, compatible
from tallystick.model.values import ActorRef, PartialDate, PlacePrecision
from tallystick.vocab.matching import fold

_JOIN = 1.0  # the least score at which a mention joins a frame
_ITS_KIND = 0.3
_NEAR = 4  # sentences
_NEWS = 4  # days within which what happened is still told as news
_FAR = 80  # sentences, and frames: longer than most articles
_REACH = 5  # sentences over which a day told once goes on
_LEAD, _LEAD_REACH = 2, 8  # the title and the first sentences
_FEW, _TIMES = 2, 4  # dead: more are a toll; by which it can have risen, or two tellers differ


def frames(mentions: Sequence[Mention]) -> list[Frame]:
    """The incidents of a document, each with its mentions in the order of the text."""
    found: list[Frame] = []
    titles = [m for m in mentions if m.sentence.kind is SegmentKind.TITLE]
    for mention in mentions:
        if mention.sentence.kind is not SegmentKind.TITLE:
            _place(found, mention)
    for mention in titles:
        _place_title(found, mention)
    return of_one_victim(_gathered(found))


def _gathered(found: Sequence[Frame]) -> list[Frame]:
    """Frames of one day and one town or site, of one kind of act, told in two places."""
    kept: list[Frame] = []
    by_place: dict[str, list[Frame]] = {}
    for frame in found:
        beside = by_place.setdefault(frame.where.id, []) if frame.where and frame.where.id else []
        home = next((k for k in beside[-_FAR:] if _again(k, frame)), None)
        if home is None:
            kept.append(frame)
            beside.append(frame)
        else:
            home.mentions += frame.mentions
    return kept


def _again(first: Frame, second: Frame) -> bool:
    head = second.mentions[0]
    if head.fresh or head.response or first.standing is not second.standing:
        return False
    here, there, day, other = first.where, second.where, _day_of(first), _day_of(second)
    if here is None or there is None or day is None or other is None:
        return False
    same_place = here.id is not None and here.id == there.id and here.precision not in COARSE
    same_day = day.names_day and other.names_day and bool(day.overlaps(other))
    return same_place and same_day and _fits(first, head)


def _place(found: list[Frame], mention: Mention) -> None:
    if not mention.trigger:
        home = _focus(found, mention)
        if home is not None:
            home.mentions.append(mention)
        return
    if _left_aside(mention):
        return
    if mention.standing in (Standing.PLANNED, Standing.HYPOTHETICAL):
        found.append(_opened(found, mention))
        return
    if _sums_up(found, mention):
        found.append(_opened(found, mention))
        return
    home = _home(found, mention)
    if home is not None:
        home.mentions.append(mention)
    elif (mention.strong or _tells(mention)) and not _vague(mention):
        found.append(_opened(found, mention))


def _sums_up(found: Sequence[Frame], mention: Mention) -> bool:
    """ "the attacks on Wednesday": all of that day's, not one of them."""
    several = [
        f
        for f in _in_reach(found, mention)
        if mention.when and f.when and f.when.overlaps(mention.when.date)
    ]
    return mention.plural and mention.definite and not is_placed(mention) and len(several) > 1


def _vague(mention: Mention) -> bool:
    """ "the attacks", with nothing before that they could go back to."""
    return mention.plural and mention.definite and mention.when is None and mention.where is None


def _place_title(found: list[Frame], mention: Mention) -> None:
    """A title tells again what the text tells; alone, it tells of an incident itself."""
    if _left_aside(mention) or mention.standing in (Standing.PLANNED, Standing.HYPOTHETICAL):
        return
    fitting = [f for f in found if _fits(f, mention) and _score(f, mention) >= 0.5]
    if fitting:
        max(fitting, key=lambda f: _in_common(f, mention)).mentions.append(mention)
    elif not found and mention.trigger and not mention.plural:
        found.append(_opened(found, mention))


def _in_common(frame: Frame, mention: Mention) -> int:
    """How many of target, weapon, toll, place and word for it a title shares with an incident."""
    weapons = {w for m in frame.mentions for w in m.weapons}
    return (
        _shares_target(frame, mention)
        + bool(weapons & set(mention.weapons))
        + bool(tolls_of(frame.mentions) & tolls_of([mention]))
        + (_place_score(frame, mention) > 0)
        + (word_for(mention) in {word_for(m) for m in frame.mentions if m.trigger})
    )


def _left_aside(mention: Mention) -> bool:
    """A habit, a series, or a bare plural with neither day nor place."""
    day = mention.when is not None and mention.when.date.names_day
    if mention.generic and not day:
        return True
    if mention.definite and mention.standing is Standing.HAPPENED:
        return False
    placed = is_placed(mention)
    if mention.standing in (Standing.PLANNED, Standing.HYPOTHETICAL):
        return mention.when is None and not placed
    return mention.plural and not placed and mention.when is None and not _tells(mention)


def _tells(mention: Mention) -> bool:
    """Whether a weak mention is an incident: by those hurt, things hit, or a day and a place."""
    if mention.when is not None and mention.when.date.names_day and is_placed(mention):
        return True
    effects = (Field.KILLED, Field.INJURED, Field.ABDUCTED, Field.OUTCOME, Field.TARGET)
    return any(d.field in effects for d in mention.drafts)


def _focus(found: Sequence[Frame], mention: Mention) -> Frame | None:
    """The frame that a mention without an event of its own goes on about."""
    near = [
        f
        for f in reversed(_in_reach(found, mention))
        if _gap(f, mention) <= _NEAR
        and f.standing in (Standing.HAPPENED, Standing.PREVENTED)
        and _fits(f, mention)
    ]
    if mention.where and not near:
        return None
    placed = [
        f for f in near if mention.where and f.where and may_be_one(f.where, mention.where.place)
    ]
    ranked = placed or _deadly(near, mention) or near
    return max(ranked, key=lambda f: f.mentions[-1].sentence.index, default=None)


def _deadly(found: Sequence[Frame], mention: Mention) -> list[Frame]:
    """ "A network put the dead at 27": with no event of its own, of what had dead, no more, and
    not so few that they cannot be the same."""
    told = hurt(mention)
    dead = [(max(map(hurt, f.mentions)), f) for f in found]
    return [f for n, f in dead if n <= told <= n * _TIMES and told > _FEW]


def _gap(frame: Frame, mention: Mention) -> int:
    """Sentences back to an incident; who is held for it is not told on from."""
    told = (m for m in frame.mentions if not only_lays(m))
    return min(abs(mention.sentence.index - m.sentence.index) for m in told)


def _home(found: Sequence[Frame], mention: Mention) -> Frame | None:
    found = _in_reach(found, mention)
    if again := _accounted(found, mention):
        return again
    open_ = [f for f in found if not passed_over(found, f, mention)]
    fitting = [(f, _score(f, mention)) for f in open_ if _fits(f, mention)]
    joined = [
        (score + _of_kind(f, mention), not f.mentions[0].apart, _latest(f), i)
        for i, (f, score) in enumerate(fitting)
        if score >= _JOIN
    ]
    return fitting[max(joined)[3]][0] if joined else _only_one(found, mention)


def _accounted(found: Sequence[Frame], mention: Mention) -> Frame | None:
    """The attack just told of which a mention gives another account, by its deniers or its dead."""
    if is_looked_back_on(mention):
        ours = [f for f in found if _fits(f, mention) and _is_theirs(f, mention)]
        return max(ours, key=lambda f: max(map(hurt, f.mentions)), default=None)
    near = [f for f in found if _gap(f, mention) <= _NEAR and f.standing is Standing.HAPPENED]
    if is_of_the_dead(mention):
        near = [f for f in near if tolls_of(f.mentions)]
    elif is_denied(mention):
        near = [f for f in near if any(compatible(m.kind, mention.kind) for m in f.mentions)]
    else:
        return None
    return max(near, key=lambda f: f.mentions[-1].sentence.index, default=None)


def _is_theirs(frame: Frame, mention: Mention) -> bool:
    """Whether an incident can be what its author speaks of: his own, or an act of that kind."""
    return _of_kind(frame, mention) > 0 or one_author(frame.authors(), mention.authors())


def _of_kind(frame: Frame, mention: Mention) -> float:
    """What speaks for one of several incidents: "the blast" is a bombing rather than a raid."""
    return _ITS_KIND if mention.kind in frame.kinds - {IncidentKind.ATTACK} else 0.0


def _in_reach(found: Sequence[Frame], mention: Mention) -> list[Frame]:
    """The frames told of lately: a long text is not searched from its beginning."""
    first = mention.sentence.index - _FAR
    return [f for f in found[-_FAR:] if f.mentions[-1].sentence.index >= first]


def _only_one(found: Sequence[Frame], mention: Mention) -> Frame | None:
    """The last incident told, for a mention that nothing tells apart from it.

    A story goes on about its incident until it says otherwise: by a day, a place, a
    target, an author or a toll of its own.
    """
    if mention.fresh or mention.plural or mention.response:
        return None
    fitting = [
        f
        for f in found
        if _fits(f, mention)
        and _no_other_day(f, mention)
        and _nothing_new(f, mention)
        and _no_other_place(f, mention)
    ]
    return fitting[-1] if fitting else None


def _no_other_day(frame: Frame, mention: Mention) -> bool:
    """Whether a mention has no day, has it from the same words (the day over an entry), or is
    the first to say that of what was just told."""
    if mention.when is None or (_day_of(frame) is None and _gap(frame, mention) <= _NEAR):
        return True
    return any(m.when is not None and m.when.span == mention.when.span for m in frame.mentions)


def _no_other_place(frame: Frame, mention: Mention) -> bool:
    """Whether a mention has no place, or only says more finely where the frame is."""
    if mention.where is None or not is_placed(mention):
        return True
    if frame.where is None:  # the first to say where, soon after
        return _gap(frame, mention) <= _NEAR and not frame.is_summary
    if frame.where.precision not in COARSE:
        return False
    return may_be_one(frame.where, mention.where.place) is True


def _nothing_new(frame: Frame, mention: Mention) -> bool:
    """Whether a mention names no target, author or toll that the frame does not have."""
    by_others = mention.authors() and not frame.authors() and not _is_headed(frame, mention)
    if _something_else(frame, mention) or by_others:
        return False
    tolls, theirs = tolls_of([mention]), tolls_of(frame.mentions)
    return not tolls or not theirs or bool(tolls & theirs)


def _is_headed(frame: Frame, mention: Mention) -> bool:
    """Whether a text opens with an incident and has told neither its day nor its place as yet: what
    comes right after says those, and who did it."""
    if frame.mentions[0].sentence.index or frame.when is not None or frame.where is not None:
        return False
    return _gap(frame, mention) <= 2


def _something_else(frame: Frame, mention: Mention) -> bool:
    """Whether both tell of a target, an author or a figure of one sort of hurt, and not of one."""
    targets, theirs = targets_of([mention]), targets_of(frame.mentions)
    if targets and theirs and not any(_one_thing(a, b) for a in targets for b in theirs):
        return True
    ours, known = frame.authors(), tolls_of(frame.mentions)
    if mention.authors() and ours and not one_author(ours, mention.authors()):
        return True
    tolls = {t for t in tolls_of([mention]) if any(t[0] is field for field, _ in known)}
    return bool(tolls) and tolls.isdisjoint(known)


def _one_thing(first: str, second: str) -> bool:
    """ "The market" can be "the central market"."""
    return first == second or first.endswith(f" {second}") or second.endswith(f" {first}")


def _latest(frame: Frame) -> int:
    """Of two that fit alike, the newer incident is the news."""
    when = frame.when
    return when.end.toordinal() if when is not None and when.end is not None else 0


def _fits(frame: Frame, mention: Mention) -> bool:
    """Nothing tells them apart: day, place, kind, standing."""
    if frame.standing in (Standing.PLANNED, Standing.HYPOTHETICAL):
        return False
    if mention.when and _on_other_day(frame, mention, mention.when.date):
        return False
    if mention.trigger and any(m.anchor == mention.anchor for m in frame.mentions):
        return False  # told of several places or days at once
    if frame.is_summary and mention.trigger and not _sums(mention):
        return False
    if mention.elsewhere or other_entry(frame, mention) or _of_the_past(frame, mention):
        return False
    if frame.where and mention.where and may_be_one(frame.where, mention.where.place) is False:
        return False
    kinds = frame.kinds
    alike = mention.kind in kinds or all(compatible(k, mention.kind) for k in kinds)
    alike = alike or is_countercharge(mention.sentence.text, mention.anchor)
    if mention.trigger and not (alike or goes_on(frame, mention)):
        return False
    return not opposed(frame.authors(), _told_authors(mention)) and not mention.response


def _told_authors(mention: Mention) -> tuple[ActorRef, ...]:
    """The authors of a mention, without those on whom somebody lays what was told before: "denied
    it and blamed **the ambush** on the army" is on the same ambush, whoever did it."""
    if not mention.definite:
        return mention.authors()
    laid = {d.value for d in mention.drafts if d.stance is Stance.BLAMES}
    return tuple(a for a in mention.authors() if a not in laid)


def _of_the_past(frame: Frame, mention: Mention) -> bool:
    """Whether a mention tells of an attack of before, by its day, and the frame one of the day."""
    past = mention.standing is Standing.BACKGROUND and mention.when is not None
    return past and frame.when is None and frame.standing is Standing.HAPPENED


def _on_other_day(frame: Frame, mention: Mention, date: PartialDate) -> bool:
    if frame.when is not None:
        return other_day(frame.when, date)
    day, known = _day_of(frame), mention.definite and not mention.apart
    if day is None or known or day.overlaps(date) is not False:
        return False
    return frame.assumed is not None or not _just_before(date, day)


def _just_before(date: PartialDate, spoken: PartialDate) -> bool:
    """Whether a day can be that of what was spoken of some days later."""
    if date.start is None or spoken.start is None:
        return date.weekday is not None and spoken.weekday is not None
    return date.is_day and 0 <= (spoken.start - date.start).days <= _NEWS


def told_before(found: Sequence[Frame], mention: Mention) -> DateMention | None:
    """The last day that the running account gave: within reach, of what happened."""
    best: tuple[int, DateMention] | None = None
    for told in (m for f in _in_reach(found, mention) for m in f.mentions):
        words = told.when or (told.spoken if _same_paragraph(told, mention) else None)
        if words is None or not words.date.is_fine or not _within_reach(told, mention):
            continue
        if words.is_aside:
            continue
        back = mention.sentence.index - told.sentence.index
        best = (back, words) if best is None or back < best[0] else best
    return best[1] if best else None


def _same_paragraph(told: Mention, mention: Mention) -> bool:
    return told.sentence.paragraph == mention.sentence.paragraph


def _within_reach(told: Mention, mention: Mention) -> bool:
    """Whether the day of one mention goes on for another: the lead's day goes furthest."""
    if told.standing is not Standing.HAPPENED or told.clause.start > mention.clause.start:
        return False
    if told.sentence.entry not in (None, mention.sentence.entry):
        return False
    if mention.under is not None and not _same_paragraph(told, mention):
        return False  # another item of a list: its day is that over all of them
    lead = told.sentence.index <= _LEAD
    back = mention.sentence.index - told.sentence.index
    apart = mention.sentence.paragraph - told.sentence.paragraph
    return back <= (_LEAD_REACH if lead else _REACH) and apart <= (4 if lead else 1)


def _opened(found: Sequence[Frame], mention: Mention) -> Frame:
    own = mention.when is not None or mention.subordinate or mention.apart
    return Frame([mention], None if own else _running_day(found, mention))


def _running_day(found: Sequence[Frame], mention: Mention) -> DateMention | None:
    """The day told last before a mention, of an incident or of none."""
    days = [d for d in (told_before(found, mention), mention.setting) if d is not None]
    return max(days, key=lambda d: d.span.start, default=mention.under)


def _sums(mention: Mention) -> bool:
    """Whether a mention can go on about several attacks at once."""
    return not is_placed(mention) and (mention.plural or mention.definite)


def _score(frame: Frame, mention: Mention) -> float:
    gap = _gap(frame, mention)
    same_sentence = gap == 0
    score = 1.0 if same_sentence else max(0.0, 0.6 - 0.15 * gap)
    same_paragraph = any(m.sentence.paragraph == mention.sentence.paragraph for m in frame.mentions)
    score += 0.3 if same_paragraph and not same_sentence else 0.0
    score += _date_score(frame, mention) + _place_score(frame, mention)
    if mention.definite:
        score += 1.0 if gap <= _NEAR else 0.4
    if not mention.strong and not in_another_place(frame, mention):
        score += 0.8
    if not same_sentence or (mention.fresh and _something_else(frame, mention)):
        score -= _newness(frame, mention)
    if mention.where is None and mention.when is None and not mention.plural:
        score += 0.5  # nothing of its own to be another incident by
    if not mention.fresh and set(mention.weapons) & {w for m in frame.mentions for w in m.weapons}:
        score += 0.4
    if _shares_target(frame, mention):
        score += 0.5
    score += of_blast(frame, mention)
    if mention.plural != frame.mentions[0].plural and not mention.definite:
        score -= 0.2
    return score


def _newness(frame: Frame, mention: Mention) -> float:
    """What speaks for another incident: "another", or a target, author, toll or day of its own."""
    score = 1.2 if mention.fresh else 0.0
    if mention.definite or mention.sentence.kind is SegmentKind.TITLE:
        return score
    if _something_else(frame, mention) and _place_score(frame, mention) <= 0.5:
        score += 0.2
    if moves_on(frame, mention):
        score += 1.2
    elif in_another_town(frame, mention):
        score += 1.0
    dated = mention.strong and mention.when is not None and frame.when is None
    return score + (0.5 if dated else 0.0)


def _date_score(frame: Frame, mention: Mention) -> float:
    if mention.when is None and mention.spoken is not None:
        day = _day_of(frame)
        return 0.4 if day and day.overlaps(mention.spoken.date) else 0.0
    if frame.when is None or mention.when is None:
        return 0.0
    if mention.fresh and mention.when.anchor is not None:
        return 0.0  # "minutes later a second bomb": counted from the frame, and none of it
    if frame.when.names_day and mention.when.date.names_day:
        return 0.9
    return 0.2


def _day_of(frame: Frame) -> PartialDate | None:
    """The day that a frame gives, is assumed to be of, or was spoken of on."""
    spoken = [m.spoken for m in frame.mentions if m.spoken]
    words = frame.assumed or next(iter(spoken), None)
    return frame.when or (words.date if words else None)


def _place_score(frame: Frame, mention: Mention) -> float:
    if frame.where is None or mention.where is None:
        return 0.0
    if frame.where.id is not None and frame.where.id in {p.place.id for p in mention.places}:
        return 0.9 if frame.where.precision not in COARSE else 0.3
    coarse = {frame.where.precision, mention.where.place.precision} & set(COARSE)
    if not coarse and fold(frame.where.name) == fold(mention.where.place.name):
        return 0.6
    if frame.where.precision is mention.where.place.precision is PlacePrecision.TOWN:
        return 0.1 if may_be_one(frame.where, mention.where.place) else -0.4
    if may_be_one(frame.where, mention.where.place):
        return 0.1 if coarse else 0.6
    return 0.0


def _shares_target(frame: Frame, mention: Mention) -> bool:
    return bool(targets_of(frame.mentions) & targets_of([mention]))
