"""What every page needs from the program: its bus, its database, its settings and who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from flask import current_app, g, request

from app.core.actor import NOBODY, Actor
from app.core.db import reading

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine
    from sqlalchemy.orm import Session

    from app.config import Settings
    from app.core.bus import Bus

SignedIn = Callable[["Session", str], tuple[Actor, str]]


class Waiting(Protocol):
    """Something that is going to be told."""

    def wait(self, timeout: float) -> object:
        """Wait until it was, or the time is over."""


@dataclass(frozen=True)
class Place:
    """The running program, as the pages see it.

    `signed_in` reads a cookie's secret into an actor and the mark that its pages send back, `account` an account's.
    `listening` gives, for some streams, what can be waited for. `allowance` takes one of a person's asks and gives the
    seconds until there is one again, 0 for now. `ticket_for` gives a session the ticket for one socket.
    `open_pages` gives the sessions of which a page is open.
    """

    settings: Settings
    engine: Engine
    bus: Bus
    signed_in: SignedIn
    account: SignedIn
    listening: Callable[[list[str]], AbstractContextManager[Waiting]]
    allowance: Callable[[int], float]
    ticket_for: Callable[[int], str]
    open_pages: Callable[[], frozenset[int]]


def place() -> Place:
    """Give the running program."""
    return cast("Place", current_app.extensions["rapport"])


def cookie_name() -> str:
    """Give the name of the session's cookie; its prefix makes a browser refuse it from anybody but us."""
    return "__Host-rapport" if place().settings.is_secure else "rapport"


def account_cookie_name() -> str:
    """Give the name of the cookie of an account's session, which stands beside that of a person in a meeting."""
    return f"{cookie_name()}-account"


def account() -> Actor:
    """Give the account that is signed in above the meetings, read from the database once in this request."""
    if "account" not in g:
        with reading(place().engine) as db:
            g.account, g.account_csrf = place().account(db, request.cookies.get(account_cookie_name(), ""))
    return cast("Actor", g.account)


def may_have_account() -> bool:
    """Say whether an account signed in in this browser once; a page that goes wrong must not ask the database."""
    return bool(request.cookies.get(account_cookie_name()))


def account_csrf() -> str:
    """Give the mark that a page must send back with every change that the account asks for."""
    return str(g.account_csrf) if account() is not NOBODY else ""


def who() -> Actor:
    """Give who is signed in, read from the database once in this request."""
    if "who" not in g:
        with reading(place().engine) as db:
            g.who, g.csrf = place().signed_in(db, request.cookies.get(cookie_name(), ""))
    return cast("Actor", g.who)


def csrf() -> str:
    """Give the mark that a page must send back with every change; empty where nobody is signed in."""
    return str(g.csrf) if who() is not NOBODY else ""
