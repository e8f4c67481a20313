"""The tables of ``app.db``: what is not of the record, and may be deleted."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from tallystick.web.people.roles import Role

NAME = r"[a-z][a-z0-9._-]{1,39}"
"""What a user may be called: it stands in the ledger beside each decision."""


class User(AbstractBaseUser):
    """Somebody who can log in. ``seen`` is the last document that the desk has shown them."""

    name: models.CharField[str, str] = models.CharField(max_length=40, unique=True)
    role: models.CharField[str, str] = models.CharField(max_length=20)
    is_active: models.BooleanField[bool, bool] = models.BooleanField(default=True)
    seen: models.CharField[str, str] = models.CharField(max_length=40, default="")

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[BaseUserManager[User]] = BaseUserManager()

    def may(self, least: Role) -> bool:
        """Whether the user's role reaches one."""
        return self.is_active and Role(self.role).reaches(least)


class Token(models.Model):
    """A secret by which a program writes as a user; only its SHA-256 is kept."""

    user: models.ForeignKey[User, User] = models.ForeignKey(User, models.CASCADE)
    digest: models.CharField[str, str] = models.CharField(max_length=64, unique=True)
    label: models.CharField[str, str] = models.CharField(max_length=80)
    made: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)
    objects: ClassVar[models.Manager[Token]] = models.Manager()


class Claim(models.Model):
    """Who is reviewing an item of the queue now, so that two do not do the same."""

    item: models.CharField[str, str] = models.CharField(max_length=80, unique=True)
    user: models.ForeignKey[User, User] = models.ForeignKey(User, models.CASCADE)
    at: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    objects: ClassVar[models.Manager[Claim]] = models.Manager()


class Attempt(models.Model):
    """Something that may be done only so often, done once."""

    key: models.CharField[str, str] = models.CharField(max_length=120, db_index=True)
    at: models.DateTimeField[datetime, datetime] = models.DateTimeField(db_index=True)
    objects: ClassVar[models.Manager[Attempt]] = models.Manager()


class Problem(models.Model):
    """What somebody reports about commenting, for the moderators."""

    text: models.TextField[str, str] = models.TextField()
    by: models.CharField[str, str] = models.CharField(max_length=40)
    at: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)
    done: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    objects: ClassVar[models.Manager[Problem]] = models.Manager()
