"""The pages of a room: for those in it, for its rapporteur, for its moderator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response

from app.accounts.models import Person
from app.core.db import reading
from app.core.errors import Forbidden
from app.web.place import place, who
from app.web.screens import links, screen
from breakouts.rooms.models import Room
from breakouts.rooms.rules import ONLY_LOOK_ON

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor

rooms = Blueprint("rooms", __name__)


@rooms.get("/m/<int:meeting>/room/<int:room>")
def my_room(meeting: int, room: int) -> Response:
    """The room as those in it see it."""
    return _room_screen("breakouts/room.html", "room", meeting, room, [f"room:{room}"])


@rooms.get("/m/<int:meeting>/capture/<int:room>")
def capture(meeting: int, room: int) -> Response:
    """Where the rapporteur writes."""
    return _room_screen("breakouts/capture.html", "capture", meeting, room, [f"room:{room}", f"room:{room}:staff"])


@rooms.get("/m/<int:meeting>/moderate/<int:room>")
def moderate(meeting: int, room: int) -> Response:
    """The moderator's console."""
    return _room_screen("breakouts/moderate.html", "moderate", meeting, room, [f"room:{room}", f"room:{room}:staff"])


def _room_screen(template: str, name: str, meeting: int, room: int, streams: list[str]) -> Response:
    with reading(place().engine) as db:
        row = db.get(Room, room)
        if row is None or row.meeting_id != meeting:
            raise Forbidden
    must = [*streams, f"meeting:{meeting}", f"person:{who().person_id or 0}"]
    return screen(template, name, [f"meeting:{meeting}:staff"], must, room=room)


@links
def own_rooms(db: Session, actor: Actor) -> dict[str, str]:
    """A person's own room: as its rapporteur, as its moderator, or as one of those in it."""
    person = db.get(Person, actor.person_id) if actor.person_id else None
    if person is None or person.admitted_at is None:
        return {}
    base = f"/m/{actor.meeting_id}"
    found: dict[str, str] = {}
    for page, role in (("capture", "rapporteur"), ("moderate", "moderator")):
        granted = [grant.room_id for grant in person.roles if grant.role == role]
        if granted:
            found[page] = f"{base}/{page}/{granted[0]}"
    if person.places and not any(grant.role in ONLY_LOOK_ON for grant in person.roles):
        found["room"] = f"{base}/room/{person.places[-1].room_id}"
    return found
