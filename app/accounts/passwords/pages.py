"""Accounts as pages: signing in and out, making an account, and what an account asks for."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, make_response, redirect

from app.accounts.doorstep import (
    failed,
    from_our_own_account,
    from_our_own_site,
    keep_account,
    keep_session,
    label,
)
from app.accounts.identity import queries
from app.accounts.identity.models import Account
from app.accounts.passwords.guessable import weakness
from app.accounts.passwords.hashing import is_right, kept
from app.core.actor import NOBODY, SYSTEM
from app.core.db import reading
from app.core.errors import Forbidden, Invalid, Refusal, SignedOut
from app.web.asking import answered, from_our_own_page, sent
from app.web.place import account, place, who
from app.web.screens import layout, page

passwords = Blueprint("passwords", __name__)


@passwords.get("/sign-in")
def sign_in_page() -> Response:
    """Address and password, for those who prepare and lead meetings."""
    if account() is not NOBODY:
        return make_response(redirect("/meetings"))
    return page("accounts/sign-in.html", boot={"screen": "sign-in", **layout()})


@passwords.get("/welcome")
def welcome() -> Response:
    """Where a link lands that makes an account or sets a password anew; its secret stands behind the #."""
    return page("accounts/welcome.html", boot={"screen": "welcome", **layout()})


@passwords.post("/api/sign-in")
def sign_in() -> Response:
    """Begin an account's session: address, password and, where there is a second step, a code."""
    data = fields("email", "password", "code")
    email = queries.address(data["email"])
    from_our_own_site(f"account {email}")
    _given(data, email="Please write your e-mail address.", password="Please write your password.")  # noqa: S106 - a sentence
    with reading(place().engine) as db:
        found = queries.with_address(db, email)
    if not is_right(found.password if found else "", data["password"]) or found is None:
        failed(f"account {email}")
        message = "The address or the password is not right. Look at both again, and at the Caps Lock key."
        raise Invalid(message, fields={"password": message})
    return _begun(found, data["code"])


@passwords.post("/api/account/link")
def look_at_link() -> Response:
    """Say for which address a link is, without using it up."""
    from_our_own_site()
    with reading(place().engine) as db:
        try:
            link = queries.usable_link(db, fields("secret")["secret"])
        except Refusal:
            failed()
            raise
        own = db.get(Account, link.account_id) if link.account_id else None
        return answered({"ok": True, "email": link.email, "name": own.name if own else "", "is_new": own is None})


@passwords.post("/api/account/make")
def make() -> Response:
    """Make an account by a one-time link, or set its password anew; this browser is signed in."""
    from_our_own_site()
    data = fields("secret", "email", "name", "password")
    with reading(place().engine) as db:
        link = queries.usable_link(db, data["secret"])
        own = db.get(Account, link.account_id) if link.account_id else None
    email, name = (own.email, own.name) if own else (link.email or data["email"], data["name"])
    _strong(data["password"], email, name)
    made = place().bus.ask(
        SYSTEM,
        "account.make",
        str(uuid.uuid4()),
        {"secret": data["secret"], "email": email, "account_name": name, "password": kept(data["password"])},
    )
    if not made["ok"]:
        made["fields"] = {field.replace("account_name", "name"): why for field, why in made["fields"].items()}
        return answered(made)
    with reading(place().engine) as db:
        return _begun(db.get_one(Account, made["result"]["id"]), "")


@passwords.post("/api/account/make-own")
def make_own() -> Response:
    """Make an account out of the person who is signed in to a meeting as co-chair or secretariat."""
    from_our_own_page()
    if who() is NOBODY:
        raise SignedOut
    data = fields("email", "name", "password")
    _strong(data["password"], data["email"], data["name"])
    asked = {"person": who().person_id, "email": data["email"], "account_name": data["name"]}
    asked["password"] = kept(data["password"])
    made = place().bus.ask(SYSTEM, "account.make_own", str(uuid.uuid4()), asked)
    if not made["ok"]:
        made["fields"] = {field.replace("account_name", "name"): why for field, why in made["fields"].items()}
        return answered(made)
    with reading(place().engine) as db:
        return _begun(db.get_one(Account, made["result"]["id"]), "")


@passwords.post("/api/account/password")
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
    _strong(data["password"], own.email, own.name)
    asked = {"account": own.id, "session": account().account_session_id, "password": kept(data["password"])}
    return answered(place().bus.ask(SYSTEM, "account.change_password", str(uuid.uuid4()), asked))


@passwords.post("/api/account/keep-meeting")
def keep_meeting() -> Response:
    """Put the meeting that is open in this browser on the account's list."""
    from_our_own_account()
    if who() is NOBODY:
        raise SignedOut
    both = replace(who(), account_id=account().account_id, account_session_id=account().account_session_id)
    return answered(place().bus.ask(both, "account.keep_meeting", str(uuid.uuid4()), {"person": who().person_id}))


@passwords.post("/api/account/commands/<name>")
def command(name: str) -> Response:
    """Carry out one command that the account asks for."""
    from_our_own_account()
    key = f"account {account().account_id}"
    from_our_own_site(key)
    answer = place().bus.ask(account(), name, str(uuid.uuid4()), sent())
    if answer.get("wrong_code"):
        failed(key)
    return answered(answer)


@passwords.post("/api/account/open")
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


@passwords.post("/api/account/sign-out")
def sign_out() -> Response:
    """Sign the account out of this browser, and out of the meeting that it opened here."""
    from_our_own_account()
    asked = {"session": account().account_session_id}
    answer = place().bus.ask(account(), "account.sign_out", str(uuid.uuid4()), asked)
    return keep_account(answered(answer | {"go": "/sign-in"}), "")


def fields(*names: str) -> dict[str, str]:
    """Give what was sent under these names; what is missing, or no text, is empty."""
    data: Any = sent()
    if not isinstance(data, dict):
        raise Forbidden
    return {name: value if isinstance(value := data.get(name), str) else "" for name in names}


def _own_person(meeting: object) -> int | None:
    with reading(place().engine) as db:
        own = queries.people_of(db, account().account_id or 0)
        return next((person.id for person in own if person.meeting_id == meeting), None)


def _given(data: dict[str, str], **sentences: str) -> None:
    missing = {name: sentence for name, sentence in sentences.items() if not data[name].strip()}
    if missing:
        raise Invalid(next(iter(missing.values())), fields=missing)


def _strong(password: str, *known: str) -> None:
    weak = weakness(password, *known)
    if weak:
        raise Invalid(weak, fields={"password": weak})


def _begun(found: Account, code: str) -> Response:
    asked = {"account": found.id, "password": found.password, "code": code, "label": label()}
    answer = place().bus.ask(SYSTEM, "account.sign_in", str(uuid.uuid4()), asked)
    if not answer["ok"]:
        if answer.get("wrong_code"):
            failed(f"account {found.email}")
        return answered(answer)
    return keep_account(answered({"ok": True, "go": "/meetings"}), answer["result"]["secret"])
