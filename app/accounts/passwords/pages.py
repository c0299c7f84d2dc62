"""Signing in, making an account, and the ways back in for whoever was signed out."""

from __future__ import annotations

import uuid

from flask import Blueprint, Response, make_response, redirect, request

from app.accounts.doorstep import failed, from_our_own_site
from app.accounts.identity import queries
from app.accounts.identity.models import Account
from app.accounts.passwords.answering import begun, fields, given, page_of_a_meeting, strong
from app.accounts.passwords.hashing import is_right, kept
from app.core.actor import NOBODY, SYSTEM
from app.core.db import reading
from app.core.errors import Invalid, Refusal
from app.web.asking import answered
from app.web.place import account, place, who
from app.web.screens import layout, page

passwords = Blueprint("passwords", __name__)


@passwords.get("/sign-in")
def sign_in_page() -> Response:
    """Address and password, for those who prepare and lead meetings."""
    if account() is not NOBODY:
        return make_response(redirect("/meetings"))
    return page(
        "accounts/sign-in.html", boot={"screen": "sign-in", "to": page_of_a_meeting(request.args.get("to")), **layout()}
    )


@passwords.get("/come-in")
def come_in() -> Response:
    """The ways back in for whoever was signed out, to the page they were on."""
    to = page_of_a_meeting(request.args.get("to"))
    if who() is not NOBODY:
        return make_response(redirect(to if to.startswith(f"/m/{who().meeting_id}") else "/"))
    return page("accounts/come-in.html", boot={"screen": "come-in", "to": to, **layout()})


@passwords.get("/welcome")
def welcome() -> Response:
    """Where a link lands that makes an account or sets a password anew; its secret stands behind the #."""
    return page("accounts/welcome.html", boot={"screen": "welcome", **layout()})


@passwords.post("/api/sign-in")
def sign_in() -> Response:
    """Begin an account's session: address, password and, where there is a second step, a code."""
    data = fields("email", "password", "code", "to")
    email = queries.address(data["email"])
    from_our_own_site(f"account {email}")
    given(data, email="Please write your e-mail address.", password="Please write your password.")  # noqa: S106 - a sentence
    with reading(place().engine) as db:
        found = queries.with_address(db, email)
    if not is_right(found.password if found else "", data["password"]) or found is None:
        failed(f"account {email}")
        message = "The address or the password is not right. Look at both again, and at the Caps Lock key."
        raise Invalid(message, fields={"password": message})
    return begun(found, data["code"], page_of_a_meeting(data["to"]))


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
    strong(data["password"], email, name)
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
        return begun(db.get_one(Account, made["result"]["id"]), "")
