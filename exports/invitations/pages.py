"""Invitations as they are fetched: a text, a calendar file. The personal link is put in by the page that made it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flask import Blueprint, Response

from app.accounts.models import Person
from app.core import clock
from app.core.db import reading
from app.core.errors import Forbidden, Gone
from app.core.sentences import say
from app.meetings.models import Meeting
from app.web.asking import answered
from app.web.place import place
from breakouts.rooms.queries import rooms_of_meeting
from breakouts.setup.gate import the_secretariats
from exports.invitations.calendar import calendar
from exports.invitations.writing import invitation, tasks

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

invitations = Blueprint("invitations", __name__)


@invitations.get("/m/<int:meeting>/setup/invitation/<int:person>")
def text(meeting: int, person: int) -> Response:
    """One person's invitation, with `{link}` where their personal link belongs."""
    with reading(place().engine) as db:
        of, whom = _invited(db, meeting, person)
        return answered({"text": invitation(of, whom, rooms_of_meeting(db, meeting), join_address(of))})


@invitations.get("/m/<int:meeting>/setup/calendar/<int:person>.ics")
def calendar_file(meeting: int, person: int) -> Response:
    """The sessions as a calendar file for one person."""
    with reading(place().engine) as db:
        of, whom = _invited(db, meeting, person)
        held = tasks(of, whom, rooms_of_meeting(db, meeting))
        data = calendar(of, held, join_address(of), clock.now())
    if not data:
        message = say("No session has a day yet. Give the sessions their days, then fetch the calendar file.")
        raise Gone(message)
    response = Response(data, content_type="text/calendar; charset=utf-8; method=PUBLISH")
    name = re.sub(r"\W+", "-", of.title)[:60].strip("-") or f"meeting-{meeting}"
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.ics")
    return response


def join_address(meeting: Meeting) -> str:
    """Give the address at which participants join."""
    return f"{place().settings.address}/j/{meeting.join_code}"


def _invited(db: Session, meeting: int, person: int) -> tuple[Meeting, Person]:
    of = the_secretariats(db, meeting)
    whom = db.get(Person, person)
    if whom is None or whom.meeting_id != meeting or whom.removed_at is not None:
        raise Forbidden
    return of, whom
