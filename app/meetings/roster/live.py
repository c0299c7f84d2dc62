"""Who sees what of the people of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.models import Person
from app.core.audience import Shown, fills, shows
from app.meetings import queries
from app.meetings.delegations.naming import display
from app.meetings.roster.contract import MeView, PersonView, RoleView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@shows(Person)
def a_person(_db: Session, row: Person) -> Iterator[Shown]:
    """A person sees what they are; those who run the meeting see everybody who was not put out."""
    if row.removed_at is not None:
        return
    roles = tuple(RoleView(role=grant.role, room=grant.room_id) for grant in row.roles)
    rooms = tuple(place.room_id for place in row.places)
    pinned = tuple(place.room_id for place in row.places if place.how == "put")
    name, admitted = row.name, row.admitted_at is not None
    delegation = display(row.delegation)
    yield (
        f"person:{row.id}",
        MeView(
            id=row.id,
            name=name,
            title=row.title,
            delegation=delegation,
            roles=roles,
            rooms=rooms,
            pinned=pinned,
            admitted=admitted,
            meeting=row.meeting_id,
        ),
    )
    yield (
        f"meeting:{row.meeting_id}:chairs",
        PersonView(
            id=row.id,
            name=name,
            title=row.title,
            delegation=delegation,
            room=rooms[-1] if rooms else None,
            rooms=rooms,
            pinned=pinned,
            chosen=tuple(place.room_id for place in row.places if place.how == "chosen"),
            roles=roles,
            admitted=admitted,
            present=row.present,
        ),
    )


@fills("meeting:chairs")
def everybody(db: Session, meeting_id: int) -> Iterator[object]:
    """The list of people."""
    yield from queries.people(db, meeting_id)


@fills("person")
def oneself(db: Session, person_id: int) -> Iterator[object]:
    """The person."""
    yield db.get_one(Person, person_id)
