"""The room with users, from the tests of the desk."""

from __future__ import annotations

from tests.web.desk.conftest import accounts, desk, scene

__all__ = ["accounts", "desk", "scene"]
