"""The machine's side of pairing: it shows a code and waits."""

from __future__ import annotations

import uuid

from flask import Blueprint, Response, make_response, redirect, request

from app.accounts.doorstep import LASTS, from_our_own_site, here, keep_session, label
from app.accounts.pairing import queries
from app.accounts.throttle import Throttle
from app.core.actor import NOBODY, SYSTEM
from app.core.db import reading
from app.core.errors import Busy
from app.web.asking import answered
from app.web.place import cookie_name, place, who
from app.web.qr import qr
from app.web.screens import layout, page

pairing = Blueprint("pairing", __name__)
_made = Throttle("codes shown")


@pairing.get("/screen")
def screen_to_pair() -> Response:
    """A code to be typed on the board of a meeting; then this browser is its big screen."""
    return page("accounts/pairing.html", boot={"screen": "pairing", "is_somebody": who() is not NOBODY, **layout()})


@pairing.get("/pair")
def to_the_board() -> Response:
    """Where the QR of a screen leads: to the board of whoever runs a meeting in this browser, the code behind the #."""
    return make_response(redirect(f"/m/{who().meeting_id}/board" if who() is not NOBODY else "/sign-in"))


@pairing.post("/api/pairing")
def show_code() -> Response:
    """Give this machine a code to show."""
    from_our_own_site()
    wait = _made.wait_for(here())
    if wait:
        message = "A moment, please: a new code comes by itself."
        raise Busy(message, retry_after=wait)
    _made.failed(here())
    answer = place().bus.ask(SYSTEM, "screen.show_code", str(uuid.uuid4()), {"label": label()})
    if not answer["ok"]:
        return answered(answer)
    result = answer["result"]
    address = f"{place().settings.address}/pair#{result['code']}"
    shown = {"ok": True, "code": result["code"], "until": result["until"], "qr": qr(address)}
    response = answered(shown)
    secure = place().settings.is_secure
    response.set_cookie(
        _cookie(), result["secret"], max_age=LASTS, secure=secure, httponly=True, samesite="Lax", path="/"
    )
    return response


@pairing.post("/api/pairing/look")
def look() -> Response:
    """Say whether somebody has typed this machine's code; then it is signed in, and told where to go."""
    from_our_own_site()
    secret = request.cookies.get(_cookie(), "")
    with reading(place().engine) as db:
        machine = queries.machine(db, secret)
    if machine is None or machine.person_id is None:
        return answered({"ok": True, "waits": machine is not None})
    asked = {"secret": secret, "label": label()}
    answer = place().bus.ask(NOBODY, "screen.begin", str(uuid.uuid4()), asked)
    if not answer["ok"]:
        return answered(answer)
    if who() is not NOBODY:
        place().bus.ask(who(), "session.end", str(uuid.uuid4()), {})
    response = answered({"ok": True, "go": f"/m/{answer['result']['meeting']}/screen"})
    response.delete_cookie(_cookie(), path="/")
    return keep_session(response, answer["result"]["secret"])


def _cookie() -> str:
    return f"{cookie_name()}-screen"
