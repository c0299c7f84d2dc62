"""The board's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response

from app.accounts.rules import CHAIRS, standing
from app.core.following import onlooker
from app.web.place import who
from app.web.screens import links, screen

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor

board = Blueprint("board", __name__)


@board.get("/m/<int:meeting>/board")
def the_board(meeting: int) -> Response:
    """All rooms at one view."""
    return screen(
        "board/board.html",
        "board",
        [],
        [f"meeting:{meeting}:chairs", f"meeting:{meeting}", f"person:{who().person_id or 0}"],
    )


@links
def for_chairs(db: Session, actor: Actor) -> dict[str, str]:
    """The board is for those who run the meeting."""
    return {"board": f"/m/{actor.meeting_id}/board"} if standing(onlooker(db, actor)).names & CHAIRS else {}
