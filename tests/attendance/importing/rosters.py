"""Rosters for the tests: read, laid out and planned in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from app.attendance.importing.layout import People, lay_out, people
from app.attendance.importing.plan import Asked, Known, Outcome, plan
from app.attendance.importing.sheet import read_sheet

REHEARSAL = Path(__file__).parents[4] / "shared" / "rehearsal" / "roster.csv"


def found_in(text: str | bytes) -> People:
    """Give the people in a file."""
    sheet = read_sheet(text if isinstance(text, bytes) else text.encode())
    return people(sheet.rows, lay_out(sheet.rows))


def planned(
    text: str | bytes,
    known: Iterable[Known] = (),
    decisions: Mapping[int, str] | None = None,
    earlier: Mapping[int, int] | None = None,
) -> dict[int, Outcome]:
    """Give what each row of a file would become, by its number."""
    asked = [Asked(row, (decisions or {}).get(row.row, "")) for row in found_in(text).rows]
    return {outcome.row: outcome for outcome in plan(asked, known, earlier or {})}
