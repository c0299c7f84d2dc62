"""Finished files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, send_file

from app.accounts.rules import standing
from app.core.db import reading
from app.core.errors import Forbidden, Gone
from app.core.following import may_follow, onlooker
from app.meetings.models import Meeting
from app.web.place import place, who
from app.web.screens import links
from exports.jobs.files import is_here
from exports.jobs.models import Export
from exports.jobs.queries import newest_final
from exports.jobs.runner import ENDINGS
from exports.summary.compiling import compiled
from exports.summary.pages import chairs_only

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.actor import Actor

files = Blueprint("files", __name__)
LONGEST_TITLE = 60


@files.get("/exports/<int:export>/file")
def download(export: int) -> Response:
    """A finished file; the rule is asked again at every download."""
    with reading(place().engine) as db:
        row = db.get(Export, export)
        if row is None:
            raise Forbidden
        _may_download(db, row)
        title = db.get_one(Meeting, row.meeting_id).title
        if row.state != "done":
            abort(404)
        path = place().settings.exports_dir / f"{row.id}{ENDINGS[row.format]}"
        lies_there = is_here(db, row, path)
    if not lies_there:
        message = "This file was removed from the server. Export the summary again."
        raise Gone(message)
    return send_file(Path(path), as_attachment=True, download_name=_name(title, row))


def _may_download(db: Session, row: Export) -> None:
    """Refuse everybody but the chairs; the final form of a released summary is everybody's who is in the meeting."""
    in_the_meeting = may_follow(db, who(), f"meeting:{row.meeting_id}") and not _is_big_screen(db, who())
    if in_the_meeting and not row.draft and row.state == "done" and compiled(db, row.meeting_id)[0].released:
        return
    chairs_only(db, row.meeting_id)


def _is_big_screen(db: Session, actor: Actor) -> bool:
    return "display" in standing(onlooker(db, actor)).names


@links
def final_summary(db: Session, actor: Actor) -> dict[str, str]:
    """The summary in its final form, for everybody in the meeting; the download asks whether it is still released."""
    if standing(onlooker(db, actor)).person is None or _is_big_screen(db, actor):
        return {}
    final = newest_final(db, actor.meeting_id or 0)
    return {"final": f"/exports/{final}/file"} if final else {}


def _name(title: str, row: Export) -> str:
    words = re.sub(r"\W+", "-", title)[:LONGEST_TITLE].strip("-") or str(row.meeting_id)
    return f"summary-{words}-{row.made_at:%Y-%m-%d}{'-draft' if row.draft else ''}{ENDINGS[row.format]}"
