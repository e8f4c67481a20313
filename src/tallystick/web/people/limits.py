"""How often something may be done: logging in with a wrong password, commenting, reporting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from tallystick.web.people.models import Attempt


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``most`` times in ``seconds``, for each key that begins with ``name``."""

    name: str
    most: int
    seconds: int

    def reached(self, whom: str) -> bool:
        """Whether it was done so often already."""
        since = timezone.now() - timedelta(seconds=self.seconds)
        return Attempt.objects.filter(key=self._key(whom), at__gte=since).count() >= self.most

    def note(self, whom: str) -> None:
        """It was done once more; what is too long ago to count is forgotten."""
        now = timezone.now()
        Attempt.objects.filter(at__lt=now - timedelta(days=1)).delete()
        Attempt.objects.create(key=self._key(whom), at=now)

    def forget(self, whom: str) -> None:
        """Begin anew, as after a right password."""
        Attempt.objects.filter(key=self._key(whom)).delete()

    def _key(self, whom: str) -> str:
        return f"{self.name}:{whom}"[:120]


QUARTER = 15 * 60
HERE = Limit("login at", 5, QUARTER)  # wrong passwords for one name from one address
ADDRESS = Limit("login from", 30, QUARTER)  # from one address
NAME = Limit("login as", 50, QUARTER)  # for one name, from anywhere
OLD = Limit("old password of", 5, QUARTER)  # wrong ones, of a user who is logged in
COMMENT = Limit("comment by", 10, 60 * 60)
PROBLEM = Limit("problem from", 5, 60 * 60)
