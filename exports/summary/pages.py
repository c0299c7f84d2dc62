"""The summary's pages: the editor, the draft as data, the preview."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, render_template
from markupsafe import Markup

from app.accounts.rules import CHAIRS, standing
from app.core.actor import NOBODY
from app.core.db import reading
from app.core.errors import Forbidden, SignedOut
from app.core.following import may_follow, onlooker
from app.core.sentences import say, say_n
from app.web.asking import answered
from app.web.place import place, who
from app.web.screens import links, screen
from app.web.words import language
from app.words.catalogue import translated
from breakouts.takeaways.lapsed import lapsed
from exports.compile import to_document
from exports.emptiness import bare_headings
from exports.renderers import html
from exports.summary.compiling import compiled

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor
    from exports.sections import Section, Summary

summary = Blueprint("summary", __name__)


@summary.get("/m/<int:meeting>/summary")
def editor(meeting: int) -> Response:
    """Where the chairs edit, clear and export the summary."""
    must = [f"meeting:{meeting}:chairs", f"meeting:{meeting}", f"person:{who().person_id or 0}"]
    return screen("summary/summary.html", "summary", [f"meeting:{meeting}:staff"], must, summary=_outline(meeting))


@summary.get("/m/<int:meeting>/summary.json")
def outline(meeting: int) -> Response:
    """The draft as it would be compiled at this moment, section by section."""
    return answered(_outline(meeting))


@summary.get("/m/<int:meeting>/summary/preview")
def preview(meeting: int) -> Response:
    """The document as it would be exported now, as a page."""
    with reading(place().engine) as db:
        chairs_only(db, meeting)
        _source, draft = compiled(db, meeting)
    document = to_document(draft)
    boot = {"lang": document.language, "dir": "rtl" if document.language == "ar" else "ltr"}
    body = Markup(html.render_fragment(document))  # noqa: S704 - the renderer escapes every word
    page = render_template("summary/preview.html", body=body, document=document, boot=boot)
    return Response(page, content_type="text/html; charset=utf-8")


@summary.get("/summary/document.css")
def document_style() -> Response:
    """The style of the document as a web page."""
    return Response(html.stylesheet(), content_type="text/css; charset=utf-8")


def chairs_only(db: Session, meeting: int) -> None:
    """Refuse everybody but those who run the meeting."""
    if who() is NOBODY:
        raise SignedOut
    if not may_follow(db, who(), f"meeting:{meeting}:chairs"):
        raise Forbidden


def _outline(meeting: int) -> dict[str, Any]:
    with reading(place().engine) as db:
        chairs_only(db, meeting)
        source, draft = compiled(db, meeting)
        warnings = [*_warnings(draft), *_left_out(db, meeting)]
    return {
        "digest": draft.digest,
        "released": source.released,
        "draft": not source.released,
        "bare": [section.title for section in bare_headings(draft.sections)],
        "outline": [_section(section) for section in draft.sections],
        "warnings": [translated(warning, language()) for warning in warnings],
    }


def _section(section: Section) -> dict[str, Any]:
    names = ("key", "title", "level", "kind", "compiled", "body", "edited", "stale", "digest")
    return {name: getattr(section, name) for name in names}


def _warnings(draft: Summary) -> list[str]:
    stale = [section.title for section in draft.sections if section.stale]
    warnings: list[str] = [
        say("“{title}” was edited by hand, and what it was compiled from has changed since.", title=title)
        for title in stale
    ]
    warnings += [
        say("Words written for “{key}” stand nowhere any more: what they belonged to was taken out.", key=orphan.key)
        for orphan in draft.orphans
    ]
    bare = [section.title for section in bare_headings(draft.sections)]
    if bare:
        listed = "; ".join(bare)
        warnings.append(
            say_n(
                "{n} heading has nothing under it and is left out of the document: {listed}",
                "{n} headings have nothing under them and are left out of the document: {listed}",
                len(bare),
                listed=listed,
            )
        )
    if not draft.source.tallies.participants:
        warnings.append(say("Nobody has been counted yet, so the introduction says nothing about who took part."))
    return warnings


def _left_out(db: Session, meeting: int) -> list[str]:
    rooms = Counter(point.room.title for point in lapsed(db, meeting))
    return [
        say_n(
            "In “{room}”, {n} point was edited after it was chosen. It is left out until it is chosen again.",
            "In “{room}”, {n} points were edited after they were chosen. "
            "They are left out until they are chosen again.",
            n,
            room=room,
        )
        for room, n in rooms.items()
    ]


@links
def for_chairs(db: Session, actor: Actor) -> dict[str, str]:
    """The summary is edited by those who run the meeting."""
    return {"summary": f"/m/{actor.meeting_id}/summary"} if standing(onlooker(db, actor)).names & CHAIRS else {}
