"""What the pages of accounts share: what was sent, what is asked of a password, and the session that begins."""

from __future__ import annotations

import re
import uuid
from typing import Any

from flask import Response

from app.accounts.doorstep import failed, keep_account, keep_session, label
from app.accounts.identity import queries
from app.accounts.identity.models import Account
from app.accounts.passwords.guessable import weakness
from app.core.actor import SYSTEM, Actor
from app.core.db import reading
from app.core.errors import Forbidden, Invalid
from app.web.asking import answered, sent
from app.web.place import place


def page_of_a_meeting(path: str | None) -> str:
    """Give the path where it is one of a meeting's pages, and empty for anything else that a link could hold."""
    return path if path and re.fullmatch(r"/m/[0-9]{1,10}(/[a-z]{1,20}(/[0-9]{1,10})?)?", path) else ""


def fields(*names: str) -> dict[str, str]:
    """Give what was sent under these names; what is missing, or no text, is empty."""
    data: Any = sent()
    if not isinstance(data, dict):
        raise Forbidden
    return {name: value if isinstance(value := data.get(name), str) else "" for name in names}


def given(data: dict[str, str], **sentences: str) -> None:
    """Refuse what was left empty, each with its sentence."""
    missing = {name: sentence for name, sentence in sentences.items() if not data[name].strip()}
    if missing:
        raise Invalid(next(iter(missing.values())), fields=missing)


def strong(password: str, *known: str) -> None:
    """Refuse a password that would be among the first that somebody tries."""
    weak = weakness(password, *known)
    if weak:
        raise Invalid(weak, fields={"password": weak})


def begun(found: Account, code: str, to: str = "") -> Response:
    """Begin a session of an account whose password was right, and answer where to go: to its meetings, or back."""
    asked = {"account": found.id, "password": found.password, "code": code, "label": label()}
    answer = place().bus.ask(SYSTEM, "account.sign_in", str(uuid.uuid4()), asked)
    if not answer["ok"]:
        if answer.get("wrong_code"):
            failed(f"account {found.email}")
        return answered(answer)
    back = _back_to(found.id, answer["result"]["id"], to)
    response = keep_account(answered({"ok": True, "go": to if back else "/meetings"}), answer["result"]["secret"])
    return keep_session(response, back) if back else response


def _back_to(account_id: int, session: int, to: str) -> str:
    # Whoever was signed out of a page of a meeting is back on it after signing in, when the account opens that meeting.
    with reading(place().engine) as db:
        own = [person for person in queries.people_of(db, account_id) if to.split("/")[2:3] == [str(person.meeting_id)]]
    if not own:
        return ""
    actor = Actor(account_id=account_id, account_session_id=session)
    answer = place().bus.ask(actor, "account.open", str(uuid.uuid4()), {"person": own[0].id, "label": label()})
    return str(answer["result"]["secret"]) if answer["ok"] else ""
