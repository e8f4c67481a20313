"""Intake: files, folders, pages and record files in; documents with labelled parts out."""

from tallystick.intake.decode import NotTextError
from tallystick.intake.documents import read_text
from tallystick.intake.intake import Intake, Intaken
from tallystick.intake.known import Known, Limits
from tallystick.intake.manifest import Manifest, ManifestEntry, read_manifest
from tallystick.intake.segments import segment

__all__ = [
    "Intake",
    "Intaken",
    "Known",
    "Limits",
    "Manifest",
    "ManifestEntry",
    "NotTextError",
    "read_manifest",
    "read_text",
    "segment",
]
