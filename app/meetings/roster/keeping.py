"""Whom nobody else may put out, and that a meeting keeps its secretariat."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.models import Person, RoleGrant
from app.accounts.rules import standing, the_secretariat
from app.core.errors import Forbidden, Invalid
from app.core.work import Work
from app.meetings.models import Meeting
from app.meetings.queries import lock
from app.meetings.rules import the_chairs


def may_put_out(work: Work, person: Person) -> None:
    """Refuse whoever may not put this person out: only the secretariat its own, moderators nobody with a task."""
    of_secretariat = any(grant.role == "secretariat" for grant in person.roles)
    if of_secretariat and not the_secretariat.holds(work, person):
        message = "Somebody of the secretariat is put out by the secretariat."
        raise Forbidden(message)
    if {grant.role for grant in person.roles} - {"observer"} and not the_chairs.holds(work, person):
        message = "Somebody with a task in the meeting is put out by the co-chairs or the secretariat."
        raise Forbidden(message)
    if of_secretariat:
        keep_one(work, person)


def keep_one(work: Work, person: Person) -> None:
    """Refuse to take the last of the secretariat away: nobody could mend it from within the meeting."""
    # Two of them who take each other away at the same moment must not both succeed.
    lock(work.db, Meeting, person.meeting_id)
    others = (
        sa.select(sa.func.count(Person.id.distinct()))
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .where(RoleGrant.meeting_id == person.meeting_id, RoleGrant.role == "secretariat", Person.id != person.id)
        .where(Person.removed_at.is_(None), Person.admitted_at.is_not(None))
    )
    if not work.db.scalar(others):
        message = "This is the last of the secretariat. Give somebody else the role first."
        raise Invalid(message)


def only_rooms_by_co_chairs(work: Work, role: str) -> None:
    """Refuse a co-chair who gives or takes another role than one in a room."""
    if role not in OF_A_ROOM and not work.actor.system and "secretariat" not in standing(work).names:
        message = "Co-chairs appoint moderators and rapporteurs; the other roles are given by the secretariat."
        raise Forbidden(message)


OF_A_ROOM = frozenset({"moderator", "rapporteur"})
"""Roles that somebody has in one room."""
