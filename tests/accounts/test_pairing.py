"""A big screen by its code: paired once, by those who run the meeting, showing what everybody may see and no more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from app.accounts.pairing.commands import CODE_LASTS
from app.accounts.throttle import FREE_TRIES
from app.core import clock
from app.core.actor import SYSTEM
from tests.cast import Cast
from tests.doors import Browser
from tests.houses import House


@pytest.fixture(autouse=True)
def _own_browsers(house: House) -> Iterator[None]:
    yield
    house.hang_up()


def _shown(cast: Cast, ask_id: str) -> str:
    return str(cast.bus.ask(SYSTEM, "screen.show_code", ask_id, {})["result"]["code"])


def test_a_machine_becomes_a_big_screen_by_the_code_it_shows(house: House, cast: Cast) -> None:
    machine = house.visitor()
    shown = machine.post("/api/pairing", {})
    code = shown.json["code"]
    machine.cookie = str(shown.headers["Set-Cookie"]).split(";")[0]
    assert machine.post("/api/pairing/look", {}).json == {"ok": True, "waits": True}
    chair = house.browser(cast, "canada")
    asked = {"meeting": cast.meeting, "code": f"{code[:3]} {code[3:]}", "screen_name": "Hall A"}
    assert chair.ask("screen.pair", asked)["ok"]
    assert chair.ask("screen.pair", asked)["code"] == "gone", "one machine, one meeting"
    screen = _signed_in(machine)
    line = screen.line()
    followed = {stream: line.follow(stream)["ok"] for stream in _streams(cast)}
    assert followed == {stream: stream == f"meeting:{cast.meeting}" for stream in _streams(cast)}
    assert screen.ask("takeaway.propose", {"room": cast.rooms[0], "text": "A"})["code"] == "forbidden"
    assert screen.get(f"/m/{cast.meeting}/board").status == 403
    assert screen.get(f"/m/{cast.meeting}/screen").status == 200


def test_a_code_that_nobody_shows_is_slowed_down_for_whoever_guesses(cast: Cast) -> None:
    asked = {"meeting": cast.meeting, "code": "000000", "screen_name": "A"}
    answers = [cast.ask("jamaica", "screen.pair", **asked) for _ in range(FREE_TRIES + 1)]
    assert [answer["code"] for answer in answers] == ["gone"] * FREE_TRIES + ["busy"]
    assert answers[-1]["why"].startswith("Too many tries. Wait one second")
    assert cast.ask("secretariat", "screen.pair", **asked)["code"] == "gone"


def test_a_code_is_over_after_ten_minutes_and_no_participant_pairs(cast: Cast) -> None:
    code = _shown(cast, "show-code-1")
    asked = {"meeting": cast.meeting, "code": code, "screen_name": "A"}
    assert cast.ask("ghana", "screen.pair", **asked)["code"] == "forbidden"
    assert cast.ask("zoe", "screen.pair", **asked)["code"] == "forbidden"
    with clock.set_to(clock.now() + CODE_LASTS + dt.timedelta(seconds=1)):
        assert cast.ask("secretariat", "screen.pair", **asked)["code"] == "gone"
    assert cast.ask("secretariat", "screen.pair", **asked)["ok"]


def test_a_big_screen_counts_as_nobody(cast: Cast) -> None:
    paired = cast.must(
        "secretariat", "screen.pair", meeting=cast.meeting, code=_shown(cast, "show-code-2"), screen_name="Hall B"
    )
    cast.bus.ask(SYSTEM, "attendance.arrive", "arrive-hall-b", {"meeting": cast.meeting, "people": [paired["person"]]})
    cast.bus.ask(SYSTEM, "tally.tell", "tell-hall-b", {"meeting": cast.meeting})
    [overall] = cast.things(f"meeting:{cast.meeting}", "tally")
    assert overall["people"] == 0


def _signed_in(machine: Browser) -> Browser:
    reply = machine.post("/api/pairing/look", {})
    cookies = [cookie.split(";")[0] for cookie in reply.headers.get_all("Set-Cookie", [])]
    machine.cookie = next(cookie for cookie in cookies if cookie.startswith("rapport="))
    meeting = int(reply.json["go"].split("/")[2])
    machine.csrf = str(machine.boot(f"/m/{meeting}/screen")["csrf"])
    return machine


def _streams(cast: Cast) -> list[str]:
    meeting, room = f"meeting:{cast.meeting}", f"room:{cast.rooms[0]}"
    return [meeting, f"{meeting}:staff", f"{meeting}:chairs", room, f"{room}:staff"]
