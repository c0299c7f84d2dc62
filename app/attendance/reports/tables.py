"""Tables in a report: a heading row, the rows below it, and from each of them a stay or a problem."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.attendance.columns import Field, cell, columns
from app.attendance.reading import Problem, Row, Unreadable
from app.attendance.reports.moments import moment, settle_order
from app.attendance.reports.stay import Order, Source, Stay

WHEN_UNSETTLED = (
    "the dates can be read as day/month or as month/day, and nothing in the file tells which: say which comes first"
)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under one heading row; `repeated` lists heading rows that stood among them again."""

    heading: Row
    columns: dict[Field, int]
    rows: tuple[Row, ...]
    repeated: tuple[Row, ...]

    def text(self, row: Row, field: Field) -> str:
        """What the row says in this field; empty where there is no such column or cell."""
        return cell(row.cells, self.columns.get(field))

    def moments(self) -> Iterator[str]:
        """Every text in the columns that hold times."""
        return (self.text(row, field) for row in self.rows for field in ("joined", "left", "moment"))


def heading_columns(cells: tuple[str, ...]) -> dict[Field, int]:
    """The columns of a heading row of an attendance table, or nothing where the row is none."""
    found = columns(cells)
    is_heading = "name" in found and ("joined" in found or {"action", "moment"} <= found.keys())
    return found if is_heading or ({"first_name", "last_name", "joined"} <= found.keys()) else {}


def tables(rows: Iterable[Row]) -> tuple[Table, ...]:
    """All attendance tables of a report, each up to the next heading row; empty rows and section titles left out.

    What stands above the first heading is the head block and belongs to no table.
    """
    found: list[tuple[Row, dict[Field, int], list[Row], list[Row]]] = []
    filled = [row for row in rows if row.cells]
    for row, following in zip(filled, [*filled[1:], Row(0, ())], strict=True):
        here = heading_columns(row.cells)
        is_title = len([text for text in row.cells if text]) == 1 and heading_columns(following.cells)
        if here and found and row.cells == found[-1][0].cells:
            found[-1][3].append(row)
        elif here:
            found.append((row, here, [], []))
        elif found and not is_title:
            found[-1][2].append(row)
    return tuple(Table(heading, cols, tuple(body), tuple(again)) for heading, cols, body, again in found)


def order_of(found: Iterable[Table], file: str, asked: Order | None) -> tuple[Order, bool]:
    """How the dates of these tables are read, and whether that is only assumed; Unreadable where it must be asked."""
    if asked:
        return asked, False
    order, proved = settle_order(text for table in found for text in table.moments())
    if order is None:
        raise Unreadable(file, WHEN_UNSETTLED)
    return order, not proved


def stays(table: Table, source: Source, order: Order) -> tuple[list[Stay], list[Problem]]:
    """A stay or a problem from each row of a table with a column for joining and one for leaving."""
    good: list[Stay] = []
    bad = [Problem(row.number, "The heading stands here a second time.", row.text) for row in table.repeated]
    for row in table.rows:
        if table.text(row, "attended").casefold() == "no":
            continue
        try:
            good.append(_stay(table, row, source, order))
        except ValueError as reason:
            bad.append(Problem(row.number, f"Row {row.number}: {reason}.", row.text))
    return good, bad


def name_in(table: Table, row: Row) -> str:
    """The name in the row, put together from first and last name where there is no column for all of it."""
    whole = table.text(row, "name")
    return whole or f"{table.text(row, 'first_name')} {table.text(row, 'last_name')}".strip()


def email_in(table: Table, row: Row) -> str:
    """The e-mail address in the row, or the account's name where that is one."""
    return next((text for field in ("email", "account") if "@" in (text := table.text(row, field))), "")


def _stay(table: Table, row: Row, source: Source, order: Order) -> Stay:
    name, email = name_in(table, row), email_in(table, row)
    if not name and not email:
        raise ValueError("there is neither a name nor an e-mail")
    joined_text, left_text = table.text(row, "joined"), table.text(row, "left")
    if not joined_text or not left_text:
        raise ValueError(f"the time of {'leaving' if joined_text else 'joining'} is missing; the row may be cut")
    joined, left = moment(joined_text, order), moment(left_text, order)
    if left < joined:
        raise ValueError("it leaves before it joins")
    return Stay(name, email, joined, left, source, row.number)
