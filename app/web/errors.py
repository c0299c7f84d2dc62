"""Refusals and accidents as pages or as JSON: what happened, what is safe, what to do; never a bare 500."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from flask import Response, render_template, request
from werkzeug.exceptions import HTTPException

from app.core.errors import Refusal
from app.web.asking import answered
from app.web.words import direction, language

if TYPE_CHECKING:
    from flask import Flask

log = structlog.get_logger()

CODES = {403: "forbidden", 404: "not_found", 410: "gone", 413: "invalid", 429: "busy"}

TITLES = {
    400: ("This could not be understood", "Go back and try again."),
    401: (
        "You are signed out",
        "Open your personal link again, or join with the meeting's code. What you typed is kept in this browser.",
    ),
    403: (
        "This page is not for you",
        "If you should see it, ask the secretariat to give you the role; then load the page again.",
    ),
    404: ("There is no such page", "Look at the address again, or start from the link you were sent."),
    405: ("This cannot be done here", "Go back and try again."),
    410: ("This is over", "Go back to the meeting's page."),
    413: ("That was too large", "Send less at once; what you typed is kept."),
    429: ("A moment, please", "Wait a few seconds and load the page again."),
    500: (
        "Something went wrong here",
        "Nothing that was saved is lost, and what you typed is kept in this browser. Load the page again in a moment.",
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
                "why": f"{title}. {advice}",
                "fields": {},
            },
            status,
        )
    return _page(status, "")


def _accident(error: Exception) -> Response:
    log.error("web.failed", route=request.endpoint, exc_info=error)
    if wants_json():
        title, advice = TITLES[500]
        return answered({"ok": False, "code": "busy", "why": f"{title}. {advice}", "fields": {}, "retry_after": 5}, 503)
    return _page(500, "")


def wants_json() -> bool:
    """Say whether a program asks, not a person's browser."""
    return (
        request.path.startswith("/api/")
        or request.path.endswith(".json")
        or request.accept_mimetypes.best == "application/json"
    )


def _page(status: int, why: str) -> Response:
    title, advice = TITLES.get(status, TITLES[400])
    lang = language()
    boot = {"lang": lang, "dir": direction(lang)}
    html = render_template("errors/error.html", status=status, title=title, why=why, what_to_do=advice, boot=boot)
    return Response(html, status=status, content_type="text/html; charset=utf-8")
