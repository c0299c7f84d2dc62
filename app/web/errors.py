"""Refusals and accidents as pages or as JSON: what happened, what is safe, what to do; never a bare 500."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from flask import Response, render_template, request
from werkzeug.exceptions import HTTPException

from app.core.errors import Refusal
from app.core.sentences import say
from app.web.asking import answered
from app.web.words import language
from app.words.catalogue import direction, translated

if TYPE_CHECKING:
    from flask import Flask

log = structlog.get_logger()

CODES = {403: "forbidden", 404: "not_found", 410: "gone", 413: "invalid", 429: "busy"}

TITLES = {
    400: (say("This could not be understood"), say("Go back and try again.")),
    401: (
        say("You are signed out"),
        say("Come in again in the way you came before: by the meeting's code, a new link of your own, or a password."),
    ),
    403: (
        say("This page is not for you"),
        say("If you should see it, ask the secretariat to give you the role; then load the page again."),
    ),
    404: (say("There is no such page"), say("Look at the address again, or start from the link you were sent.")),
    405: (say("This cannot be done here"), say("Go back and try again.")),
    410: (say("This is over"), say("Go back to the meeting's page.")),
    413: (say("That was too large"), say("Send less at once; what you typed is kept.")),
    429: (say("A moment, please"), say("Wait a few seconds and load the page again.")),
    500: (
        say("Something went wrong here"),
        say(
            "Nothing that was saved is lost, and what you typed is kept in this browser."
            " Load the page again in a moment."
        ),
    ),
}


def answer_errors(app: Flask) -> None:
    """Let every refusal and every accident of the app be answered here."""
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _accident)


def _refused(refusal: Refusal) -> Response:
    if wants_json():
        return answered(refusal.answer(), refusal.status)
    return _page(refusal.status, refusal.why)


def _http(error: HTTPException) -> Response:
    if error.response is not None and isinstance(error.response, Response):
        return error.response
    status = error.code or 500
    title, advice = TITLES.get(status, TITLES[400])
    if wants_json():
        return answered(
            {
                "ok": False,
                "code": CODES.get(status, "invalid"),
                "why": _both(title, advice),
                "fields": {},
            },
            status,
        )
    return _page(status, "")


def _accident(error: Exception) -> Response:
    log.error("web.failed", route=request.endpoint, exc_info=error)
    if wants_json():
        title, advice = TITLES[500]
        return answered({"ok": False, "code": "busy", "why": _both(title, advice), "fields": {}, "retry_after": 5}, 503)
    return _page(500, "")


def wants_json() -> bool:
    """Say whether a program asks, not a person's browser."""
    return (
        request.path.startswith("/api/")
        or request.path.endswith(".json")
        or request.accept_mimetypes.best == "application/json"
    )


def _both(title: str, advice: str) -> str:
    return say("{title}. {advice}", title=title, advice=advice)


def _page(status: int, why: str) -> Response:
    title, advice = TITLES.get(status, TITLES[400])
    lang = language()
    boot = {"lang": lang, "dir": direction(lang)}
    said = {"title": title, "why": why, "what_to_do": advice}
    values = {name: translated(sentence, lang) for name, sentence in said.items()}
    html = render_template("errors/error.html", status=status, boot=boot, **values)
    return Response(html, status=status, content_type="text/html; charset=utf-8")
