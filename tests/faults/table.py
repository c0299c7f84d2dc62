"""What a campaign says: a line per run as it goes on, a table at the end, and what is wrong with how to repeat it."""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.kinds.all import FAULTS
from tests.faults.run import Report

COLUMNS = ("fault", "runs", "acknowledged", "resent", "refused", "lost", "doubled", "out of order", "seconds")
MOST_SHOWN = 5


def progress(report: Report, number: int, of: int) -> str:
    """Give the line of one run."""
    state = "ok" if report.verdict.well else "NOT WELL"
    said = f"{report.acknowledged} acknowledged, {report.resent} resent, {report.refused} refused"
    return f"{number:4}/{of}  {report.name} ({report.database}): {said}, {report.seconds:.1f} s  {state}"


def table(reports: Sequence[Report]) -> str:
    """Give the table of all faults."""
    rows: list[tuple[str, ...]] = [COLUMNS]
    for name in FAULTS:
        of_it = [report for report in reports if report.name == name]
        if of_it:
            rows.append((name, *map(str, _sums(of_it)), f"{sum(report.seconds for report in of_it):.0f}"))
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    return "\n".join("  ".join(_aligned(row, widths)) for row in rows)


def failures(reports: Sequence[Report]) -> str:
    """Give what is wrong, run by run, with the command that repeats it."""
    lines = []
    for report in reports:
        if report.verdict.well:
            continue
        again = f'./run faults --runs 1 --only "{report.name}" --seed {report.seed} --database {report.database}'
        lines.append(f"{report.name}, again with: {again}")
        for what in ("lost", "doubled", "disordered", "stuck"):
            sentences = getattr(report.verdict, what)
            lines += [f"  {what}: {sentence}" for sentence in sentences[:MOST_SHOWN]]
            lines += [f"  {what}: and {len(sentences) - MOST_SHOWN} more"] if len(sentences) > MOST_SHOWN else []
    return "\n".join(lines)


def last_line(reports: Sequence[Report]) -> str:
    """Give the sum of it all."""
    runs, acknowledged, _, _, lost, doubled, disordered = _sums(reports)
    stuck = sum(bool(report.verdict.stuck) for report in reports)
    also = f", {stuck} without recovery" if stuck else ""
    sums = f"lost {lost}, doubled {doubled}, out of order {disordered}"
    return f"{runs} faults, {acknowledged} acknowledged, {sums}{also}"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]


def _sums(reports: Sequence[Report]) -> tuple[int, ...]:
    verdicts = [report.verdict for report in reports]
    return (
        len(reports),
        sum(report.acknowledged for report in reports),
        sum(report.resent for report in reports),
        sum(report.refused for report in reports),
        sum(len(verdict.lost) for verdict in verdicts),
        sum(len(verdict.doubled) for verdict in verdicts),
        sum(len(verdict.disordered) for verdict in verdicts),
    )
