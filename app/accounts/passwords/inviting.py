"""The first account of a server and those an operator adds: by links, so that nobody knows another's password."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from app.accounts.identity.queries import any_account
from app.core.actor import SYSTEM
from app.core.db import reading
from app.core.errors import Invalid

if TYPE_CHECKING:
    from app.core.bus import Bus


def invitation(bus: Bus, address: str, email: str, *, is_new: bool) -> str:
    """Give the link with which somebody makes an account, or sets their password anew.

    `address` is the server's. Raises Refusal where there is such an account already, or none.
    """
    made = bus.ask(SYSTEM, "account.invite", uuid.uuid4().hex, {"email": email, "is_new": is_new})
    if not made["ok"]:
        raise Invalid(made["why"])
    return f"{address}/welcome#{made['result']['secret']}"


def first_invitation(bus: Bus, address: str) -> str:
    """Give the link that makes the first account of this server; empty where there is one."""
    with reading(bus.engine) as db:
        if any_account(db):
            return ""
    return invitation(bus, address, "", is_new=True)
