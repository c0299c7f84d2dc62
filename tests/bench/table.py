"""What a measure gives, and how it is printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table: a figure as read, what it is compared with in the same run, and what it should be."""

    what: str
    value: str = ""
    ratio: str = ""
    aim: str = ""
    good: bool | None = None


def run_alone(measure: Callable[[bool], list[Figure]]) -> None:
    """Carry a measure out as a process of its own; its figures leave as JSON on the last line."""
    figures = measure("--quick" in sys.argv)
    print(json.dumps([asdict(figure) for figure in figures]))


def read(output: str) -> list[Figure]:
    """Read the figures that `run_alone` printed."""
    return [Figure(**row) for row in json.loads(output.strip().splitlines()[-1])]


def printed(figures: Sequence[Figure]) -> str:
    """Give the figures as a table for a terminal."""
    rows = [("what", "measured", "ratio", "aim", ""), *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]) for row in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value below which this share (0 to 1) of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(seconds: Sequence[float]) -> str:
    """Give p50, p95, p99 and the maximum of some times, in milliseconds."""
    names = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0))
    return "  ".join(f"{name} {1000 * percentile(seconds, share):.1f}" for name, share in names) + " ms"


def _row(figure: Figure) -> tuple[str, str, str, str, str]:
    mark = {None: "", True: "ok", False: "MISSED"}[figure.good]
    return figure.what, figure.value, figure.ratio, figure.aim, mark
