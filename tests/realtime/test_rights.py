"""Losing a right on a live line: put out within a second, and nothing heard afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.cast import Cast
from tests.doors import Browser, Line
from tests.houses import House


@pytest.fixture
def cast(house: House) -> Iterator[Cast]:
    """A meeting of each test's own."""
    yield house.cast()
    house.hang_up()


@pytest.fixture
def secretariat(house: House, cast: Cast) -> Browser:
    return house.browser(cast, "secretariat")


def _in_room_1(house: House, cast: Cast, who: str = "ghana") -> Line:
    line = house.browser(cast, who).line()
    for stream in (f"meeting:{cast.meeting}", f"room:{cast.rooms[0]}", f"person:{cast.person(who)}"):
        assert line.follow(stream)["ok"]
    return line


def test_who_is_moved_hears_no_more_of_the_old_room(house: House, cast: Cast, secretariat: Browser) -> None:
    line, old, new = _in_room_1(house, cast), cast.rooms[0], cast.rooms[1]
    ghana = cast.person("ghana")
    assert secretariat.ask("placement.put", {"round": cast.rounds[0], "person": ghana, "room": new})["ok"]
    assert line.until(lambda: [each["stream"] for each in line.events("put_out")] == [f"room:{old}"], 1)
    line.heard.clear()
    rapporteur = house.browser(cast, "rapporteur_1")
    assert rapporteur.ask("takeaway.capture", {"room": old, "text": "For the room alone"})["ok"]
    assert secretariat.ask("meeting.say", {"meeting": cast.meeting, "message": "The end of the test"})["ok"]
    assert line.until(lambda: bool(line.told(f"meeting:{cast.meeting}")), 2)
    assert "For the room alone" not in str(line.heard)
    assert line.follow(f"room:{old}")["code"] == "forbidden"
    assert line.follow(f"room:{new}")["ok"]


ENDINGS: dict[str, Callable[[Cast, Browser, Browser], Any]] = {
    "put out of the meeting": lambda cast, secretariat, _own: secretariat.ask(
        "person.remove", {"person": cast.person("ghana")}
    ),
    "signed out": lambda _cast, _secretariat, own: own.ask("session.end", {}),
}


@pytest.mark.parametrize("how", ENDINGS)
def test_whose_session_ends_is_closed_and_stays_out(house: House, cast: Cast, secretariat: Browser, how: str) -> None:
    line = _in_room_1(house, cast)
    own = next(browser for browser in house.browsers if line in browser.lines)
    assert ENDINGS[how](cast, secretariat, own)["ok"]
    assert line.until(lambda: line.closed, 1)
    assert len(line.events("put_out")) == 3
    assert line.told(f"room:{cast.rooms[0]}") == []
    assert own.ask("takeaway.propose", {"room": cast.rooms[0], "text": "a"})["code"] == "signed_out"
    assert own.get(f"/m/{cast.meeting}/now").status == 401


def test_signing_out_of_one_browser_leaves_the_other_signed_in(house: House, cast: Cast) -> None:
    first, second = house.browser(cast, "ghana"), house.browser(cast, "ghana")
    kept = second.line()
    assert first.ask("session.end", {})["ok"]
    assert kept.follow(f"person:{cast.person('ghana')}")["ok"]


def test_a_role_taken_away_ends_what_only_the_role_could_hear(house: House, cast: Cast, secretariat: Browser) -> None:
    line = house.browser(cast, "moderator_1").line()
    for stream in (f"meeting:{cast.meeting}:staff", f"room:{cast.rooms[0]}:staff", f"meeting:{cast.meeting}"):
        assert line.follow(stream)["ok"]
    taken = {"person": cast.person("moderator_1"), "role": "moderator", "room": cast.rooms[0]}
    assert secretariat.ask("role.revoke", taken)["ok"]
    gone = {f"meeting:{cast.meeting}:staff", f"room:{cast.rooms[0]}:staff"}
    assert line.until(lambda: {each["stream"] for each in line.events("put_out")} == gone, 1)
    assert line.ask("room.extend", {"room": cast.rooms[0], "minutes": 1})["code"] == "forbidden"


def test_chairs_who_read_a_closed_room_are_put_out_when_it_opens_again(house: House, cast: Cast) -> None:
    chair = house.browser(cast, "canada").line()
    assert chair.ask("round.close", {"round": cast.rounds[0]})["ok"]
    assert chair.follow(f"room:{cast.rooms[0]}")["ok"]
    assert chair.ask("round.open", {"round": cast.rounds[0], "minutes": 5})["ok"]
    assert chair.until(lambda: [each["stream"] for each in chair.events("put_out")] == [f"room:{cast.rooms[0]}"], 1)


def test_nobody_hears_a_room_while_it_is_asked_whether_they_may(house: House, cast: Cast) -> None:
    outsider, rapporteur = house.browser(cast, "brazil").line(), house.browser(cast, "rapporteur_1").line()
    for number in range(20):
        asked = outsider.start("follow", {"stream": f"room:{cast.rooms[0]}"})
        rapporteur.ask("takeaway.capture", {"room": cast.rooms[0], "text": f"Point {number}"})
        outsider.until(lambda asked=asked: asked in outsider.acks)  # type: ignore[misc]
    assert outsider.heard == []


def test_from_join_to_told_nothing_falls_between(house: House, cast: Cast) -> None:
    rapporteur, reader = house.browser(cast, "rapporteur_1").line(), house.browser(cast, "ghana").line()
    copy = reader.follow(f"room:{cast.rooms[0]}")
    for number in range(5):
        assert rapporteur.ask("takeaway.capture", {"room": cast.rooms[0], "text": f"Point {number}"})["ok"]
    assert reader.until(lambda: len(reader.told()) == 5)
    assert [told["revision"] for told in reader.told()] == [copy["revision"] + step for step in range(1, 6)]
    missed = house.browser(cast, "norway").line().follow(f"room:{cast.rooms[0]}", since=copy["revision"] + 2)
    assert [entry["revision"] for entry in missed["changes"]] == [copy["revision"] + step for step in (3, 4, 5)]


def test_the_same_ask_by_either_door_is_carried_out_once(house: House, cast: Cast) -> None:
    browser = house.browser(cast, "rapporteur_1")
    line, point = browser.line(), {"room": cast.rooms[0], "text": "Once"}
    first = browser.ask("takeaway.capture", point, "the-same-ask-1")
    again = [
        line.ask("takeaway.capture", point, "the-same-ask-1"),
        browser.ask("takeaway.capture", {}, "the-same-ask-2"),
    ]
    assert again[0] == first
    assert again[1]["code"] == "invalid"
    assert line.ask("takeaway.capture", {**point, "text": "Other"}, "the-same-ask-1") == first
    assert line.ask("room.extend", {"room": cast.rooms[0], "minutes": 1}, "the-same-ask-1")["code"] in {
        "invalid",
        "forbidden",
    }
    assert [thing["text"] for thing in cast.things(f"room:{cast.rooms[0]}", "takeaway")] == ["Once"]
