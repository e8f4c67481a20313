"""How many an entity stands for, in the words of a MUC key: "1", "6", "PLURAL"."""

from __future__ import annotations

import re

_WORDS = tuple(
    re.findall(
        r"\w+",
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty",
    )
)
_COUNT = re.compile(r"(?<![\w-])(\d{1,4}|" + "|".join(_WORDS) + r")(?:\s+\w+)?\s*$")
_LEADING = re.compile(r"(\d{1,4}|" + "|".join(_WORDS) + r")\s")


def number(text: str, before: str, *, plural: bool, named: bool) -> str:
    """The number of an entity, from its words and those just before them.

    ``plural`` is whether it stands for several; somebody named is one.
    """
    if named:
        return "1"
    match = _LEADING.match(text.lower()) or _COUNT.search(before.lower())
    if match and plural:
        word = match.group(1)
        return word if word.isdigit() else str(_WORDS.index(word) + 1)
    return "PLURAL" if plural else "1"
