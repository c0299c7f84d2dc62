"""Becoming: a row made at the door turns out to stand for a person we know."""

from __future__ import annotations

import sqlalchemy as sa

from app.accounts.events import PersonAdmitted
from app.accounts.models import Link, Person, Placement, WebSession
from app.accounts.rules import CHAIRS
from app.attendance.models import Stay
from app.core.errors import Invalid
from app.core.work import Work
from app.meetings.events import NameChanging

NOT_BY_THE_DOOR = CHAIRS | {"display"}
"""Whoever has one of these roles comes by their own link or password, not by being recognised."""


def become(work: Work, newcomer: Person, known: Person) -> None:
    """Let the newcomer's browsers, stays and places be the known person's; the row stays, and stands for nobody."""
    _refuse_what_cannot_be(newcomer, known)
    work.happened(NameChanging(newcomer))
    work.change(newcomer)
    work.change(known)
    was_in = known.admitted_at is not None and known.removed_at is None
    _hand_over(work, newcomer, known)
    known.present = known.present or newcomer.present
    known.removed_at, known.turned_away, known.put_out_because = None, "", ""
    known.admitted_at = known.admitted_at or work.at
    newcomer.is_really_id, newcomer.removed_at, newcomer.present = known.id, work.at, False
    newcomer.looks_like_id, newcomer.looks_like_why = None, ""
    work.rights_changed(newcomer.id)
    work.rights_changed(known.id)
    if not was_in:
        work.happened(PersonAdmitted(known))


def _refuse_what_cannot_be(newcomer: Person, known: Person) -> None:
    gone = newcomer.removed_at is not None or known.is_really_id is not None
    if gone or newcomer.id == known.id or newcomer.meeting_id != known.meeting_id:
        message = "One of the two is not here any more. Look at the list again."
        raise Invalid(message)
    if known.banned_at is not None:
        message = "This person was put out for good. Take them back first, if they are to come in again."
        raise Invalid(message)
    if newcomer.roles or any(grant.role in NOT_BY_THE_DOOR for grant in known.roles):
        message = "Whoever runs the meeting comes in by their own link or password. Make them a new link instead."
        raise Invalid(message)


def _hand_over(work: Work, newcomer: Person, known: Person) -> None:
    for model in (WebSession, Link, Stay):
        theirs = sa.update(model).where(model.person_id == newcomer.id)
        work.db.execute(theirs.values(person_id=known.id))
    taken = {place.round_id for place in known.places}
    for place in list(newcomer.places):
        newcomer.places.remove(place)
        if place.round_id not in taken:
            own = {"meeting_id": place.meeting_id, "round_id": place.round_id, "room_id": place.room_id}
            known.places.append(Placement(**own, how=place.how))
