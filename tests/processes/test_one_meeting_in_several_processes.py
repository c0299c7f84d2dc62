"""A meeting served by several processes is one meeting: told in order everywhere, asked once, revoked at once."""

from __future__ import annotations

import time
import uuid

from tests.cast import Cast
from tests.doors import Browser
from tests.processes.quarter import Quarter


def capture(browser: Browser, room: int, text: str, ask_id: str | None = None) -> dict[str, object]:
    data = {"room": room, "text": text, "kind": "takeaway", "tags": []}
    answer: dict[str, object] = browser.ask("takeaway.capture", data, ask_id)
    return answer


def test_what_is_captured_at_one_process_is_told_at_the_other_in_order(quarter: Quarter, cast: Cast) -> None:
    room = f"room:{cast.rooms[0]}"
    writers = [quarter.browser(cast, "rapporteur_1", at) for at in (0, 1)]
    lines = [quarter.browser(cast, who, at).line() for at, who in ((0, "ghana"), (1, "norway"))]
    since = [line.follow(room)["revision"] for line in lines]
    for number in range(40):
        assert capture(writers[number % 2], cast.rooms[0], f"Point {number}")["ok"]
    for line, first in zip(lines, since, strict=True):
        assert line.until(lambda line=line: len(line.told(room)) >= 40)  # type: ignore[misc]
        told = line.told(room)
        assert [each["revision"] for each in told] == list(range(first + 1, first + 41))
        texts = [each["changes"][0]["put"]["text"] for each in told]
        assert texts == [f"Point {number}" for number in range(40)]


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
