"""Linking: Readings in, Judgements out. Which reports tell of one occurrence, and why."""

from tallystick.link.index import VERSION, Index, Memory, Shelf
from tallystick.link.judge import judge
from tallystick.link.score import LinkOptions, compare

__all__ = ["VERSION", "Index", "LinkOptions", "Memory", "Shelf", "compare", "judge"]
