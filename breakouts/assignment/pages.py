"""The page “Rooms and people”, and what it has worked out before anything is done."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from flask import Blueprint, Response, request

from app.accounts.rules import CHAIRS, standing
from app.attendance.reading import Unreadable
from app.core.actor import NOBODY
from app.core.contract import LARGEST_ID
from app.core.db import reading
from app.core.errors import Forbidden, Invalid, SignedOut
from app.core.following import may_follow, onlooker
from app.web.asking import answered, from_our_own_page
from app.web.place import place, who
from app.web.screens import links, screen
from breakouts.assignment.proposing import fill, read_in
from breakouts.rounds.models import Round

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor

assignment = Blueprint("assignment", __name__)
LARGEST_LIST = 2 * 1024 * 1024


@assignment.get("/m/<int:meeting>/rooms")
def rooms_and_people(meeting: int) -> Response:
    """Who is in which room: seen, moved, filled, taken out and read in."""
    must = [f"meeting:{meeting}:chairs", f"meeting:{meeting}", f"person:{who().person_id or 0}"]
    return screen("assignment/rooms.html", "rooms", [], must)


@assignment.get("/m/<int:meeting>/rooms/plan.json")
def proposal(meeting: int) -> Response:
    """A balanced assignment of those who have no room in the round; `who=here` only of those present."""
    with reading(place().engine) as db:
        subject = _the_round(db, meeting)
        only_present, with_wishes = request.args.get("who") == "here", request.args.get("wishes") != "0"
        made = fill(db, subject, only_present=only_present, with_wishes=with_wishes)
    moves = [{"person": person, "room": room, "wished": person in made.wished} for person, room in made.rooms.items()]
    return answered({"round": subject.id, "moves": moves, "without": list(made.without)})


@assignment.post("/m/<int:meeting>/rooms/read")
def preview_of_a_list(meeting: int) -> Response:
    """What each row of a CSV file would bring about; the file is the body as it is, and nothing is written."""
    from_our_own_page()
    data = request.get_data(cache=False)
    if len(data) > LARGEST_LIST:
        message = "This list is larger than 2 MB. Send only the columns name, e-mail, delegation and room."
        raise Invalid(message)
    with reading(place().engine) as db:
        subject = _the_round(db, meeting)
        try:
            rows = read_in(db, subject, data, request.args.get("file", "list.csv")[:120])
        except Unreadable as unreadable:
            raise Invalid(unreadable.sentence) from unreadable
    return answered({"round": subject.id, "rows": [asdict(row) for row in rows]})


def _the_round(db: Session, meeting: int) -> Round:
    if who() is NOBODY:
        raise SignedOut
    number = request.args.get("round", 0, type=int)
    subject = db.get(Round, number) if 0 < number <= LARGEST_ID else None
    # Whoever may not and what does not exist are told apart to nobody.
    if not may_follow(db, who(), f"meeting:{meeting}:chairs") or subject is None or subject.meeting_id != meeting:
        raise Forbidden
    return subject


@links
def for_chairs(db: Session, actor: Actor) -> dict[str, str]:
    """The list is for those who run the meeting."""
    return {"rooms": f"/m/{actor.meeting_id}/rooms"} if standing(onlooker(db, actor)).names & CHAIRS else {}
