"""Links and codes: who they let in, how often, and what is said to those they do not."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from app.accounts.throttle import FREE_TRIES, Throttle
from tests.cast import Cast
from tests.doors import Browser
from tests.houses import House, running_house


@pytest.fixture
def visitor(house: House) -> Browser:
    return house.visitor()


def _link(cast: Cast, who: str = "ghana") -> str:
    return str(cast.must("secretariat", "link.issue", person=cast.person(who))["secret"])


def _tried(visitor: Browser, secret: object) -> tuple[int, str]:
    reply = visitor.post("/api/enter", {"secret": secret})
    return reply.status, str(reply.json.get("code", "ok"))


def test_a_link_lets_one_browser_in_once(house: House, cast: Cast, visitor: Browser) -> None:
    secret = _link(cast)
    visitor.enter(secret)
    assert visitor.boot(f"/m/{cast.meeting}/now")["me"]["name"] == "Delegate 3 (Ghana)"
    assert _tried(house.visitor(), secret) == (410, "gone")


def test_a_newer_link_ends_the_older_one(cast: Cast, visitor: Browser) -> None:
    older, newer = _link(cast), _link(cast)
    assert _tried(visitor, older) == (410, "gone")
    assert _tried(visitor, newer) == (200, "ok")


def test_loading_the_page_of_a_link_does_not_use_it_up(cast: Cast, visitor: Browser) -> None:
    secret = _link(cast)
    assert visitor.get("/enter").status == 200
    assert visitor.send("HEAD", "/enter").status == 200
    assert _tried(visitor, secret) == (200, "ok")


def test_what_is_no_link_is_refused_with_what_to_do() -> None:
    with running_house() as house:
        unreadable = {_tried(house.visitor(), secret) for secret in (None, 7, ["a"], {"a": 1})}
        unknown = {_tried(house.visitor(), secret) for secret in ("", "cut-off", "\ud800", "a\0b", "x" * 100_000)}
    assert (unreadable, unknown) == ({(422, "invalid")}, {(404, "not_found")})


def test_a_link_of_somebody_put_out_lets_nobody_in(house: House, visitor: Browser) -> None:
    own = house.cast()
    secret = _link(own, "norway")
    own.must("canada", "person.remove", person=own.person("norway"))
    assert _tried(visitor, secret) == (404, "not_found")


@pytest.mark.parametrize("typed", ["with blanks", "arabic"])
def test_the_code_is_understood_as_people_type_it(house: House, cast: Cast, visitor: Browser, typed: str) -> None:
    code = _code(cast)
    spelt = f"{code[:3]} {code[3:6]}-{code[6:]}"
    if typed == "arabic":
        spelt = spelt.translate({ord(str(digit)): chr(0x660 + digit) for digit in range(10)})
    visitor.join(spelt, "Delegate 7 (Chad)", "Chad")
    me = visitor.boot(f"/m/{cast.meeting}/now")["me"]
    assert (me["name"], me["delegation"], me["admitted"]) == ("Delegate 7 (Chad)", "Chad", False)


def test_where_the_meeting_lets_everybody_in_there_is_no_lobby(house: House, visitor: Browser) -> None:
    open_house = house.cast(walk_ins="admit")
    visitor.join(_code(open_house), "Delegate 7 (Chad)")
    assert visitor.boot(f"/m/{open_house.meeting}/now")["me"]["admitted"] is True


def test_from_the_lobby_nothing_is_seen_until_somebody_lets_them_in(house: House, cast: Cast, visitor: Browser) -> None:
    visitor.join(_code(cast), "Delegate 8 (Chad)")
    boot, line = visitor.boot(f"/m/{cast.meeting}/now"), visitor.line()
    assert [copy["stream"] for copy in boot["streams"]] == [f"person:{boot['me']['id']}"]
    assert line.follow(f"meeting:{cast.meeting}")["code"] == "forbidden"
    chair = house.browser(cast, "canada")
    assert chair.ask("person.admit", {"person": boot["me"]["id"]})["ok"]
    assert line.follow(f"meeting:{cast.meeting}")["ok"]


def test_wrong_codes_are_slowed_down_and_a_forgotten_name_is_not() -> None:
    with running_house() as house:
        visitor = house.visitor()
        nameless = [visitor.post("/api/join", {"code": "1", "name": ""}).status for _ in range(8)]
        wrong = [visitor.post("/api/join", {"code": "123456789", "name": "A"}) for _ in range(FREE_TRIES + 1)]
    assert nameless == [422] * 8
    assert [reply.status for reply in wrong] == [404] * FREE_TRIES + [429]
    assert wrong[-1].json["retry_after"] == 1
    assert "what you typed is kept" in wrong[-1].json["why"]


def test_each_further_failure_doubles_the_wait_up_to_five_minutes() -> None:
    throttle = Throttle()
    waits = []
    for _ in range(FREE_TRIES + 12):
        throttle.failed("a")
        waits.append(round(throttle.wait_for("a")))
    assert waits == [0] * (FREE_TRIES - 1) + [1, 2, 4, 8, 16, 32, 64, 128, 256] + [300] * 4
    assert throttle.wait_for("b") == 0


def test_a_hundred_failures_in_a_minute_slow_everybody_down() -> None:
    throttle = Throttle()
    for number in range(100):
        throttle.failed(f"address {number}")
    assert 59 < throttle.wait_for("another") <= 60


def _code(cast: Cast) -> str:
    return str(cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"])


@pytest.fixture(autouse=True)
def _own_browsers(house: House) -> Iterator[None]:
    yield
    house.hang_up()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Kenya", ["Kenya"]), ("kenya", ["Kenya"]), ("Keny", []), ("UK", ["United Kingdom"]), ("Union of Nobody", [])],
)
def test_the_list_of_delegations_says_which_one_is_meant_by_what_was_typed(
    visitor: Browser, typed: str, meant: list[str]
) -> None:
    found = visitor.get(f"/api/delegations?q={quote(typed)}").json
    assert [each["name"] for each in found if each["meant"]] == meant
