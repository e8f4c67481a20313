"""Shows what the sample holds: the list, one contested incident, a brief of it, the tallies.

python docs/demo.py PROGRAM        with TALLYSTICK_LEDGER naming a ledger
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

_SCREEN = 30  # statements


def richest_of(lines: str) -> str:
    """Of incidents as JSON Lines, the short id of one with much to compare that fits a screen."""
    incidents = [json.loads(line) for line in lines.splitlines()]
    if not incidents:
        raise SystemExit("no incident of this ledger is contested")
    short = [i for i in incidents if len(i["statements"]) <= _SCREEN] or incidents
    chosen = max(short, key=lambda i: (len(i["documents"]), len(i["contested"]), i["id"]))
    return str(chosen["id"])[:10]


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
