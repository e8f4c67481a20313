"""Incidents as a GeoJSON FeatureCollection (RFC 7946), one line a feature.

An incident without coordinates has a null geometry: it is in the file, and not on the map.
``place_precision`` in the properties says what the point stands for: a country's incident
is not at its middle.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from tallystick.export.flat import row
from tallystick.model.codec import Json
from tallystick.model.incident import Incident


def feature(incident: Incident) -> dict[str, Json]:
    """One incident; its properties are the columns of the CSV."""
    place = incident.where
    known = place is not None and place.lat is not None and place.lon is not None
    properties: dict[str, Json] = {
        name: cell.isoformat() if isinstance(cell, date) else cell
        for name, cell in row(incident).items()
    }
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]}
        if place and known
        else None,
        "properties": properties,
    }


def geojson_lines(incidents: Iterable[Incident]) -> Iterator[str]:
    """The lines of the whole file."""
    yield '{"type": "FeatureCollection", "features": [\n'
    separator = ""
    for incident in incidents:
        yield separator + json.dumps(feature(incident), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"
