"""Distances on the earth."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from tallystick.model.values import Place

_RADIUS = 6371.0  # km, the mean


def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance of two points in degrees, by the haversine formula."""
    north, east = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    chord = sin(north) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(east) ** 2
    return 2 * _RADIUS * asin(sqrt(min(1.0, chord)))


def distance_km(first: Place, second: Place) -> float | None:
    """How far apart two places are; ``None`` where one has no point."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    return great_circle_km(first.lat, first.lon, second.lat, second.lon)
