"""Changes by HTTP: the same commands as over the socket, by POST, once however often they are sent."""

from __future__ import annotations

import hmac
import json
import uuid
from typing import Any

from flask import Blueprint, Response, request
from markupsafe import Markup

from app.core.actor import NOBODY
from app.core.errors import Busy, Forbidden, Invalid, SignedOut
from app.core.strict_json import dumps, loads
from app.web.place import csrf, place, who
from app.web.words import language
from app.words.answers import in_language

asking = Blueprint("asking", __name__)
LARGEST = 4 * 1024 * 1024

STATUS = {
    "invalid": 422,
    "forbidden": 403,
    "not_found": 404,
    "conflict": 409,
    "gone": 410,
    "busy": 429,
    "signed_out": 401,
}


@asking.post("/api/commands/<name>")
def command(name: str) -> Response:
    """Carry out one command; the header Idempotency-Key holds its id."""
    if who() is NOBODY:
        raise SignedOut
    from_our_own_page()
    wait = place().allowance(who().person_id or 0)
    if wait:
        message = "That was a lot at once. It is kept here and sent again in a moment."
        raise Busy(message, retry_after=round(wait + 0.5, 1))
    ask_id = request.headers.get("Idempotency-Key") or str(uuid.uuid4())
    return answered(place().bus.ask(who(), name, ask_id, sent()))


def from_our_own_page() -> None:
    """Refuse what another site's page may have sent in a signed-in person's name."""
    origin = request.headers.get("Origin")
    elsewhere = origin is not None and origin not in place().settings.own_origins
    if elsewhere or request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}:
        message = "This was sent from another site's page. Open the meeting's own page and try again."
        raise Forbidden(message)
    if who() is not NOBODY and not hmac.compare_digest(request.headers.get("X-CSRF", "").encode(), csrf().encode()):
        message = "This page is older than your sign-in. Load it again; what you typed is kept."
        raise Forbidden(message)


def sent() -> Any:  # noqa: ANN401 - JSON from outside
    """Read the JSON that was sent, strictly."""
    if request.mimetype != "application/json":
        message = "Send JSON, with Content-Type: application/json."
        raise Invalid(message)
    try:
        return loads(request.get_data(cache=False).decode())
    except (ValueError, UnicodeDecodeError, RecursionError) as wrong:
        message = "What was sent is not JSON that can be read."
        raise Invalid(message) from wrong


def answered(answer: dict[str, Any], status: int | None = None) -> Response:
    """Write an answer of the live contract as HTTP, its sentences in the language of whoever asks."""
    code = status or (200 if answer.get("ok", True) else STATUS.get(str(answer.get("code")), 400))
    response = Response(
        dumps(in_language(answer, language())).encode("utf-8", "replace"),
        status=code,
        content_type="application/json; charset=utf-8",
    )
    if answer.get("retry_after"):
        response.headers["Retry-After"] = str(int(answer["retry_after"]) + 1)
    return response


def for_script(value: Any) -> Markup:  # noqa: ANN401 - JSON values
    """Write JSON that can stand inside a page's script element."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - no sign is left that could end the element or begin a tag
