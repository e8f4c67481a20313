"""What a run will take, before it is begun: requests, tokens, and the price if one is given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tallystick.llm.options import LlmOptions
from tallystick.llm.pieces import tokens
from tallystick.llm.prompt import instructions
from tallystick.llm.reader import uncached
from tallystick.model.document import Document

_SCHEMA = 1100  # tokens: some endpoints count the schema as read
_ANSWER = 0.9  # tokens of answer a token of article: quotes repeat the text
_LEAST_ANSWER = 60
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in and out, in any currency."""

    tokens_in: float = 0.0
    tokens_out: float = 0.0

    def of(self, tokens_in: int, tokens_out: int) -> float:
        """The price of so many tokens."""
        return (tokens_in * self.tokens_in + tokens_out * self.tokens_out) / _MILLION

    @property
    def given(self) -> bool:
        """Whether there is any."""
        return self.tokens_in > 0 or self.tokens_out > 0


@dataclass(frozen=True, slots=True)
class Estimate:
    """How much a run will ask of the model: ``documents`` of which some are asked about."""

    documents: int
    requests: int
    tokens_in: int
    tokens_out: int


def estimate(documents: Iterable[Document], options: LlmOptions) -> Estimate:
    """What reading documents will take, without what the cache answers; rather too much."""
    fixed = tokens(instructions()) + _SCHEMA
    asked, requests, tokens_in, tokens_out = set(), 0, 0, 0
    for document, words in uncached(documents, options):
        article = tokens(words)
        asked.add(document.id)
        requests += 1
        tokens_in += fixed + article
        tokens_out += max(_LEAST_ANSWER, round(article * _ANSWER))
    return Estimate(len(asked), requests, tokens_in, tokens_out)
