"""Writing a roster into a meeting, all of it or nothing, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.accounts.models import Person
from app.accounts.rules import the_secretariat
from app.attendance.importing import queries
from app.attendance.importing.contract import (
    ImportRoster,
    ImportUndone,
    RosterEntry,
    RosterImported,
    UndoImport,
)
from app.attendance.importing.filling import Filled, fill, new_person
from app.attendance.importing.models import RosterImport
from app.attendance.importing.undoing import forget, give_back, held
from app.core.errors import Conflict, Gone, Invalid
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings.models import Meeting
from app.meetings.queries import lock_meeting


@handles(ImportRoster, on=lock_meeting, allow=the_secretariat | the_program_itself, event="roster.imported")
def import_roster(command: ImportRoster, meeting: Meeting, work: Work) -> RosterImported:
    """Put everybody of a roster into the meeting, all or nobody.

    The answer gives their ids in the order of the rows. Whoever is in the meeting already is only told more about, and
    so is the person whom a row joins.
    """
    _unchanged_since(command, work)
    known = _known(command, work)
    made = [new_person(entry, meeting.id, work.at if command.admit else None) for entry in command.people if entry.new]
    work.add_all(made)
    people = _people(command.people, made, known)
    filled = [
        {} if entry.new else fill(entry, person, work) for entry, person in zip(command.people, people, strict=True)
    ]
    work.about = f"{command.file}: {len(made)}" if command.file else f"{len(made)} people"
    record = _remember(command, people, filled, work) if command.file else 0
    return RosterImported(id=meeting.id, ids=tuple(person.id for person in people), roster_import=record)


@handles(UndoImport, on=queries.lock_import, allow=the_secretariat, event="roster.import_undone")
def undo_import(command: UndoImport, roster_import: RosterImport, work: Work) -> ImportUndone:
    """Take a whole import back: the people it made are gone, what it added to others is as before.

    Whoever has come in since, or has left a trace in the meeting, stays and is named.
    """
    del command
    if roster_import.undone_at is not None:
        message = say("This import was taken back already.")
        raise Gone(message)
    made = [row["person"] for row in roster_import.rows if row["became"] == "created"]
    stay = held(work.db, made)
    kept = forget(work, [person for person in made if person not in stay], stay)
    restored = give_back(work, roster_import.rows)
    change = work.change(roster_import)
    change.undone_at, change.undone_by_id, change.kept = work.at, work.actor.person_id, kept
    work.about = roster_import.file
    removed = len(made) - len(stay)
    return ImportUndone(id=roster_import.id, removed=removed, restored=restored, kept=tuple(kept))


def _unchanged_since(command: ImportRoster, work: Work) -> None:
    if command.newest is None:
        return
    newest = queries.newest_person(work.db, command.meeting)
    if newest != command.newest:
        message = say("The people of the meeting changed since this preview was made. Look at it again, then import.")
        raise Conflict(message)


def _known(command: ImportRoster, work: Work) -> dict[int, Person]:
    ids = {entry.same_as for entry in command.people if entry.same_as is not None}
    found = {person.id: person for person in queries.people_by_id(work.db, command.meeting, ids)}
    if len(found) != len(ids):
        message = say("Somebody whom a row names is not in this meeting any more. Look at the preview again.")
        raise Invalid(message)
    return found


def _people(entries: Sequence[RosterEntry], made: Sequence[Person], known: Mapping[int, Person]) -> list[Person]:
    """Give the person of each row; a row may join one that stands below it."""
    new = iter(made)
    met = [next(new) if entry.new else known.get(entry.same_as or 0) for entry in entries]
    by_row = {entry.row: person for entry, person in zip(entries, met, strict=True) if person is not None}
    people = [person or by_row.get(entry.joins or 0) for entry, person in zip(entries, met, strict=True)]
    lost = next((entry.row for entry, person in zip(entries, people, strict=True) if person is None), None)
    if lost is not None:
        message = say("Row {row} is to be joined with a row that makes nobody. Look at the preview again.", row=lost)
        raise Invalid(message)
    return [person for person in people if person is not None]


def _remember(command: ImportRoster, people: list[Person], filled: list[Filled], work: Work) -> int:
    rows = [
        {
            "row": entry.row,
            "became": "created" if entry.new else "joined" if entry.joins is not None else "matched",
            "person": person.id,
            "filled": added,
            "why": entry.why,
        }
        for entry, person, added in zip(command.people, people, filled, strict=True)
    ]
    rows += [{"row": left.row, "became": left.became, "why": left.why} for left in command.left]
    record = RosterImport(
        meeting_id=command.meeting,
        file=command.file,
        digest=command.digest,
        at=work.at,
        by_id=work.actor.person_id,
        rows=rows,
        kept=[],
    )
    return work.add(record).id
