"""Zoom: the participants report of a meeting, with or without its head block, and the attendee report of a webinar."""

from app.attendance.reading import Row, Unreadable
from app.attendance.reports.stay import Order, Report
from app.attendance.reports.tables import order_of, stays, tables


def read_zoom(rows: tuple[Row, ...], file: str, order: Order | None = None) -> Report:
    """Every stay in the report; one person has as many as there were connections.

    Names are kept as they were shown, including an original name in brackets. Registrants of a webinar who did not
    come are no stays and no problems. Raises Unreadable without a heading row or with dates that must be asked about.
    """
    found = tables(rows)
    if not found:
        raise Unreadable(
            file, "no row has the headings of a Zoom report (name, join time, leave time): export it again"
        )
    settled, assumed = order_of(found, file, order)
    good, bad = [], []
    for table in found:
        table_stays, table_problems = stays(table, "zoom", settled)
        good += table_stays
        bad += table_problems
    return Report("zoom", tuple(good), tuple(sorted(bad, key=lambda problem: problem.row)), settled, assumed)
