"""The trained reader: one compact encoder that tells spans, classes and links.

It does not stand alone. The rules find what has a name or a number; the network says what of it
is told of which incident; :mod:`tallystick.extract.trained.combine` weighs the two.
"""

from __future__ import annotations

from tallystick.extract.trained.reader import TrainedReader, is_there

__all__ = ["TrainedReader", "is_there"]
