"""Persons told one by one: by their age, their name or a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.effects.persons_counted import Persons, count_before, phrases
from tallystick.extract.effects.persons_shouted import shouted_names
from tallystick.extract.grammar.sentences import Sentence
from tallystick.model.document import Span
from tallystick.model.values import CountRange, PersonClass
from tallystick.vocab.caseless import caseless

_ADULT = 18  # a child is below eighteen (Convention on the Rights of the Child, article 1)
_AGE = caseless(
    r"\b(?P<age>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"[-\s](?:year|month|week|day)s?[-\s]olds?\b"
)
_WHICH_ONE = caseless(
    r"\bthe\s+(?:younger|older|elder|youngest|oldest|eldest|second|third|fourth|latter|former)"
    r"(?:\s+one)?(?=\s+(?:was|is|had|has|later|also|reportedly|died|dies|suffered|sustained|"
    r"succumbed|remains?|remained)\b)"
)
_SELF = caseless(r"\b(?:himself|herself)\b")
_PRONOUN = caseless(
    r"\b(?:he|she)(?=\s+(?:(?:was|had|has|been|later|also|then|soon|subsequently|is|\w+ly)\s+){0,4}"
    r"(?:died|dies|pronounced|declared dead|dead\b|killed|succumbed|fatally|murdered|shot|stabbed|"
    r"wounded|injured|hospitali|in \w+ (?:but \w+ )?condition|in (?:critical|serious|stable)|"
    r"sustained|suffered|struck in|hit in|hit by|grazed))"
)
_NAME_WORD = r"[^\W\d_a-z][\w’'-]*[a-z][\w’'-]*"
_NAME = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Sgt|Maj|Brig|Cpl|Pvt|Pfc|Spc|Rev|Fr)\.?\s)?"
    rf"{_NAME_WORD}"
    rf"(?:\s(?:[A-Z]\.|(?:[ae][ln]|a[drstz]|ash)-{_NAME_WORD}|(?:al|el|bin|ibn|de|del|la|van|"
    rf"von|abu)\b|{_NAME_WORD})){{1,4}}"
)
_SURNAME = re.compile(
    rf"\b{_NAME_WORD}(?=,?\s(?:\w+ly\s)?(?:was|died|dies|had been|has been|has died|later died|"
    r"suffered|sustained|succumbed|then|is|were|who (?:was|had been|died))\b)"
)
_BEFALLEN = re.compile(  # "shot **Example** as", "the killing of **Example**"
    rf"\b(?:(?:shot|stabb|kill|murder|wound|injur|strangl|kidnapp|abduct)(?:ed|ing)?|shooting|"
    r"(?:killing|murder|slaying|death|shooting|stabbing|assassination|wounding|kidnapping|"
    rf"abduction)s?\sof)\s(?P<name>{_NAME_WORD})(?![^\W_]|[’'-]|\s[^\W\d_a-z])"
)
TITLE_NAME = re.compile(rf"\s(?:[A-Z]\.\s)?{_NAME_WORD}(?:\s(?:[A-Z]\.\s)?{_NAME_WORD}){{0,3}}")


def aged(notes: Annotations, sentence: Sentence) -> Iterator[Persons]:
    """ "a 17-year-old", where no noun follows: one person, a child if below eighteen."""
    for match in _AGE.finditer(notes.text, sentence.span.start, sentence.span.end):
        end = match.end()
        name = TITLE_NAME.match(notes.text, end)
        end = name.end() if name else end
        several = match.group().lower().endswith("s")
        count = count_before(notes, sentence, match.start(), sentence.span.start)
        young = not match["age"].isdigit() or int(match["age"]) < _ADULT
        who = PersonClass.CHILDREN if young else PersonClass.PEOPLE
        value = count.count if count else CountRange(2, None) if several else CountRange.exactly(1)
        start = count.span.start if count else match.start()
        yield Persons(Span(start, end), value, who, None, True)


def which(text: str, sentence: Sentence) -> Iterator[Persons]:
    """ "The younger one died": one of those told of before."""
    for match in _WHICH_ONE.finditer(text, sentence.span.start, sentence.span.end):
        span = Span(*match.span())
        value = CountRange.exactly(1, span.of(text))
        yield Persons(span, value, PersonClass.PEOPLE, None, True, bare=True)


def selves(text: str, sentence: Sentence) -> Iterator[Persons]:
    """ "killed himself and five others": an attacker."""
    for match in _SELF.finditer(text, sentence.span.start, sentence.span.end):
        span = Span(*match.span())
        value = CountRange.exactly(1, span.of(text))
        yield Persons(span, value, PersonClass.ATTACKERS, None, True)


def pronouns(text: str, sentence: Sentence) -> Iterator[Persons]:
    """ "he was pronounced dead": somebody told of before."""
    for match in _PRONOUN.finditer(text, sentence.span.start, sentence.span.end):
        span = Span(*match.span())
        value = CountRange.exactly(1, span.of(text))
        yield Persons(span, value, PersonClass.PEOPLE, None, True, bare=True)


def names(notes: Annotations, sentence: Sentence) -> Iterator[Persons]:
    """Persons by name, outside the names of places, sides and things."""
    if sentence.span.of(notes.text).isupper():
        for span in shouted_names(notes, sentence):
            if not _is_known(notes, sentence, span):
                yield _named(notes, span)
        return
    for pattern in (_NAME, _SURNAME, _BEFALLEN):
        for match in pattern.finditer(notes.text, sentence.span.start, sentence.span.end):
            span = Span(*match.span("name" if pattern is _BEFALLEN else 0))
            if _is_name(notes, sentence, span, alone=pattern is not _NAME):
                yield _named(notes, span)


def _named(notes: Annotations, name: Span) -> Persons:
    """One person, of the class of the noun that follows the name: "Ann Example, **a judge**"."""
    called = _APPOSED.match(notes.text, name.end)
    nouns = inside(notes.persons, Span(*called.span("what"))) if called else ()
    own = [hit.item.who for hit in nouns if called and hit.span.end == called.end("what")]
    who = own[-1] if own else PersonClass.PEOPLE
    return Persons(name, CountRange.exactly(1), who, None, True, named=True)


_APPOSED = caseless(
    r",\s+(?:\d{1,3},\s+)?(?:an?|the|its|their|his|her|our)\s+(?P<what>(?:(?!(?:of|who|and|in|at|on|"
    r"from|for|with|was|were|when|after)\b)[\w.'’-]+\s+){0,4}?[\w’'-]+)"
    r"(?=[,.;]|\s+(?:of|who|whose|in|at|from|for|on|with)\b)"
)


def _is_name(notes: Annotations, sentence: Sentence, span: Span, *, alone: bool) -> bool:
    words = span.of(notes.text).split()
    if words[-1].endswith(("'s", "’s")):
        return False  # "Ann Example's brother": somebody else
    if any(w.lower().strip(".'’") in phrases("not_names") for w in words):
        return False
    if alone and not re.search(
        rf"[A-Z][\w’'-]+\s(?:[A-Z]\.\s)?{re.escape(words[0])}\b", notes.text[: sentence.span.start]
    ):
        return False  # a surname goes back to a full name
    return not _is_known(notes, sentence, span)


def _is_known(notes: Annotations, sentence: Sentence, span: Span) -> bool:
    """Whether a name is that of a place, a side or a thing."""
    near = Span(max(sentence.span.start, span.start - 60), min(sentence.span.end, span.end + 60))
    found = (notes.places, notes.actors, notes.weapons, notes.dates, notes.targets)
    return any(f.span.overlaps(span) for kind in found for f in inside(kind, near))
