"""The roster: the list of people that a secretariat holds, read as it comes."""

from dataclasses import dataclass

from app.attendance.columns import Field, cell, columns
from app.attendance.reading import Problem, Row, Unreadable, rows

NAME_FIELDS = frozenset({"name", "first_name", "last_name"})
HEADING_WITHIN_ROWS = 30


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One row of a roster, as typed; what a roster does not say is empty. `row` is its line in the file (from 1)."""

    row: int
    name: str
    delegation: str = ""
    email: str = ""
    gender: str = ""
    breakout: str = ""
    title: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """The rows of a roster in their order, the rows that hold nobody, and which fields the roster has at all."""

    rows: tuple[RosterRow, ...]
    problems: tuple[Problem, ...]
    fields: frozenset[Field]


def read_roster(data: bytes, file: str) -> Roster:
    """The roster in these bytes: any order of columns, usual headings in six languages, any usual separator.

    A roster needs a heading row with at least a name or an e-mail. Raises Unreadable, with a sentence for the person
    who sent it, where there is none; a row without name and e-mail becomes a problem.
    """
    found = rows(data, file, lambda cells: len(columns(cells)))
    heading = _heading(found)
    if heading is None:
        what = "no row has headings such as Name, Delegation and E-mail: put them above the list"
        raise Unreadable(file, what)
    where = columns(heading.cells)
    good: list[RosterRow] = []
    bad: list[Problem] = []
    for row in found[found.index(heading) + 1 :]:
        if row.cells == heading.cells:
            bad.append(Problem(row.number, f"Row {row.number}: the heading stands here a second time.", row.text))
        elif row.cells:
            _take(row, where, good, bad)
    if not good:
        raise Unreadable(file, "there are headings but nobody below them: send the whole list")
    return Roster(tuple(good), tuple(bad), frozenset(where))


def _heading(found: tuple[Row, ...]) -> Row | None:
    candidates = [row for row in found[:HEADING_WITHIN_ROWS] if columns(row.cells).keys() & (NAME_FIELDS | {"email"})]
    return max(candidates, key=lambda row: len(columns(row.cells)), default=None)


def _take(row: Row, where: dict[Field, int], good: list[RosterRow], bad: list[Problem]) -> None:
    def text(field: Field) -> str:
        return cell(row.cells, where.get(field))

    # "Nom" and "Prénom" side by side: the column for the whole name then holds the family name only.
    family = text("last_name") or (text("name") if "first_name" in where else "")
    name = f"{text('first_name')} {family}".strip() if "first_name" in where else text("name") or family
    if not name and "@" not in text("email"):
        bad.append(Problem(row.number, f"Row {row.number}: there is neither a name nor an e-mail.", row.text))
        return
    good.append(
        RosterRow(
            row.number,
            name or text("email"),
            text("delegation"),
            text("email"),
            text("gender"),
            text("breakout"),
            text("title"),
            text("role"),
        ),
    )
