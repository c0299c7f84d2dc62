"""A meeting served by several processes is one meeting: told in order everywhere, asked once, revoked at once."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import pickle
import time
import uuid
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import sqlalchemy as sa
from redis import Redis

from app.accounts.throttle import FREE_TRIES
from app.core.actor import SYSTEM
from app.core.db import reading
from app.core.journal import Entry
from app.realtime.hints import Hints
from app.realtime.neighbours import CHANNEL
from tests.cast import Cast, come_in
from tests.doors import Answer, Browser, Line
from tests.processes.quarter import KEY, Quarter


def capture(browser: Browser, room: int, text: str, ask_id: str | None = None) -> dict[str, object]:
    data = {"room": room, "text": text, "kind": "takeaway", "tags": []}
    answer: dict[str, object] = browser.ask("takeaway.capture", data, ask_id)
    return answer


def test_what_is_captured_at_one_process_is_told_at_the_other_in_order(quarter: Quarter, cast: Cast) -> None:
    room = f"room:{cast.rooms[0]}"
    writers = [quarter.browser(cast, "rapporteur_1", at) for at in (0, 1)]
    lines = [quarter.browser(cast, who, at).line() for at, who in ((0, "ghana"), (1, "norway"))]
    since = [line.follow(room)["revision"] for line in lines]
    for number in range(20):
        assert capture(writers[number % 2], cast.rooms[0], f"Point {number}")["ok"]
    for line, first in zip(lines, since, strict=True):
        assert line.until(lambda line=line: len(line.told(room)) >= 20)  # type: ignore[misc]
        told = line.told(room)
        assert [each["revision"] for each in told] == list(range(first + 1, first + 21))
        texts = [each["changes"][0]["put"]["text"] for each in told]
        assert texts == [f"Point {number}" for number in range(20)]


def test_it_is_told_at_the_other_process_within_a_blink(quarter: Quarter, cast: Cast) -> None:
    room = f"room:{cast.rooms[0]}"
    writer = quarter.browser(cast, "rapporteur_1", 0)
    line = quarter.browser(cast, "norway", 1).line()
    line.follow(room)
    took = []
    for number in range(10):
        assert capture(writer, cast.rooms[0], f"Quick {number}")["ok"]
        began = time.monotonic()
        assert line.until(lambda number=number: len(line.told(room)) > number)  # type: ignore[misc]
        took.append(time.monotonic() - began)
    assert sorted(took)[5] < 0.5, took


def test_an_ask_repeated_at_the_other_process_gets_the_first_answer(quarter: Quarter, cast: Cast) -> None:
    here = quarter.browser(cast, "rapporteur_2", 0)
    there = quarter.same(here, 1)
    ask_id = uuid.uuid4().hex
    first = capture(here, cast.rooms[1], "Said once", ask_id)
    assert first["ok"]
    assert capture(there, cast.rooms[1], "Said once", ask_id) == first
    assert there.line().ask("takeaway.capture", {}, ask_id)["code"] == "invalid"
    points = [thing for thing in cast.things(f"room:{cast.rooms[1]}", "takeaway") if thing["text"] == "Said once"]
    assert len(points) == 1


def test_who_is_put_out_at_one_process_is_silent_everywhere_within_a_second(quarter: Quarter, cast: Cast) -> None:
    secretariat = quarter.browser(cast, "secretariat", 0)
    took = []
    for name in ("fiji", "tonga", "samoa"):
        stranger = come_in(cast, name, f"Delegate 9 ({name.title()})", name.title())
        lines = [quarter.browser(cast, name, at).line() for at in (0, 1)]
        for line in lines:
            assert line.follow(f"meeting:{cast.meeting}")["ok"]
        assert secretariat.ask("person.remove", {"person": stranger.person_id})["ok"]
        began = time.monotonic()
        for line in lines:
            assert line.until(lambda line=line: line.closed, 5)  # type: ignore[misc]
        took.append(time.monotonic() - began)
    assert sorted(took)[1] < 1, took


def test_who_is_moved_hears_nothing_more_of_the_room_at_another_process(quarter: Quarter, cast: Cast) -> None:
    stream = f"room:{cast.rooms[1]}"
    line = quarter.browser(cast, "brazil", 1).line()
    assert line.follow(stream)["ok"]
    where = {"round": cast.rounds[0], "person": cast.person("brazil"), "room": cast.rooms[0]}
    writer = quarter.browser(cast, "rapporteur_2", 0)
    assert cast_at(quarter, cast, 0, "secretariat", "placement.put", **where)["ok"]
    # Committed after it: whatever overtakes what on the way, it must not be heard.
    for number in range(5):
        assert capture(writer, cast.rooms[1], f"Not for others {number}")["ok"]
    assert line.until(lambda: bool(line.events("put_out")), 2)
    line.listen(0.3)
    assert [each["stream"] for each in line.events("put_out")] == [stream]
    assert "Not for others" not in str(line.heard)


def test_failed_tries_are_counted_together(quarter: Quarter) -> None:
    asker = {"X-Forwarded-For": "203.0.113.7"}
    elsewhere = {"X-Forwarded-For": "203.0.113.8"}
    wrong = {"code": "123456789", "name": "Somebody", "delegation": ""}
    here, there = quarter.visitor(0), quarter.visitor(1)
    for _ in range(FREE_TRIES + 1):
        here.post("/api/join", wrong, asker)
    assert 429 in _few_tries(there, asker)
    assert there.post("/api/join", wrong, elsewhere).status != 429


def test_a_page_open_at_another_process_is_shown_as_open(quarter: Quarter, cast: Cast) -> None:
    device = quarter.browser(cast, "observer", 0)
    other = quarter.browser(cast, "observer", 1)
    device.line()

    def live() -> list[bool]:
        listed = other.get(f"/api/people/{cast.person('observer')}/devices").json["devices"]
        return [each["live"] for each in listed]

    assert soon(lambda: live().count(True) == 1)
    device.close()
    assert soon(lambda: True not in live())


def test_figures_are_told_once_a_second_whoever_measures(quarter: Quarter, cast: Cast) -> None:
    stream = f"meeting:{cast.meeting}:chairs"
    lines = [quarter.browser(cast, who, at).line() for at, who in ((0, "canada"), (1, "jamaica"))]
    for line in lines:
        assert line.follow(stream)["ok"]
    writers = [quarter.browser(cast, who, at) for at, who in ((0, "rapporteur_1"), (1, "rapporteur_2"))]
    end = time.monotonic() + 3
    while time.monotonic() < end:
        for number, writer in enumerate(writers):
            assert capture(writer, cast.rooms[number], "Counted")["ok"]
    counted = len(cast.things(f"room:{cast.rooms[0]}", "takeaway"))

    def rows(line: Line) -> list[object]:
        told = [each for each in line.told(stream) if each["event"] == "tally.told"]
        put = [change["put"] for each in told for change in each["changes"] if "put" in change]
        ours = [row for row in put if row["type"] == "board_row" and row["id"] == cast.rooms[0]]
        return [row["points"] for row in ours[-1:]]

    assert [line.until(lambda line=line: rows(line) == [counted]) for line in lines] == [True, True]  # type: ignore[misc]
    told = [each for each in lines[0].told(stream) if each["event"] == "tally.told"]
    assert told == [each for each in lines[1].told(stream) if each["event"] == "tally.told"]
    moments = [dt.datetime.fromisoformat(each["at"]) for each in told]
    assert len(moments) > 2
    assert all(later - earlier > dt.timedelta(seconds=0.85) for earlier, later in pairwise(moments))


def test_a_document_is_made_by_one_process_and_given_out_by_all(quarter: Quarter, cast: Cast) -> None:
    chair = quarter.browser(cast, "canada", 0)
    answers = [chair.ask("export.request", {"meeting": cast.meeting, "format": "markdown"}) for _ in range(3)]
    wanted = {answer["result"]["id"] for answer in answers}

    def made() -> dict[int, str]:
        exports = cast.things(f"meeting:{cast.meeting}:chairs", "export")
        return {each["id"]: each["sha256"] for each in exports if each["state"] == "done"}

    assert soon(lambda: made().keys() == wanted, 40)
    finished = [line for line in told_of(cast, f"meeting:{cast.meeting}:chairs") if line == "export.finished"]
    assert len(finished) == 3
    for at in (0, 1):
        browser = quarter.same(chair, at)
        for export, digest in made().items():
            assert hashlib.sha256(browser.get(f"/exports/{export}/file").body).hexdigest() == digest


def test_a_recall_closes_its_rooms_once(quarter: Quarter, cast: Cast) -> None:
    another = quarter.cast()
    assert another.must("canada", "round.recall", round=another.rounds[0], seconds=5)
    stream = f"meeting:{another.meeting}"
    assert soon(lambda: "round.closed" in told_of(another, stream), 10)
    # Another process that had read the round as open a moment before asks the same, and changes nothing.
    assert another.bus.ask(SYSTEM, "round.close", uuid.uuid4().hex, {"round": another.rounds[0]})["ok"]
    assert told_of(another, stream).count("round.closed") == 1


def test_nothing_but_what_a_process_has_sealed_is_believed(quarter: Quarter, cast: Cast) -> None:
    asker = {"X-Forwarded-For": "203.0.113.9"}
    mark = hmac.digest(KEY.encode(), b"doorstep:203.0.113.9", hashlib.sha256).hex()[:32]
    hints = Hints(process="another", number=1, streams={"rights": 10**6}, vain=[["doorstep", mark]] * 9)
    ours = hints.sealed(KEY.encode())
    foreign = [
        hints.sealed(b"another key"),
        ours[64:],
        b"0" * 64 + ours[64:],
        ours[:64] + ours[64:].replace(b"doorstep", b"doorstop"),
        pickle.dumps(_Trap(quarter.houses[1].folder / "sprung")),
        b"\x00" * 1000,
        b"[" * 200_000,
        b"",
    ]
    with Redis(port=quarter.redis.port) as redis:
        for message in foreign:
            redis.publish(CHANNEL, message)
        # Told after them, it is heard after them.
        writer, line = quarter.browser(cast, "rapporteur_1", 0), quarter.browser(cast, "norway", 1).line()
        line.follow(f"room:{cast.rooms[0]}")
        assert capture(writer, cast.rooms[0], "Heard after the strangers")["ok"]
        assert line.until(lambda: "Heard after the strangers" in str(line.heard))
        assert 429 not in _few_tries(quarter.visitor(1), asker)
        assert not (quarter.houses[1].folder / "sprung").exists()
        # And the same words, sealed, are believed.
        redis.publish(CHANNEL, ours)
        assert 429 in _few_tries(quarter.visitor(0), asker)


def _few_tries(visitor: Browser, asker: dict[str, str]) -> list[int]:
    """Try so seldom that only tries elsewhere can make one wait."""
    statuses = []
    for _ in range(FREE_TRIES - 2):
        time.sleep(0.3)
        wrong = {"code": "123456789", "name": "Somebody", "delegation": ""}
        statuses.append(visitor.post("/api/join", wrong, asker).status)
    return statuses


class _Trap:
    """What makes a file where it is unpickled."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.place,)


def cast_at(quarter: Quarter, cast: Cast, at: int, who: str, name: str, **data: object) -> Answer:
    return quarter.browser(cast, who, at).ask(name, data)


def told_of(cast: Cast, stream: str) -> list[str]:
    """Give the events that were told on a stream, in order."""
    with reading(cast.bus.engine) as db:
        entries = sa.select(Entry.event).where(Entry.stream == stream).order_by(Entry.revision)
        return list(db.scalars(entries))


def soon(happened: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.05)
    return False
