"""Redis away, a process killed, a process ended well: nothing is lost, and what is late is late by seconds."""

from __future__ import annotations

import json
import signal
import time
import urllib.error
import urllib.request

import pytest
import sqlalchemy as sa
from websocket import WebSocketException

from app.core.db import reading
from app.core.journal import Entry
from tests.cast import Cast
from tests.doors import Browser, Line, Refused
from tests.houses import House
from tests.processes.quarter import LEAVES_AFTER, Quarter, kill
from tests.processes.test_one_meeting_in_several_processes import capture, soon

LATE_AT_MOST = 5.0


@pytest.fixture
def cast(quarter: Quarter) -> Cast:
    return quarter.cast()


def test_four_writers_and_four_readers_agree_on_one_order(quarter: Quarter, cast: Cast) -> None:
    stream = f"room:{cast.rooms[0]}"
    writers = [quarter.browser(cast, "rapporteur_1", at).line() for at in range(4)]
    readers = [quarter.browser(cast, who, at).line() for at, who in enumerate(("ghana", "norway", "ghana", "norway"))]
    for reader in readers:
        assert reader.follow(stream)["ok"]
    data = {"room": cast.rooms[0], "kind": "takeaway", "tags": []}
    asked = []
    for number in range(6):
        for at, writer in enumerate(writers):
            ask = {"name": "takeaway.capture", "id": f"{at}-of-{number:08}", "data": data | {"text": f"{at} {number}"}}
            asked.append((writer, writer.start("ask", ask)))
    for writer, number in asked:
        assert writer.until(lambda writer=writer, number=number: number in writer.acks, 30)  # type: ignore[misc]
        assert writer.acks[number]["ok"], writer.acks[number]
    for reader in readers:
        assert reader.until(lambda reader=reader: len(reader.told(stream)) >= len(asked), 30)  # type: ignore[misc]
    told = [
        [(each["revision"], each["changes"][0]["put"]["text"]) for each in reader.told(stream)] for reader in readers
    ]
    assert told[0] == told[1] == told[2] == told[3]
    revisions = [revision for revision, _text in told[0]]
    assert revisions == list(range(revisions[0], revisions[0] + len(asked)))


def test_without_redis_all_is_told_within_a_heartbeat_and_with_it_at_once_again(quarter: Quarter, cast: Cast) -> None:
    stream = f"room:{cast.rooms[0]}"
    writer = quarter.browser(cast, "rapporteur_1", 0)
    line, leaver = quarter.browser(cast, "norway", 1).line(), quarter.browser(cast, "ghana", 2).line()
    first = line.follow(stream)["revision"]
    assert leaver.follow(stream)["ok"]
    assert _told_after(writer, line, cast, "Before") < 1
    quarter.redis.stop(signal.SIGKILL)
    late = [_told_after(writer, line, cast, f"Without Redis {number}") for number in range(2)]
    assert max(late) < LATE_AT_MOST, late
    # Neither is a right that ended heard of later than that.
    began = time.monotonic()
    removed = quarter.browser(cast, "secretariat", 3).ask("person.remove", {"person": cast.person("ghana")})
    assert removed["ok"]
    assert leaver.until(lambda: leaver.closed, LATE_AT_MOST + 1)
    assert time.monotonic() - began < LATE_AT_MOST
    assert ready(quarter.houses[0]) == (200, "degraded")
    quarter.redis.start()
    assert soon(lambda: [ready(house) for house in quarter.houses] == [(200, "ok")] * 4)
    assert sorted(_told_after(writer, line, cast, f"After {number}") for number in range(3))[1] < 1
    assert [each["revision"] for each in line.told(stream)] == list(range(first + 1, first + 7))


def test_who_has_pages_at_two_processes_leaves_when_the_last_is_closed(quarter: Quarter, cast: Cast) -> None:
    devices = [quarter.browser(cast, "ghana", at) for at in (0, 1)]
    for device in devices:
        device.line()
    assert soon(lambda: is_present(cast, "ghana"))
    devices[0].close()
    end = time.monotonic() + LEAVES_AFTER + 4.5
    while time.monotonic() < end:
        assert is_present(cast, "ghana")
        time.sleep(0.2)
    devices[1].close()
    assert soon(lambda: not is_present(cast, "ghana"), LEAVES_AFTER + 8)
    arrived = [told for told in events(cast) if told[0] == "people.arrived" and told[1] == cast.person("ghana")]
    assert len(arrived) == 1


def test_people_of_a_killed_process_return_to_another_and_who_does_not_has_left(quarter: Quarter, cast: Cast) -> None:
    returning = [quarter.browser(cast, who) for who in ("ghana", "norway", "brazil", "unplaced")]
    lines = [browser.line() for browser in returning]
    heads = [line.follow(f"meeting:{cast.meeting}")["revision"] for line in lines]
    only_here = quarter.browser(cast, "observer", 3)
    only_here.line()
    assert soon(lambda: is_present(cast, "observer") and is_present(cast, "ghana"))
    kill(quarter.houses[3])
    try:
        for browser, line, head in zip(returning, lines, heads, strict=True):
            # nginx noticed by itself; whoever was elsewhere has noticed nothing.
            alive = line if not line.until(lambda line=line: line.closed, 0.3) else _back(browser)  # type: ignore[misc]
            assert "changes" in alive.follow(f"meeting:{cast.meeting}", head)
        assert soon(lambda: not is_present(cast, "observer"), LEAVES_AFTER + 12)
        assert [is_present(cast, who) for who in ("ghana", "norway", "brazil", "unplaced")] == [True] * 4
    finally:
        quarter.houses[3].start()


def test_a_process_that_is_told_to_end_sends_its_people_elsewhere(quarter: Quarter, cast: Cast) -> None:
    house = quarter.houses[2]
    stays, leaves = quarter.browser(cast, "ghana", 2), quarter.browser(cast, "norway", 2)
    staying, leaving = stays.line(), leaves.line()
    assert house.process
    began = time.monotonic()
    house.process.send_signal(signal.SIGTERM)
    try:
        assert leaving.until(lambda: bool(leaving.events("draining")), 3)
        assert leaving.events("draining") == [{"after_ms": 4000}]
        assert ready(house)[0] == 503
        answer = staying.request("ask", {"name": "takeaway.propose", "id": "once-more-please", "data": {}})
        assert (answer["ok"], answer["code"]) == (False, "busy")
        assert 0 < answer["retry_after"] < 5
        assert stays.post("/api/commands/takeaway.propose", {}).status == 429
        leaving.close()
        assert quarter.same(leaves, 1).line().request("heads", {})["ok"]
        assert staying.until(lambda: staying.closed, 10), "a client that does not go is hung up on"
        assert house.process.wait(10) == 0
        assert time.monotonic() - began < 10
    finally:
        house.stop(signal.SIGKILL)
        house.start()
    assert soon(lambda: not is_present(cast, "ghana"), LEAVES_AFTER + 8), (
        "ended well, its people have left after the grace"
    )


def ready(house: House) -> tuple[int, str]:
    """Give what a process says of itself: the status, and how Redis is."""
    address = f"http://127.0.0.1:{house.port}/readyz"
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            status, body = answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        status, body = refused.code, refused.read()
    return status, str(json.loads(body)["parts"]["redis"])


def is_present(cast: Cast, who: str) -> bool:
    people = cast.things(f"meeting:{cast.meeting}:chairs", "person")
    return next(bool(each["present"]) for each in people if each["id"] == cast.person(who))


def events(cast: Cast) -> list[tuple[str, int]]:
    """Give what was told of people to the chairs: the event, and of whom."""
    with reading(cast.bus.engine) as db:
        stream = f"meeting:{cast.meeting}:chairs"
        rows = db.scalars(sa.select(Entry).where(Entry.stream == stream).order_by(Entry.revision)).all()
        return [
            (row.event, change["put"]["id"])
            for row in rows
            for change in row.changes
            if "put" in change and change["put"]["type"] == "person"
        ]


def _told_after(writer: Browser, line: Line, cast: Cast, text: str) -> float:
    assert capture(writer, cast.rooms[0], text)["ok"]
    began = time.monotonic()
    assert line.until(lambda: text in str(line.told()[-1:]), LATE_AT_MOST + 3), text
    return time.monotonic() - began


def _back(browser: Browser) -> Line:
    end = time.monotonic() + 10
    while True:
        try:
            return browser.line()
        except (Refused, OSError, WebSocketException):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
