"""Meetings home: what an account finds after it signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from flask import Blueprint, Response, make_response, redirect
from sqlalchemy.orm import selectinload

from app.accounts.doorstep import account_is_here
from app.accounts.identity.models import Account
from app.accounts.identity.queries import people_of
from app.backups.last import last_backup
from app.core import clock
from app.core.actor import NOBODY
from app.core.db import reading
from app.core.journal import Act
from app.meetings.models import Meeting
from app.meetings.zones import known_zones
from app.web.place import account, account_csrf, place, who
from app.web.screens import layout, page

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.accounts.models import Person

home = Blueprint("home", __name__)
ORDER = ("secretariat", "co_chair", "moderator", "rapporteur", "observer", "display")


@home.get("/meetings")
def meetings_home() -> Response:
    """The meetings in which this account has a person, and a new one."""
    actor = account()
    if actor is NOBODY or actor.account_id is None:
        return make_response(redirect("/sign-in"))
    account_is_here()
    with reading(place().engine) as db:
        own = db.get_one(Account, actor.account_id)
        shown = [_told(db, person) for person in people_of(db, own.id)]
        boot = {
            "screen": "home",
            "csrf": account_csrf(),
            "server_time": clock.iso(clock.now()),
            "account": {"name": own.name, "email": own.email, "may_set_up": own.may_set_up},
            "meetings": shown,
            "zones": sorted(known_zones()),
            "backup": _backup_trouble() if own.may_set_up else None,
            **layout(),
        }
    return page("meetings/home.html", boot=boot)


def _told(db: Session, person: Person) -> dict[str, Any]:
    wanted = sa.select(Meeting).where(Meeting.id == person.meeting_id).options(selectinload(Meeting.sessions))
    meeting = db.scalars(wanted).one()
    roles = {grant.role for grant in person.roles}
    return {
        "id": meeting.id,
        "person": person.id,
        "title": meeting.title,
        "state": meeting.state,
        "dates": sorted(session.date.isoformat() for session in meeting.sessions if session.date),
        "role": next((role for role in ORDER if role in roles), "participant"),
        "is_open": who().person_id == person.id,
        "is_opened": "secretariat" in roles and _came_from_an_archive(db, meeting.id),
    }


def _came_from_an_archive(db: Session, meeting_id: int) -> bool:
    line = sa.select(Act.id).where(Act.meeting_id == meeting_id, Act.name == "archive.open").limit(1)
    return db.scalars(line).first() is not None


def _backup_trouble() -> dict[str, str] | None:
    """Say what whoever prepares meetings should know of the backups: nothing while they are as they should be."""
    settings = place().settings
    known = last_backup(settings.data_dir)
    if known is None or settings.backup_dir is None or not known.why:
        return None
    return {"at": known.at, "why": known.why}
