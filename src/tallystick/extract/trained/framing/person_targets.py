"""Persons as targets: the one who was hurt, and nobody where several were.

"A gunman shot **a clerk**" was after the clerk; where others were hit too ("and two customers"), or
a shop was raided, who was hurt may only have been there.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.extract.drafts import Draft
from tallystick.extract.trained.joining.assembly import Taken, View
from tallystick.model.document import Cover
from tallystick.model.statement import Field
from tallystick.model.values import Casualties

__all__ = ["one_victim"]


def one_victim(view: View, values: Sequence[Taken]) -> list[Taken]:
    """The values without persons hurt who are targets beside others of the same incident."""
    told = [c.draft for c in view.candidates if c.draft and c.ruled]
    hurt = Cover(d.span for d in told if _is_one(d))
    aimed = [t for t in values if t.candidate.field is Field.TARGET and t.candidate.ruled]
    persons = [t for t in aimed if hurt.touches(t.candidate.span)]
    more = {t.group for t in aimed if t not in persons}
    return [t for t in values if t not in persons or t.group not in more]


def _is_one(draft: Draft) -> bool:
    value = draft.value
    return isinstance(value, Casualties) and value.count.low == value.count.high == 1
