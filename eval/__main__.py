"""``python -m eval NAME [options]``, ``python -m eval all``, ``python -m eval floors``."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from math import inf
from pathlib import Path

from eval.common import Scores

NAMES = (
    "seeds",
    "muc4",
    "polnear",
    "case2021",
    "tempeval",
    "geoparsing",
    "gva",
    "gvatally",
    "hardpairs",
    "quiet",
    "stories",
    "crash",
    "fakes",
    "speed",
    "gold",
    "scale",
    "room",
    "crowd",
)
FLOORS = Path(__file__).parent / "floors.toml"

Scorer = Callable[[Sequence[str]], Scores]


@dataclass(frozen=True, slots=True)
class Breach:
    """A figure ``beyond`` its bound, or gone: then ``value`` is ``None``."""

    name: str
    value: float | None
    beyond: str

    def __str__(self) -> str:
        value = "not measured" if self.value is None else f"{self.value:.3f}"
        return f"{self.name}: {value}, {self.beyond}"


def main(argv: Sequence[str]) -> int:
    """Run what the words ask for; 0 when all is well, 1 below a floor, 2 for a wrong name."""
    if not argv or argv[0] in ("-h", "--help"):
        print(f"{__doc__}\n\nnames: {', '.join(NAMES)}")
        return 0 if argv else 2
    name, *rest = argv
    if name == "floors":
        return _floors()
    if name not in (*NAMES, "all"):
        print(f"no scorer {name!r}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for one in NAMES if name == "all" else (name,):
        scorer(one)(rest)
    return 0


def scorer(name: str) -> Scorer:
    """The entry of a scorer, loaded when it is asked for."""
    found: Scorer = import_module(f"eval.{name}").main
    return found


# ------------------------------------------------------------------ floors


@dataclass(frozen=True, slots=True)
class Plan:
    """One scorer to run for its floors: how, and the least that its figures may be."""

    name: str
    argv: tuple[str, ...]
    minimum: Mapping[str, float]
    maximum: Mapping[str, float]


def plans(path: Path = FLOORS) -> list[Plan]:
    """What ``floors.toml`` asks for: a table a scorer, with its options and its floors."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        Plan(
            table.get("scorer", name),
            tuple(table.get("options", ())),
            table.get("min", {}),
            table.get("max", {}),
        )
        for name, table in data.items()
    ]


def breaches(plan: Plan, scores: Scores) -> list[Breach]:
    """The figures of a run that are not what they must be; none where it was skipped."""
    if scores.skipped:
        return []
    values = scores.as_dict()
    low = [(k, f"below its floor of {v}") for k, v in plan.minimum.items()
           if values.get(k, -inf) < v]  # fmt: skip
    high = [(k, f"above its ceiling of {v}") for k, v in plan.maximum.items()
            if values.get(k, inf) > v]  # fmt: skip
    return [Breach(f"{scores.name}.{k}", values.get(k), beyond) for k, beyond in (*low, *high)]


def _floors() -> int:
    found = list(_all_breaches(plans()))
    for breach in found:
        print(breach, file=sys.stderr)
    return 1 if found else 0


def _all_breaches(all_plans: Iterable[Plan]) -> Iterable[Breach]:
    for plan in all_plans:
        yield from breaches(plan, scorer(plan.name)(plan.argv))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
