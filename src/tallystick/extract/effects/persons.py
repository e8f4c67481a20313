"""Quantified persons: "two soldiers", "at least 15 civilians", "no one", "three others"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.effects.membership import leads_fighters, of_side
from tallystick.extract.effects.persons_counted import (
    IN_THE_BODY,
    NUMBER_OF,
    Persons,
    adjectives,
    all_sorts,
    count_before,
    is_article,
    phrases,
)
from tallystick.extract.effects.persons_shouted import shouted_name_at
from tallystick.extract.effects.persons_single import (
    TITLE_NAME,
    aged,
    names,
    pronouns,
    selves,
    which,
)
from tallystick.extract.effects.persons_unlisted import unlisted
from tallystick.extract.grammar.counts import CountMention
from tallystick.extract.grammar.sentences import Sentence
from tallystick.extract.roles import actor_ref
from tallystick.model.document import Cover, Span
from tallystick.model.values import ActorRef, CountRange, PersonClass
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import PersonWord
from tallystick.vocab.matching import Hit
from tallystick.vocab.pattern import Pattern
from tallystick.vocab.weapons import WeaponGroup

__all__ = ["Persons", "persons"]

_LONGEST_NAME = 60  # characters
_SORTS = 2  # words between a nationality and its noun: "Syrian opposition fighters"
_NOBODY = caseless(r"\b(?:no[\s-]?one|nobody|none)\b(?:\s+else\b)?")
_BARE_AFTER = Pattern(
    r"\s+(?:others?\b|more\b|(?:of\s+|(?<=of\s))(?:them|whom|those)\b)", re.IGNORECASE
)
_BARE_STAND = caseless(
    r"\s*(?:$|[,;.:!?)(\"”—–]|-{1,2}\s)|\s+(?:(?<=of\s)(?:them|whom|those)|others?|more|of|were|was|are|is|have|has|had|been|"
    r"being|"
    r"be|in|on|at|and|or|when|after|before|during|near|by|with|who|whom|from|as|for|while|but|to|"
    r"it|he|she|they|said|says|according|an|the|remain(?:s|ed)?|still|"
    r"fell|some|most|mostly|many|including|among|respectively|"
    r"inside|outside|across|over|around|since|so far|also|later|today|yesterday|\w+ly|dead|died|"
    r"dies?|perish\w*|killed|wounded|injured|hurt|shot|stabbed|slain|kidnapped|abducted|missing|"
    r"hospitali[sz]ed|suffered|sustained|lost|reported|feared|confirmed|critical|succumbed|"
    r"executed|beheaded|massacred|murdered|taken|held|gunned|burned|maimed|concussed|wounds|injures|"
    r"mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b"
)
_TAKEN = caseless(
    r"\b(?:t[ao]ken?|took|takes|taking|held|hold|holding|made)\s+(?:\w+\s+)?"
    r"(?:prisoner|hostage|captive)$"
)
_TWO = Pattern(r"couple|pair|duo|twins", re.IGNORECASE)
_INSTEAD = Pattern(r"\b(?:not|rather than|instead of|up from|compared with)\s+$", re.IGNORECASE)
_OPENING = caseless(
    r"\b(?:(?:his|her|their|its|the|our)\s+(?:(?!(?:his|her|their|its|the|our|"
    r"of|an?)\b)[\w’'-]+\s+){0,2}|\d{1,3}-\w+-old\s+(?:\w+\s+)?)$"
)
_PLANES = Pattern(r"(?:fighter|bomber)s?", re.IGNORECASE)
_OF_THEM = Pattern(r"\bof (?:them|whom|those)\b", re.IGNORECASE)
_AMONG_THEM = Pattern(r"\s+among\s+(?:them|those)\b", re.IGNORECASE)
_DETERMINED = Pattern(
    r"\b(?:the|this|that|his|her|their|its|our|another|one|every|each|any|a|an)\s+"
    r"(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_POSSESSIVE = Pattern(r"[’']s?(?!\w)")
_HYPHENED = caseless(r"-(?:held|controlled|run|led|owned|occupied|dominated|backed|populated)\b")
_PART_BEFORE = caseless(
    r"(?:\b(?:including|included|among\s+(?:them|whom|those|the\s+\w+))\b(?:[\s:]+[\w’'-]+){0,3}|"
    r"\b(?:of\s+(?:them|whom)|most|mostly|mainly|half|all)(?:\s+(?:were|was|are|is|being))?)[\s:]+$"
)
_MOSTLY = Pattern(r"\b(?:most of (?:them|whom)|mostly|mainly|largely)\b[^,;.]*$", re.IGNORECASE)
_JOINED = Pattern(r"\s*(?:,|,?\s*and|,?\s*or|,?\s*as well as|plus)\s*(?:also\s+)?", re.IGNORECASE)
_OF = Pattern(r"\s+of\s+(?:the\s+|its\s+|their\s+)?", re.IGNORECASE)
_OF_UNNAMED = Pattern(rf"{_OF.words}(?:[\w-]+\s+){{0,2}}", re.IGNORECASE)
_BODY = Pattern(r"bod(?:y|ies)|corpses?", re.IGNORECASE)
_FOLDS = Pattern(
    r"(?:bod(?:y|ies)|corpses?|groups?|team|crowd|li(?:fe|ves)|number|family)", re.IGNORECASE
)


def persons(notes: Annotations, sentence: Sentence) -> list[Persons]:
    """The persons of a sentence in order, none within another.

    Bare numbers are all given: the reader of the verbs beside them knows which are persons.
    """
    found = list(_with_nouns(notes, sentence))
    found += list(aged(notes, sentence))
    found += [
        Persons(span, count, PersonClass.PEOPLE, None, counted=True)
        for span, count in unlisted(notes, sentence)
    ]
    found += list(_bare(notes, sentence))
    found += list(which(notes.text, sentence))
    found += list(selves(notes.text, sentence))
    found += list(names(notes, sentence))
    found += list(pronouns(notes.text, sentence))
    return _parts(notes.text, sentence, _without_children_of(notes.text, _apart(found)))


def _apart(found: Sequence[Persons]) -> list[Persons]:
    """In order of the text, of two that overlap the one that says more: nouns before ages
    before numbers before names."""
    rank = {id(person): index for index, person in enumerate(found)}
    kept: list[Persons] = []
    for person in sorted(found, key=lambda p: p.span):
        if not kept or kept[-1].span.end <= person.span.start:
            kept.append(person)
        elif rank[id(person)] < rank[id(kept[-1])]:
            kept[-1] = person
    return kept


def _with_nouns(notes: Annotations, sentence: Sentence) -> Iterator[Persons]:
    floor = sentence.span.start
    hits = inside(notes.persons, sentence.span)
    for index, hit in enumerate(hits):
        if hit.span.of(notes.text) == "National":
            continue  # of an organisation's name
        if index + 1 < len(hits) and (
            _modifies(notes.text, hit, hits[index + 1])
            or _is_numbered(notes, sentence, hit, hits[index + 1])
        ):
            continue  # "police officers", "Syrian opposition fighters": the last noun counts
        owns = _POSSESSIVE.match(notes.text, hit.span.end) is not None
        if owns and not (hit.item.plural and count_before(notes, sentence, hit.span.start, floor)):
            continue  # "the driver's car", "its women's union"
        if _HYPHENED.match(notes.text, hit.span.end):
            continue  # "two rebel-held quarters"
        if _TAKEN.search(notes.text, max(floor, hit.span.start - 24), hit.span.end):
            continue  # "nine were taken prisoner"
        if hit.span.start < floor or _is_plane(notes, hit) or _counts(notes, hit.span):
            continue  # within a name that was read before
        person = _person(notes, sentence, hit, floor)
        if person is not None:
            yield person
            floor = person.span.end
    for match in _NOBODY.finditer(notes.text, sentence.span.start, sentence.span.end):
        if not match.group().endswith("else"):
            nobody = Span(*match.span())
            zero = CountRange.exactly(0, nobody.of(notes.text))
            yield Persons(nobody, zero, PersonClass.PEOPLE, None, True)


def _counts(notes: Annotations, span: Span) -> bool:
    """ "A couple of soldiers": a noun that is only part of a number."""
    around = inside(notes.counts, Span(max(0, span.start - 3), span.end + 3))
    return any(c.span.contains(span) and c.span.end > span.end for c in around)


def _is_plane(notes: Annotations, hit: Hit[PersonWord]) -> bool:
    """ "F-16 fighters", "B-52 bombers": aircraft, not men."""
    if not _PLANES.fullmatch(hit.span.of(notes.text)):
        return False
    before = inside(notes.weapons, Span(max(0, hit.span.start - 40), hit.span.start))
    aerial = [w for w in before if w.item.group is WeaponGroup.AERIAL]
    return bool(aerial) and notes.text[aerial[-1].span.end : hit.span.start].strip(" -") == ""


def _modifies(text: str, first: Hit[PersonWord], second: Hit[PersonWord]) -> bool:
    """Whether one noun only tells what the next is: they touch, or a sort stands between."""
    gap, words = text[first.span.end : second.span.start], first.span.of(text)
    if gap.strip(" -\n") == "":  # but not "32 people Syrian television said"
        return not first.item.plural or second.item.plural
    if words.lower() == "other":  # "six other Red Banner members"
        return adjectives(gap)
    adjective = not first.item.plural and second.item.plural and words[:1].isupper()
    few = len(gap.split()) <= _SORTS
    return adjective and few and all_sorts(gap.split(), shouted=words.isupper())


def _is_numbered(
    notes: Annotations, sentence: Sentence, first: Hit[PersonWord], second: Hit[PersonWord]
) -> bool:
    """ "Four **Velian** television journalists": what stands in the singular after a number is no
    noun of its own, so that the number is of the next in the plural."""
    gap = notes.text[first.span.end : second.span.start]
    if first.item.plural or not second.item.plural or len(gap.split()) > _SORTS:
        return False
    count = count_before(notes, sentence, first.span.start, sentence.span.start)
    return count is not None and (count.count.low or 0) > 1 and adjectives(gap)


def _person(
    notes: Annotations, sentence: Sentence, hit: Hit[PersonWord], floor: int
) -> Persons | None:
    near = Span(max(floor, hit.span.start - 3), hit.span.end)
    own = (c for c in inside(notes.counts, near) if c.span.end == hit.span.end)  # "a couple"
    count = next(own, None) or count_before(notes, sentence, hit.span.start, floor)
    words = hit.span.of(notes.text)
    if count is not None and _is_adjective(notes, hit, count):
        return None
    end = hit.span.end if count and (count.count.low or 0) > 1 else _end(notes, hit)
    span = Span(count.span.start if count else _noun_start(notes, hit, floor), end)
    one = CountRange.exactly(2 if _TWO.fullmatch(words) else 1, words)
    if count is not None:
        value = one if is_article(count.count) and not hit.item.plural else count.count
        if hit.item.plural and words != "s" and value == CountRange(1, 1) and is_article(value):
            return None  # "a wounded soldiers' home" and the like
    elif NUMBER_OF.search(notes.text, max(sentence.span.start, span.start - 30), hit.span.start):
        return _uncounted(notes, sentence, hit, span)
    elif hit.item.plural:
        value = CountRange(2, None, words)
    elif _stands_alone(notes, sentence, hit):
        value = one
    else:
        return None
    return Persons(span, value, _class(hit, notes, span), _owner(notes, span), count is not None)


def _uncounted(
    notes: Annotations, sentence: Sentence, hit: Hit[PersonWord], span: Span
) -> Persons | None:
    """ "An unknown number of militiamen": some; of "the number of policemen" it is told beside."""
    opened = _UNKNOWN_NUMBER.search(notes.text, sentence.span.start, hit.span.start)
    if opened is None or not hit.item.plural or hit.span.of(notes.text).lower() == "others":
        return None
    whole, some = Span(opened.start(), hit.span.end), CountRange(1, None, opened.group())
    return Persons(whole, some, _class(hit, notes, span), _owner(notes, span), counted=True)


_UNKNOWN_NUMBER = Pattern(
    r"\ban?\s+(?:unknown|undetermined|unspecified|undisclosed|unconfirmed|uncertain)\s+number\s+of\s+"
    r"(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _is_adjective(notes: Annotations, hit: Hit[PersonWord], count: CountMention) -> bool:
    """ "A Russian helicopter": a nationality that tells what something else is."""
    words = hit.span.of(notes.text)
    nationality = words[:1].isupper() and not hit.item.plural
    if not nationality or words.lower() in phrases("generic"):
        return False
    near = hit.span.start - count.span.end < 2 or not words.isupper()
    if near and not is_article(count.count):
        return False  # "FIVE VELIANS", but not "TWO VANS OF THE VELIAN POST"
    return hit.item.who is PersonClass.PEOPLE and not _END_OF_NOUN.match(notes.text, hit.span.end)


def _class(hit: Hit[PersonWord], notes: Annotations, span: Span) -> PersonClass:
    """That of the noun; of the adjectives where the noun gives none ("civilian victims")."""
    inner = [h.item.who for h in inside(notes.persons, span) if h.span != hit.span]
    if hit.item.who is PersonClass.OFFICIALS:
        fights = PersonClass.ARMED_GROUP in inner or leads_fighters(notes, hit.span)
        return PersonClass.ARMED_GROUP if fights else hit.item.who
    if hit.item.who is not PersonClass.PEOPLE:
        return hit.item.who
    return next((w for w in inner if w is not PersonClass.PEOPLE), of_side(notes, hit.span))


def _stands_alone(notes: Annotations, sentence: Sentence, hit: Hit[PersonWord]) -> bool:
    """A singular noun needs an article, a name or a verb beside it to be a person."""
    words = hit.span.of(notes.text)
    before = notes.text[max(sentence.span.start, hit.span.start - 50) : hit.span.start]
    nationality = hit.item.who is PersonClass.PEOPLE and words.lower() not in phrases("generic")
    if nationality and words[:1].isupper():  # "Iraqi", "THE IRAQI ARMY": adjectives
        return words.isupper() and _END_OF_NOUN.match(notes.text, hit.span.end) is not None
    if sentence.span.of(notes.text).isupper() and _SHOUTED_NAME.match(notes.text, hit.span.end):
        return True
    if _DETERMINED.search(before) and not re.search(r"[,;:.]", before.split(" the ")[-1]):
        return True
    return (
        hit.span.start == sentence.span.start
        or _END_OF_NOUN.match(notes.text, hit.span.end) is not None
    )


_SHOUTED_NAME = Pattern(  # "JUDGE ANN EXAMPLE WAS"
    r"(?:\s+(?!(?:WAS|WERE|HAS|HAD|AND|OF|IN|ON|AT|BY|TO)\b)[A-Z][A-Z.’'-]+){1,4}"
    r"(?=\s*[,.]|$|\s+(?:WAS|HAS|HAD|AND|OF|IN|ON|AT|AS|BY|WHO|LAST|TODAY|YESTERDAY)\b)"
)
_END_OF_NOUN = Pattern(
    r"\s*(?:[,.;]|$|\b(?:and|was|were|is|has|had|who|killed|wounded|injured|shot|dead|dies|died|"
    r"hurt|in|at|on|after|deaths|fatalities)\b)|(?-i:\s[A-Z][a-z])",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def _placed(notes: Annotations) -> Cover:
    return Cover(p.span for p in notes.places)


def _end(notes: Annotations, hit: Hit[PersonWord]) -> int:
    """The end of the noun, or of the name that follows it ("Mayor Ann Example")."""
    if hit.item.plural:
        return hit.span.end
    if hit.span.of(notes.text).isupper():
        last = hit.span.end + _LONGEST_NAME
        shouted = shouted_name_at(notes, hit.span.end + 1, last, titled=True)
        end = shouted.end if shouted else hit.span.end
    else:
        name = TITLE_NAME.match(notes.text, hit.span.end)
        end = name.end() if name else hit.span.end
    known = end > hit.span.end and _placed(notes).touches(Span(hit.span.end + 1, end))
    return hit.span.end if known else end


def _noun_start(notes: Annotations, hit: Hit[PersonWord], floor: int) -> int:
    owners = [
        a.span.start
        for a in inside(notes.actors, Span(max(floor, hit.span.start - 60), hit.span.start))
        if notes.text[a.span.end : hit.span.start].strip() == ""
    ]
    region = max(floor, hit.span.start - 50)
    opened = _OPENING.search(notes.text[region : hit.span.start])
    if opened and not phrases("breaks").intersection(opened.group().lower().split()):
        owners.append(region + opened.start())
    return min([hit.span.start, *owners])


def _owner(notes: Annotations, span: Span) -> ActorRef | None:
    near = Span(max(0, span.start - 80), span.end)
    inner = [a for a in inside(notes.actors, near) if a.span.overlaps(span)]
    return actor_ref(inner[0]) if inner else None


def _bare(notes: Annotations, sentence: Sentence) -> Iterator[Persons]:
    for count in inside(notes.counts, sentence.span):
        if is_article(count.count) or not _BARE_STAND.match(
            notes.text, count.span.end, sentence.span.end
        ):
            continue
        if _INSTEAD.search(notes.text[max(0, count.span.start - 16) : count.span.start]):
            continue  # "seven pilots, not five, were hurt"
        if IN_THE_BODY.match(notes.text, count.span.end) or _is_age(notes, count):
            continue  # "hit by three bullets, one in the neck"; "a clerk, 33, killed"
        others = _BARE_AFTER.match(notes.text, count.span.end, sentence.span.end)
        end = others.end() if others else count.span.end
        yield Persons(
            Span(count.span.start, end), count.count, PersonClass.PEOPLE, None, True, bare=True
        )


def _is_age(notes: Annotations, count: CountMention) -> bool:
    """Whether a number between commas says how old the one before it is."""
    aged = count.span.of(notes.text).isdigit() and notes.text.startswith(",", count.span.end)
    before = inside(notes.persons, Span(max(0, count.span.start - 40), count.span.start))
    return aged and any(
        not p.item.plural and notes.text[p.span.end : count.span.start] == ", " for p in before
    )


def _without_children_of(text: str, found: Sequence[Persons]) -> list[Persons]:
    """ "a mother of three" is one; "the bodies of five men" are five; so "members of a family"."""
    kept: list[Persons] = []
    for person in found:
        before = kept[-1] if kept else None
        gap = text[before.span.end : person.span.start] if before else ""
        last = text[before.span.start : before.span.end].rsplit(maxsplit=1)[-1] if before else ""
        of = _OF_UNNAMED if _BODY.fullmatch(last) else _OF
        if before is not None and of.fullmatch(gap):
            if _FOLDS.fullmatch(last) and person.counted:
                kept[-1] = replace(person, span=Span(before.span.start, person.span.end))
            else:
                who = person.who if of is _OF_UNNAMED else before.who
                whole = Span(before.span.start, person.span.end)
                kept[-1] = replace(before, span=whole, who=who)
            continue
        kept.append(person)
    return kept


def _parts(text: str, sentence: Sentence, found: Sequence[Persons]) -> list[Persons]:
    """Marks those that are some of a number before: "including a woman and two children"."""
    kept: list[Persons] = []
    for person in found:
        before = text[max(sentence.span.start, person.span.start - 50) : person.span.start]
        if kept and not person.counted and _MOSTLY.search(before):
            continue  # "nineteen people, most of them women and children": no number of these
        part = bool(kept) and bool(
            _PART_BEFORE.search(before)
            or _OF_THEM.search(text, person.span.start, person.span.end)
            or _AMONG_THEM.match(text, person.span.end, sentence.span.end)
        )
        if kept and not part and kept[-1].part:
            gap = text[kept[-1].span.end : person.span.start]
            part = _JOINED.fullmatch(gap) is not None
        kept.append(person if person.part == part else replace(person, part=part))
    return kept
