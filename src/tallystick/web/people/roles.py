"""Roles: each may do what those before it may."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a user may do, from the least to the most."""

    READER = "reader"  # read
    CONTRIBUTOR = "contributor"  # and comment
    ANALYST = "analyst"  # and decide at the desk
    MODERATOR = "moderator"  # and rule on comments, and undo what others decided
    ADMINISTRATOR = "administrator"

    def reaches(self, least: Role) -> bool:
        """Whether it may do what a role may."""
        order = list(Role)
        return order.index(self) >= order.index(least)
