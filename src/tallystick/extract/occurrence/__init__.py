"""Whether an incident happened at all: who denies it, confirms it, or doubts it."""

from tallystick.extract.occurrence.remarks import Remark, remarks
from tallystick.extract.occurrence.told_of import Occurrence, occurrences

__all__ = ["Occurrence", "Remark", "occurrences", "remarks"]
