"""Whoever loses their way in hears nothing more within a second, on every device, and cannot come back by it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.accounts.holders import Holder, sign_in, somebody
from tests.cast import Cast
from tests.doors import Browser, Line
from tests.houses import House


@dataclass
class Scene:
    """Somebody with two live devices, the secretariat that acts, and what must fall silent."""

    cast: Cast
    secretariat: Browser
    own: Browser
    lines: list[Line]
    sessions: list[int]
    person: int

    def ask(self, name: str, **data: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values
        """Ask as the secretariat."""
        answer = self.secretariat.ask(name, data)
        assert answer["ok"], answer
        return answer


@pytest.fixture
def scene(house: House) -> Iterator[Scene]:
    cast = house.cast()
    first, second = house.browser(cast, "ghana"), house.visitor()
    second.enter(first.post("/api/devices/link", {}).json["address"].split("#")[1])
    lines = [_following(cast, browser) for browser in (first, second)]
    secretariat = house.browser(cast, "secretariat")
    person = cast.person("ghana")
    sessions = [each["id"] for each in first.get(f"/api/people/{person}/devices").json["devices"]]
    yield Scene(cast, secretariat, first, lines, sessions, person)
    house.hang_up()


def _following(cast: Cast, browser: Browser) -> Line:
    line = browser.line()
    for stream in (f"meeting:{cast.meeting}", f"room:{cast.rooms[0]}"):
        assert line.follow(stream)["ok"]
    return line


ENDINGS: dict[str, Callable[[Scene], Any]] = {
    "put out": lambda scene: scene.ask("person.remove", person=scene.person),
    "put out for good": lambda scene: scene.ask("person.ban", person=scene.person, why="a"),
    "the link changed": lambda scene: scene.ask("link.rotate", person=scene.person),
    "the link withdrawn": lambda scene: scene.ask("link.revoke", person=scene.person),
    "all links withdrawn": lambda scene: scene.ask("link.revoke_all", meeting=scene.cast.meeting),
    "all devices ended": lambda scene: scene.ask("session.end_others", person=scene.person),
}


@pytest.mark.parametrize("how", ENDINGS)
def test_every_device_is_silent_within_a_second_and_stays_out(scene: Scene, how: str) -> None:
    began = time.monotonic()
    ENDINGS[how](scene)
    for line in scene.lines:
        assert line.until(lambda line=line: line.closed, 1)  # type: ignore[misc]
    assert time.monotonic() - began < 2, "the act and what follows from it"
    scene.ask("meeting.say", meeting=scene.cast.meeting, message="Not for those who are out")
    assert "Not for those who are out" not in str([line.heard for line in scene.lines])
    assert scene.own.ask("takeaway.propose", {"room": scene.cast.rooms[0], "text": "a"})["code"] == "signed_out"
    assert scene.own.get(f"/m/{scene.cast.meeting}/now").status == 401


def test_one_device_ended_leaves_the_other(scene: Scene) -> None:
    here, there = scene.lines
    assert scene.own.ask("session.end_other", {"session": scene.sessions[1]})["ok"]
    assert there.until(lambda: there.closed, 1)
    scene.ask("meeting.say", meeting=scene.cast.meeting, message="Still here?")
    assert here.until(lambda: "Still here?" in str(here.heard), 2)


def test_the_secretariat_that_withdraws_all_links_stays_in(scene: Scene) -> None:
    line = scene.secretariat.line()
    assert line.follow(f"meeting:{scene.cast.meeting}")["ok"]
    scene.ask("link.revoke_all", meeting=scene.cast.meeting)
    assert not line.until(lambda: line.closed, 0.5)


def test_a_changed_code_puts_nobody_out(scene: Scene) -> None:
    scene.ask("code.rotate", meeting=scene.cast.meeting)
    assert not scene.lines[0].until(lambda: scene.lines[0].closed, 0.5)
    [told] = [each for each in scene.lines[0].told() if each["event"] == "code.rotated"]
    assert len(told["changes"][0]["put"]["join_code"]) == 9


def _in_a_meeting(holder: Holder) -> Line:
    meeting = holder.ask("meeting.create", title="Theirs")["result"]["id"]
    holder.post("/api/account/open", meeting=meeting)
    browser = holder.as_person()
    browser.csrf = str(browser.boot(f"/m/{meeting}/board")["csrf"])
    line = browser.line()
    assert line.follow(f"meeting:{meeting}:chairs")["ok"]
    return line


def test_signing_an_account_out_closes_the_meeting_that_it_opened(house: House) -> None:
    holder = somebody(house)
    line = _in_a_meeting(holder)
    assert holder.post("/api/account/sign-out").json["ok"]
    assert line.until(lambda: line.closed, 1)


def test_a_changed_password_closes_the_meetings_opened_elsewhere(house: House) -> None:
    holder = somebody(house)
    line = _in_a_meeting(holder)
    _, elsewhere = sign_in(house, holder.email)
    changed = elsewhere.post(
        "/api/account/password", current="teapot gravel ninety swan", password="a new one, quite long"
    )
    assert changed.json["ok"]
    assert line.until(lambda: line.closed, 1)


def test_who_is_recognised_in_the_lobby_goes_on_as_that_person(house: House, scene: Scene) -> None:
    asked = {"meeting": scene.cast.meeting, "person_name": "Delegate 41 (Chad)", "delegation": "Chad"}
    known = scene.ask("person.add", **asked)["result"]["id"]
    walk_in = house.visitor()
    code = scene.cast.things(f"meeting:{scene.cast.meeting}", "meeting")[0]["join_code"]
    walk_in.join(code, "Delegate 41 (Chad)", "Chad")
    waiting = walk_in.boot(f"/m/{scene.cast.meeting}/now")["me"]["id"]
    line = walk_in.line()
    assert line.follow(f"person:{waiting}")["ok"]
    scene.ask("lobby.same", person=waiting, is_really=known)
    assert line.until(lambda: line.closed, 1)
    again = walk_in.line()
    assert again.follow(f"person:{waiting}")["code"] == "forbidden"
    assert (again.follow(f"person:{known}")["ok"], again.follow(f"meeting:{scene.cast.meeting}")["ok"]) == (True, True)
