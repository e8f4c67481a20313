"""The application as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Its models stand in ``app.db``."""

    name = "tallystick.web.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
