"""Announced tallies: "106 attacks against its troops in Iraq and Syria since October 17".

``effects.figures`` and ``effects.tolls`` find the counts and what they are of; here each gets
its kind, time, area, split, sides and speaker.
"""

from __future__ import annotations

from tallystick.extract.tallies.reading import tallies

__all__ = ["tallies"]
