"""A screen: the page's shell with the first snapshot of what it follows inside, so that nothing jumps on arrival."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flask import Response, render_template

from app.core import clock
from app.core.actor import NOBODY, Actor
from app.core.copies import copies_of
from app.core.db import reading
from app.core.errors import Forbidden, SignedOut
from app.core.following import may_follow
from app.web.asking import for_script
from app.web.place import csrf, may_have_account, place, who
from app.web.words import choices, in_words, in_words_of_number, language
from app.words.catalogue import direction

if TYPE_CHECKING:
    from flask import Flask
    from sqlalchemy.orm import Session

Streams = list[str] | Callable[["Session"], list[str]]
Links = Callable[["Session", Actor], dict[str, str]]

_links: list[Links] = []


def links(provider: Links) -> Links:
    """Declare which pages of a subject a person may open, by name."""
    _links.append(provider)
    return provider


def prepare_templates(app: Flask) -> None:
    """Give the templates what they all use."""
    app.jinja_env.filters["json"] = for_script
    app.jinja_env.globals["_"] = in_words
    app.jinja_env.globals["_n"] = in_words_of_number
    app.jinja_env.globals["languages"] = choices
    app.jinja_env.globals["page_language"] = language
    app.jinja_env.globals["signed_in"] = lambda: who() is not NOBODY
    app.jinja_env.globals["has_account"] = may_have_account
    app.jinja_env.autoescape = True


_FOR_THE_SCRIPT = ("qr", "join_url", "reach", "links_made", "summary", "account", "devices")
"""What a page hands to its script, and not to its template."""


def screen(template: str, name: str, streams: Streams, must: list[str], **more: Any) -> Response:  # noqa: ANN401 - template values
    """Show a screen.

    It needs every stream in `must`; of the further `streams` (a list, or what gives one from the database), those this
    person may follow are given too.
    """
    actor = who()
    if actor is NOBODY:
        raise SignedOut
    with reading(place().engine) as db:
        further = [stream for stream in _listed(streams, db) if may_follow(db, actor, stream)]
        if not all(may_follow(db, actor, stream) for stream in must):
            raise Forbidden
        followed = [*must, *further]
        copies = [vars(copy) for copy in copies_of(db, list(dict.fromkeys(followed)))]
        pages = _own_pages(db, actor)
    boot: dict[str, Any] = {
        "me": next((thing for copy in copies for thing in copy["things"] if thing["type"] == "me"), None),
        "meeting_id": actor.meeting_id,
        "screen": name,
        "room": more.get("room"),
        "streams": copies,
        "csrf": csrf(),
        "ticket": place().ticket_for(actor.session_id or 0),
        "server_time": clock.iso(clock.now()),
        "links": pages,
    }
    given = {key: more.pop(key) for key in _FOR_THE_SCRIPT if key in more}
    return page(template, boot=boot | given | layout(), **more)


def _listed(streams: Streams, db: Session) -> list[str]:
    return streams if isinstance(streams, list) else streams(db)


def _own_pages(db: Session, actor: Actor) -> dict[str, str]:
    pages: dict[str, str] = {}
    for provider in _links:
        pages |= provider(db, actor)
    return pages


def layout() -> dict[str, str]:
    """Give the language of the page and its direction."""
    lang = language()
    return {"lang": lang, "dir": direction(lang)}


def page(template: str, **values: Any) -> Response:  # noqa: ANN401 - template values
    """Show a page that follows nothing."""
    return Response(render_template(template, **values), content_type="text/html; charset=utf-8")
