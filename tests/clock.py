"""A limit on time that holds on a busy machine too."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where what is done keeps the processor longer, whoever else wants it meanwhile."""
    started = time.process_time()
    yield
    taken = time.process_time() - started
    assert taken < seconds, f"took {taken:.1f} s of the processor, not {seconds:g}"
