"""Every row of the table, as everybody, at every place: whoever may not is refused, and nobody else.

What is one's own is asked for through both doors of a running server. The other places are asked about through the bus,
which is what both doors open: rule, loader and actor are the same objects there.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import Any, cast

import pytest

from app.core import audience
from app.core.actor import Actor
from app.core.bus import Bus
from app.core.db import open_engine, reading
from app.core.following import may_follow
from app.core.handling import handlers
from app.matrix.table import COMMANDS, FOLLOWING
from tests.cast import Cast
from tests.doors import Answer, Browser, Line
from tests.houses import House, running_house
from tests.permissions.expecting import ABOUT_ONESELF, expected, places_about
from tests.permissions.stages import (
    FAR,
    IN_THE_CAST,
    NOBODY_ANY_MORE,
    Everybody,
    after_the_end,
    after_the_round,
    everybody,
    nowhere,
)
from tests.permissions.table import CASES, Data, Stage
from tests.permissions.table import COMMANDS as ASKED

REFUSALS = {"forbidden", "signed_out"}
ANSWERS = {"conflict", "gone", "invalid", "busy"}
"""What somebody may be told whose right is not in doubt."""

FIRST = "session.end_other"
"""What is tried before sessions are ended by other ways."""

LAST = (
    "lobby.same",
    "person.ban",
    "person.remove",
    "person.restore",
    "room.remove",
    "part.remove",
    "session.remove",
    "speaker.remove",
    "meeting.close",
    "session.end",
)
"""What changes what others may, or what there is, is tried last."""

Ask = Callable[[str, dict[str, Any]], Answer]


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


def test_every_command_has_a_row_and_something_to_ask() -> None:
    assert sorted({row.name for row in COMMANDS.values()}) == sorted(handlers)
    assert [title for title, row in COMMANDS.items() if title not in CASES and row.name not in ASKED] == []


def test_every_kind_of_stream_has_a_row() -> None:
    assert sorted(row.name for row in FOLLOWING.values()) == sorted(kind.name for kind in audience.kinds())


def test_by_http_everybody_may_what_the_table_says_of_what_is_their_own(house: House) -> None:
    crowd, browsers = _crowd(house)
    may = _tried(crowd, "own", {who: browser.ask for who, browser in browsers.items()})
    assert _wrong(may, _as_written("own")) == {}


def test_over_a_socket_everybody_may_what_the_table_says_of_what_is_their_own(house: House) -> None:
    crowd, browsers = _crowd(house)
    there = [who for who in browsers if who not in NOBODY_ANY_MORE]
    may = _tried(crowd, "own", {who: browsers[who].line().ask for who in there})
    assert _wrong(may, _as_written("own", there)) == {}


def test_at_every_other_place_everybody_may_what_the_table_says(sqlite_url: str) -> None:
    bus = Bus(open_engine(sqlite_url))
    for there in (everybody(bus), after_the_round(bus), after_the_end(bus)):
        asks = {who: _by_bus(bus, there.actor(who), []) for who in IN_THE_CAST}
        for place in there.stages.keys() - {"own"}:
            assert (place, _wrong(_tried(there, place, asks), _as_written(place))) == (place, {})
    bus.engine.dispose()


def test_what_is_elsewhere_and_what_is_nowhere_is_refused_to_everybody_in_the_same_words(sqlite_url: str) -> None:
    bus = Bus(open_engine(sqlite_url))
    stages = {"elsewhere": everybody(bus).stages["own"], "nowhere": nowhere()}
    crowd = Everybody(everybody(bus).cast, stages)
    told: dict[str, list[Answer]] = {place: [] for place in stages}
    for place in stages:
        asks = {who: _by_bus(bus, crowd.actor(who), told[place]) for who in IN_THE_CAST}
        assert (place, _wrong(_tried(crowd, place, asks), _as_written(place))) == (place, {})
    assert told["elsewhere"] == told["nowhere"]
    assert len({repr(answer) for answer in told["nowhere"]}) == 1
    bus.engine.dispose()


def test_everybody_follows_what_the_table_says_over_a_socket_and_by_http(house: House) -> None:
    crowd, browsers = _crowd(house)
    stages = {**crowd.stages, "elsewhere": everybody(house.bus).stages["own"], "nowhere": nowhere()}
    there = [who for who in browsers if who not in NOBODY_ANY_MORE]
    at = Everybody(crowd.cast, stages)
    for place in stages:
        polls = {who: _polls(browser) for who, browser in browsers.items()}
        assert (place, _wrong(_followed(at, place, polls), _followable(place))) == (place, {})
        hears = {who: _hears(browsers[who].line()) for who in there}
        assert (place, _wrong(_followed(at, place, hears), _followable(place, there))) == (place, {})
        for who in there:
            browsers[who].lines.pop().close()


def test_after_the_round_and_after_the_meeting_everybody_follows_what_the_table_says(sqlite_url: str) -> None:
    bus = Bus(open_engine(sqlite_url))
    for crowd in (after_the_round(bus), after_the_end(bus)):
        with reading(bus.engine) as db:
            may = {who: partial(may_follow, db, crowd.actor(who)) for who in IN_THE_CAST}
            for place in crowd.stages:
                assert (place, _wrong(_followed(crowd, place, may), _followable(place))) == (place, {})
    bus.engine.dispose()


def _crowd(house: House) -> tuple[Everybody, dict[str, Browser]]:
    """Give a meeting, and a browser to everybody, with which those who are out now came in before."""
    browsers: dict[str, Browser] = {}

    def greet(cast: Cast) -> None:
        for who, name in IN_THE_CAST.items():
            if name in {"nobody", "walk-in"}:
                browsers[who] = house.visitor()
            else:
                browsers[who] = house.browser(cast, name)
        code = cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"]
        browsers["lobby"].join(code, "Walk-in", "Chad")
        me = browsers["lobby"].boot(f"/m/{cast.meeting}/now")["me"]["id"]
        cast.actor["walk-in"] = Actor(int(me), cast.meeting)

    return everybody(house.bus, greet), browsers


def _by_bus(bus: Bus, actor: Actor, told: list[Answer]) -> Ask:
    def ask(name: str, data: dict[str, Any]) -> Answer:
        told.append(answer := bus.ask(actor, name, uuid.uuid4().hex, data))
        return answer

    return ask


def _polls(browser: Browser) -> Callable[[str], bool]:
    def follows(stream: str) -> bool:
        reply = browser.get(f"/api/streams?{stream}=0")
        return reply.status == 200 and "snapshot" in reply.json["streams"][stream]

    return follows


def _hears(line: Line) -> Callable[[str], bool]:
    return lambda stream: bool(line.follow(stream)["ok"])


def _tried(crowd: Everybody, place: str, asks: dict[str, Ask]) -> dict[str, list[str]]:
    """Try every row: first those whom the table refuses, all at once for they change nothing, then the others."""
    found: dict[str, list[str]] = {}
    with ThreadPoolExecutor(len(asks)) as pool:
        for title, those in _as_written(place, asks).items():
            tries = {who: partial(_may, crowd, place, title, who, ask) for who, ask in asks.items()}
            refused = {who: pool.submit(each) for who, each in tries.items() if who not in those}
            may = {who: each.result() for who, each in refused.items()} | {who: tries[who]() for who in those}
            found[title] = [who for who in asks if may[who]]
    return found


def _may(crowd: Everybody, place: str, title: str, who: str, ask: Ask) -> bool:
    stage = crowd.stages[place]
    if place in {"own", "ended"} and about(title) & ABOUT_ONESELF:
        stage = crowd.about_oneself(stage, who, with_session="my_session" in about(title))
    answer = ask(COMMANDS[title].name, _data(title)(stage))
    if answer["ok"] or answer["code"] not in REFUSALS:
        assert answer["ok"] or answer["code"] in ANSWERS, f"{who}: {title}: {answer}"
        assert answer.get("fields", {}).keys() <= {"takeaways"}, f"{title} was not understood: {answer}"
        return True
    return False


def _as_written(place: str, people: Iterable[str] = IN_THE_CAST) -> dict[str, list[str]]:
    return {
        title: [who for who in people if expected(row, place, who, about(title))]
        for title, row in ((title, COMMANDS[title]) for title in sorted(COMMANDS, key=_turn))
        if place in places(title)
    }


def _wrong(may: dict[str, list[str]], table: dict[str, list[str]]) -> dict[str, dict[str, set[str]]]:
    assert may.keys() == table.keys()
    return {
        title: {"may but should not": set(may[title]) - set(those), "should but may not": set(those) - set(may[title])}
        for title, those in table.items()
        if may[title] != those
    }


def _followed(crowd: Everybody, place: str, may: Mapping[str, Callable[[str], bool]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind in FOLLOWING:
        if place in _stream_places(kind):
            streams = {who: _stream(kind, crowd, place, who) for who in may}
            found[kind] = [who for who, follows in may.items() if follows(streams[who])]
    return found


def _followable(place: str, people: Iterable[str] = IN_THE_CAST) -> dict[str, list[str]]:
    return {
        kind: [who for who in people if expected(row, place, who, _stream_is_about(kind))]
        for kind, row in FOLLOWING.items()
        if place in _stream_places(kind)
    }


def _stream(kind: str, crowd: Everybody, place: str, who: str) -> str:
    stage = crowd.stages[place]
    subject, _colon, part = kind.partition(":")
    numbers = {"meeting": stage.meeting, "room": stage.room, "person": stage.spare}
    if kind == "person" and place in {"own", "ended"}:
        numbers["person"] = crowd.actor(who).person_id or FAR
    return f"{subject}:{numbers[subject]}" + (f":{part}" if part else "")


def _stream_is_about(kind: str) -> frozenset[str]:
    return frozenset({"me" if kind == "person" else kind.partition(":")[0]})


def _stream_places(kind: str) -> frozenset[str]:
    return places_about(_stream_is_about(kind))


@cache
def about(title: str) -> frozenset[str]:
    """Give the words of the stage that the ask of a row is about."""
    touched: set[str] = set()

    class Touched:
        def __getattr__(self, word: str) -> int:
            if word not in Stage.__dataclass_fields__:
                raise AttributeError(word)
            touched.add(word)
            return 1

    _data(title)(cast("Stage", Touched()))
    return frozenset(touched)


def places(title: str) -> frozenset[str]:
    """Give the places at which a row is tried."""
    return places_about(about(title))


def _turn(title: str) -> int:
    name = COMMANDS[title].name
    return LAST.index(name) if name in LAST else -2 if name == FIRST else -1


def _data(title: str) -> Data:
    return CASES[title] if title in CASES else ASKED[COMMANDS[title].name]
