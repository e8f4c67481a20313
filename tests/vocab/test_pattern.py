"""Patterns that wait: the same finds as of ``re``, and every one that ships can be compiled."""

from __future__ import annotations

import gc
import pickle
import pkgutil
import re
from importlib import import_module

import pytest

from tallystick.vocab.pattern import Pattern

TEXT = "Guns shelled Mara; guns then SHELLED Osk."


def test_finds_what_the_compiled_pattern_finds() -> None:
    words, flags = r"\b(?P<what>shelled) (\w+)", re.IGNORECASE
    mine, plain = Pattern(words, flags), re.compile(words, flags)
    found, wanted = mine.search(TEXT, 20), plain.search(TEXT, 20)
    assert found is not None and wanted is not None and found.span() == wanted.span()
    assert [m.groupdict() for m in mine.finditer(TEXT)] == [
        {"what": "shelled"},
        {"what": "SHELLED"},
    ]
    assert mine.match(TEXT) is None and mine.match(TEXT, 5) is not None
    assert mine.fullmatch("shelled Osk") is not None and mine.fullmatch(TEXT) is None
    assert mine.findall(TEXT) == plain.findall(TEXT) and mine.split(TEXT) == plain.split(TEXT)
    assert mine.sub("-", TEXT) == "Guns -; guns then -."


def test_is_compiled_at_the_first_try_only() -> None:
    wrong = Pattern("(")
    with pytest.raises(re.error):
        wrong.search(TEXT)
    right = Pattern("Osk")
    right.search(TEXT)
    assert right.search is right.search and right.compiled is right.compiled


def test_is_one_with_its_like_and_can_be_sent_to_another_process() -> None:
    used = Pattern("Osk", re.IGNORECASE)
    used.search(TEXT)
    assert used == Pattern("Osk", re.IGNORECASE) != Pattern("Osk")
    assert pickle.loads(pickle.dumps(used)) == used


def test_every_pattern_that_ships_can_be_compiled() -> None:
    for part in ("extract", "intake", "vocab"):
        package = import_module(f"tallystick.{part}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    shipped = [each for each in gc.get_objects() if isinstance(each, Pattern)]
    assert len(shipped) > 500
    assert all(each.compiled.pattern == each.words for each in shipped if each.words != "(")
