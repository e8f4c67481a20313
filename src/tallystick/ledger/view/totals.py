"""The casualties that one account gives in all: its counts put together, class by class."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tallystick.ledger.view.accounts import Account
from tallystick.ledger.view.counts import at_least, plus, span, within
from tallystick.ledger.view.told_as import Manner, manner
from tallystick.model.document import Document, Span
from tallystick.model.statement import Field
from tallystick.model.values import Casualties, CountRange, PersonClass
from tallystick.vocab.matching import fold

# Classes that a larger count may contain: children among civilians, officers among troops.
INSIDE = frozenset(PersonClass) - {
    PersonClass.PEOPLE,
    PersonClass.FORCES,
    PersonClass.ATTACKERS,
    PersonClass.ARMED_GROUP,
    PersonClass.CIVILIANS,
}
CIVIL = INSIDE | {PersonClass.CIVILIANS}
FIGHTERS = frozenset({PersonClass.ARMED_GROUP, PersonClass.ATTACKERS})
_PART_WORDS = re.compile(
    r"\b(?:includ\w+|among(?:st)?|whom|of (?:them|those|the)|mostly|all|both|either)\b", re.I
)
_INCLUDING = re.compile(r"\bincluding\b|\bamong (?:them|whom)\b|\bof whom\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\bof (?:them|whom)\b", re.IGNORECASE)
_OF = len(" of them")
_JOINED = re.compile(r"\band\b|\bplus\b|\bas well as\b|\b(?:along|together) with\b|,", re.I)
_OTHERS = re.compile(r"\b(?:others?|more|another|bystanders?)\b", re.I)
_OF_HURT = re.compile(
    r"\b(?:of|among)\s+(?:the|its|those|these)\s+(?:\w+\s+)?(?:wounded|injured|hurt)\b",
    re.IGNORECASE,
)
_GRAVELY = re.compile(
    r"\b(?:critical|serious|grave|stable|severe)(?:ly)?\b|\bintensive care\b|"
    r"\bfor (?:his|her|their) li(?:fe|ves)\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\b(?:more|another|further|additional)\b|"
    r"\bwho (?:was|were|had been) (?:\w+ )?(?:injured|wounded|hurt)\b",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:in (?:all|total)|altogether|so far|now|to date|total\w*|toll)\b", re.IGNORECASE
)
_TOLL = re.compile(r"\b(?:toll|number|total|count)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[\w\"”’)]{2}|\s\d)[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n\s*\n")
_AFTER = 25  # characters after a count in which "among them" still belongs to it


@dataclass(frozen=True, slots=True)
class _Count:
    """One count of casualties in a text."""

    value: Casualties
    span: Span

    @property
    def low(self) -> int:
        return self.value.count.low or 0


@dataclass(frozen=True, slots=True)
class Total:
    """What one account gives in all, and class by class.

    ``of_all``: its one class is all that any account tells of; ``of_authors``: it counts the
    attackers' own dead alone.
    """

    document: Document
    count: CountRange
    classes: Mapping[PersonClass, CountRange]
    manner: Manner = field(default=Manner(), compare=False)
    of_all: bool = False
    of_authors: bool = False

    @property
    def whole(self) -> bool:
        """Whether it speaks of everybody, not of one class alone ("no troops were hurt")."""
        several = PersonClass.PEOPLE in self.classes or len(self.classes) > 1
        return (several or self.of_all) and not self.manner.part

    def contradicts(self, other: Total) -> bool:
        """Whether no number satisfies both, in all or of one class.

        A part only bounds the whole from below.
        """
        if not self.whole:
            return (
                bool(self.against(other))
                or _more_inside(self, other)
                or _named_otherwise(self, other)
            )
        return bool(self.against(other)) or self.is_exceeded_by(other)

    def is_exceeded_by(self, other: Total) -> bool:
        """Whether the other whole is another number, or the part more than this whole."""
        return not self.count.agrees(other.count if other.whole else at_least(other.count))

    def against(self, other: Total) -> frozenset[PersonClass]:
        """The classes of which the two give other numbers; one person told apart is no number."""
        shared = (self.classes.keys() & other.classes.keys()) - INSIDE - {PersonClass.PEOPLE}
        return frozenset(
            who
            for who in shared
            if not self.classes[who].agrees(other.classes[who])
            and CountRange.exactly(1) not in (self.classes[who], other.classes[who])
        )

    def with_classes_of(self, other: Total) -> Total:
        """The same, the other's numbers put in where they go against it: its sum as well."""
        classes = {
            w: (other if w in self.against(other) else self).classes[w] for w in self.classes
        }
        return replace(self, document=other.document, count=plus(classes.values()), classes=classes)


def _more_inside(civil: Total, other: Total) -> bool:
    """Whether one tells of more children than the other of civilians, all told."""
    all_told = civil.classes.get(PersonClass.CIVILIANS)
    return all_told is not None and any(
        not all_told.agrees(at_least(count))
        for who, count in other.classes.items()
        if who in INSIDE
    )


def _named_otherwise(civil: Total, other: Total) -> bool:
    """Whether the dead are civilians to the one and armed men to the other, and to neither both."""
    counts = (civil, CIVIL), (other, FIGHTERS)
    return all(t.classes.keys() <= who and t.count.best for t, who in counts)


def total_of(account: Account[Casualties], authors: Container[str] = ()) -> Total:
    """All that one account counts; those of a list added, parts of a whole not counted twice.

    Who are of the ``authors`` (ids or names) are not added to those whom they attacked.
    """
    text = account.document.text
    told = [
        _Count(s, v)
        for s, v in zip(account.values, (s.span for s in account.statements), strict=True)
    ]
    stated = [c for c in told if not _is_author(c.value, authors)] or told
    stated = [c for c in stated if not _is_nobody(c)] or stated
    late = [c for c in stated if _died_later(account, c, text)]
    rest = [c for c in stated if c not in late] or stated
    late = [c for c in late if not any(_comprises(r, c, text) for r in rest)]
    rest = [c for c in rest if not _is_counted(c, rest, text)]
    counts = [c for c in rest if not _is_part(c, rest, text)] or rest
    counts = _without_individuals(counts, text)
    classes = {
        who: _of_class([c for c in _listed(counts, text) if c.value.who is who])
        for who in _classes(counts)
    }
    total = _sum(counts, classes, text)
    if late and len(rest) < len(stated) and total.low == total.high:
        total = plus([total, *(c.value.count for c in late)])
    own = all(c.value.who is PersonClass.ATTACKERS for c in told)
    return Total(account.document, total, classes, manner(account), of_authors=own)


def _is_author(value: Casualties, authors: Container[str]) -> bool:
    """Whether they are the attackers' own; of soldiers too much is read as their own work."""
    own = value.who is PersonClass.ARMED_GROUP and _owner(value) in authors
    return own or value.who is PersonClass.ATTACKERS


def _is_nobody(count: _Count) -> bool:
    """ "No one was hurt" in an account that has some dead is of another attack."""
    return count.value.count.high == 0 and count.value.who is PersonClass.PEOPLE


def _comprises(whole: _Count, late: _Count, text: str) -> bool:
    """Whether a count has those who died later: "31 in all", or a number told after them."""
    return whole.span.start > late.span.start or _IN_ALL.search(whole.span.of(text)) is not None


def _died_later(account: Account[Casualties], count: _Count, text: str) -> bool:
    """ "Two of the wounded died": besides those whom the account first gave as dead.

    An account that also gives the new total ("bringing the toll to 11") tells more than one
    figure, and nothing is added to it.
    """
    killed = any(s.field is Field.KILLED for s in account.statements)
    return killed and _OF_HURT.search(count.span.of(text)) is not None


def _is_counted(count: _Count, stated: Sequence[_Count], text: str) -> bool:
    """Whether a larger count of the class has them: the gravely hurt among the hurt; those who are
    told as more ("two more bodies, bringing the toll to nine") or died of their wounds in the toll
    that they make up."""
    words = count.span.of(text)
    larger = [c for c in stated if c.value.who is count.value.who and c.low > count.low > 0]
    if _GRAVELY.search(words):
        return bool(larger)
    tolls = (c for c in larger if _TOLL.search(c.span.of(text)))
    return _FURTHER.search(words) is not None and any(_one_sentence(count, c, text) for c in tolls)


def _share_a_verb(first: _Count, second: _Count, text: str) -> bool:
    """Whether two counts are of one list, and so of different persons.

    A statement runs from the persons to the verb that is said of them: those of one list
    ("six priests, their cook and her daughter were shot") end with the same verb, or start
    with it.
    """
    a, b = sorted((first.span, second.span))
    if a == b or not a.overlaps(b) or (a.start != b.start and a.end != b.end):
        return False
    between = (
        text[a.start : b.start] if a.end == b.end else text[min(a.end, b.end) : max(a.end, b.end)]
    )
    return _JOINED.search(between) is not None and not _PART_WORDS.search(between)


def _listed(counts: Sequence[_Count], text: str) -> list[_Count]:
    """The counts, those of one class and side in one list added up."""
    kept: list[_Count] = []
    for count in counts:
        last = next((k for k in reversed(kept) if _one_list(k, count, text)), None)
        if last is None:
            kept.append(count)
            continue
        total = plus([last.value.count, count.value.count])
        span = min(last.span, count.span, key=lambda s: (s.start, -s.end))
        kept[kept.index(last)] = _Count(replace(last.value, count=total), span)
    return kept


def _one_list(first: _Count, second: _Count, text: str) -> bool:
    owners = {_owner(first.value), _owner(second.value)} - {None}
    same = first.value.who is second.value.who and len(owners) <= 1
    return same and _share_a_verb(first, second, text)


def _without_individuals(counts: Sequence[_Count], text: str) -> list[_Count]:
    """Without single persons told apart from a count of several of their class, or of any class
    where their own is not told: its members.

    "Twelve people died. One man was shot at the gate." is of twelve.
    """
    several = [c for c in counts if c.low > 1]
    return [
        c
        for c in counts
        if c.value.count != CountRange.exactly(1)
        or not any(_of_their_class(c, s) and not _one_sentence(s, c, text) for s in several)
    ]


def _of_their_class(one: _Count, several: _Count) -> bool:
    return one.value.who in (PersonClass.PEOPLE, several.value.who)


def _classes(counts: Sequence[_Count]) -> list[PersonClass]:
    return list(dict.fromkeys(c.value.who for c in counts))


def _is_part(count: _Count, stated: Sequence[_Count], text: str) -> bool:
    """Whether it counts some of those in a larger one: "12 civilians, 3 of them children"."""
    if any(_is_inside(c, count, text) for c in stated):
        return True
    larger = [c for c in stated if c.value.who is not count.value.who and c.low >= count.low > 0]
    if not larger:
        return False
    together = [_between(c, count, text) for c in larger if _one_sentence(c, count, text)]
    if not together:
        return count.value.who in INSIDE
    if any(_PART_WORDS.search(words) for words in together):
        return _is_lesser(count, larger)
    return count.value.who in INSIDE and not any(map(_JOINED.search, together))


def _is_inside(whole: _Count, part: _Count, text: str) -> bool:
    """Whether the words tell some of a class: "seven soldiers, **including** a captain"."""
    if whole.value.who is not part.value.who or not whole.low > part.low > 0:
        return False
    if whole.span.start > part.span.start or not _one_sentence(whole, part, text):
        return False
    told = _INCLUDING.search(text, whole.span.start, part.span.end)
    return (
        told is not None or _OF_THEM.search(text, part.span.start, part.span.end + _OF) is not None
    )


def _is_lesser(count: _Count, larger: Sequence[_Count]) -> bool:
    """Of two equal counts ("two soldiers, both officers") only one is the part."""
    return count.value.who in INSIDE or any(c.low > count.low for c in larger)


def _one_sentence(first: _Count, second: _Count, text: str) -> bool:
    a, b = sorted((first.span, second.span))
    return not _SENTENCE_END.search(text, a.start, max(a.end, b.end))


def _between(first: _Count, second: _Count, text: str) -> str:
    """The words from the first count to a little after the second, within the sentence."""
    a, b = sorted((first.span, second.span))
    end = max(a.end, b.end)
    tail = _SENTENCE_END.split(text[end : end + _AFTER])[0]
    return text[a.start : end] + tail


def _of_class(counts: Sequence[_Count]) -> CountRange:
    """All of one class: owners apart are added, unless a count without an owner gives the sum."""
    owners: dict[str | None, list[CountRange]] = {}
    for count in counts:
        owners.setdefault(_owner(count.value), []).append(count.value.count)
    unowned = owners.pop(None, None)
    if not owners:
        return within(unowned or [])
    owned = plus(map(within, owners.values()))
    return _whole_and_parts(within(unowned), owned) if unowned else owned


def _owner(value: Casualties) -> str | None:
    return None if value.owner is None else value.owner.id or fold(value.owner.name)


def _sum(
    counts: Sequence[_Count], classes: Mapping[PersonClass, CountRange], text: str
) -> CountRange:
    """The total over disjoint classes; a count of people with a split is that total itself."""
    parts = [n for who, n in classes.items() if who is not PersonClass.PEOPLE]
    people = classes.get(PersonClass.PEOPLE)
    if people is None or not parts:
        return people or plus(parts)
    if _apart_from_people(counts, people, plus(parts), text):
        return plus([people, *parts])
    return _whole_and_parts(people, plus(parts))


def _apart_from_people(
    counts: Sequence[_Count], people: CountRange, parts: CountRange, text: str
) -> bool:
    """Whether the unclassed are besides the others: "three soldiers and two other people"."""
    unclassed = [c for c in counts if c.value.who is PersonClass.PEOPLE]
    if any(_share_a_verb(a, b, text) for a in unclassed for b in counts if a is not b):
        return True
    if any(_OTHERS.search(c.span.of(text)) for c in unclassed) or _are_two(counts, text):
        return True
    others = [c for c in counts if c.value.who is not PersonClass.PEOPLE]
    together = any(_one_sentence(a, b, text) for a in unclassed for b in others)
    return together and people.high != 0 and not people.agrees(at_least(parts))


def _are_two(counts: Sequence[_Count], text: str) -> bool:
    """ "A man of 62 was hit and a woman fell on the stairs": one and one."""
    if len(counts) != 2 or any(c.value.count != CountRange.exactly(1) for c in counts):
        return False
    between = _between(counts[0], counts[1], text)
    joined = re.search(r"\band\b", between, re.IGNORECASE) and not _PART_WORDS.search(between)
    return bool(joined) and _one_sentence(counts[0], counts[1], text)


def _whole_and_parts(whole: CountRange, parts: CountRange) -> CountRange:
    """A stated whole, at least its parts; where the parts exceed it, from one to the other."""
    if not whole.agrees(at_least(parts)):
        return span([whole, parts])
    return within([whole, at_least(parts)])
