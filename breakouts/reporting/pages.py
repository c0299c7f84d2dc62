"""The plenary console: the run of show, narratives, plenary takeaways, report-backs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response

from app.accounts.rules import STAFF, standing
from app.core.db import reading
from app.core.following import onlooker
from app.web.place import place, who
from app.web.screens import links, screen
from breakouts.rooms.queries import rooms_of_meeting

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor

reporting = Blueprint("reporting", __name__)


@reporting.get("/m/<int:meeting>/plenary")
def plenary_console(meeting: int) -> Response:
    """Where the plenary is run and written down."""
    with reading(place().engine) as db:
        floors = [room.id for room in rooms_of_meeting(db, meeting) if room.kind == "plenary"]
    more = [
        f"meeting:{meeting}:chairs",
        *(f"room:{room}" for room in floors),
        *(f"room:{room}:staff" for room in floors),
    ]
    return screen(
        "plenary/plenary.html",
        "plenary",
        more,
        [f"meeting:{meeting}", f"meeting:{meeting}:staff", f"person:{who().person_id or 0}"],
    )


@links
def for_staff(db: Session, actor: Actor) -> dict[str, str]:
    """The plenary is run by those who have a task in the meeting."""
    return {"plenary": f"/m/{actor.meeting_id}/plenary"} if standing(onlooker(db, actor)).names & STAFF else {}
