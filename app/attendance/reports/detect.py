"""Detecting: which platform wrote a report, and the one way in to reading any of them."""

import re

from app.attendance.columns import columns
from app.attendance.reading import Row, Unreadable, rows
from app.attendance.reports.plain import read_plain
from app.attendance.reports.stay import Order, Report, Source
from app.attendance.reports.tables import tables
from app.attendance.reports.teams import read_teams
from app.attendance.reports.zoom import read_zoom
from app.meetings.delegations.spelling import fold

_READERS = {"zoom": read_zoom, "teams": read_teams, "plain": read_plain}
_TEAMS_SECTION = re.compile(r"^[123]\.\s+\S")
_TEAMS_HEADINGS = frozenset({"first join", "first join time", "user action", "participant id upn"})
_ZOOM_HEADINGS = frozenset(
    {
        "name original name",
        "user name original name",
        "in waiting room",
        "recording consent",
        "time in session minutes",
    },
)


def read_report(data: bytes, file: str, order: Order | None = None) -> Report:
    """The attendance report in these bytes, whoever wrote it; `file` is its name for sentences to people.

    `order` settles dates such as 03/11/2020 where a person was asked. Raises Unreadable, with a sentence for the
    person who sent the file, when nothing in it can be used; single bad rows are the report's `problems`.
    """
    found = rows(data, file, lambda cells: len(columns(cells)))
    report = _READERS[kind_of(found, file)](found, file, order)
    if not report.stays and not report.problems:
        raise Unreadable(file, "there are headings but no rows below them: export the report again")
    return report


def kind_of(found: tuple[Row, ...], file: str) -> Source:
    """Whose report these rows are; Unreadable where no row has headings for names and times of joining."""
    tables_found = tables(found)
    if not tables_found:
        what = "no row has a heading for the name and one for the time of joining; is this an attendance report?"
        raise Unreadable(file, f"{what} Send the report itself or add the headings")
    headings = {fold(cell) for table in tables_found for cell in table.heading.cells}
    if headings & _TEAMS_HEADINGS or any(row.cells and _TEAMS_SECTION.match(row.cells[0]) for row in found[:200]):
        return "teams"
    if headings & _ZOOM_HEADINGS or {"join time", "duration minutes"} <= headings:
        return "zoom"
    return "plain"
