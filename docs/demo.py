"""Shows what the sample holds: the list, one contested incident, a brief of it, the tallies.

python docs/demo.py PROGRAM        with TALLYSTICK_LEDGER naming a ledger
"""

from __future__ import annotations

import json
import subprocess
import sys


def richest(program: str) -> str:
    """The short id of the contested incident with the most documents."""
    lines = subprocess.run(
        [program, "incidents", "--contested", "--json"], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    incidents = [json.loads(line) for line in lines]
    if not incidents:
        raise SystemExit("no incident of this ledger is contested")
    chosen = max(incidents, key=lambda i: (len(i["documents"]), len(i["contested"]), i["id"]))
    return str(chosen["id"])[:10]


def main(program: str) -> None:
    incident = richest(program)
    for arguments in (["incidents"], ["show", incident], ["brief", incident], ["tallies"]):
        print(f"\n$ tallystick {' '.join(arguments)}", flush=True)
        subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
