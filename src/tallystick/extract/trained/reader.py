"""The frames of a document by both readers together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tallystick.extract.annotate import Annotations
from tallystick.extract.frames.frame import Frame
from tallystick.extract.frames.reading import frames
from tallystick.extract.mentions.mention import Mention
from tallystick.extract.trained.belief import believed
from tallystick.extract.trained.combine import COMBINATION, Combination, load_combination
from tallystick.extract.trained.framing.reading import frames_of
from tallystick.extract.trained.joining.assembly import view
from tallystick.extract.trained.network.model import ENCODER, Network, load
from tallystick.extract.trained.network.scores import Scores, scores_of
from tallystick.extract.trained.speech import refined
from tallystick.model.document import Document
from tallystick.model.statement import Report

WEIGHTS = Path(__file__).parent / "weights"
OVERRIDE = "TALLYSTICK_WEIGHTS"


@dataclass(frozen=True, slots=True)
class TrainedReader:
    """The network with what weighs it against the rules. Make it once for a process."""

    network: Network
    combination: Combination

    @classmethod
    def load(cls, folder: Path | None = None) -> TrainedReader:
        """The one that ships, or that of the folder (or of ``TALLYSTICK_WEIGHTS``).

        Raises ``FileNotFoundError`` where a file of it is missing.
        """
        return _loaded(folder or weights())

    def scores(self, document: Document) -> Scores:
        """What the network says of a document."""
        return scores_of(self.network, document)

    def annotated(self, notes: Annotations, scores: Scores) -> Annotations:
        """A document's annotations, with who says what weighed."""
        return refined(notes, scores)

    def frames(self, notes: Annotations, told: Sequence[Mention], scores: Scores) -> list[Frame]:
        """The incidents of a document, in the order of their first mentions."""
        return frames_of(view(notes, told, frames(told), scores), self.combination)

    def believed(self, reports: Iterable[Report]) -> tuple[Report, ...]:
        """The reports with the probabilities of their incidents."""
        return tuple(believed(report, self.combination) for report in reports)


def weights() -> Path:
    """The folder of the weights in use."""
    return Path(os.environ.get(OVERRIDE) or WEIGHTS)


def is_there() -> bool:
    """Whether there are weights to read with."""
    return (weights() / ENCODER).exists()


@lru_cache(maxsize=2)
def _loaded(folder: Path) -> TrainedReader:
    return TrainedReader(load(folder), load_combination(folder / COMBINATION))
