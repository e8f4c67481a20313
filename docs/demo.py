"""Shows what the sample holds: the list, one contested incident, a brief of it, the tallies.

python docs/demo.py PROGRAM        with TALLYSTICK_LEDGER naming a ledger
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

_SCREEN = 30  # statements


def richest_of(lines: str) -> str:
    """Of incidents as JSON Lines, the short id of one with much to compare that fits a screen.

    Of those that several documents tell of, the one whose values are surest on the whole.
    """
    incidents = [json.loads(line) for line in lines.splitlines()]
    if not incidents:
        raise SystemExit("no incident of this ledger is contested")
    short = [i for i in incidents if len(i["statements"]) <= _SCREEN] or incidents
    chosen = max(short, key=lambda i: (min(len(i["documents"]), 2), _sureness(i), i["id"]))
    return str(chosen["id"])[:10]


def _sureness(incident: dict[str, Any]) -> float:
    """The mean confidence of its values, 0 to 1."""
    told = [s["confidence"] for s in incident["statements"] if s["confidence"] is not None]
    return sum(told) / len(told) if told else 0.0


def main(program: str) -> None:
    contested = [program, "incidents", "--contested", "--json"]
    incident = richest_of(
        subprocess.run(contested, check=True, capture_output=True, text=True).stdout
    )
    for arguments in (["incidents"], ["show", incident], ["brief", incident], ["tallies"]):
        print(f"\n$ tallystick {' '.join(arguments)}", flush=True)
        subprocess.run([program, *arguments], check=True)
    ledger = os.environ.get("TALLYSTICK_LEDGER", "tallystick.ledger")
    print("\nAll of it in a browser on this machine, at http://127.0.0.1:8000/ :")
    print(f"  {program} serve --ledger {ledger}")


if __name__ == "__main__":
    main(*sys.argv[1:])
