"""The layout of a sheet: where its headings stand, what each column holds, and the rows of people below them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from app.attendance.columns import columns
from app.attendance.importing import words
from app.attendance.importing.sheet import MOST_ROWS
from app.attendance.reading import Row
from app.attendance.roster import HEADING_WITHIN_ROWS, NAME_FIELDS, RosterRow
from app.core.errors import Invalid
from app.meetings.delegations.resolve import resolve_exactly
from app.meetings.delegations.spelling import fold

Column = Literal["", "name", "first_name", "last_name", "delegation", "email", "title", "gender", "breakout"]
COLUMNS: tuple[Column, ...] = get_args(Column)
"""What a column may be taken for; an empty word leaves it out."""

SAMPLES = 3
MOST_COLUMNS = 60
LONGEST_LINE = 300
_HALF = 0.5
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TOTAL = re.compile(r"(?:grand |sub ?)?total(?:e?s)?(?: .*)?|sum|somme|итого.*|всего.*|合计.*|总计.*|总数.*|المجموع.*")


@dataclass(frozen=True, slots=True)
class Layout:
    """`heading` is the place (from 0) of the heading row among the rows, None where there is none.

    `columns` says what each column holds; `guessed` that it was told from what stands in them, not from headings.
    """

    heading: int | None
    columns: tuple[Column, ...]
    guessed: bool


@dataclass(frozen=True, slots=True)
class Nobody:
    """A row that holds nobody: why, its text in one line, and what its cells would say of a person."""

    row: RosterRow
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class People:
    """The rows with people in the order of the file, and those that hold nobody, each with its reason."""

    rows: tuple[RosterRow, ...]
    problems: tuple[Nobody, ...]


def lay_out(rows: tuple[Row, ...]) -> Layout:
    """Find the heading row, and what each column holds."""
    width = min(max((len(row.cells) for row in rows), default=0), MOST_COLUMNS)
    candidates = [
        (len(found), -place)
        for place, row in enumerate(rows[:HEADING_WITHIN_ROWS])
        if (found := columns(row.cells)).keys() & (NAME_FIELDS | {"email"}) and _is_heading(row)
    ]
    if not candidates:
        return Layout(None, _guessed(rows, width), guessed=True)
    place = -max(candidates)[1]
    known = {at: field for field, at in columns(rows[place].cells).items()}
    taken = tuple(_column(known.get(at)) for at in range(width))
    return Layout(place, taken, guessed=False)


def people(rows: tuple[Row, ...], layout: Layout) -> People:
    """Take the people out of the rows below the headings; Invalid where there is nobody."""
    below = rows if layout.heading is None else rows[layout.heading + 1 :]
    heading = rows[layout.heading].cells if layout.heading is not None else ()
    good: list[RosterRow] = []
    bad: list[Nobody] = []
    for row in below:
        person = _person(row, layout.columns)
        why = _wrong(row, person, heading)
        if why:
            bad.append(Nobody(person, why, in_one_line(row)[:LONGEST_LINE]))
        else:
            good.append(person)
    if not good:
        raise Invalid(words.NOBODY_HERE)
    if len(good) > MOST_ROWS:
        raise Invalid(words.too_many(len(good), MOST_ROWS))
    return People(tuple(good), tuple(bad))


def in_one_line(row: Row) -> str:
    """Give what stands in a row, without its empty cells."""
    return " · ".join(cell for cell in row.cells if cell)


def _wrong(row: Row, person: RosterRow, heading: tuple[str, ...]) -> str:
    if "@" in person.email:
        return "" if person.name else words.NO_NAME
    if row.cells == heading or (len(columns(row.cells)) > 1 and _is_heading(row)):
        return words.HEADING_AGAIN
    if _TOTAL.fullmatch(fold(next(cell for cell in row.cells if cell)[:60])):
        return words.A_TOTAL
    return "" if person.name else words.NO_NAME


def _is_heading(row: Row) -> bool:
    """Whether most of its cells are headings that are known, and none is an address."""
    filled = [cell for cell in row.cells if cell]
    return not any("@" in cell for cell in filled) and len(columns(row.cells)) >= len(filled) * _HALF


def _column(field: str | None) -> Column:
    return next((column for column in COLUMNS if column == field), "")


def _guessed(rows: tuple[Row, ...], width: int) -> tuple[Column, ...]:
    looked = rows[:HEADING_WITHIN_ROWS]
    taken: list[Column] = []
    for at in range(width):
        cells = [row.cells[at] for row in looked if at < len(row.cells) and row.cells[at]]
        taken.append(_guess(cells, set(taken)))
    return tuple(taken)


def _guess(cells: list[str], taken: set[Column]) -> Column:
    def mostly(found: int) -> bool:
        return bool(cells) and found > len(cells) * _HALF

    if "email" not in taken and mostly(sum(bool(_ADDRESS.fullmatch(cell)) for cell in cells)):
        return "email"
    if "delegation" not in taken and mostly(sum(resolve_exactly(cell) is not None for cell in cells)):
        return "delegation"
    if "name" not in taken and mostly(sum(any(map(str.isalpha, cell)) and "@" not in cell for cell in cells)):
        return "name"
    return ""


def _person(row: Row, taken: tuple[Column, ...]) -> RosterRow:
    cells: dict[Column, str] = {}
    for at, column in enumerate(taken[: len(row.cells)]):
        if column and row.cells[at]:
            cells.setdefault(column, row.cells[at])
    first = cells.get("first_name", "")
    # "Nom" and "Prénom" side by side: the column for the whole name then holds the family name only.
    family = cells.get("last_name", "") or (cells.get("name", "") if "first_name" in taken else "")
    name = f"{first} {family}".strip() if "first_name" in taken else cells.get("name", "") or family
    email = cells.get("email", "")
    return RosterRow(
        row=row.number,
        name=name or (email if "@" in email else ""),
        delegation=cells.get("delegation", ""),
        email=email,
        gender=cells.get("gender", ""),
        breakout=cells.get("breakout", ""),
        title=cells.get("title", ""),
    )
