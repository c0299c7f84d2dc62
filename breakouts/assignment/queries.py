"""Reads of who is placed where, and loaders that lock people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.models import Person, Placement
from app.accounts.queries import WITH_TASKS
from app.core.errors import Invalid
from breakouts.rounds.models import Round

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session


def lock_people(db: Session, meeting_id: int, ids: Iterable[int]) -> Mapping[int, Person]:
    """Lock people of the meeting, each with their places; somebody of another meeting is refused with all others."""
    wanted = set(ids)
    found = db.scalars(
        sa.select(Person)
        .where(Person.meeting_id == meeting_id, Person.id.in_(wanted), Person.removed_at.is_(None))
        .order_by(Person.id)
        .options(*WITH_TASKS)
        .with_for_update()
    )
    people = {person.id: person for person in found}
    if len(people) != len(wanted):
        message = "Somebody on this list is not in this meeting any more. Load the page again and choose anew."
        raise Invalid(message)
    return people


def taken(db: Session, round_id: int) -> dict[int, int]:
    """Give how many people are placed in each room of the round, by room id; rooms without anybody are left out."""
    counted = (
        sa.select(Placement.room_id, sa.func.count())
        .join(Person, Person.id == Placement.person_id)
        .where(Placement.round_id == round_id, Person.removed_at.is_(None))
    )
    return {room_id: number for room_id, number in db.execute(counted.group_by(Placement.room_id))}  # noqa: C416 - rows are not pairs to mypy


def rounds_of(db: Session, meeting_id: int) -> Iterable[Round]:
    """Give all rounds of the meeting."""
    return db.scalars(sa.select(Round).where(Round.meeting_id == meeting_id).order_by(Round.id)).all()


def still_here(db: Session, ids: Iterable[int]) -> Iterable[int]:
    """Give those of these people who were not put out of the meeting."""
    return db.scalars(sa.select(Person.id).where(Person.id.in_(set(ids)), Person.removed_at.is_(None))).all()
