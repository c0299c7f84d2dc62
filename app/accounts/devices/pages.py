"""My devices: where a person and an account are signed in, and the way to another device."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, make_response, redirect

from app.accounts.devices import queries
from app.accounts.doorstep import account_is_here
from app.accounts.identity.models import Account
from app.accounts.models import Person
from app.accounts.rules import CHAIRS, standing, the_person_alone, the_secretariat
from app.core import clock
from app.core.actor import NOBODY
from app.core.db import reading
from app.core.errors import Forbidden, SignedOut
from app.core.following import onlooker
from app.web.asking import answered, from_our_own_page
from app.web.place import account, account_csrf, place, who
from app.web.qr import qr
from app.web.screens import layout, page, screen

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

devices = Blueprint("devices", __name__)


@devices.get("/devices")
def my_devices() -> Response:
    """The browsers in which one is signed in, as a person of a meeting and with an account."""
    account_is_here()
    with reading(place().engine) as db:
        own = _own_account(db)
        here = {"account": own, "devices": _about_the_person(db)}
    if who() is not NOBODY:
        return screen(
            "accounts/devices.html", "devices", [f"meeting:{who().meeting_id}"], [f"person:{who().person_id}"], **here
        )
    if own is None:
        return make_response(redirect("/sign-in"))
    boot = {"screen": "devices", "csrf": "", "server_time": clock.iso(clock.now()), **here, **layout()}
    return page("accounts/devices.html", boot=boot)


@devices.get("/api/people/<int:person>/devices")
def devices_of(person: int) -> Response:
    """Give the browsers in which a person is signed in: one's own, or for the secretariat anybody's."""
    with reading(place().engine) as db:
        found = db.get(Person, person)
        work = onlooker(db, who())
        if found is None or not (the_person_alone | the_secretariat).holds(work, found):
            raise Forbidden
        return answered({"ok": True, "devices": _devices(db, person)})


@devices.get("/api/account/devices")
def account_devices() -> Response:
    """Give the browsers in which the account is signed in, and what it knows of itself."""
    with reading(place().engine) as db:
        own = _own_account(db)
    if own is None:
        raise SignedOut
    return answered({"ok": True, "account": own})


@devices.post("/api/devices/link")
def invite_device() -> Response:
    """Give a link of two minutes to open on another device, and its QR code."""
    from_our_own_page()
    answer = place().bus.ask(who(), "device.invite", str(uuid.uuid4()), {"person": who().person_id})
    if not answer["ok"]:
        return answered(answer)
    address = f"{place().settings.address}/enter#{answer['result']['secret']}"
    return answered({"ok": True, "address": address, "qr": qr(address), "until": answer["result"]["until"]})


def _about_the_person(db: Session) -> dict[str, Any] | None:
    if who() is NOBODY:
        return None
    person = db.get_one(Person, who().person_id)
    roles = standing(onlooker(db, who())).names
    return {
        "list": _devices(db, person.id),
        "may_invite": "display" not in roles,
        "may_make_account": bool(roles & CHAIRS) and person.account_id is None and account() is NOBODY,
        "may_keep_meeting": person.account_id is None and account() is not NOBODY and "display" not in roles,
        "email": person.email,
    }


def _devices(db: Session, person: int) -> list[dict[str, Any]]:
    here = who().session_id if who().person_id == person else None
    return [view.thing() for view in queries.devices_of(db, person, here, place().open_pages())]


def _own_account(db: Session) -> dict[str, Any] | None:
    own = db.get(Account, account().account_id) if account().account_id else None
    if own is None:
        return None
    return {
        "id": own.id,
        "name": own.name,
        "email": own.email,
        "csrf": account_csrf(),
        "has_second_step": bool(own.totp_secret),
        "devices": [view.thing() for view in queries.account_devices(db, own.id, account().account_session_id)],
    }
