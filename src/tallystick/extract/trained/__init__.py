"""The trained reader: one compact encoder that tells spans, classes and links.

It does not stand alone. The rules find what has a name or a number; the network says what of it
is told of which incident; :mod:`tallystick.extract.trained.combine` weighs the two. In order:
``network`` runs it, ``values`` gathers what a document holds, ``joining`` decides what is on one
incident, ``framing`` makes frames of that, and ``belief`` says how far each report is believed.
"""

from __future__ import annotations

import os

# The heads are small products: threads for them cost more than they save. Documents are read in
# parallel by processes instead. Only heeded where numpy is not loaded yet; a user's own wins.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tallystick.extract.trained.reader import TrainedReader, is_there

__all__ = ["TrainedReader", "is_there"]
