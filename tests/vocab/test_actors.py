"""The actor vocabulary: finding, the case rule, relations, and the data itself."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.vocab.actors import RelationKind, actor_book, slug, unknown_group


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.span.of(text), hit.item.id) for hit in actor_book().find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("American forces withdrew", ("American forces", "mil-us")),
        ("the U.S. Army said", ("U.S. Army", "mil-us")),
        ("Israel's air force struck", ("Israel's air force", "mil-il")),
        ("Nepalese police said", ("Nepalese police", "pol-np")),
        ("Iraqi interior ministry", ("Iraqi interior ministry", "moi-iq")),
        ("Salvadoran officials", ("Salvadoran officials", "gov-sv")),
        ("the government of Chile", ("government of Chile", "gov-cl")),
        ("Chadian state television", ("Chadian state television", "media-td")),
        ("Rwandan-backed rebels", ("Rwandan-backed rebels", "proxy-rw")),
        ("pro-Iranian militias", ("pro-Iranian militias", "proxy-ir")),
        ("Afghan militants fled", ("Afghan militants", "armed-af")),
        ("THE GUATEMALA ARMY SAID", ("GUATEMALA ARMY", "mil-gt")),
    ],
)
def test_organs_of_states_are_read_by_rule(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hezbollahs camp was hit", [("Hezbollahs", "hezbollah")]),
        ("Russias jets hit it", [("Russias jets", "mil-ru")]),
        ("the Reuters office", [("Reuters", "reuters")]),
        ("the Observatorys chief", []),
    ],
)
def test_a_genitive_may_have_lost_its_mark(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_adjectives_share_a_noun() -> None:
    assert found("US and Iraqi forces met") == [("US", "mil-us"), ("Iraqi forces", "mil-iq")]


@pytest.mark.parametrize(
    "text",
    ["they told us that", "a New Mexico ranch", "Mexico City", "an American tourist", "UK-based"],
)
def test_what_only_looks_like_a_state_is_left(text: str) -> None:
    assert found(text) == []


def test_a_bare_country_is_place_like() -> None:
    (hit,) = actor_book().find("a raid in Yemen")
    assert hit.item.id == "state-ye"
    assert hit.item.place_like


def test_unknown_groups_keep_the_words_of_the_text() -> None:
    text = "A group calling itself the Lamp of the Valley said it, as did the Stone River Brigades."
    hits = unknown_group(text)
    assert [hit.item for hit in hits] == ["Lamp of the Valley", "Stone River Brigades"]
    assert all(hit.span.of(text) == hit.item for hit in hits)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("THE SELF-STYLED LIVING RIVER MOVEMENT CLAIMED IT.", ["LIVING RIVER MOVEMENT"]),
        ("THE PATRIOTIC FRONT OF THE COAST (PFC) CLAIMED IT.", ["PATRIOTIC FRONT OF THE COAST"]),
        ('a group calling itself "Hand of the Orchard" said', ["Hand of the Orchard"]),
        ("a militant cell, the Hand of the Orchard, said", ["Hand of the Orchard"]),
        ("an unknown outfit, Orchard Dawn, said", ["Orchard Dawn"]),
        ("a faction known as the Hand of the Orchard", ["Hand of the Orchard"]),
        ("a band styling itself Orchard Dawn", ["Orchard Dawn"]),
        ('a letter signed "Orchard Dawn" said', ["Orchard Dawn"]),
        ("a letter signed Monday in Lisbon", []),
        ("a rebel group, Reuters said", []),
        ("the so-called 'safe zone' was shelled", []),
        ("a column of Liwa Nahr al-Bardi", ["Liwa Nahr al-Bardi"]),
        ("Fighters of the Velm Front fled", ["Velm Front"]),
        ("Militants from the Karsk Brigade fled", ["Karsk Brigade"]),
        ("Gunmen of the Northern Liberation Army fled", ["Northern Liberation Army"]),
        ("Leaders of the Free Velm Army met", ["Free Velm Army"]),
        ("the 3rd Brigade and the Western Front", []),
        ("the Northern Salvation Front fled", ["Northern Salvation Front"]),
        ("The Army of the Mountain fled", ["Army of the Mountain"]),
        ("the Front for the Rescue of Velm", ["Front for the Rescue of Velm"]),
        ("the Velm Resistance Committee fled", ["Velm Resistance Committee"]),
        ("the Velm People's Force fled", ["Velm People's Force"]),
        ("the Northern Velm front and the Velm Air Force", []),
        ("the Free Syrian Army and Iran-backed Iraqi Militias", []),
        ("THE ARMY SAID THE FRONT WAS QUIET", []),
    ],
)
def test_unknown_groups_by_the_shape_of_their_names(text: str, names: list[str]) -> None:
    assert [hit.item for hit in unknown_group(text)] == names


def test_nationalities_are_found_whatever_they_qualify() -> None:
    text = "Two Turkish trucks left an American base in Iraq"
    hits = actor_book().nationalities(text)
    assert [(h.span.of(text), h.item) for h in hits] == [
        ("Turkish", "TR"),
        ("American", "US"),
        ("Iraq", "IQ"),
    ]


_TEXT = """the US Iraqi Iran's forces army and , police Hamas-run Hamas ELN of government Liwa is
Brigade pro- Iranian militias rebels’ THE IS Islamic State in Syria (ABC)"""
_WORDS = st.sampled_from(_TEXT.split(" "))


@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_hits_are_in_order_and_never_overlap(text: str) -> None:
    spans = [hit.span for hit in actor_book().find(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)


def test_relations_of_a_state() -> None:
    book = actor_book()
    assert book.related("mil-fr", "mil-fr") is RelationKind.SAME
    assert book.related("mil-fr", "state-fr") is RelationKind.PART_OF
    assert book.related("mil-fr", "mil-it") is None
    assert book.related("sec-fr", "pol-fr") is RelationKind.SORT_OF
    assert book.related("proxy-ir", "state-ir") is RelationKind.BACKED_BY


def test_slug() -> None:
    assert slug("Kata’ib Hezbollah") == "kataib-hezbollah"
    assert slug("M-19 (Movimiento)") == "m-19-movimiento"
