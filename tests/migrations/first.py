"""A small meeting as the very first release wrote it: by that release's own columns, without any model of today."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa

MEETING = 1
_THEN = dt.datetime(2020, 11, 10, 13)  # noqa: DTZ001 - as SQLite keeps it; PostgreSQL takes it as it is
_NOBODY: dict[str, Any] = {
    "title": "",
    "email": "",
    "gender": "",
    "in_roster": True,
    "present": False,
    "removed_at": None,
}

ROWS: dict[str, list[dict[str, Any]]] = {
    "meeting": [
        {
            "id": MEETING,
            "title": "From the first release",
            "process": "",
            "running_head": "",
            "document_title": "",
            "overview": ["A line"],
            "introduction": "",
            "language": "en",
            "state": "live",
            "message": "",
            "join_code": "123456789",
            "walk_ins": "lobby",
            "drafts_for_chairs": False,
        }
    ],
    "co_chair": [{"meeting_id": MEETING, "delegation": "CA", "position": 1}],
    "person": [
        {"id": 1, "meeting_id": MEETING, "name": "Rapporteur 1", "delegation": "GH", "admitted_at": _THEN, **_NOBODY}
    ],
    "session": [
        {
            "id": 1,
            "meeting_id": MEETING,
            "position": 1,
            "title": "First session",
            "date": dt.date(2020, 11, 10),
            "state": "open",
            "opened_at": _THEN,
            "closed_at": None,
        }
    ],
    "part": [
        {
            "id": 1,
            "meeting_id": MEETING,
            "session_id": 1,
            "position": 1,
            "title": "Groups",
            "kind": "breakouts",
            "minutes": 45,
            "state": "running",
            "started_at": _THEN,
            "ended_at": None,
            "narrative": "",
            "version": 0,
            "edited_by": None,
            "edited_at": None,
        }
    ],
    "stream": [{"name": "meeting:1", "revision": 3}],
    "journal": [{"stream": "meeting:1", "revision": 3, "event": "part.started", "at": _THEN, "changes": []}],
}


def fill_first(engine: sa.Engine) -> None:
    """Put the meeting into a database that has the shape of the first release."""
    known = sa.MetaData()
    with engine.execution_options(writes=True).begin() as connection:
        known.reflect(connection)
        for table, rows in ROWS.items():
            connection.execute(known.tables[table].insert(), rows)
