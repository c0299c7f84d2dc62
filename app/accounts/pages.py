"""Ways in as pages: the meeting's code, personal links, tickets, the delegations a person may choose from."""

from __future__ import annotations

import uuid

from flask import Blueprint, Response, make_response, redirect, request

from app.accounts.doorstep import failed, from_our_own_site, keep_session, label
from app.accounts.queries import is_own_link, session_of_cookie
from app.core import clock
from app.core.actor import NOBODY
from app.core.db import reading
from app.core.errors import Invalid, SignedOut
from app.web.asking import answered, from_our_own_page, sent
from app.web.place import account, cookie_name, place, who
from app.web.screens import layout, page

accounts = Blueprint("accounts", __name__)


@accounts.get("/")
def join() -> Response:
    """The front door: the meeting's code, or straight in for those who are signed in."""
    if who() is not NOBODY:
        return make_response(redirect(f"/m/{who().meeting_id}"))
    if account() is not NOBODY:
        return make_response(redirect("/meetings"))
    return page("accounts/join.html", boot={"screen": "join", "code": "", **layout()})


@accounts.get("/j/<code>")
def join_with_code(code: str) -> Response:
    """The front door with the code filled in, as the QR opens it."""
    return page("accounts/join.html", boot={"screen": "join", "code": code[:20], **layout()})


@accounts.get("/enter")
def enter() -> Response:
    """A personal link's landing: its secret stands behind the # and never reaches a log or a preview robot."""
    return page("accounts/enter.html", boot={"screen": "enter", **layout()})


@accounts.post("/api/enter")
def redeem() -> Response:
    """Exchange a link's secret for a signed-in session."""
    from_our_own_site()
    secret = _field("secret")
    with reading(place().engine) as db:
        if is_own_link(db, secret, who().person_id):
            # Opened a second time in the browser where it was opened: nothing is wrong, and nothing is used up.
            return answered({"ok": True, "go": f"/m/{who().meeting_id}", "notices": []})
    return _signed_in("link.redeem", {"secret": secret})


@accounts.post("/api/join")
def join_by_code() -> Response:
    """Come in by the meeting's code."""
    from_our_own_site()
    data = sent()
    fields = data if isinstance(data, dict) else {}
    asked = {"code": fields.get("code"), "person_name": fields.get("name")}
    with reading(place().engine) as db:
        asked["before"] = session_of_cookie(db, request.cookies.get(cookie_name(), ""))
    return _signed_in(
        "person.join",
        asked | {"delegation": fields.get("delegation") or ""},
        # Whoever comes by the code has no task: straight to what is happening, when a thousand come at once.
        page="/now",
    )


@accounts.post("/api/ticket")
def ticket() -> Response:
    """Give a ticket with which this browser may connect one socket within half a minute."""
    if who() is NOBODY:
        raise SignedOut
    from_our_own_page()
    return answered({"ticket": place().ticket_for(who().session_id or 0), "server_time": clock.iso(clock.now())})


def _signed_in(command: str, data: dict[str, object], page: str = "") -> Response:
    before = who()
    answer = place().bus.ask(NOBODY, command, str(uuid.uuid4()), data | {"label": label()})
    if not answer["ok"]:
        # A name left out is no try at a code: many people may sit behind one address.
        if answer["code"] in {"not_found", "gone"}:
            failed()
        answer["fields"] = {field.replace("person_name", "name"): why for field, why in answer["fields"].items()}
        return answered(answer)
    if before is not NOBODY:
        # One browser is one person in one meeting: nobody would find the session again whose cookie is replaced.
        place().bus.ask(before, "session.end", str(uuid.uuid4()), {})
    result = answer["result"]
    response = answered({"ok": True, "go": f"/m/{result['meeting']}{page}", "notices": answer["notices"]})
    return keep_session(response, result["secret"])


def _field(name: str) -> str:
    data = sent()
    value = data.get(name) if isinstance(data, dict) else None
    if not isinstance(value, str):
        message = "This link is not complete. Open it again from the message it came in."
        raise Invalid(message, fields={name: message})
    return value
