"""The parts that actors play in an incident: one door to authors, claims and targets."""

from __future__ import annotations

from tallystick.extract.actors.sides import actor_ref
from tallystick.extract.roles.authors import authors
from tallystick.extract.roles.claims import claims
from tallystick.extract.roles.own_deeds import says_own
from tallystick.extract.roles.targets import targets

__all__ = ["actor_ref", "authors", "claims", "says_own", "targets"]
