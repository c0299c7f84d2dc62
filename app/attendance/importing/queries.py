"""Reads that an import needs: who is in the meeting already, and what earlier imports made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.models import Person
from app.accounts.queries import WITH_TASKS
from app.attendance.importing.models import RosterImport
from app.attendance.importing.plan import Known
from app.core.errors import Forbidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from app.attendance.importing.contract import UndoImport


def known_people(db: Session, meeting_id: int) -> tuple[Known, ...]:
    """Give everybody whom a row may turn out to be: all of the meeting who were not put out."""
    columns = sa.select(Person.id, Person.name, Person.delegation, Person.email)
    rows = db.execute(columns.where(Person.meeting_id == meeting_id, Person.removed_at.is_(None)).order_by(Person.id))
    return tuple(Known(*row) for row in rows)


def people_by_id(db: Session, meeting_id: int, ids: Iterable[int]) -> Sequence[Person]:
    """Give those of these people who are in the meeting and were not put out, with their roles and places."""
    wanted = sa.select(Person).where(Person.id.in_(list(ids)), Person.meeting_id == meeting_id)
    return db.scalars(wanted.where(Person.removed_at.is_(None)).options(*WITH_TASKS)).all()


def newest_person(db: Session, meeting_id: int) -> int:
    """Give the id of whoever came onto the roster last, 0 where nobody is."""
    return db.scalar(sa.select(sa.func.max(Person.id)).where(Person.meeting_id == meeting_id)) or 0


def import_of_file(db: Session, meeting_id: int, digest: str) -> RosterImport | None:
    """Give the latest import of a file with this digest that was not taken back."""
    of_file = sa.select(RosterImport).where(
        RosterImport.meeting_id == meeting_id, RosterImport.digest == digest, RosterImport.undone_at.is_(None)
    )
    return db.scalars(of_file.order_by(RosterImport.id.desc()).limit(1)).first()


def people_of_rows(db: Session, meeting_id: int, digest: str) -> Mapping[int, int]:
    """Give which person each row of this file became, by all its imports that were not taken back."""
    of_file = sa.select(RosterImport.rows).where(
        RosterImport.meeting_id == meeting_id, RosterImport.digest == digest, RosterImport.undone_at.is_(None)
    )
    found = db.scalars(of_file.order_by(RosterImport.id)).all() if digest else []
    return {row["row"]: row["person"] for rows in found for row in rows if row.get("person")}


def imports_of_meeting(db: Session, meeting_id: int) -> Sequence[RosterImport]:
    """Give the imports of a meeting, the first one first."""
    return db.scalars(
        sa.select(RosterImport).where(RosterImport.meeting_id == meeting_id).order_by(RosterImport.id)
    ).all()


def lock_import(db: Session, command: UndoImport) -> RosterImport:
    """Lock the import the command names."""
    row = db.get(RosterImport, command.roster_import, with_for_update=True)
    if row is None:
        raise Forbidden
    return row
