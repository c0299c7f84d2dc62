"""The language of a page and of every answer: who asks is read from the request, the words come from the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from urllib.parse import urlencode

from flask import g, request
from markupsafe import Markup, escape

from app.core.actor import NOBODY, Actor
from app.core.db import reading
from app.core.sentences import Value, say, say_n
from app.web.place import place
from app.words.catalogue import LANGUAGES, NAMES, translated

if TYPE_CHECKING:
    from flask import Response
    from sqlalchemy.orm import Session
    from werkzeug.wrappers import Request

COOKIE = "language"
KEPT_FOR = 365 * 24 * 3600

_of_meeting: list[Callable[[Session, int], str]] = []


def language_of_meeting(provider: Callable[[Session, int], str]) -> Callable[[Session, int], str]:
    """Declare how a meeting's own language is found: it is the last word, before English."""
    _of_meeting.append(provider)
    return provider


def language() -> str:
    """Give the language of whoever asks: by name in the address, kept in a cookie, the browser's, the meeting's."""
    if "language" not in g:
        g.language = chosen_by(request) or _of_the_meeting()
    return cast("str", g.language)


def chosen_by(asked: Request) -> str:
    """Give the language that a browser asks for; empty where it names none of ours."""
    for name in (asked.args.get("lang"), asked.cookies.get(COOKIE)):
        if name in LANGUAGES:
            return name
    # By its quality alone: whoever wants Arabic as in Egypt, then English, is better served by any Arabic.
    wanted = (tag.partition("-")[0].lower() for tag, quality in asked.accept_languages if quality > 0)
    return next((name for name in wanted if name in LANGUAGES), "")


def keep_choice(response: Response) -> Response:
    """Keep the language that was asked for by name: this browser is answered in it from now on, its sockets too."""
    asked = request.args.get("lang", "")
    if asked in LANGUAGES and asked != request.cookies.get(COOKIE):
        secure = place().settings.is_secure
        response.set_cookie(COOKIE, asked, max_age=KEPT_FOR, secure=secure, httponly=True, samesite="Lax", path="/")
    return response


@dataclass(frozen=True)
class Choice:
    """A language that a page can be switched to: the page's own address in it."""

    code: str
    name: str
    href: str
    chosen: bool


def choices() -> list[Choice]:
    """Give the languages that this page can be had in, each by its own name."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    return [
        Choice(code, NAMES[code], f"{request.path}?{urlencode([*kept, ('lang', code)])}", code == language())
        for code in LANGUAGES
    ]


def in_words(words: str, /, **values: Value) -> str:
    """Say a text of a template in the page's language, `{name}` filled in from `values`; markup stays markup."""
    if any(isinstance(value, Markup) for value in values.values()):
        marked = {name: Markup("\x00{}\x00").format(name) for name in values}
        return _with_markup(translated(say(words, **marked), language()), values)
    return translated(say(words, **values), language())


def in_words_of_number(one: str, other: str, n: int, /, **values: Value) -> str:
    """Say a text of a template whose form a number decides."""
    return translated(say_n(one, other, n, **values), language())


def _with_markup(text: str, values: dict[str, Value]) -> Markup:
    pieces = str(text).split("\x00")
    return Markup("").join(
        escape(values.get(piece, piece)) if at % 2 else escape(piece) for at, piece in enumerate(pieces)
    )


def _of_the_meeting() -> str:
    # Asked only where somebody was found signed in already: an error's page must not need the database.
    actor: Actor = g.get("who", NOBODY)
    if actor.meeting_id is None:
        return "en"
    with reading(place().engine) as db:
        found = (provider(db, actor.meeting_id) for provider in _of_meeting)
        return next((name for name in found if name in LANGUAGES), "en")
