from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from app.core import clock, journal
from app.core.db import reading
from breakouts.takeaways.queries import Counts, approved_points, counts_by_room
from tests.breakouts.takeaways.lists import capture
from tests.cast import Cast

AT = dt.datetime(2026, 11, 10, 14, 32, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
ROOM_SNAPSHOT = 6
"""Statements for a fresh copy of a room: one for its points, the others for the room and the people."""


def test_the_counts_of_a_room_follow_its_list(cast: Cast) -> None:
    with clock.set_to(AT):
        one, two, _three = capture(cast, "one", "two", "three")
        cast.must("rapporteur_1", "takeaway.approve", takeaway=one)
        cast.must("rapporteur_1", "takeaway.remove", takeaway=two)
        cast.must("ghana", "takeaway.propose", room=cast.rooms[0], text="p")
        capture(cast, "elsewhere", who="rapporteur_2", room=1)
    with clock.set_to(AT + MINUTE):
        cast.close_round()
        capture(cast, "late")
    with clock.set_to(AT + 2 * MINUTE):
        cast.must("moderator_2", "note.write", room=cast.rooms[1], body="x", base=0)
    with reading(cast.bus.engine) as db:
        counts = counts_by_room(db, cast.meeting)
    assert counts == {
        cast.rooms[0]: Counts(points=3, approved=1, proposed=1, after_close=1, last_activity=AT + MINUTE),
        cast.rooms[1]: Counts(points=1, approved=0, proposed=0, after_close=0, last_activity=AT),
    }


def test_approved_points_come_room_by_room_in_their_order(cast: Cast) -> None:
    one, two, _draft = capture(cast, "one", "two", "draft")
    (elsewhere,) = capture(cast, "elsewhere", who="rapporteur_2", room=1)
    cast.must("rapporteur_2", "takeaway.approve", takeaway=elsewhere)
    for point in (one, two):
        cast.must("rapporteur_1", "takeaway.approve", takeaway=point)
    cast.must("rapporteur_1", "takeaway.move", takeaway=two, after=None)
    with reading(cast.bus.engine) as db:
        assert [row.text for row in approved_points(db, cast.meeting)] == ["two", "one", "elsewhere"]


@pytest.mark.parametrize("count", [1, 12])
def test_reading_takes_the_same_number_of_statements_however_many_points_there_are(
    sqlite_cast: Cast, count: int
) -> None:
    cast, room = sqlite_cast, sqlite_cast.rooms[0]
    for point in capture(cast, *(str(number) for number in range(count))):
        cast.must("moderator_1", "takeaway.approve", takeaway=point)
        cast.must("canada", "report.call", room=room)
    assert _statements(cast, lambda db: approved_points(db, cast.meeting)) == 1
    assert _statements(cast, lambda db: counts_by_room(db, cast.meeting)) == 2
    assert _statements(cast, lambda db: journal.snapshot(db, f"room:{room}")) == ROOM_SNAPSHOT


def _statements(cast: Cast, read: Callable[[sa.orm.Session], object]) -> int:
    with reading(cast.bus.engine) as db:
        db.connection()
        seen: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
            seen.append(statement)

        sa.event.listen(cast.bus.engine, "before_cursor_execute", note)
        read(db)
        sa.event.remove(cast.bus.engine, "before_cursor_execute", note)
    return len(seen)
