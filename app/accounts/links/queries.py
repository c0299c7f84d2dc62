"""Loaders of the people whose links are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.models import Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from app.accounts.links.contract import IssueLinks, RevokeAllLinks


@dataclass(frozen=True)
class Everybody:
    """People of one meeting who were not put out, in the order of their ids."""

    meeting_id: int
    people: Sequence[Person]


def those_named(db: Session, command: IssueLinks | RevokeAllLinks) -> Everybody:
    """Give the people that the command names, as far as they are of its meeting; all of it where it names none."""
    which = sa.true() if command.people is None else Person.id.in_(command.people)
    return Everybody(command.meeting, _people(db, command.meeting, which))


def _people(db: Session, meeting: int, which: sa.ColumnElement[bool]) -> Sequence[Person]:
    own = sa.select(Person).where(Person.meeting_id == meeting, Person.removed_at.is_(None), which)
    return db.scalars(own.order_by(Person.id)).all()
