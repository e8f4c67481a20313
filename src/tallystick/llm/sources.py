"""Who says it: source chains from the names that a model quotes, checked against the text.

A name must stand near the words that it is said to have said. Where it does not, and where
the model gives none, the rules' own reading of the attributions holds: an answer can add
a voice that the rules do not hear, and never put words into the mouth of one far away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tallystick.extract.actors.voices import Voice, Voices
from tallystick.extract.annotate import Annotations, inside
from tallystick.llm.quotes import Quotable
from tallystick.llm.wording import is_pronoun, plain, trimmed
from tallystick.model.document import Span
from tallystick.model.statement import Source, SourceChain

_REACH = 700  # characters between a source and its words: a long paragraph
_LONGEST = 15  # words that name a source


@dataclass(frozen=True, slots=True)
class Speakers:
    """The sources of a document: as the rules hear them, and as a model names them."""

    notes: Annotations
    voices: Voices
    text: Quotable

    def heard(self, span: Span) -> tuple[Voice, ...]:
        """The voices behind the words at a span, by the rules."""
        return self.voices.at(span)

    def named(self, quotes: Sequence[str], span: Span) -> SourceChain | None:
        """The chain that a model's quotes name; ``None`` unless every one stands near."""
        links: list[Source] = []
        for quote in quotes:
            at = self.text.find(quote, near=span)
            if at is None or _gap(at, span) > _REACH:
                return None
            source = self._source(at)
            if source is None:
                return None
            links.append(source)
        return distinct([*links, *self.voices.closing]) if links else None

    def _source(self, span: Span) -> Source | None:
        """As the rules name the source of an attribution there, else by the words."""
        for attribution in self.notes.attributions:
            if attribution.source.overlaps(span):
                return self.voices.speaker(attribution)
        name = trimmed(self.notes.text, span)
        words = plain(name.of(self.notes.text))
        if not words or is_pronoun(words) or len(words.split()) > _LONGEST:
            return None
        return Source(words, self._actor(name))

    def _actor(self, span: Span) -> str | None:
        """The actor that a name names, if it names little else."""
        for named in inside(self.notes.actors, span):
            rest = span.end - span.start - (named.span.end - named.span.start)
            if named.actor is not None and rest <= _INITIALS:
                return named.actor.id
        return None


_INITIALS = 12  # characters beside a name: its initials in brackets, a mark


def distinct(links: Iterable[Source]) -> SourceChain:
    """A chain without a source that is there already, by actor or by name."""
    kept: list[Source] = []
    for link in links:
        if not any(_same(link, k) for k in kept):
            kept.append(link)
    return tuple(kept)


def _same(one: Source, other: Source) -> bool:
    if one.actor is not None and one.actor == other.actor:
        return True
    return one.name.casefold() == other.name.casefold()


def _gap(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)
