"""The set-up wizard's page, and its file out and in."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, request
from pydantic import ValidationError

from app.accounts.links.queries import standing_of_links
from app.accounts.rules import CHAIRS, standing
from app.core.db import reading
from app.core.errors import Invalid
from app.core.following import onlooker
from app.core.sentences import say
from app.meetings.models import Meeting
from app.meetings.zones import known_zones
from app.web.asking import answered, from_our_own_page
from app.web.place import place, who
from app.web.qr import qr as code_of
from app.web.reach import trouble_of
from app.web.screens import links, screen
from breakouts.setup.contract import SetUpPlan
from breakouts.setup.exporting import set_up_of
from breakouts.setup.gate import the_secretariats
from breakouts.setup.planning import leaves_out, plan_of
from breakouts.setup.reading import NotAScript, read_set_up
from breakouts.setup.script import Script

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
        made = standing_of_links(db, meeting)
        join_url = f"{place().settings.address}/j/{row.join_code}" if row else ""
    qr = code_of(join_url or "-")
    zones = sorted(known_zones())
    own = place().settings.address
    told = {"join_url": join_url, "reach": {"address": own, "trouble": trouble_of(own)}, "links_made": made}
    return screen("setup/setup.html", "setup", [], must, qr=qr, zones=zones, **told)


@setup.get("/m/<int:meeting>/setup/file.json")
def exported(meeting: int) -> Response:
    """The set-up as a file; `?people=1` with those in charge and how they are reached."""
    with reading(place().engine) as db:
        of = the_secretariats(db, meeting)
        told = set_up_of(db, of, with_people=request.args.get("people") == "1")
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    response = Response(text, content_type="application/json; charset=utf-8")
    name = re.sub(r"\W+", "-", of.title)[:60].strip("-") or str(meeting)
    response.headers.set("Content-Disposition", "attachment", filename=f"set-up-{name}.json")
    return response


@setup.post("/m/<int:meeting>/setup/read")
def read(meeting: int) -> Response:
    """Read a file without taking anything from it: what it holds, and the plan that `meeting.fill` would carry out."""
    with reading(place().engine) as db:
        the_secretariats(db, meeting)
    from_our_own_page()
    try:
        script = read_set_up(request.get_data(cache=False))
    except NotAScript as wrong:
        raise Invalid(wrong.args[0]) from wrong
    plan = plan_of(script)
    _refuse_what_cannot_be_taken(plan)
    return answered({"plan": plan, "holds": _holds(plan, script)})


def _refuse_what_cannot_be_taken(plan: dict[str, Any]) -> None:
    try:
        SetUpPlan.model_validate(plan)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        why = first.get("ctx", {}).get("error") or first["msg"]
        sentence = why.args[0] if isinstance(why, ValueError) else str(why)
        raise Invalid(say("“{where}” in this file cannot be taken: {why}", where=where, why=sentence)) from wrong


def _holds(plan: dict[str, Any], script: Script) -> dict[str, Any]:
    left_out = say("What was said in it, narratives and points, is left out: a set-up holds none.")
    return {
        "title": plan["title"],
        "co_chairs": len(plan["co_chairs"]),
        "people": len(plan["people"]),
        "sessions": [
            {
                "title": session["title"],
                "date": session["date"],
                "parts": [{"title": part["title"], "rooms": len(part.get("rooms", ()))} for part in session["parts"]],
            }
            for session in plan["sessions"]
        ],
        "left_out": [left_out] if leaves_out(script) else [],
    }


@links
def for_chairs(db: Session, actor: Actor) -> dict[str, str]:
    """The set-up is looked at by those who run the meeting."""
    return {"setup": f"/m/{actor.meeting_id}/setup"} if standing(onlooker(db, actor)).names & CHAIRS else {}
