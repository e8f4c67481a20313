"""What an analyst corrected is marked wherever values are shown."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from tallystick.cli import main
from tallystick.ledger import Ledger
from tallystick.model.statement import Field
from tests.builders import entry
from tests.ledger.test_entries import misread
from tests.scenes import red_hill
from tests.test_api import kept


def test_show_and_json_name_who_corrected_a_value(tmp_path: Path) -> None:
    path = kept(red_hill(), tmp_path / "scene.ledger")
    with Ledger.open(path) as ledger:
        incident = ledger.incidents()[0]
        ledger.decide(entries=[entry(misread(next(incident.of(Field.KILLED)), 6), by="ana")])
    wide = CliRunner(env={"COLUMNS": "240"})
    shown = wide.invoke(main, ["show", incident.id, "--ledger", str(path)]).output
    assert shown.count("as read by ana") == 1
    lines = CliRunner().invoke(main, ["incidents", "--json", "--ledger", str(path)]).output
    (told,) = [i for i in map(json.loads, lines.splitlines()) if i["id"] == incident.id]
    assert [s["by"] for s in told["statements"]].count("ana") == 1
    assert {s["by"] for s in told["statements"]} == {None, "ana"}
