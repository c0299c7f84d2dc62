"""Every command and every stream, by everybody, through both doors: whoever may not is refused, and nobody else."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from app.core import audience
from app.core.actor import SYSTEM
from app.core.handling import handlers
from tests.cast import Cast
from tests.doors import Answer, Browser, Line
from tests.houses import House, running_house
from tests.permissions.table import COMMANDS, PEOPLE, STREAMS, Stage

IN_THE_CAST = {
    "participant_1": "ghana",
    "participant_2": "brazil",
    "observer_1": "observer",
    "moderator_1": "moderator_1",
    "moderator_2": "moderator_2",
    "rapporteur_1": "rapporteur_1",
    "rapporteur_2": "rapporteur_2",
    "co_chair": "canada",
    "secretariat": "secretariat",
    "display": "screen",
    "removed": "norway",
    "elsewhere": "zoe",
}
COPY = {"ok", "stream", "epoch", "revision", "snapshot"}
REFUSAL = {"ok", "code", "why", "fields"}
REFUSALS = {"forbidden", "signed_out"}

Ask = Callable[[str, dict[str, Any]], Answer]


@dataclass
class Crowd:
    """Everybody who tries, each with a browser, and what they try it on."""

    stage: Stage
    browsers: dict[str, Browser]

    def lines(self) -> dict[str, Line]:
        """Connect everybody's socket who can have one."""
        return {who: browser.line() for who, browser in self.browsers.items() if who not in {"nobody", "removed"}}


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


@pytest.fixture(scope="module")
def onlookers(house: House) -> Crowd:
    """Everybody, for tests that change nothing."""
    return _gathered(house)


@pytest.fixture
def crowd(house: House) -> Crowd:
    """Everybody, for a test that asks for every command there is."""
    return _gathered(house)


def _gathered(house: House) -> Crowd:
    cast = house.cast()
    browsers = {who: house.browser(cast, name) for who, name in IN_THE_CAST.items()}
    browsers["nobody"] = house.visitor()
    browsers["lobby"] = house.visitor()
    browsers["lobby"].join(cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"], "Walk-in", "Chad")
    cast.must("canada", "person.remove", person=cast.person("norway"))
    return Crowd(_stage(cast, browsers["lobby"]), {who: browsers[who] for who in PEOPLE})


def test_every_command_has_a_row() -> None:
    assert sorted(handlers) == sorted(COMMANDS)


def test_every_kind_of_stream_has_a_row() -> None:
    in_the_table = sorted(re.sub(r":\{\w+\}", "", stream) for stream in STREAMS)
    assert sorted(kind.name for kind in audience.kinds()) == in_the_table


@pytest.mark.parametrize("name", sorted(handlers))
def test_every_command_says_what_it_does_and_what_happened(name: str) -> None:
    handler = handlers[name]
    assert handler.command.name == name
    assert (handler.body.__doc__ or "").split("\n")[0].endswith((".", ":"))
    assert (handler.command.__doc__ or "").endswith(".")
    assert handler.allow.name
    assert re.fullmatch(r"[a-z]+\.[a-z]+(_[a-z]+)*", handler.event), "one line, in the past"


def test_by_http_everybody_may_what_the_table_says(crowd: Crowd) -> None:
    assert _tried(crowd.stage, {who: browser.ask for who, browser in crowd.browsers.items()}) == _as_written()


def test_over_a_socket_everybody_may_what_the_table_says(crowd: Crowd) -> None:
    lines = crowd.lines()
    assert _tried(crowd.stage, {who: line.ask for who, line in lines.items()}) == _as_written()


def test_everybody_follows_the_streams_of_the_table_and_no_others(onlookers: Crowd) -> None:
    lines = onlookers.lines()
    may = {stream: [] for stream in STREAMS}  # type: dict[str, list[str]]
    for stream in STREAMS:
        for who, line in lines.items():
            answer = line.follow(stream.format(**vars(onlookers.stage)))
            assert set(answer) == (COPY if answer["ok"] else REFUSAL | {"stream"})
            if answer["ok"]:
                may[stream].append(who)
        lines = {who: line for who, line in lines.items() if not line.closed}
    assert may == {stream: [who for who in PEOPLE if who in allowed] for stream, allowed in STREAMS.items()}


def test_the_long_poll_gives_the_same_streams_to_the_same_people(onlookers: Crowd) -> None:
    may = {stream: [] for stream in STREAMS}  # type: dict[str, list[str]]
    for stream in STREAMS:
        name = stream.format(**vars(onlookers.stage))
        for who, browser in onlookers.browsers.items():
            reply = browser.get(f"/api/streams?{name}=0")
            if reply.status == 200 and "snapshot" in reply.json["streams"][name]:
                may[stream].append(who)
    assert may == {stream: [who for who in PEOPLE if who in allowed] for stream, allowed in STREAMS.items()}


def test_what_does_not_exist_and_what_one_may_not_are_refused_in_the_same_words(onlookers: Crowd) -> None:
    asker = onlookers.browsers["participant_2"]
    theirs, nowhere = ({"room": room, "text": "a"} for room in (onlookers.stage.room, 99_999_999))
    assert asker.ask("takeaway.capture", theirs) == asker.ask("takeaway.capture", nowhere)


def _tried(stage: Stage, doors: dict[str, Ask]) -> dict[str, list[str]]:
    may: dict[str, list[str]] = {name: [] for name in COMMANDS}
    for name, (_allowed, data) in COMMANDS.items():
        for who, ask in doors.items():
            answer = ask(name, data(stage))
            if answer["ok"] or answer["code"] not in REFUSALS:
                assert answer["ok"] or answer["code"] in {"conflict", "gone", "invalid"}, f"{who}: {name}: {answer}"
                assert answer.get("fields", {}).keys() <= {"takeaways"}, f"{name} was not understood: {answer}"
                may[name].append(who)
    return may


def _as_written() -> dict[str, list[str]]:
    return {name: [who for who in PEOPLE if who in allowed] for name, (allowed, _data) in COMMANDS.items()}


def _stage(cast: Cast, lobby: Browser) -> Stage:
    spare = cast.must("canada", "person.add", meeting=cast.meeting, person_name="Spare")["id"]
    room = {"room": cast.rooms[0]}
    return Stage(
        meeting=cast.meeting,
        session=cast.sessions[0],
        later_session=cast.sessions[1],
        part=cast.parts["remarks"],
        breakouts=cast.parts["breakouts again"],
        round=cast.rounds[0],
        later_round=cast.rounds[1],
        room=cast.rooms[0],
        later_room=cast.rooms[2],
        point=cast.must("rapporteur_1", "takeaway.capture", **room, text="A point")["id"],
        proposal=cast.must("ghana", "takeaway.propose", **room, text="A proposal")["id"],
        export=cast.must("canada", "export.request", meeting=cast.meeting, format="json")["id"],
        roster_import=cast.must("secretariat", "roster.import", meeting=cast.meeting, people=[], file="a.csv")[
            "roster_import"
        ],
        spare=spare,
        spare_session=_signed_in(cast, spare),
        speaker=cast.must("secretariat", "speaker.add", part=cast.parts["remarks"], speaker_name="A speaker")["id"],
        waiting=int(lobby.boot(f"/m/{lobby.meeting}/now")["me"]["id"]),
    )


def _signed_in(cast: Cast, person: int) -> int:
    secret = cast.must("secretariat", "link.issue", person=person)["secret"]
    answer = cast.bus.ask(SYSTEM, "link.redeem", uuid.uuid4().hex, {"secret": secret})
    return int(answer["result"]["id"])
