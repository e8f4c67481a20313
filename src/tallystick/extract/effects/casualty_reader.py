"""Whom each word of harm in a sentence is said of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.effects.casualty_cues import (
    BARE_DEATH,
    CAPTURED,
    FALLEN_WORDS,
    TAKEN_IN,
    Cue,
    Harm,
    Voice,
)
from tallystick.extract.effects.casualty_fates import ONE, Found
from tallystick.extract.effects.casualty_syntax import (
    ACTED,
    AGAIN,
    ALONG,
    AND,
    ANOTHER,
    ARMOUR,
    ARTICLE,
    ASIDE,
    BODY,
    HAS_OBJECT,
    HIM,
    IN_BATTLE,
    JOIN,
    LAST_VERB,
    OBJECT_GAP,
    OF_DEAD,
    OF_HURT,
    OWN_VERB,
    PREPOSITION,
    REDUCED,
    RELATIVE,
    SHARED,
    SHOUTED_OBJECT,
    SPEECH,
    SPOKE,
    STILL,
    STOP,
    THEREBY,
    TOLD_OF,
    VERB,
    VERBS_JOINED,
    WHENCE,
    WOUNDED_WHO,
    adjacent,
    apposed,
    aside_of_who,
    befell,
    of_two_sorts,
    of_whom,
    only_tells,
    some_of_those,
    somebody,
    specified,
    suffers,
    titled,
    whole_of,
)
from tallystick.extract.effects.persons import Persons
from tallystick.extract.effects.persons_unlisted import head, victim
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.values import CountRange, PersonClass
from tallystick.vocab.pattern import Pattern

_FIGHTERS = (PersonClass.FORCES, PersonClass.ARMED_GROUP, PersonClass.ATTACKERS)
_REBELS = (PersonClass.ARMED_GROUP, PersonClass.ATTACKERS)
_SPEAKER = 90  # characters in which a speaker is named
_FEW = 4  # words between those who fell and the verb
_LONGEST = 130  # characters between those harmed and what says so


class Reader:
    """Finds whom each cue of a sentence is said of.

    ``people`` are the persons of the sentence that may be harmed, in order.
    """

    def __init__(self, notes: Annotations, sentence: Sentence, people: Sequence[Persons]) -> None:
        self._text = notes.text
        self._span = sentence.span
        self._people = people
        self._starts = [p.span.start for p in people]
        self._ends = [p.span.end for p in people]
        self._last: list[Persons] = []
        self._armed = bool(inside(notes.weapons, sentence.span))

    def read(self, told: Sequence[Cue]) -> list[Found]:
        """Those harmed, by the cues of the sentence in order."""
        found: list[Found] = []
        before: Cue | None = None
        for cue, following in zip_longest(told, told[1:]):
            who = self._known(self._with_next(cue, following) or self._of(cue, before))
            who = [w for w in who if self._may_suffer(w, cue)]
            found += [Found(cue, self._classed(w)) for w in who]
            self._last = list(who) or self._last
            before = cue
        return found

    def _may_suffer(self, who: Persons, cue: Cue) -> bool:
        """Bodies are not hurt; who falls fights; the wounded "were taken to hospital" anew."""
        words = cue.span.of(self._text)
        if cue.harm is Harm.SHOT and who.count.high == 0:
            return False  # "no shot was fired"
        if cue.harm is Harm.SHOT and words.lower() in ("hit", "struck") and not who.counted:
            return False  # "only rebels were hit"
        if words.lower().endswith("destroyed") and (who.count == ONE or not self._fights(who)):
            return False
        if words.lower().endswith("buried") and not who.counted:
            return False
        if words.lower() in BARE_DEATH and not who.counted:
            return False  # "people die every day"
        if words.lower() in CAPTURED and (who.who in _REBELS or self._is_apart(who, cue)):
            return False  # arrested: "two militants were captured"
        if FALLEN_WORDS.fullmatch(words):
            near = len(self._text[who.span.end : cue.span.start].split()) < _FEW
            near = near or IN_BATTLE.match(self._text, cue.span.end) is not None
            return near and (who.who in _FIGHTERS or (who.bare and not self._armed))
        carried = cue.harm is Harm.INJURED or words.lower().endswith(("off", "away"))
        if carried and self._is_dead(who):
            return False
        if not TAKEN_IN.fullmatch(words):
            return True
        start = max(self._span.start, who.span.start - 5)
        again = AGAIN.match(self._text, who.span.start) or AGAIN.match(self._text, start)
        return again is None and not self._text[: who.span.end].endswith(" of them")

    def _is_apart(self, who: Persons, cue: Cue) -> bool:
        """ "They want the hill, **captured** in May": of what stands right before it."""
        gap = self._text[who.span.end : cue.span.start]
        return gap.endswith(", ") and gap.strip() != ","

    def _fights(self, who: Persons) -> bool:
        vehicles = ARMOUR.search(self._text, who.span.start, who.span.end)
        return who.counted and who.who in _FIGHTERS and vehicles is None

    def _known(self, told: list[Persons]) -> list[Persons]:
        """ "A woman was hit in the head; she was pronounced dead": she is that woman."""
        again = len(told) == 1 and told[0].span.of(self._text).lower() in ("he", "she")
        if not again or len(self._last) != 1 or self._last[0].count != ONE:
            return told
        return self._last

    def _classed(self, who: Persons) -> Persons:
        """ "killing eight militants and wounding five": a bare number takes the class before."""
        wholes = [w for w in self._last if not w.part]
        words = self._text[who.span.start : who.span.end].lower()
        plain = who.bare and who.count.low != 0 and not words.endswith(("others", "other", "more"))
        if not plain or not wholes:
            return who
        return replace(who, who=wholes[-1].who, owner=wholes[-1].owner)

    def _with_next(self, cue: Cue, following: Cue | None) -> list[Persons]:
        """ "kidnapped and killed two men": the first verb has the second's object."""
        if following is None or Voice.PASSIVE in (cue.voice, following.voice):
            return []
        if Voice.STATE in (cue.voice, following.voice):
            return []
        if not VERBS_JOINED.fullmatch(self._text, cue.span.end, following.span.start):
            return []
        return self._after(following.span.end)

    def _of(self, cue: Cue, before: Cue | None) -> list[Persons]:
        around = [p for p in self._near(cue) if p.span.contains(cue.span)]
        if around:  # "six wounded soldiers"
            return [p for p in around if p.counted and p.count != ONE]
        if cue.voice in (Voice.ACTIVE, Voice.PAST) and not self._paired(cue):
            after = self._after(cue.span.end) or self._victim(cue) or self._him(cue)
            if after or cue.voice is Voice.ACTIVE or self._has_object(cue):
                return after
        if self._shares(before, cue) or self._succumbed(before, cue):
            return self._last
        floor = before.span.end if before else self._span.start
        subject = self._before(cue, floor=floor)
        return [*subject, *self._trailing(cue), *(self._beside(cue) if subject else [])]

    def _has_object(self, cue: Cue) -> bool:
        """ "Rebels killed the ...", "REBELS KILLED ANN EXAMPLE": they are not who was killed."""
        if HAS_OBJECT.match(self._text, cue.span.end):
            return True
        shouted = cue.span.of(self._text).isupper()
        return shouted and SHOUTED_OBJECT.match(self._text, cue.span.end) is not None

    def _near(self, cue: Cue) -> Sequence[Persons]:
        first = bisect_left(self._ends, cue.span.end)
        return self._people[first : first + 1]

    def _paired(self, cue: Cue) -> bool:
        """ "8 killed 58 injured": numbers before their verbs, where commas are lost."""
        index = bisect_left(self._starts, cue.span.end)
        if cue.voice is not Voice.PAST or index == len(self._people) or index == 0:
            return False
        left, right = self._people[index - 1], self._people[index]
        if self._text[left.span.start : left.span.end].lower().startswith(ARTICLE):
            return False  # "a bomber killed 30 people injured 90"
        return self._heads(left, right, cue) and self._has_verb(right, index)

    def _heads(self, left: Persons, right: Persons, cue: Cue) -> bool:
        """ "Villager killed 3 injured": a title's subject has no article."""
        if adjacent(self._text, left, cue):
            return True
        bare = left.count == ONE and not left.named and right.bare and not left.counted
        beside = self._text[left.span.end : cue.span.start].strip() == ""
        last = LAST_VERB.match(self._text, right.span.end) is not None
        return bare and beside and last

    def _trailing(self, cue: Cue) -> list[Persons]:
        """ "fifteen people were killed, among them a journalist": the parts after the verb."""
        first = bisect_left(self._starts, cue.span.end)
        near = self._people[first : first + 4]
        if not near or not near[0].part or near[0].span.start - cue.span.end > 45:
            return []
        if re.search(r"[.;]|\bwhen\b|\bafter\b", self._text[cue.span.end : near[0].span.start]):
            return []
        parts = [near[0]]
        for left, right in pairwise(near):
            if not right.part or not JOIN.fullmatch(self._text, left.span.end, right.span.start):
                break
            parts.append(right)
        return [p for p in parts if p.who.value != "people" and not p.bare]

    def _beside(self, cue: Cue) -> list[Persons]:
        """ "was killed along with two others", "was killed by a mine and another by a shell"."""
        index = bisect_left(self._starts, cue.span.end)
        if index == len(self._people) or self._has_verb(self._people[index], index):
            return []
        who = self._people[index]
        gap = self._text[cue.span.end : who.span.start]
        more = who.bare and ANOTHER.fullmatch(gap) and not VERB.search(gap)
        return [who] if more or ALONG.fullmatch(gap) else []

    def _shares(self, before: Cue | None, cue: Cue) -> bool:
        """ "was shot in the head and later died": the second verb has the first's subject."""
        if before is None or not self._last:
            return False
        gap = self._text[before.span.end : cue.span.start]
        first = bisect_left(self._starts, before.span.end)
        between = self._people[first : bisect_left(self._starts, cue.span.start)]
        return len(gap) < 90 and not between and SHARED.search(gap) is not None

    def _succumbed(self, before: Cue | None, cue: Cue) -> bool:
        """ "A man wounded in Sunday's raid has died": he, where nobody else is told between."""
        if before is None or not self._last or cue.harm is not Harm.KILLED:
            return False
        hurt = before.harm in (Harm.INJURED, Harm.SHOT) and cue.voice is Voice.STATE
        who = self._last[-1]
        first, last = (bisect_left(self._starts, c.span.start) for c in (before, cue))
        others = [p for p in self._people[first:last] if not self._adjunct(p)]
        told = WOUNDED_WHO.fullmatch(self._text, who.span.end, before.span.start)
        gap = STILL.fullmatch(self._text, before.span.end, cue.span.start)
        return hurt and not others and told is not None and gap is not None

    def _after(self, at: int) -> list[Persons]:
        """The persons right after a verb, and those joined to them, as a list or as a part."""
        chosen: list[Persons] = []
        gap: Pattern = OBJECT_GAP
        for index in range(bisect_left(self._starts, at), len(self._people)):
            who = self._people[index]
            between = self._text[at : who.span.start]
            if chosen and not who.counted and WHENCE.fullmatch(between):
                continue  # "two men from the Lebanese group and three from the army"
            if chosen and who.part and len(between) < 60 and not STOP.search(between):
                chosen.append(who)
            elif not (
                gap.fullmatch(between)
                or (not chosen and titled(who, between))
                or (chosen and of_two_sorts(self._text, chosen[-1], who))
            ) or (chosen and self._has_verb(who, index)):
                break
            elif not self._explains(chosen, who, between):
                chosen.append(who)
            at, gap = who.span.end, JOIN
        return self._told(chosen) if chosen else self._headed(at)

    def _victim(self, cue: Cue) -> list[Persons]:
        """ "Shot dead the chief of Velm": whom no noun tells to be a person."""
        who = victim(self._text, cue.span, self._span.end)
        return [somebody(who)] if who else []

    def _him(self, cue: Cue) -> list[Persons]:
        """ "A shell hit the house of a farmer, killing **him**": the one told last."""
        him = HIM.match(self._text, cue.span.end, self._span.end)
        start = max(self._span.start, cue.span.start - 20)
        if him is None or not THEREBY.search(self._text, start, cue.span.start):
            return []
        told = self._people[: bisect_left(self._starts, cue.span.start)]
        last = next((p for p in reversed(told) if p.count == ONE and not p.bare), None)
        return [last or somebody(Span(*him.span("him")))]

    def _headed(self, at: int) -> list[Persons]:
        """ "Killing the head of its council and six other members": one more than these."""
        index = bisect_left(self._starts, at)
        others = self._people[index] if index < len(self._people) else None
        who = head(self._text, at, others.span) if others else None
        return [somebody(who), others] if who and others else []

    def _explains(self, chosen: Sequence[Persons], who: Persons, between: str) -> bool:
        """ "Ann Example, a teacher": one person, told twice."""
        if not chosen or between.strip() != ",":
            return False
        return chosen[-1].named or who.named

    def _has_verb(self, who: Persons, index: int) -> bool:
        """Whether a verb of its own follows: "killing two and 12 others were wounded"."""
        end = self._starts[index + 1] if index + 1 < len(self._starts) else self._span.end
        return OWN_VERB.match(self._text, who.span.end, max(end, who.span.end)) is not None

    def _before(self, cue: Cue, *, floor: int) -> list[Persons]:
        """The subject: the nearest persons that are no adjunct, and those joined to them."""
        index = self._past_clause(bisect_right(self._ends, cue.span.start) - 1, cue)
        parts: list[Persons] = []
        while index >= 0 and cue.span.start - self._ends[index] < _LONGEST:
            who = self._people[index]
            if who.part and (of_whom(self._text, who, cue) or some_of_those(self._text, who, cue)):
                return [who]
            if who.part:
                parts.append(who)
            elif not self._adjunct(who) or self._told_of(who, cue):
                break
            index -= 1
        else:
            return self._told(parts[:1]) if parts and self._last else []
        if self._ends[index] < floor and parts == [] and not self._relative(who, cue):
            return []
        if not self._reaches(who, cue):
            return self._told(parts[:1]) if parts else []
        return self._told([*self._joined(index), *parts])

    def _told_of(self, who: Persons, cue: Cue) -> bool:
        """ "A toll of 12 killed", "the family of a boy who was killed"."""
        return adjacent(self._text, who, cue) or befell(self._text, who, cue)

    def _past_clause(self, index: int, cue: Cue) -> int:
        """Whose the clause before a verb is: "the general, who drove the rebels out, died"."""
        near = range(index - 1, max(-1, index - 4), -1)
        heads = (at for at in near if aside_of_who(self._text, self._people[at], cue))
        return next(heads, index)

    def _adjunct(self, who: Persons) -> bool:
        before = self._text[max(self._span.start, who.span.start - 24) : who.span.start]
        if SPOKE.search(before):  # "said 13 people", not ", said a man"
            start = max(self._span.start, who.span.start - _SPEAKER)
            told = who.counted and TOLD_OF.search(self._text[start : who.span.start])
            return not (SPEECH.search(before) or told)
        return PREPOSITION.search(before) is not None

    def _relative(self, who: Persons, cue: Cue) -> bool:
        return RELATIVE.match(self._text, who.span.end, cue.span.start) is not None

    def _reaches(self, who: Persons, cue: Cue) -> bool:
        """Whether the persons can be the subject: no other verb stands between."""
        between = self._text[who.span.end : cue.span.start]
        if cue.harm is Harm.KILLED and (hurt := OF_HURT.match(between)):
            between = between[hurt.end() :]
        outside = ASIDE.sub(" ", between)
        words = outside.split()
        if cue.voice is Voice.PAST and (len(words) > 4 or ACTED.fullmatch(between)):
            return False
        if who.bare and len(words) > 6:
            return False
        relative = RELATIVE.match(between) is not None or (
            cue.voice is Voice.PASSIVE and REDUCED.fullmatch(between) is not None
        )
        return len(words) <= 16 and (relative or not VERB.search(outside))

    def _joined(self, index: int) -> list[Persons]:
        """The persons at an index with those listed before them; an apposition is its head."""
        chain = [self._people[index]]
        listed = False
        while index > 0:
            left, right = self._people[index - 1], self._people[index]
            gap = self._text[left.span.end : right.span.start]
            if not JOIN.fullmatch(gap) and not of_two_sorts(self._text, left, right):
                break
            if self._adjunct(left) or self._lies_dead(left) or apposed(self._text, left):
                break
            if only_tells(self._text, left) or suffers(self._text, left):
                break
            comma = gap.strip() == ","
            if comma and not listed:
                if left.counted or left.named:
                    return [specified(left, right)]
                break
            listed = True
            if not (comma and (left.named != right.named) and right.count == ONE):
                chain.append(left)
            else:
                chain[-1] = left
            index -= 1
        return whole_of(self._text, chain)

    def _is_dead(self, who: Persons) -> bool:
        return self._lies_dead(who) or OF_DEAD.match(self._text, who.span.end) is not None

    def _lies_dead(self, who: Persons) -> bool:
        """ "Nine bodies were found, and 30 people are injured": the dead are not hurt."""
        return BODY.search(self._text, who.span.start, who.span.end) is not None

    def _told(self, chosen: Sequence[Persons]) -> list[Persons]:
        """Without parts of their whole's own class, which it counts already; so are the drivers
        of "nine workers and drivers"."""
        wholes = {c.who for c in chosen if not c.part}
        ends = {c.span.end for c in chosen if c.counted and c.count != ONE}
        return [
            c
            for c in chosen
            if not (c.part and c.who in wholes) and not self._shares_number(c, ends)
        ]

    def _shares_number(self, who: Persons, ends: Collection[int]) -> bool:
        """Whether bare nouns have the number that stands before those they are joined to."""
        bare = not who.counted and who.count == CountRange(2, None)
        plain = bare and len(who.span.of(self._text).split()) == 1
        return plain and any(
            AND.fullmatch(self._text, end, who.span.start) for end in ends if end < who.span.start
        )
