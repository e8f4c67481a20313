"""A document in another war: names exchanged, labels moved with their words."""

from __future__ import annotations

from datetime import date

from eval.gold.labels import GoldAttribution, GoldDocument, GoldIncident, GoldStatement
from eval.gold.texts import GoldText
from eval.train.renaming import Exchange, moved, renamed
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.document import Span
from tallystick.model.statement import Field, Standing
from tallystick.model.taxonomy import IncidentKind
from tallystick.model.values import ActorRef, Place, PlacePrecision

TEXT = (
    "Boko Haram fighters stormed a barracks near Maiduguri on Friday, police said. The raid on "
    "the barracks in Nigeria left two guards dead. Boko Haram has not spoken of it."
)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


GOLD = GoldDocument(
    "own:X-1",
    "X",
    (
        GoldIncident(
            "a",
            Standing.HAPPENED,
            (IncidentKind.ARMED_ASSAULT,),
            (at("stormed"), at("raid")),
            (
                GoldStatement(Field.ATTACKER, ActorRef("Boko Haram"), at("Boko Haram")),
                GoldStatement(Field.WHERE, Place("", PlacePrecision.TOWN), at("Maiduguri")),
            ),
        ),
    ),
    attributions=(GoldAttribution(at("police"), at("said"), Span(0, at("on Friday").end)),),
)


def test_labels_move_with_their_words() -> None:
    text, gold = renamed(GoldText("own:X-1", TEXT, published=date(2031, 5, 6)).document, GOLD, 1)
    (incident,) = gold.incidents
    assert [m.of(text) for m in incident.mentions] == ["stormed", "raid"]
    attacker, place = (s.span.of(text) for s in incident.statements)
    assert text.startswith(f"{attacker} stormed")  # "fighters" belongs to the name
    assert f"near {place} on Friday" in text
    assert gold.attributions[0].source.of(text) == "police"
    assert gold.attributions[0].content.of(text).endswith("on Friday")


def test_names_are_exchanged_throughout() -> None:
    text, gold = renamed(GoldText("own:X-1", TEXT).document, GOLD, 1)
    attacker = gold.incidents[0].statements[0].span.of(text)
    assert "Boko Haram" not in text
    assert "Maiduguri" not in text
    assert text.count(attacker) == 2


def test_one_seed_is_one_war() -> None:
    document = GoldText("own:X-1", TEXT).document
    assert renamed(document, GOLD, 1) == renamed(document, GOLD, 1)
    assert renamed(document, GOLD, 1)[0] != renamed(document, GOLD, 2)[0]


@given(st.data())
def test_what_is_not_exchanged_stays_under_its_span(data: st.DataObject) -> None:
    text = data.draw(st.text("abc ", min_size=1, max_size=40))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    words = data.draw(st.text("XY", max_size=5))
    now = moved(text, [Exchange(Span(cuts[1], cuts[2]), words)])
    before, after = Span(cuts[0], cuts[1]), Span(cuts[2], cuts[3])
    if cuts[1] < cuts[2]:
        assert now.span(Span(cuts[1], cuts[2])).of(now.text) == words
        assert now.span(before).of(now.text) == before.of(text)
        assert now.span(after).of(now.text) == after.of(text)
