"""Meetings as the exports see them: a small one, an empty one, and a rehearsal's script."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from exports.source import (
    Clearance,
    PartSource,
    PointSource,
    RoomSource,
    SessionSource,
    SpeakerSource,
    SummarySource,
    Tallies,
)

AS_OF = datetime(2026, 5, 20, 14, 5, tzinfo=UTC)
SENTENCE = "over 40 participants from more than 20 UN Member States, as well as the UN, over two sessions"
SCRIPT = Path(__file__).resolve().parents[3] / "shared" / "rehearsal" / "script.json"

NOBODY = Tallies(0, 0, 0, 0, 0, {}, (), 0, (), "")
SOME = Tallies(
    participants=47,
    member_states=23,
    observer_states=0,
    un_entities=2,
    observers=1,
    by_kind={"member_state": 40, "un": 5, "observer": 2},
    sessions=(40, 31),
    every_session=24,
    rooms=((1, "Water points", 16, 11), (2, "", 15, 9)),
    sentence=SENTENCE,
)

WATER = RoomSource(
    id=31,
    number=1,
    title="Water points",
    moderated_by="Ghana",
    narrative="The group spoke about wells.\n\nIt also spoke about pumps.",
    lead_in="The group offered these practices:",
    points=(
        PointSource(1, "best_practice", "share one well between camp and village;"),
        PointSource(2, "best_practice", "keep a spare pump at every base"),
    ),
    people=16,
    delegations=11,
)
ROADS = RoomSource(
    id=32,
    number=2,
    moderated_by="Fiji",
    points=(
        PointSource(3, "question", "who repairs the bridge once the mission has left?"),
        PointSource(4, "challenge", "rain closes the northern road for four months of every year"),
        PointSource(5, "takeaway", "Engineers should come early.", after_close=True),
    ),
)

SMALL = SummarySource(
    meeting_id=1,
    title="Meeting on Water and Roads",
    process="Infrastructure Review",
    running_head="Infrastructure Review – May 2026",
    document_title="",
    language="en",
    co_chairs=("Ghana", "Fiji"),
    host_line="",
    overview=("roads and water were discussed over two days by all who came;", "Next steps are open"),
    introduction="Ghana and Fiji chaired the meeting. Its findings follow.",
    sessions=(
        SessionSource(
            11,
            1,
            "First day",
            date(2026, 5, 11),
            (
                PartSource(
                    21,
                    "Opening",
                    "remarks",
                    "",
                    (
                        SpeakerSource("Delegate 1", "Chief Engineer", "Ghana"),
                        SpeakerSource("", "Representative", "Fiji"),
                    ),
                ),
                PartSource(22, "", "breakouts", rooms=(WATER, ROADS)),
            ),
        ),
        SessionSource(
            12,
            2,
            "",
            date(2026, 5, 18),
            (
                PartSource(
                    23, "Closing", "closing", points=(PointSource(9, "takeaway", "All groups will meet again."),)
                ),
            ),
        ),
    ),
    tallies=SOME,
    edits=(),
    clearances=(Clearance("Ghana", AS_OF), Clearance("Fiji")),
    released=False,
    as_of=AS_OF,
)

EMPTY = SummarySource(1, "", "", "", "", "", (), "", (), "", (), NOBODY, (), (), released=False, as_of=AS_OF)


def rehearsal(path: Path = SCRIPT) -> SummarySource:
    """Give the source of a rehearsal's script, with figures of our own."""
    script = json.loads(path.read_text("utf-8"))
    meeting = script["meeting"]
    return SummarySource(
        meeting_id=1,
        title=meeting["title"],
        process=meeting["process"],
        running_head=meeting["running_head"],
        document_title=meeting["document_title"],
        language="en",
        co_chairs=tuple(meeting["co_chairs"]),
        host_line="",
        overview=tuple(meeting["overview"]),
        introduction=meeting["introduction"],
        sessions=tuple(_session(number, each) for number, each in enumerate(script["sessions"], start=1)),
        tallies=SOME,
        edits=(),
        clearances=(),
        released=False,
        as_of=AS_OF,
    )


def _session(number: int, session: dict[str, Any]) -> SessionSource:
    parts = tuple(_part(100 * number + place, part) for place, part in enumerate(session["parts"]))
    return SessionSource(number, number, session["title"], date.fromisoformat(session["date"]), parts)


def _part(number: int, part: dict[str, Any]) -> PartSource:
    speakers = tuple(
        SpeakerSource(each.get("name", ""), each.get("title", ""), each.get("delegation", ""))
        for each in part.get("speakers", [])
    )
    rooms = tuple(_room(each) for each in part.get("rooms", []))
    return PartSource(number, part["title"], part["kind"], "\n\n".join(part.get("narrative", [])), speakers, (), rooms)


def _room(room: dict[str, Any]) -> RoomSource:
    points = tuple(PointSource(number, each["kind"], each["text"]) for number, each in enumerate(room["points"]))
    return RoomSource(
        room["number"],
        room["number"],
        room["title"],
        moderated_by=room["moderated_by"],
        narrative="\n\n".join(room["narrative"]),
        lead_in=room["lead_in"],
        points=points,
    )
