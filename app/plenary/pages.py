"""The big screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response

from app.accounts.rules import STAFF, standing
from app.core.db import reading
from app.core.following import onlooker
from app.meetings.models import Meeting
from app.web.place import place, who
from app.web.qr import qr as code_of
from app.web.screens import links, screen

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor

plenary = Blueprint("plenary", __name__)


@plenary.get("/m/<int:meeting>/screen")
def big_screen(meeting: int) -> Response:
    """What the hall sees: how to join, what is now, the time left, who takes part, the points on stage.

    No control, no private word.
    """
    with reading(place().engine) as db:
        row = db.get(Meeting, meeting)
        join_url = f"{place().settings.address}/j/{row.join_code}" if row else ""
    qr = code_of(join_url or "-")
    own = [f"person:{who().person_id or 0}"]
    return screen("plenary/screen.html", "screen", own, [f"meeting:{meeting}"], qr=qr, join_url=join_url)


@links
def the_screen(db: Session, actor: Actor) -> dict[str, str]:
    """Those who have a task in the meeting can put the big screen on a wall."""
    return {"screen": f"/m/{actor.meeting_id}/screen"} if standing(onlooker(db, actor)).names & STAFF else {}
