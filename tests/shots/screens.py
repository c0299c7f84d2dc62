"""Which screens there are to picture: for a role, what its own pages lead to; for nobody, the doors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

ROLES = {
    "anybody": "",
    "participant": "participant",
    "rapporteur": "Rapporteur 1 (Ghana)",
    "moderator": "Moderator (Canada)",
    "co-chair": "Co-chair (Canada)",
    "secretariat": "Secretariat",
    "screen": "Big screen",
}
"""Whose screens are pictured, and who they are in the demonstration; nobody is empty."""

README = {
    "co-chair-board": "board",
    "moderator-moderate": "moderate",
    "rapporteur-capture": "capture",
    "co-chair-summary": "summary",
}
"""The README's pictures, by the names it gives them: `./run shots docs/pictures --readme`."""

LINKED = """() => [location, ...document.querySelectorAll('.links a, .menu__list a')].map((one) => one.pathname)"""
"""What a page leads to: its own address and the links of its head."""


@dataclass(frozen=True)
class Screen:
    """A screen: its name in the pictures, its address, and whether its first-visit hint is to be seen."""

    name: str
    path: str
    is_first_visit: bool = False


def screens_of(role: str, linked: list[str], home: str) -> list[Screen]:
    """Give the screens of a role: all that its home leads to, and its home on the first visit."""
    own = {_name(path): Screen(_name(path), path) for path in linked if path.startswith(("/m/", "/help", "/devices"))}
    if role == "participant":
        own["room"] = Screen("room", "/m/1/room/5")
        own["not-for-you"] = Screen("not-for-you", "/m/1/board")
    if role == "co-chair":
        own["preview"] = Screen("preview", "/m/1/summary/preview")
    first = Screen("first-visit", urlsplit(home).path, is_first_visit=True)
    return [*own.values(), *([] if role == "screen" else [first])]


def of_nobody(code: str) -> list[Screen]:
    """Give the screens that need nobody to be known: the doors, refusals, help, the design."""
    return [
        Screen("join", "/"),
        Screen("join-with-code", f"/j/{code}"),
        Screen("sign-in", "/sign-in"),
        Screen("link-unknown", "/enter#unknown"),
        Screen("signed-out", "/m/1/now"),
        Screen("nowhere", "/nowhere"),
        Screen("help", "/help/moderator"),
        Screen("design", "/design"),
    ]


def _name(path: str) -> str:
    words = [word for word in re.split(r"[/\d]+", path.removeprefix("/m/1")) if word]
    return "-".join(words) or "home"
