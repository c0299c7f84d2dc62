"""The doorstep: what every way in asks before it looks at a secret. Only our own pages, and nobody too often."""

from __future__ import annotations

import hmac
import math
import re
import uuid

from flask import Response, request

from app.accounts.throttle import Throttle
from app.core.actor import NOBODY, SYSTEM
from app.core.errors import Busy, Forbidden, SignedOut
from app.core.sentences import say_n
from app.web.place import account, account_cookie_name, account_csrf, cookie_name, place

LASTS = 7 * 24 * 3600
"""Longer than a session: whoever comes back after it ended by itself is known again, and is no second person."""

NOT_FOR_EVER = 60.0
"""Seconds that somebody waits at most for what strangers tried in their name."""

throttle = Throttle("doorstep")

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    (r"iPhone", "iPhone"),
    (r"iPad", "iPad"),
    (r"Android", "Android"),
    (r"Windows", "Windows"),
    (r"CrOS", "ChromeOS"),
    (r"Macintosh|Mac OS X", "Mac"),
    (r"Linux|X11", "Linux"),
)


def from_our_own_site(*keys: str) -> None:
    """Refuse another site's page, signed in or not, and whoever tries too often: from one address, or for one `key`."""
    if request.headers.get("Origin") not in place().settings.own_origins:
        message = "This was not sent from the meeting's own page."
        raise Forbidden(message)
    wait = max(throttle.wait_for(here()), *(throttle.wait_for(key, NOT_FOR_EVER) for key in keys), 0.0)
    if wait:
        seconds = math.ceil(wait)
        message = say_n(
            "Too many tries from here. Wait one second, then try again; what you typed is kept.",
            "Too many tries from here. Wait {n} seconds, then try again; what you typed is kept.",
            seconds,
        )
        raise Busy(message, retry_after=seconds)


def failed(*keys: str) -> None:
    """Note that somebody tried in vain, from this address and for each `key`."""
    throttle.failed(here(), *keys)


def from_our_own_account() -> None:
    """Refuse what the account that is signed in did not ask for itself, from one of our pages."""
    if account() is NOBODY:
        raise SignedOut("You are signed out. Sign in again; what you typed is kept.")
    if request.headers.get("Origin") not in place().settings.own_origins:
        message = "This was not sent from the meeting's own page."
        raise Forbidden(message)
    if not hmac.compare_digest(request.headers.get("X-CSRF", "").encode(), account_csrf().encode()):
        message = "This page is older than your sign-in. Load it again; what you typed is kept."
        raise Forbidden(message)
    account_is_here()


def account_is_here() -> None:
    """Note that the account's session is in use, so that it does not end for being idle."""
    if account() is not NOBODY:
        seen = {"session": account().account_session_id}
        place().bus.ask(SYSTEM, "account.see", uuid.uuid4().hex, seen)


def here() -> str:
    """Give the address that asks."""
    return request.remote_addr or ""


def label() -> str:
    """Give what the browser that asks calls itself, such as "Firefox on Android"; empty where it says nothing."""
    agent = request.headers.get("User-Agent", "")[:500]
    browser = next((name for mark, name in _BROWSERS if mark in agent), "")
    system = next((name for mark, name in _SYSTEMS if re.search(mark, agent)), "")
    return f"{browser} on {system}" if browser and system else browser or system


def keep_session(response: Response, secret: str) -> Response:
    """Let the browser keep the session of a person in a meeting."""
    return _keep(response, cookie_name(), secret)


def keep_account(response: Response, secret: str) -> Response:
    """Let the browser keep the session of an account; an empty secret takes it away."""
    return _keep(response, account_cookie_name(), secret)


def _keep(response: Response, name: str, secret: str) -> Response:
    lasts = LASTS if secret else 0
    secure = place().settings.is_secure
    response.set_cookie(name, secret, max_age=lasts, secure=secure, httponly=True, samesite="Lax", path="/")
    return response
