"""Which table stands where in an archive, and which stays behind, with the reason. A test finds a table in neither."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

import sqlalchemy as sa

from app.accounts.models import Person, Placement, RoleGrant
from app.attendance.models import Stay, Unmatched
from app.core.contract import Sent
from app.core.db import Base
from app.core.journal import Act
from app.meetings.models import CoChair, Meeting, MeetingSession, Part, Speaker
from app.plenary.models import Stage
from breakouts.notes.models import Note
from breakouts.rooms.models import Room
from breakouts.rounds.models import Round
from breakouts.takeaways.models import Takeaway
from exports.archive import schema
from exports.summary.models import Clearance, SectionText


@dataclass(frozen=True)
class Held:
    """A table in the archive: its list, what its columns refer to (another list), what is left out of it and why.

    `later` are columns that refer to rows which may come later; `unique` are columns that no two rows share.
    """

    file: str
    list: str
    model: type[Base]
    row: type[Sent]
    refers: Mapping[str, str] = field(default_factory=dict)
    later: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    unique: tuple[str, ...] = ()

    @property
    def table(self) -> sa.Table:
        """Give the table."""
        return cast("sa.Table", self.model.__table__)

    @property
    def columns(self) -> dict[str, str]:
        """Give the table's columns in the archive by the name of their field; a number of its own is `no`."""
        names = [column.name for column in self.table.columns]
        kept = [name for name in names if name not in {*self.left_out, "meeting_id"}]
        return {"no" if name == "id" else name.removesuffix("_id"): name for name in kept}

    @property
    def is_numbered(self) -> bool:
        """Say whether its rows have numbers."""
        return "no" in self.row.model_fields


_ITSELF = "the meeting's own number: a new one is given"
_OF_THE_SERVER = "belongs to the server where it was, not to the meeting"

HELD = (
    Held(
        "meeting",
        "meeting",
        Meeting,
        schema.MeetingRow,
        left_out={"id": _ITSELF, "join_code": "a way in: a new code is made"},
    ),
    Held("meeting", "co_chairs", CoChair, schema.CoChairRow, unique=("delegation",)),
    Held(
        "people",
        "people",
        Person,
        schema.PersonRow,
        later={"looks_like": "people", "is_really": "people"},
        left_out={"account_id": _OF_THE_SERVER, "present": "nobody is connected to a meeting that is opened anew"},
    ),
    Held("meeting", "sessions", MeetingSession, schema.SessionRow),
    Held("meeting", "parts", Part, schema.PartRow, refers={"session": "sessions", "edited_by": "people"}),
    Held("meeting", "speakers", Speaker, schema.SpeakerRow, refers={"part": "parts"}),
    Held("rooms", "rounds", Round, schema.RoundRow, refers={"part": "parts"}),
    Held(
        "rooms",
        "rooms",
        Room,
        schema.RoomRow,
        refers={"part": "parts", "round": "rounds", "text_edited_by": "people"},
    ),
    Held(
        "people",
        "roles",
        RoleGrant,
        schema.RoleRow,
        refers={"person": "people", "room": "rooms"},
        unique=("person", "role", "room"),
    ),
    Held(
        "people",
        "placements",
        Placement,
        schema.PlacementRow,
        refers={"person": "people", "round": "rounds", "room": "rooms"},
        unique=("round", "person"),
    ),
    Held(
        "points",
        "points",
        Takeaway,
        schema.PointRow,
        refers={"room": "rooms", "author": "people", "edited_by": "people", "removed_by": "people"},
        later={"merged_into": "points", "sources": "points"},
    ),
    Held(
        "attendance",
        "stays",
        Stay,
        schema.StayRow,
        refers={"person": "people", "session": "sessions", "room": "rooms"},
    ),
    Held("attendance", "unmatched", Unmatched, schema.UnmatchedRow, refers={"session": "sessions"}),
    Held("summary", "sections", SectionText, schema.SectionRow, refers={"edited_by": "people"}, unique=("key",)),
    Held("summary", "clearances", Clearance, schema.ClearanceRow, refers={"person": "people"}, unique=("delegation",)),
    Held("meeting", "stage", Stage, schema.StageRow),
    Held(
        "timeline",
        "acts",
        Act,
        schema.ActRow,
        refers={"person": "people", "room": "rooms"},
        left_out={
            "actor": "names a number of the database there",
            "ask_id": "only serves to know a repeated ask again",
            "answer": "only serves to answer a repeated ask",
            "undo": "what was done before is not undone in a copy",
            "undone": "as undo",
        },
    ),
    Held(
        "notes",
        "notes",
        Note,
        schema.NoteRow,
        refers={"room": "rooms", "person": "people"},
        unique=("room", "person"),
    ),
)
"""In the order in which an archive is opened: what is referred to comes first."""

STAYS_BEHIND = {
    "link": "a secret: ways in are issued anew",
    "web_session": "a secret: browsers of people",
    "ticket": "a secret: connections of sockets",
    "pairing": "a secret: machines that became big screens",
    "retired_code": "ways in of the server where it was",
    "account": _OF_THE_SERVER,
    "account_session": _OF_THE_SERVER,
    "account_link": _OF_THE_SERVER,
    "recovery_code": _OF_THE_SERVER,
    "roster_import": "only serves to take an import back, where its file is; its people are in the archive",
    "export": "documents are made anew, byte for byte, from what is in the archive",
    "export_file": "as export",
    "measured": "figures are measured anew",
    "stream": "what browsers there have heard of; the new meeting begins its own",
    "journal": "as stream",
    "epoch": "of the database there; the head names it",
    "server_process": _OF_THE_SERVER,
    "attending": "who is connected there",
    "lease": _OF_THE_SERVER,
}
"""Every other table, and why it is not in an archive."""
