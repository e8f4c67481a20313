"""Linking at scale: made-up reports with known truth, and what linking them costs."""

from eval.scale.cost import main

__all__ = ["main"]
