"""The list of who is in which room as a CSV file, out and in. Pure.

Out: UTF-8 with a mark at its beginning, so that a spreadsheet shows every script. A cell that a spreadsheet would take
for a formula begins with an apostrophe. In: whatever the list looks like, each row says what would come of it.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.attendance.roster import RosterRow, read_roster
from app.meetings.delegations.naming import code_for
from app.meetings.delegations.spelling import fold
from breakouts.assignment.meant import room_meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Fate = Literal["moves", "stays", "no_room", "unknown_person", "several_people", "unknown_room", "twice"]
"""What would come of a row: only `moves` changes anything."""


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the meeting: `delegation` as kept (a code), `room` the id of theirs in this round."""

    id: int
    name: str
    email: str
    delegation: str
    room: int | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A room: id, number and theme."""

    id: int
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class RowFate:
    """A row of a list that was read in (its line from 1, who and which room as written), and what would come of it."""

    row: int
    name: str
    wanted: str
    fate: Fate
    person: int | None = None
    room: int | None = None


def written(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a CSV file as text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return MARK + out.getvalue()


def read(data: bytes, file: str, people: Sequence[Known], rooms: Sequence[Theme]) -> tuple[RowFate, ...]:
    """Give what would come of each row. Raises Unreadable, with a sentence, for what is no list of people."""
    register = _Register(people)
    met: set[int] = set()
    fates = []
    for row in read_roster(data, file).rows:
        fate = _fate(row, register, rooms)
        if fate.person in met:
            fate = RowFate(fate.row, fate.name, fate.wanted, "twice")
        if fate.person is not None:
            met.add(fate.person)
        fates.append(fate)
    return tuple(fates)


def _fate(row: RosterRow, register: _Register, rooms: Sequence[Theme]) -> RowFate:
    found = register.find(_plain(row.name), row.email, row.delegation)
    wanted = _plain(row.breakout)
    if len(found) != 1:
        return RowFate(row.row, row.name, wanted, "several_people" if found else "unknown_person")
    person = found[0]
    if not wanted:
        return RowFate(row.row, person.name, wanted, "no_room", person.id)
    room = room_meant(wanted, rooms)
    if room is None:
        return RowFate(row.row, person.name, wanted, "unknown_room", person.id)
    return RowFate(row.row, person.name, wanted, "stays" if room.id == person.room else "moves", person.id, room.id)


class _Register:
    """The people of the meeting by e-mail and by name."""

    def __init__(self, people: Sequence[Known]) -> None:
        self._by_email: dict[str, list[Known]] = defaultdict(list)
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        for person in people:
            if person.email:
                self._by_email[person.email.lower()].append(person)
            self._by_name[fold(person.name)].append(person)

    def find(self, name: str, email: str, delegation: str) -> list[Known]:
        """Give who may be meant: by e-mail alone where there is one, else by name, told apart by delegation."""
        if mail := self._by_email.get(email.strip().lower()):
            return mail
        named = self._by_name.get(fold(name), [])
        if len(named) > 1 and delegation:
            code = code_for(_plain(delegation))
            return [person for person in named if person.delegation == code]
        return named


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
