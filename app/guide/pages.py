"""A card per role, to read or to print, and the design of the house as a living page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, request

from app.accounts.rules import standing
from app.core.actor import NOBODY, Actor
from app.core.db import reading
from app.core.following import onlooker
from app.guide.cards import CARDS, Card, card_of
from app.guide.look import Look, look_from, seen_on
from app.web.place import place, who
from app.web.screens import layout, page

guide = Blueprint("guide", __name__)


HOME = {
    "moderator": "moderate",
    "rapporteur": "capture",
    "co-chair": "board",
    "secretariat": "board",
    "participant": "now",
}
"""The screen on which each card's first steps stand, on the first visit."""


@guide.app_context_processor
def device() -> dict[str, Look | Callable[..., Hint | None]]:
    """Let every page be written in the look this device has kept, with the hint it has not put away yet."""
    return {"look": look_from(request.cookies), "hint_for": _hint_for}


@dataclass(frozen=True)
class Hint:
    """A card's first steps; `seen` is what the device keeps once they are put away."""

    card: Card
    seen: str


def _hint_for(screen: str, roles: list[dict[str, Any]]) -> Hint | None:
    card = card_of([each["role"] for each in roles])
    seen = seen_on(request.cookies)
    return (
        None
        if screen != HOME[card.role] or card.role in seen
        else Hint(card, ".".join(sorted({card.role, *seen} & CARDS.keys())))
    )


@guide.get("/help")
def help_of_mine() -> Response:
    """The card of whoever asks; a participant's for somebody we do not know."""
    return _card(card_of(_roles(who())))


@guide.get("/help/<role>")
def help_of(role: str) -> Response:
    """A role's card: what this person does before, during and after, on one page that prints to one sheet."""
    card = CARDS.get(role)
    return _card(card) if card else abort(404)


@guide.get("/design")
def design() -> Response:
    """Every colour, letter and component of the pages in each of its states; only where the settings allow it."""
    if not place().settings.design_page:
        abort(404)
    return page("guide/design.html", boot={"screen": "design", **layout()})


def _card(card: Card) -> Response:
    return page("guide/card.html", boot={"screen": "help", **layout()}, card=card, cards=CARDS.values())


def _roles(actor: Actor) -> frozenset[str]:
    if actor is NOBODY:
        return frozenset()
    with reading(place().engine) as db:
        return frozenset(standing(onlooker(db, actor)).names)
