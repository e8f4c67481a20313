"""What was done in answer to an attack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tallystick.extract.annotate import Annotations, inside
from tallystick.extract.drafts import Draft
from tallystick.extract.roles import actor_ref
from tallystick.model.document import Span
from tallystick.model.statement import Field
from tallystick.model.values import Response
from tallystick.vocab.caseless import caseless

_RESPONSE = caseless(
    r"\b(?:order(?:ed|s)\s+(?:an?\s+)?(?:\w+\s+)?(?:investigation|inquiry|probe)|order(?:ed|"
    r"s)\s[^.;,]{3,50}\s"
    r"(?:to (?:hunt|pursue|track|find|arrest))\b|launched (?:an?\s+)?(?:\w+\s+)?(?:investigation|"
    r"manhunt|probe|"
    r"search)|opened an? (?:\w+\s+)?(?:investigation|inquiry)|cordoned off|sealed off|"
    r"imposed a curfew|"
    r"declared (?:a state of emergency|(?:\w+\s+)?days? of mourning)|retaliat(?:ed|es)|"
    r"returned fire|"
    r"responded (?:with|by)|summoned|evacuated|arrested|detained|closed (?:the )?(?:border|road|"
    r"airport))\b"
)

_STOP = re.compile(r"[,;.]|\s(?:and|after|while|but)\s")


def responses(notes: Annotations, clause: Span) -> Iterator[Draft]:
    """What was done in answer, in the words of the text up to the next stop."""
    for match in _RESPONSE.finditer(notes.text, clause.start, clause.end):
        stop = _STOP.search(notes.text, match.end(), clause.end)
        span = Span(match.start(), stop.start() if stop else clause.end)
        actors = inside(notes.actors, Span(clause.start, match.start()))
        by = actor_ref(actors[-1]) if actors else None
        yield Draft(Field.RESPONSE, Response(" ".join(span.of(notes.text).split()), by), span)
