"""The accounts of an incident side by side, on a narrow terminal."""

from __future__ import annotations

from rich.console import Console

from tallystick.ledger import incidents_of
from tallystick.model.incident import Incident
from tallystick.model.statement import Field
from tallystick.model.values import ActorRef
from tallystick.present.show import show
from tests.builders import Fact, document, fact, reading, report

TEXT = "Riders of the Upper Valley Brotherhood hit a mill on Sunday, a shepherd said, and left."


def lines(incident: Incident, width: int) -> list[str]:
    """What a terminal of that width shows, without blanks at line ends."""
    console = Console(width=width)
    with console.capture() as captured:
        console.print(show(incident, (), width=width))
    return [line.rstrip() for line in captured.get().splitlines()]


def incident(*facts: Fact) -> Incident:
    doc = document(TEXT, published="2024-01-07", publisher="The Example")
    return incidents_of([reading(doc, report(doc, "hit", *facts))], [])[0]


def test_a_quote_goes_on_under_its_start() -> None:
    by = fact(Field.ATTACKER, ActorRef("Riders"), TEXT)
    shown = lines(incident(by), 40)
    start = next(n for n, line in enumerate(shown) if line.startswith("    “Riders"))
    quote = shown[start : next(n for n, line in enumerate(shown) if line.endswith("”")) + 1]
    assert len(quote) > 2
    assert all(line.startswith("    ") and line[4] != " " for line in quote)


def test_a_number_stays_on_a_line_with_its_word() -> None:
    brothers = ActorRef("Brotherhood of Riders")
    facts = [
        fact(Field.ATTACKER, brothers, "Riders", by=by)
        for by in ("shepherd", "elder of a village in the valley")
    ]
    told = incident(*facts)
    for width in range(24, 80):
        words = [line.strip() for line in lines(told, width)]
        within = words[words.index("ATTACKER") : words.index("DOCUMENTS")]
        assert not [line for line in within if line.startswith(("[1]", "origin"))]
        assert any(line.endswith("reports [1]") for line in within)
        assert any(line.endswith(" origins") for line in within)
