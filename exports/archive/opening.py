"""Laying an archive out as a new meeting: every row anew, its numbers turned into those of this database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.accounts.identity.models import Account
from app.accounts.models import Person
from app.core.journal import Act
from app.meetings.codes import free_code
from app.meetings.models import Meeting
from app.meetings.roster.founding import make_secretariat
from exports.archive.checking import rows_of
from exports.archive.numbering import in_the_archive
from exports.archive.tables import HELD, Held

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.contract import Sent
    from app.core.db import Base
    from app.core.work import Work
    from exports.archive.files import Archive

Ids = dict[str, dict[int, int]]


def lay_out(archive: Archive, work: Work) -> Meeting:
    """Make a new meeting of an archive."""
    ids: Ids = {}
    meeting = work.add(Meeting(**_plain(HELD[0], archive.meeting.meeting[0], ids), join_code=free_code(work)))
    for held in HELD[1:]:
        rows = sorted(rows_of(archive, held), key=lambda row: getattr(row, "no", 0))
        made = [held.model(meeting_id=meeting.id, **_plain(held, row, ids)) for row in rows]
        _name_acts(held, made, meeting.id)
        work.add_all(made)
        if held.is_numbered:
            ids[held.list] = {row.no: row_made.id for row, row_made in zip(rows, made, strict=True)}  # type: ignore[attr-defined]
        _refer_later(held, rows, made, ids)
    work.db.flush()
    work.db.refresh(meeting)
    return meeting


def give_to(account: Account, meeting: Meeting, work: Work) -> None:
    """Make the account its secretariat: the one of the archive who has the account's address, or one more."""
    people = work.db.query(Person).filter(Person.meeting_id == meeting.id, Person.removed_at.is_(None))
    for person in people.filter(Person.email == account.email).order_by(Person.id):
        if person.admitted_at is not None and any(grant.role == "secretariat" for grant in person.roles):
            work.change(person).account_id = account.id
            work.person_id = person.id
            return
    make_secretariat(work, meeting.id, account)


def _plain(held: Held, row: Sent, ids: Ids) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for field, column in held.columns.items():
        value = getattr(row, field)
        if field == "no" or (field in held.later and not isinstance(value, tuple)):
            continue
        if field in held.later:
            value = []
        elif field in held.refers:
            value = None if value is None else ids[held.refers[field]][value]
        told[column] = list(value) if isinstance(value, tuple) else value
    if held.list == "sections":
        told["key"] = in_the_archive(told["key"], ids)
    return told


def _refer_later(held: Held, rows: Sequence[Sent], made: Sequence[Base], ids: Ids) -> None:
    for field, other in held.later.items():
        for row, row_made in zip(rows, made, strict=True):
            value = getattr(row, field)
            there = ids[other]
            if value:
                meant = [there[each] for each in value] if isinstance(value, tuple) else there[value]
                setattr(row_made, held.columns[field], meant)


def _name_acts(held: Held, made: Sequence[Base], meeting_id: int) -> None:
    """Give lines of the timeline what only repeated asks need: nobody will ask these again."""
    for number, act in enumerate(made if held.model is Act else (), start=1):
        act.actor, act.ask_id = f"archive:{meeting_id}", f"line-{number:08}"  # type: ignore[attr-defined]
