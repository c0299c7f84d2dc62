"""Who may, by the roles a person has in the meeting: read from the database at each ask, never from the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.accounts.models import Person, Placement, RoleGrant, WebSession
from app.core.rules import rule
from app.core.work import Work
from app.core.writing import kept

CHAIRS = frozenset({"co_chair", "secretariat"})
STAFF = CHAIRS | {"moderator", "rapporteur"}


@dataclass(frozen=True)
class Standing:
    """What somebody is in a meeting at this moment: roles as (role, room or None)."""

    person: Person | None
    roles: frozenset[tuple[str, int | None]]

    def has(self, role: str, room_id: int | None = None) -> bool:
        """Say whether the person has the role, in this room where the role is one of a room."""
        return (role, room_id) in self.roles

    @property
    def names(self) -> frozenset[str]:
        """Give the names of the roles, wherever they hold."""
        return frozenset(role for role, _room in self.roles)


def standing(work: Work) -> Standing:
    """Give what the one who asks is at this moment; nobody, when signed out, removed or waiting in the lobby."""
    found = work.cache.get("standing")
    if found is None:
        found = work.cache["standing"] = _standing(work)
    return found


def _standing(work: Work) -> Standing:
    person = _who_asks(work)
    if person is None or person.admitted_at is None:
        return Standing(None, frozenset())
    return Standing(person, frozenset((grant.role, grant.room_id) for grant in person.roles))


def _who_asks(work: Work) -> Person | None:
    """Give the person behind the actor, in the lobby or let in; nobody when signed out or put out."""
    if "who asks" not in work.cache:
        key = ("who asks", work.actor)
        work.cache["who asks"] = kept(work.db, key, lambda: _person_behind(work), *_READ_WITH_THEM)
    person: Person | None = work.cache["who asks"]
    return person


def _person_behind(work: Work) -> Person | None:
    if not work.actor.person_id:
        return None
    asked = {"person": work.actor.person_id, "session": work.actor.session_id}
    found = work.db.execute(_WHO_ASKS, asked).unique().first()
    return found[0] if found is not None and found[1] is None and found[0].removed_at is None else None


_READ_WITH_THEM = (Person, RoleGrant, Placement, WebSession)

# Asked with every command and every stream, so put together once.
_WHO_ASKS = (
    sa.select(Person, WebSession.ended_at)
    .outerjoin(WebSession, WebSession.id == sa.bindparam("session"))
    .where(Person.id == sa.bindparam("person"))
    .options(joinedload(Person.roles))
)


def _in_the_same_meeting(work: Work, subject: Any) -> bool:  # noqa: ANN401 - any subject
    person = standing(work).person
    return person is not None and person.meeting_id == subject.meeting_id


@rule
def somebody_in_the_meeting(work: Work, subject: Any) -> bool:  # noqa: ANN401 - any subject
    """Everybody who was admitted to the meeting."""
    return _in_the_same_meeting(work, subject)


@rule
def a_co_chair(work: Work, subject: Any) -> bool:  # noqa: ANN401 - any subject
    """A co-chair of this meeting."""
    return _in_the_same_meeting(work, subject) and "co_chair" in standing(work).names


@rule
def the_secretariat(work: Work, subject: Any) -> bool:  # noqa: ANN401 - any subject
    """The secretariat of this meeting."""
    return _in_the_same_meeting(work, subject) and "secretariat" in standing(work).names


@rule
def the_staff(work: Work, subject: Any) -> bool:  # noqa: ANN401 - any subject
    """Whoever has a task in this meeting: secretariat, co-chairs, moderators, rapporteurs."""
    return _in_the_same_meeting(work, subject) and bool(STAFF & standing(work).names)


@rule
def the_big_screen(work: Work, subject: Any) -> bool:  # noqa: ANN401 - any subject
    """The big screen of this meeting."""
    return _in_the_same_meeting(work, subject) and "display" in standing(work).names


@rule
def the_person_alone(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a person
    """Only the person who is meant, even while waiting in the lobby."""
    person = _who_asks(work)
    return isinstance(subject, Person) and person is not None and person.id == subject.id
