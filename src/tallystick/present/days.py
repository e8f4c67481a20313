"""Days as people type them."""

from __future__ import annotations

import calendar
import re
from datetime import date

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)")  # a day in the basic format of ISO 8601


def read_day(text: str, *, last: bool) -> date:
    """A day, or the first or ``last`` of a month or year: 2023-10-17, 2023-10, 2023.

    A day may also stand without hyphens: 20231017. Raises ``ValueError`` for anything else.
    """
    basic = _BASIC.fullmatch(text.strip())
    match = _DAY.fullmatch("-".join(basic.groups()) if basic else text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no date: give 2023-10-17, 2023-10 or 2023")
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    try:
        final = calendar.monthrange(year, month)[1]
        return date(year, month, int(match[3] or (final if last else 1)))
    except ValueError as error:  # also calendar.IllegalMonthError
        raise ValueError(f"{text!r} is no date: give 2023-10-17, 2023-10 or 2023") from error
