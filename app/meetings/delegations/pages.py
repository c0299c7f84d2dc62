"""What pages ask about delegations: those that what was typed may become, and their names in the reader's language."""

from __future__ import annotations

from flask import Blueprint, Response, request

from app.core.strict_json import dumps
from app.meetings.delegations.names import LANGUAGES, translations
from app.meetings.delegations.naming import code_for
from app.meetings.delegations.search import LONGEST, search
from app.web.words import language

delegations = Blueprint("delegations", __name__)
OFFERED = 8
A_DAY = 24 * 60 * 60


@delegations.get("/api/delegations")
def offered() -> Response:
    """Give the delegations that what was typed may become, best first, in the reader's language.

    `matched` is the spelling that was found where it is another than the name; `meant` says that what was typed is
    understood as this delegation as it stands.
    """
    typed = request.args.get("q", "")[:LONGEST]
    meant = code_for(typed)
    found = search(typed, OFFERED, language())
    rows = [{"code": e.code, "name": e.name, "matched": e.matched, "meant": e.code == meant} for e in found]
    return Response(dumps(rows), content_type="application/json; charset=utf-8")


@delegations.get("/api/delegations/names")
def names() -> Response:
    """Give, by the English name that things on streams carry, the names that differ from it in the language asked."""
    asked = request.args.get("lang", "")
    lang = asked if asked in LANGUAGES else language()
    response = Response(dumps(dict(translations(lang))), content_type="application/json; charset=utf-8")
    if lang == asked:
        response.headers["Cache-Control"] = f"public, max-age={A_DAY}"
    return response
