"""Plain: a list made by hand or by another program, with a name or an e-mail, a time of joining and one of leaving."""

from app.attendance.reading import Row, Unreadable
from app.attendance.reports.stay import Order, Report
from app.attendance.reports.tables import order_of, stays, tables


def read_plain(rows: tuple[Row, ...], file: str, order: Order | None = None) -> Report:
    """Every stay in the list. Raises Unreadable without a heading row or with dates that must be asked about."""
    found = tables(rows)
    if not found:
        what = "no row names the columns; give one for the name, one for the time of joining and one for leaving"
        raise Unreadable(file, what)
    settled, assumed = order_of(found, file, order)
    read = [stays(table, "plain", settled) for table in found]
    good = tuple(stay for table_stays, _ in read for stay in table_stays)
    bad = (problem for _, table_problems in read for problem in table_problems)
    return Report("plain", good, tuple(sorted(bad, key=lambda problem: problem.row)), settled, assumed)
