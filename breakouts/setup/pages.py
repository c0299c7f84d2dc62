"""The set-up wizard's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from flask import Blueprint, Response

from app.accounts.rules import CHAIRS, standing
from app.core.db import reading
from app.core.following import onlooker
from app.meetings.models import Meeting
from app.meetings.zones import known_zones
from app.web.place import place, who
from app.web.screens import links, screen

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor

setup = Blueprint("setup", __name__)


@setup.get("/m/<int:meeting>/setup")
def wizard(meeting: int) -> Response:
    """The set-up, step by step; co-chairs read it, the secretariat changes it."""
    must = [f"meeting:{meeting}:{kind}" for kind in ("setup", "chairs")]
    must += [f"meeting:{meeting}", f"person:{who().person_id or 0}"]
    with reading(place().engine) as db:
        row = db.get(Meeting, meeting)
        join_url = f"{place().settings.address}/j/{row.join_code}" if row else ""
    qr = segno.make(join_url or "-", error="m").svg_data_uri(scale=6, border=2)
    zones = sorted(known_zones())
    return screen("setup/setup.html", "setup", [], must, qr=qr, join_url=join_url, zones=zones)


@links
def for_chairs(db: Session, actor: Actor) -> dict[str, str]:
    """The set-up is looked at by those who run the meeting."""
    return {"setup": f"/m/{actor.meeting_id}/setup"} if standing(onlooker(db, actor)).names & CHAIRS else {}
