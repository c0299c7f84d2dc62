"""The meeting's own pages: where to go first, what is happening now, who did what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import sqlalchemy as sa
from flask import Blueprint, Response, abort, make_response, redirect, request

from app.accounts.models import Person
from app.accounts.rules import CHAIRS, standing
from app.core import clock, journal
from app.core.actor import NOBODY, Actor
from app.core.contract import LARGEST_ID
from app.core.db import reading
from app.core.errors import Forbidden, SignedOut
from app.core.following import may_follow, onlooker
from app.core.journal import Act
from app.meetings import queries
from app.meetings.models import Meeting
from app.meetings.words import in_words
from app.web.place import place, who
from app.web.screens import links, screen
from app.web.words import language, language_of_meeting
from app.words.catalogue import translated

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

meetings = Blueprint("meetings", __name__)
A_PAGE = 60
NOT_TOLD = ("tally.tell",)


@meetings.get("/m/<int:meeting>")
def first_page(meeting: int) -> Response:
    """Lead everybody to the page of their task."""
    if who() is NOBODY:
        raise SignedOut
    if who().meeting_id != meeting:
        abort(404)
    with reading(place().engine) as db:
        person = db.get_one(Person, who().person_id)
        for role, path in (("display", "screen"), ("co_chair", "board"), ("secretariat", "board")):
            if any(grant.role == role for grant in person.roles):
                return make_response(redirect(f"/m/{meeting}/{path}"))
        for role, path in (("rapporteur", "capture"), ("moderator", "moderate")):
            room = next((grant.room_id for grant in person.roles if grant.role == role), None)
            if room is not None:
                return make_response(redirect(f"/m/{meeting}/{path}/{room}"))
    return make_response(redirect(f"/m/{meeting}/now"))


@meetings.get("/m/<int:meeting>/now")
def now(meeting: int) -> Response:
    """What is happening and the time left: the participant's page, and the lobby's."""
    if who() is NOBODY:
        raise SignedOut
    if who().meeting_id != meeting:
        abort(404)
    return screen("meetings/now.html", "now", _own_rooms, [f"person:{who().person_id or 0}"])


@meetings.get("/m/<int:meeting>/timeline")
def timeline(meeting: int) -> Response:
    """Who did what and when, newest first."""
    chosen = {key: request.args.get(key, type=_number) for key in ("person", "room")}
    before = request.args.get("before", type=_number)
    with reading(place().engine) as db:
        if who() is NOBODY:
            raise SignedOut
        if not may_follow(db, who(), f"meeting:{meeting}:chairs"):
            raise Forbidden
        acts = _acts(db, meeting, chosen, before)
        people = [{"id": person.id, "name": person.name} for person in queries.people(db, meeting) if person.roles]
        rooms = _rooms(db, meeting)
        names = {room["id"]: room["name"] for room in rooms}
        told = [
            {
                "at": clock.iso(act.at),
                "who": queries.name_of(db, act.person_id) or translated("Somebody", language()),
                "what": translated(in_words(act.name), language()),
                "where": names.get(act.room_id, ""),
                "detail": act.about,
            }
            for act in acts[:A_PAGE]
        ]
    kept = {key: value for key, value in chosen.items() if value}
    older = "?" + urlencode({**kept, "before": acts[A_PAGE - 1].id}) if len(acts) > A_PAGE else None
    newer = "?" + urlencode(kept) if before else None
    must = [f"meeting:{meeting}:chairs", f"meeting:{meeting}", f"person:{who().person_id or 0}"]
    return screen(
        "meetings/timeline.html",
        "timeline",
        [],
        must,
        acts=told,
        older=older,
        newer=newer,
        people=people,
        rooms=rooms,
        chosen=chosen,
    )


@language_of_meeting
def of_the_meeting(db: Session, meeting: int) -> str:
    """Give the meeting's language, for whoever's browser asks for none that we have."""
    row = db.get(Meeting, meeting)
    return row.language if row else ""


def _own_rooms(db: Session) -> list[str]:
    person = db.get(Person, who().person_id)
    if person is None:
        return []
    # Observers sit in a room and read none of its drafts.
    part = ":door" if any(grant.role == "observer" for grant in person.roles) else ""
    return [f"meeting:{person.meeting_id}", *(f"room:{each.room_id}{part}" for each in person.places)]


def _number(text: str) -> int:
    number = int(text)
    if not 0 < number <= LARGEST_ID:
        raise ValueError(text)
    return number


def _acts(db: Session, meeting: int, chosen: dict[str, int | None], before: int | None) -> list[Act]:
    acts = (
        sa.select(Act)
        .where(Act.meeting_id == meeting, Act.name.not_in(NOT_TOLD))
        .order_by(Act.id.desc())
        .limit(A_PAGE + 1)
    )
    if chosen["person"]:
        acts = acts.where(Act.person_id == chosen["person"])
    if chosen["room"]:
        acts = acts.where(Act.room_id == chosen["room"])
    if before:
        acts = acts.where(Act.id < before)
    return list(db.scalars(acts))


def _rooms(db: Session, meeting: int) -> list[dict[str, Any]]:
    copy = journal.snapshot(db, f"meeting:{meeting}")
    rooms = sorted(
        (thing for thing in copy if thing["type"] == "room"), key=lambda room: (room["part"], room["number"])
    )
    return [
        {"id": room["id"], "name": f"{room['number']}. {room['title']}" if room["number"] else room["title"]}
        for room in rooms
    ]


@links
def own_pages(db: Session, actor: Actor) -> dict[str, str]:
    """Everybody may see what is happening now; those who run the meeting also who did what."""
    base = f"/m/{actor.meeting_id}"
    roles = standing(onlooker(db, actor)).names
    pages = {} if roles & CHAIRS else {"now": f"{base}/now"}
    return pages | ({"timeline": f"{base}/timeline"} if roles & CHAIRS else {})
