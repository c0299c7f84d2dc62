"""Undoing: which of an import's people may go, how they go, and what of others is given back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from app.accounts.models import Link, Person
from app.accounts.queries import WITH_TASKS
from app.core.db import Base
from app.meetings.events import NameChanging, RolesChanging

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.work import Work

GOES_WITH_THEM = frozenset({"link", "role_grant", "placement"})
"""Tables whose rows about a person are no trace of their own: an invitation, a task, a place."""

AT_ONCE = 500


def held(db: Session, people: Sequence[int]) -> set[int]:
    """Give those of the people who have come in or left a trace: something in the meeting refers to them.

    Asked of every table that refers to people, so that one that is added later holds them too.
    """
    found: set[int] = set()
    for column in _references():
        for some in _parts(people):
            found.update(db.scalars(sa.select(column).where(column.in_(some)).distinct()))
    return found


def forget(work: Work, people: Sequence[int], stay: Iterable[int]) -> list[str]:
    """Delete these people with their invitations, tasks and places; give the names of those who stay."""
    for some in _parts(people):
        work.db.execute(sa.delete(Link).where(Link.person_id.in_(some)))
        for person in work.db.scalars(sa.select(Person).where(Person.id.in_(some)).options(*WITH_TASKS)):
            if person.roles or person.places:
                work.happened(NameChanging(person))
            for grant in person.roles:
                work.happened(RolesChanging(person, grant.room_id))
            work.db.delete(work.change(person))
        work.db.flush()
    names = sa.select(Person.name).where(Person.id.in_(list(stay)), Person.removed_at.is_(None))
    return list(work.db.scalars(names.order_by(Person.name)))


def give_back(work: Work, rows: Iterable[Mapping[str, Any]]) -> int:
    """Give back to people what the import added, unless it was changed since; give how many are as before."""
    filled = [row for row in rows if row.get("filled")]
    restored = 0
    for row in reversed(filled):
        person = work.db.get(Person, row["person"])
        before = {field: was for field, (was, now) in row["filled"].items() if person and getattr(person, field) == now}
        if person is None or not before:
            continue
        work.change(person).version += 1
        for field, was in before.items():
            setattr(person, field, was)
        restored += 1
    return restored


def _references() -> Iterator[sa.Column[Any]]:
    people = Base.metadata.tables["person"].c.id
    for table in Base.metadata.tables.values():
        if table.name not in GOES_WITH_THEM:
            yield from (column for column in table.columns if column.references(people))


def _parts(people: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(people), AT_ONCE):
        yield list(people[start : start + AT_ONCE])
