"""The ledger: who was there, from when to when, whatever their browser and the meeting do."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import gevent
import pytest
import sqlalchemy as sa

from app.accounts.models import Person
from app.attendance.models import Stay
from app.core import clock
from app.core.actor import SYSTEM, Actor
from app.core.bus import Bus
from app.core.db import reading
from app.core.errors import Busy
from app.realtime.connections import Connection, Connections
from app.realtime.presence import Presence
from app.realtime.pulse import Pulse
from tests.cast import Cast, make_cast
from tests.mirror import Mirror, all_streams

START = dt.datetime(2020, 11, 10, 13, 0, tzinfo=dt.UTC)


@pytest.fixture
def cast(sqlite_cast: Cast) -> Cast:
    """A new meeting whose session and rooms opened at one o'clock."""
    with clock.set_to(START):
        new = make_cast(sqlite_cast.bus)
        new.open_round()
    return new


def at(seconds: float) -> Any:  # noqa: ANN401 - a block
    return clock.set_to(START + dt.timedelta(seconds=seconds))


def _program(cast: Cast, name: str, **data: object) -> None:
    assert cast.bus.ask(SYSTEM, name, uuid.uuid4().hex, data)["ok"]


def _arrive(cast: Cast, who: str, second: float) -> None:
    with at(second):
        _program(cast, "attendance.arrive", meeting=cast.meeting, people=[cast.person(who)])


def _leave(cast: Cast, who: str, second: float) -> None:
    with at(second + 30):
        gone = clock.iso(START + dt.timedelta(seconds=second))
        _program(cast, "attendance.leave", person=cast.person(who), at=gone)


def _stays(cast: Cast, who: str) -> list[tuple[int, float, float | None]]:
    """Give (room by its place in the list, -1 for the session, from, to) in seconds from the start."""
    with reading(cast.bus.engine) as db:
        own = sa.select(Stay).where(Stay.person_id == cast.person(who)).order_by(Stay.room_id.is_not(None), Stay.id)
        return [
            (
                cast.rooms.index(stay.room_id) if stay.room_id else -1,
                _second(stay.joined_at) or 0.0,
                _second(stay.left_at),
            )
            for stay in db.scalars(own)
        ]


def _place(cast: Cast, stay: Stay) -> int:
    return cast.rooms.index(stay.room_id) if stay.room_id else -1


def _second(moment: dt.datetime | None) -> float | None:
    return None if moment is None else (moment - START).total_seconds()


def test_who_comes_is_in_the_session_and_in_their_room_until_they_go(cast: Cast) -> None:
    _arrive(cast, "ghana", 10)
    assert _stays(cast, "ghana") == [(-1, 10, None), (0, 10, None)]
    _leave(cast, "ghana", 100)
    assert _stays(cast, "ghana") == [(-1, 10, 100), (0, 10, 100)]


@pytest.mark.parametrize(("away", "visits"), [(1, 1), (30, 1), (31, 2)])
def test_whoever_is_back_within_half_a_minute_has_not_left(cast: Cast, away: int, visits: int) -> None:
    _arrive(cast, "ghana", 0)
    _leave(cast, "ghana", 100)
    _arrive(cast, "ghana", 100 + away)
    assert [stay for stay in _stays(cast, "ghana") if stay[0] == -1] == [
        [(-1, 0, None)],
        [(-1, 0, 100), (-1, 131, None)],
    ][visits - 1]


def test_who_is_moved_leaves_one_room_and_enters_the_other(cast: Cast) -> None:
    _arrive(cast, "ghana", 0)
    with at(60):
        cast.must("canada", "placement.put", round=cast.rounds[0], person=cast.person("ghana"), room=cast.rooms[1])
    assert _stays(cast, "ghana") == [(-1, 0, None), (0, 0, 60), (1, 60, None)]


def test_nobody_is_in_a_room_after_its_round_or_in_a_session_after_its_end(cast: Cast) -> None:
    _arrive(cast, "ghana", 0)
    with at(60):
        cast.close_round()
    assert _stays(cast, "ghana") == [(-1, 0, None), (0, 0, 60)]
    with at(90):
        cast.must("canada", "session.close", session=cast.sessions[0])
    assert _stays(cast, "ghana") == [(-1, 0, 90), (0, 0, 60)]


def test_rooms_close_with_their_session_so_that_nobody_enters_one_afterwards(cast: Cast) -> None:
    with at(60):
        cast.must("canada", "session.close", session=cast.sessions[0])
    _arrive(cast, "ghana", 70)
    assert _stays(cast, "ghana") == []
    rooms = [thing for thing in cast.things(f"meeting:{cast.meeting}", "room") if thing["round"] == cast.rounds[0]]
    assert [room["state"] for room in rooms] == ["closed", "closed"]


def test_who_is_there_when_a_session_opens_takes_part_in_it(cast: Cast) -> None:
    _arrive(cast, "ghana", 0)
    with at(60):
        cast.must("canada", "session.open", session=cast.sessions[1])
    assert _stays(cast, "ghana") == [(-1, 0, 60), (-1, 60, None), (0, 0, 60)]


def test_who_is_put_out_is_not_there_any_more(cast: Cast) -> None:
    _arrive(cast, "ghana", 0)
    with at(60):
        cast.must("canada", "person.remove", person=cast.person("ghana"))
    assert _stays(cast, "ghana") == [(-1, 0, 60), (0, 0, 60)]
    _arrive(cast, "ghana", 70)
    assert len(_stays(cast, "ghana")) == 2


def test_who_waits_in_the_lobby_is_counted_from_when_they_are_let_in(cast: Cast) -> None:
    person = cast.must("canada", "person.add", meeting=cast.meeting, person_name="Walk-in", delegation="Chad")["id"]
    cast.actor["walk_in"] = Actor(person, cast.meeting)
    _arrive(cast, "walk_in", 0)
    assert _stays(cast, "walk_in") == []
    with at(60):
        cast.must("canada", "person.admit", person=person)
    assert _stays(cast, "walk_in") == [(-1, 60, None)]


@pytest.mark.parametrize("who", ["secretariat", "screen"])
def test_those_who_make_the_meeting_possible_are_not_counted_anywhere(cast: Cast, who: str) -> None:
    cast.must("canada", "placement.put", round=cast.rounds[0], person=cast.person(who), room=cast.rooms[0])
    _arrive(cast, who, 0)
    assert _stays(cast, who) == []


def test_totals_say_what_the_stays_say_and_each_person_counts_once(cast: Cast) -> None:
    for who in ("ghana", "norway", "brazil", "rapporteur_1"):
        _arrive(cast, who, 0)
    _leave(cast, "norway", 50)
    _arrive(cast, "norway", 500)
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    _program(cast, "tally.tell", meeting=cast.meeting)
    [overall] = cast.things(f"meeting:{cast.meeting}", "tally")
    assert (overall["people"], overall["member_states"], overall["present"]) == (4, 3, 4)
    assert overall["sentence"] == "4 participants from 3 UN Member States"
    rows = {thing["id"]: thing["people"] for thing in cast.things(f"meeting:{cast.meeting}:chairs", "board_row")}
    assert [rows[room] for room in cast.rooms] == [2, 1, 0]
    assert mirror.wrong() == {}


def test_figures_that_did_not_change_are_not_told_again(cast: Cast) -> None:
    _arrive(cast, "ghana", 0)
    heard: list[str] = []
    cast.bus.tell.append(lambda outcome: heard.extend(told.event for told in outcome.told))
    pulse = Pulse(cast.bus)
    cast.bus.tell.append(pulse.changed)
    for _ in range(5):
        cast.must("canada", "meeting.say", meeting=cast.meeting, message=uuid.uuid4().hex)
        _arrive(cast, "norway", 1)
    for _ in range(3):
        pulse.beat()
    assert heard.count("tally.told") == len({"meeting", "chairs"})


def test_a_report_may_not_name_rooms_or_people_of_another_meeting(cast: Cast) -> None:
    moments = {"joined": "2020-11-10T13:00:00Z", "left": "2020-11-10T14:00:00Z"}
    other = make_cast(cast.bus)
    for stay in ({"person": cast.person("ghana"), "room": other.rooms[0]}, {"person": other.person("ghana")}):
        answer = cast.ask(
            "secretariat", "attendance.import", session=cast.sessions[0], source="x", stays=[stay | moments]
        )
        assert answer["code"] == "invalid"


class BusyAtFirst(Bus):
    """A bus whose database can save nothing for a moment."""

    moments = 2

    def ask(self, actor: Actor, name: str, ask_id: str, data: Any) -> dict[str, Any]:  # noqa: ANN401 - as the bus has it
        self.moments -= 1
        return super().ask(actor, name, ask_id, data) if self.moments < 0 else Busy("Later.", retry_after=0.02).answer()


def test_nobody_goes_uncounted_because_the_database_was_busy(cast: Cast) -> None:
    lines = Lines(cast, grace=30)
    lines.presence = Presence(BusyAtFirst(cast.bus.engine), lines.connections)
    lines.open()
    assert not _present(cast)
    with gevent.Timeout(5):
        while not _present(cast):
            gevent.sleep(0.01)


class Lines:
    """A person's sockets, as the list of connections knows them."""

    def __init__(self, cast: Cast, grace: float) -> None:
        self.connections = Connections()
        self.presence = Presence(cast.bus, self.connections, grace)
        self.actor = cast.actor["ghana"]
        self.count = 0

    def open(self) -> str:
        self.count += 1
        connection = Connection(str(self.count), "", self.actor, None)  # type: ignore[arg-type]
        if self.connections.add(connection):
            self.presence.connected(self.actor)
        return connection.sid

    def close(self, sid: str) -> None:
        removed = self.connections.remove(sid)
        if removed and removed[1]:
            self.presence.disconnected(self.actor.person_id or 0)


def _present(cast: Cast) -> bool:
    with reading(cast.bus.engine) as db:
        return db.get_one(Person, cast.person("ghana")).present


def test_two_tabs_are_one_person_who_leaves_with_the_last(sqlite_cast: Cast) -> None:
    lines = Lines(sqlite_cast, grace=0.05)
    first, second = lines.open(), lines.open()
    lines.close(first)
    gevent.sleep(0.15)
    assert _present(sqlite_cast)
    lines.close(second)
    gevent.sleep(0.15)
    assert not _present(sqlite_cast)


def test_who_comes_back_and_goes_again_has_half_a_minute_of_their_own(sqlite_cast: Cast) -> None:
    lines = Lines(sqlite_cast, grace=0.3)
    lines.close(lines.open())
    gevent.sleep(0.2)
    lines.close(lines.open())
    gevent.sleep(0.2)
    assert _present(sqlite_cast), "the first half minute is over, the second is not"
    gevent.sleep(0.3)
    assert not _present(sqlite_cast)
