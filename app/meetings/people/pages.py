"""The page of the people of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response

from app.accounts.rules import CHAIRS, standing
from app.core.following import onlooker
from app.web.place import who
from app.web.screens import links, screen

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor

people = Blueprint("people", __name__)


@people.get("/m/<int:meeting>/people")
def the_people(meeting: int) -> Response:
    """Everybody of the meeting; how they are reached stands only in the secretariat's copy of the page."""
    must = [f"meeting:{meeting}:chairs", f"meeting:{meeting}", f"person:{who().person_id or 0}"]
    return screen("meetings/people.html", "people", [f"meeting:{meeting}:roster"], must)


@links
def for_those_who_run_it(db: Session, actor: Actor) -> dict[str, str]:
    """The list of people is for those who run the meeting."""
    return {"people": f"/m/{actor.meeting_id}/people"} if standing(onlooker(db, actor)).names & CHAIRS else {}
