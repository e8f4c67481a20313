"""What the trained reader tells: its layers of spans, its classes, its links.

The order of every list is that of the weights; a change needs new weights.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tallystick.model.statement import Field, Stance, Standing
from tallystick.model.taxonomy import IncidentKind

MENTION, TALLY, SOURCE, CUE, CONTENT = "mention", "tally", "source", "cue", "content"

LINKED = (
    Field.WHEN,
    Field.WHERE,
    Field.ATTACKER,
    Field.TARGET,
    Field.WEAPON,
    Field.KILLED,
    Field.INJURED,
    Field.ABDUCTED,
    Field.OUTCOME,
)
"""The fields whose values are spans that belong to an incident."""

LAYERS = (MENTION, *(str(f.value) for f in LINKED), TALLY, SOURCE, CUE, CONTENT)
"""Each layer is tagged for itself, so that spans of two layers may overlap."""

GENERIC = "generic"
STANDINGS = (*(str(s.value) for s in Standing), GENERIC)
"""In what sense a mention speaks of an incident; *generic* names no single one."""

KINDS = tuple(IncidentKind)
STANCES = (
    Stance.REPORTS,
    Stance.CLAIMS,
    Stance.BLAMES,
    Stance.DENIES,
    Stance.DOUBTS,
    Stance.CONFIRMS,
)
"""The stances that a document takes or quotes on who did it."""

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
TAGS = 3

WIDTH = 384  # of a vector of the encoder
PROJECTED = 128  # of a span's vector in a link

EDGES = (1, 2, 4, 8, 16, 32, 64, 128, 256)
BUCKETS = 2 * (len(EDGES) + 1) + 1


def buckets(distances: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The classes of distances in word pieces, 0 <= class < ``BUCKETS``; their signs count."""
    sizes = np.searchsorted(EDGES, abs(distances), side="right")
    classes: npt.NDArray[np.int64] = len(EDGES) + 1 + np.where(distances >= 0, sizes, -sizes)
    return classes
