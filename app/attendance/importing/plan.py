"""The plan of an import: what every row of a roster would become, and why. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.attendance.importing import words
from app.attendance.importing.checking import Checked, check
from app.attendance.importing.contract import Became
from app.attendance.joining import Double, join
from app.attendance.roster import RosterRow

DIFFERENT, LEAVE_OUT = "different", "leave out"


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is in the meeting already; the delegation as a code of the table or as typed."""

    id: int
    name: str
    delegation: str
    email: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A row as it stands now, with what was decided about it.

    `decision` is empty, DIFFERENT (nobody else), LEAVE_OUT, "person:7" (that person of the meeting) or "row:7" (the
    same as that row of the file).
    """

    row: RosterRow
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row would become, with whom (a person's id, or a row of the file), and why.

    `delegation` is the code it was understood as, or the words; `errors` say by field what to mend; `remarks` what else
    to know of it.
    """

    row: int
    became: Became
    person: int | None = None
    joins: int | None = None
    why: str = ""
    delegation: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def plan(
    rows: Sequence[Asked],
    known: Iterable[Known],
    earlier: Mapping[int, int],
) -> tuple[Outcome, ...]:
    """Say of each row what it would become, in their order.

    `earlier` says which person a row of this very file became in an earlier import.
    """
    people = {person.id: person for person in known}
    checked = {asked.row.row: check(asked.row) for asked in rows}
    settled = {asked.row.row: _settled(asked, people, earlier, checked[asked.row.row]) for asked in rows}
    open_ones = [asked.row for asked in rows if settled[asked.row.row] is None]
    doubles = _doubles(open_ones, people.values(), checked)
    outcomes = [settled[asked.row.row] or _found(asked.row, doubles) for asked in rows]
    by_row = {outcome.row: outcome for outcome in outcomes}
    return tuple(_complete(_leading(outcome, by_row), checked[outcome.row]) for outcome in outcomes)


def _settled(asked: Asked, people: Mapping[int, Known], earlier: Mapping[int, int], checked: Checked) -> Outcome | None:
    """What is settled without looking at anybody's name."""
    row = asked.row.row
    if asked.decision == LEAVE_OUT:
        return Outcome(row, "left_out", why=words.YOU_SAID_SO)
    if checked.errors:
        return Outcome(row, "refused", why=next(iter(checked.errors.values())))
    decided = _decided(asked, people)
    if decided is None and earlier.get(row) in people:
        return Outcome(row, "matched", person=earlier[row], why=words.FROM_THIS_FILE)
    return decided


def _decided(asked: Asked, people: Mapping[int, Known]) -> Outcome | None:
    row = asked.row.row
    kind, _, digits = asked.decision.partition(":")
    number = int(digits) if digits.isdecimal() else 0
    if kind == "person" and number in people:
        return Outcome(row, "matched", person=number, why=words.YOU_SAID_SO)
    if kind == "row" and number not in {0, row}:
        return Outcome(row, "joined", joins=number, why=words.YOU_SAID_SO)
    return Outcome(row, "created", why=words.YOU_SAID_SO) if kind == DIFFERENT else None


def _doubles(
    rows: Iterable[RosterRow],
    people: Iterable[Known],
    checked: Mapping[int, Checked],
) -> dict[int, Double]:
    """Which rows are somebody who stood there before; people of the meeting have the negative of their id as row."""
    before = [RosterRow(-person.id, person.name, person.delegation, person.email) for person in people]
    found = [replace(row, name=checked[row.row].name, email=checked[row.row].email) for row in rows]
    joined = join([*before, *found], [])
    return {double.row: double for double in joined.doubles if double.row > 0}


def _found(row: RosterRow, doubles: Mapping[int, Double]) -> Outcome:
    double = doubles.get(row.row)
    if double is None:
        return Outcome(row.row, "created")
    why = words.REASONS.get(double.reason, double.reason)
    if double.first_row < 0:
        return Outcome(row.row, "matched", person=-double.first_row, why=why)
    return Outcome(row.row, "joined", joins=double.first_row, why=why)


def _leading(outcome: Outcome, by_row: Mapping[int, Outcome]) -> Outcome:
    """Follow rows that join rows to the one that becomes somebody; what leads to nobody becomes somebody itself."""
    seen = {outcome.row}
    target = outcome
    while target.became == "joined" and target.joins is not None:
        following = by_row.get(target.joins)
        if following is None or following.row in seen:
            return replace(outcome, became="created", joins=None)
        seen.add(following.row)
        target = following
    if outcome.became != "joined" or target.became in {"created", "matched"}:
        return replace(outcome, joins=target.row) if outcome.became == "joined" else outcome
    return replace(outcome, became="created", joins=None, why="")


def _complete(outcome: Outcome, checked: Checked) -> Outcome:
    remarks = () if outcome.became in {"refused", "left_out"} else checked.remarks
    return replace(outcome, delegation=checked.delegation, errors=dict(checked.errors), remarks=remarks)
