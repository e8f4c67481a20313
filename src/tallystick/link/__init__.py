"""Linking: Readings in, Judgements out. Which reports tell of one occurrence, and why."""

from tallystick.link.index import VERSION, Index
from tallystick.link.judge import judge
from tallystick.link.score import LinkOptions, compare
from tallystick.link.shelf import Memory, Shelf

__all__ = ["VERSION", "Index", "LinkOptions", "Memory", "Shelf", "compare", "judge"]
