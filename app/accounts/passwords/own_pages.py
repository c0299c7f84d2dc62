"""What an account asks for itself: a meeting opened, another password, its name in a meeting, signing out."""

from __future__ import annotations

import uuid
from dataclasses import replace

from flask import Blueprint, Response

from app.accounts.doorstep import failed, from_our_own_account, from_our_own_site, keep_account, keep_session, label
from app.accounts.identity import queries
from app.accounts.identity.models import Account
from app.accounts.passwords.answering import begun, fields, strong
from app.accounts.passwords.hashing import is_right, kept
from app.core.actor import NOBODY, SYSTEM
from app.core.db import reading
from app.core.errors import Invalid, SignedOut
from app.web.asking import answered, from_our_own_page, sent
from app.web.place import account, place, who

own_account = Blueprint("own_account", __name__)


@own_account.post("/api/account/make-own")
def make_own() -> Response:
    """Make an account out of the person who is signed in to a meeting as co-chair or secretariat."""
    from_our_own_page()
    if who() is NOBODY:
        raise SignedOut
    data = fields("email", "name", "password")
    strong(data["password"], data["email"], data["name"])
    asked = {"person": who().person_id, "email": data["email"], "account_name": data["name"]}
    asked["password"] = kept(data["password"])
    made = place().bus.ask(SYSTEM, "account.make_own", str(uuid.uuid4()), asked)
    if not made["ok"]:
        made["fields"] = {field.replace("account_name", "name"): why for field, why in made["fields"].items()}
        return answered(made)
    with reading(place().engine) as db:
        return begun(db.get_one(Account, made["result"]["id"]), "")


@own_account.post("/api/account/password")
def change_password() -> Response:
    """Change the password; the one there was shows that it is the person who asks. Other browsers are signed out."""
    from_our_own_account()
    data = fields("current", "password")
    with reading(place().engine) as db:
        own = db.get_one(Account, account().account_id)
    from_our_own_site(f"account {own.email}")
    if not is_right(own.password, data["current"]):
        failed(f"account {own.email}")
        message = "This is not your current password."
        raise Invalid(message, fields={"current": message})
    strong(data["password"], own.email, own.name)
    asked = {"account": own.id, "session": account().account_session_id, "password": kept(data["password"])}
    return answered(place().bus.ask(SYSTEM, "account.change_password", str(uuid.uuid4()), asked))


@own_account.post("/api/account/keep-meeting")
def keep_meeting() -> Response:
    """Put the meeting that is open in this browser on the account's list."""
    from_our_own_account()
    if who() is NOBODY:
        raise SignedOut
    both = replace(who(), account_id=account().account_id, account_session_id=account().account_session_id)
    return answered(place().bus.ask(both, "account.keep_meeting", str(uuid.uuid4()), {"person": who().person_id}))


@own_account.post("/api/account/commands/<name>")
def command(name: str) -> Response:
    """Carry out one command that the account asks for."""
    from_our_own_account()
    key = f"account {account().account_id}"
    from_our_own_site(key)
    answer = place().bus.ask(account(), name, str(uuid.uuid4()), sent())
    if answer.get("wrong_code"):
        failed(key)
    return answered(answer)


@own_account.post("/api/account/open")
def open_meeting() -> Response:
    """Begin a session in a meeting in which the account has a person."""
    from_our_own_account()
    data = sent()
    asked = data if isinstance(data, dict) else {}
    person = asked.get("person") or _own_person(asked.get("meeting"))
    answer = place().bus.ask(account(), "account.open", str(uuid.uuid4()), {"person": person, "label": label()})
    if not answer["ok"]:
        return answered(answer)
    if who() is not NOBODY:
        place().bus.ask(who(), "session.end", str(uuid.uuid4()), {})
    result = answer["result"]
    return keep_session(answered({"ok": True, "go": f"/m/{result['meeting']}"}), result["secret"])


@own_account.post("/api/account/sign-out")
def sign_out() -> Response:
    """Sign the account out of this browser, and out of the meeting that it opened here."""
    from_our_own_account()
    asked = {"session": account().account_session_id}
    answer = place().bus.ask(account(), "account.sign_out", str(uuid.uuid4()), asked)
    return keep_account(answered(answer | {"go": "/sign-in"}), "")


def _own_person(meeting: object) -> int | None:
    with reading(place().engine) as db:
        own = queries.people_of(db, account().account_id or 0)
        return next((person.id for person in own if person.meeting_id == meeting), None)
