"""Finished files."""

from __future__ import annotations

import re
from pathlib import Path

from flask import Blueprint, Response, abort, send_file

from app.core.db import reading
from app.core.errors import Forbidden, Gone
from app.meetings.models import Meeting
from app.web.place import place
from exports.jobs.models import Export
from exports.jobs.runner import ENDINGS
from exports.summary.pages import chairs_only

files = Blueprint("files", __name__)
LONGEST_TITLE = 60


@files.get("/exports/<int:export>/file")
def download(export: int) -> Response:
    """A finished file; the rule is asked again at every download."""
    with reading(place().engine) as db:
        row = db.get(Export, export)
        if row is None:
            raise Forbidden
        chairs_only(db, row.meeting_id)
        title = db.get_one(Meeting, row.meeting_id).title
    if row.state != "done":
        abort(404)
    path = place().settings.exports_dir / f"{row.id}{ENDINGS[row.format]}"
    if not path.is_file():
        message = "This file was removed from the server. Export the summary again."
        raise Gone(message)
    return send_file(Path(path), as_attachment=True, download_name=_name(title, row))


def _name(title: str, row: Export) -> str:
    words = re.sub(r"\W+", "-", title)[:LONGEST_TITLE].strip("-") or str(row.meeting_id)
    return f"summary-{words}-{row.made_at:%Y-%m-%d}{'-draft' if row.draft else ''}{ENDINGS[row.format]}"
