"""Reads of the meeting, and loaders that lock what a command changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import selectinload

from app.accounts.models import Person, RoleGrant
from app.accounts.queries import WITH_TASKS
from app.accounts.rules import CHAIRS
from app.core.db import Base
from app.core.errors import Forbidden
from app.core.writing import kept
from app.meetings.contract import PartTextView
from app.meetings.models import Meeting, MeetingSession, Part

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

Row = TypeVar("Row", bound=Base)


class OfMeeting(Protocol):
    """A command that names a meeting."""

    @property
    def meeting(self) -> int:
        """The meeting's id."""


class OfSession(Protocol):
    """A command that names a session."""

    @property
    def session(self) -> int:
        """The session's id."""


class OfPart(Protocol):
    """A command that names a part."""

    @property
    def part(self) -> int:
        """The part's id."""


class OfPerson(Protocol):
    """A command that names a person."""

    @property
    def person(self) -> int:
        """The person's id."""


def find(db: Session, model: type[Row], row_id: int) -> Row:
    """Read one row without locking it: whoever only listens must not wait for those who write."""
    row = db.get(model, row_id)
    if row is None:
        raise Forbidden
    return row


def lock(db: Session, model: type[Row], row_id: int) -> Row:
    """Lock one row; what does not exist and what may not be touched are told apart to nobody."""
    row = kept(db, (model, row_id), lambda: db.get(model, row_id, with_for_update=True), model)
    if row is None:
        raise Forbidden
    return row


def lock_meeting(db: Session, command: OfMeeting) -> Meeting:
    """Lock the meeting the command names."""
    return lock(db, Meeting, command.meeting)


def lock_session(db: Session, command: OfSession) -> MeetingSession:
    """Lock the session the command names."""
    return lock(db, MeetingSession, command.session)


def lock_part(db: Session, command: OfPart) -> Part:
    """Lock the part the command names."""
    return lock(db, Part, command.part)


def lock_person(db: Session, command: OfPerson) -> Person:
    """Lock the person the command names."""
    return lock(db, Person, command.person)


def lock_people(db: Session, meeting_id: int, ids: Collection[int]) -> Sequence[Person]:
    """Lock those of these people who are in the meeting and were not put out, in the order of their ids."""
    theirs = sa.select(Person).where(Person.meeting_id == meeting_id, Person.id.in_(ids), Person.removed_at.is_(None))
    return db.scalars(theirs.order_by(Person.id).options(*WITH_TASKS).with_for_update()).all()


def no_meeting_yet(_db: Session, _command: object) -> None:
    """Give no subject: the meeting is about to be made."""


def with_programme(db: Session, meeting_id: int) -> Meeting:
    """Give the meeting with its sessions, parts and speakers, in a fixed number of statements."""
    programme = selectinload(Meeting.sessions).selectinload(MeetingSession.parts).selectinload(Part.speakers)
    whole = sa.select(Meeting).where(Meeting.id == meeting_id).options(selectinload(Meeting.co_chairs), programme)
    return db.scalars(whole).one()


def open_session(db: Session, meeting_id: int) -> MeetingSession | None:
    """Give the session that is open now."""
    open_ones = sa.select(MeetingSession).where(MeetingSession.meeting_id == meeting_id, MeetingSession.state == "open")
    return db.scalars(open_ones.order_by(MeetingSession.position)).first()


def people(db: Session, meeting_id: int) -> Sequence[Person]:
    """Give everybody of the meeting who was not put out, in the order they came onto the roster."""
    everybody = sa.select(Person).where(Person.meeting_id == meeting_id, Person.removed_at.is_(None))
    return db.scalars(everybody.order_by(Person.id).options(*WITH_TASKS)).all()


# Asked by a thousand people who come in together, so put together once.
_WITH_CODE = sa.select(Meeting).where(Meeting.join_code == sa.bindparam("code"))


def chairs_of(db: Session, meeting_id: int) -> Sequence[int]:
    """Give the ids of those who run the meeting."""
    chairs = sa.select(RoleGrant.person_id).where(RoleGrant.meeting_id == meeting_id, RoleGrant.role.in_(CHAIRS))
    return db.scalars(chairs.distinct().order_by(RoleGrant.person_id)).all()


def name_of(db: Session, person_id: int | None) -> str:
    """Give a person's name, empty for nobody."""
    person = db.get(Person, person_id) if person_id else None
    return person.name if person else ""


def meeting_with_code(db: Session, code: str) -> Meeting | None:
    """Give the meeting whose join code this is."""
    return db.scalars(_WITH_CODE, {"code": code}).first() if code else None


def part_text(db: Session, row: Part) -> PartTextView:
    """Give the narrative of a part as those who write it see it."""
    return PartTextView(
        id=row.id,
        narrative=row.narrative,
        version=row.version,
        edited_by=name_of(db, row.edited_by),
        edited_at=row.edited_at,
    )
