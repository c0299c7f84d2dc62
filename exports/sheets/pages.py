"""The sheet of links and the poster, as they are fetched to be printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from flask import Blueprint, Response, request

from app.accounts.models import Link, Person
from app.accounts.secrets import digest
from app.core import clock
from app.core.db import reading
from app.core.errors import Conflict, Invalid, NotFound
from app.core.sentences import say
from app.meetings.delegations.naming import display
from app.meetings.models import Meeting
from app.web.asking import from_our_own_page, sent
from app.web.place import place
from app.web.reach import trouble_of
from breakouts.rooms.queries import rooms_of_meeting
from breakouts.setup.gate import the_secretariats
from exports.invitations.pages import join_address
from exports.invitations.writing import in_groups, tasks, when
from exports.sheets.printing import printed
from exports.sheets.sheet import Card, Sheet

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

sheets = Blueprint("sheets", __name__)
MOST_CARDS = 200


@sheets.get("/m/<int:meeting>/setup/poster.pdf")
def poster(meeting: int) -> Response:
    """The poster with which participants join."""
    with reading(place().engine) as db:
        of = the_secretariats(db, meeting)
        sheet = _sheet(of, ())
    return _file(printed(sheet), of, "poster")


@sheets.post("/m/<int:meeting>/setup/sheet.pdf")
def sheet_of_links(meeting: int) -> Response:
    """The sheet with a card per person in charge; the page sends the links it has just made."""
    with reading(place().engine) as db:
        of = the_secretariats(db, meeting)
        from_our_own_page()
        sheet = _sheet(of, tuple(_card(db, of, row) for row in _rows()))
    return _file(printed(sheet), of, "links")


def _rows() -> list[Any]:
    data = sent()
    rows = data.get("cards") if isinstance(data, dict) else None
    if not isinstance(rows, list) or not 0 < len(rows) <= MOST_CARDS:
        message = say("A sheet has between one and {n} cards.", n=MOST_CARDS)
        raise Invalid(message)
    return rows


def _card(db: Session, meeting: Meeting, row: Any) -> Card:  # noqa: ANN401 - JSON from outside
    secret = row.get("secret") if isinstance(row, dict) else None
    number = row.get("person") if isinstance(row, dict) else None
    if not isinstance(secret, str) or not isinstance(number, int):
        message = say("A card is of a person and has their link.")
        raise Invalid(message)
    person = db.get(Person, number)
    if person is None or person.meeting_id != meeting.id or person.removed_at is not None:
        raise NotFound(say("Somebody on this sheet is not in the meeting any more. Load the page again."))
    known = db.scalars(sa.select(Link).where(Link.digest == digest(secret), Link.person_id == number)).first()
    if known is None or known.used_at is not None or known.revoked_at is not None:
        message = say("The link of {name} was opened or replaced meanwhile. Load the page again.", name=person.name)
        raise Conflict(message)
    held = tasks(meeting, person, rooms_of_meeting(db, meeting.id))
    return Card(person.name, display(person.delegation), tuple(held), f"{_origin()}/enter#{secret}")


def _sheet(meeting: Meeting, cards: tuple[Card, ...]) -> Sheet:
    dated = tuple(line.removeprefix("– ") for line in when(meeting)[1:])
    address, code = join_address(meeting), in_groups(meeting.join_code)
    now = clock.iso(clock.now())
    trouble = trouble_of(place().settings.address)
    return Sheet(meeting.language, meeting.title, meeting.process, dated, address, code, now, cards, trouble)


def _origin() -> str:
    # The address under which the page itself was opened, where it is one of ours: people open theirs in the same way.
    origin = request.headers.get("Origin", "")
    return origin if origin in place().settings.own_origins else place().settings.address


def _file(data: bytes, meeting: Meeting, kind: str) -> Response:
    words = re.sub(r"\W+", "-", meeting.title)[:60].strip("-") or str(meeting.id)
    response = Response(data, content_type="application/pdf")
    response.headers.set("Content-Disposition", "attachment", filename=f"{kind}-{words}.pdf")
    return response
