"""Who loses a right loses it everywhere within a second: measured on live sockets, while the room is being written."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from app.core.db import reading
from app.core.journal import Act
from tests.cast import Cast
from tests.doors import Browser, Line, Refused
from tests.houses import House, running_house

WITHIN = 1.0
"""Seconds from the answer to whoever took the right away."""

Way = Callable[[House, Cast, Browser], None]


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


class Watch(Line):
    """A socket that notes when it was last told something of a room."""

    last = 0.0

    def _take(self, message: str) -> None:
        if '"stream":"room:' in message.replace(" ", "") and '"told"' in message:
            self.last = time.monotonic()
        super()._take(message)


def _asks(who: str, name: str, **data: str) -> Way:
    """Let somebody ask for a command; a word that begins with a sign of its own stands for an id of the cast."""

    def act(house: House, cast: Cast, own: Browser) -> None:
        asker = own if who == "own" else house.browser(cast, who)
        answer = asker.ask(name, {field: _meant(house, cast, word) for field, word in data.items()})
        assert answer["ok"], answer

    return act


def _meant(house: House, cast: Cast, word: str) -> object:
    found: dict[str, Callable[[], object]] = {
        "@ghana": lambda: cast.person("ghana"),
        "@moderator": lambda: cast.person("moderator_1"),
        "@room": lambda: cast.rooms[0],
        "@other room": lambda: cast.rooms[1],
        "@round": lambda: cast.rounds[0],
        "@meeting": lambda: cast.meeting,
        "@session": lambda: _newest_session(house, cast.person("ghana")),
    }
    return found[word]() if word in found else word


def _newest_session(house: House, person: int) -> int:
    with reading(house.bus.engine) as db:
        return int(
            db.execute(
                sa.text("select max(id) from web_session where person_id = :person"), {"person": person}
            ).scalar_one()
        )


OUT: dict[str, Way] = {
    "put out by a chair": _asks("canada", "person.remove", person="@ghana"),
    "put out by their moderator": _asks("moderator_1", "person.remove", person="@ghana"),
    "banned": _asks("secretariat", "person.ban", person="@ghana", why="a"),
    "link changed for a new one": _asks("secretariat", "link.rotate", person="@ghana"),
    "links withdrawn": _asks("secretariat", "link.revoke", person="@ghana"),
    "signed out by the secretariat": _asks("secretariat", "session.end_other", session="@session"),
    "signed out by oneself": _asks("own", "session.end"),
    "signed out on another device": _asks("ghana", "session.end_others", person="@ghana"),
}
STAYS: dict[str, Way] = {
    "moved to another room": _asks("canada", "placement.put", round="@round", person="@ghana", room="@other room"),
    "taken out of the room": _asks("canada", "placement.remove", round="@round", person="@ghana"),
    "made an observer": _asks("secretariat", "role.grant", person="@ghana", role="observer"),
}


@pytest.mark.parametrize("way", OUT | STAYS)
def test_who_loses_a_room_hears_nothing_of_it_a_second_later(house: House, way: str) -> None:
    cast = house.cast()
    own = house.browser(cast, "ghana")
    line = _watching(own, cast)
    with _busy(house.browser(cast, "rapporteur_1"), cast.rooms[0]):
        assert line.until(lambda: len(line.told()) > 2)
        (OUT | STAYS)[way](house, cast, own)
        taken = time.monotonic()
        line.listen(2 * WITHIN)
    assert line.last <= taken + WITHIN
    assert f"room:{cast.rooms[0]}" in {each["stream"] for each in line.events("put_out")}
    proposal = {"room": cast.rooms[0], "text": "a"}
    assert own.ask("takeaway.propose", proposal)["code"] in {"forbidden", "signed_out"}
    if way in OUT:
        assert line.closed
        with pytest.raises(Refused):
            own.line()
    else:
        assert line.ask("takeaway.propose", proposal)["code"] == "forbidden"
        assert line.follow(f"room:{cast.rooms[0]}")["code"] == "forbidden"
    house.hang_up()


def test_a_moderator_whose_role_is_taken_hears_nothing_of_the_team_a_second_later(house: House) -> None:
    cast = house.cast()
    own = house.browser(cast, "moderator_1")
    line = _watching(own, cast, f"room:{cast.rooms[0]}:staff", f"meeting:{cast.meeting}:staff")
    with _busy(house.browser(cast, "rapporteur_1"), cast.rooms[0]):
        assert line.until(lambda: len(line.told()) > 2)
        _asks("canada", "role.revoke", person="@moderator", role="moderator", room="@room")(house, cast, own)
        taken = time.monotonic()
        line.listen(2 * WITHIN)
    assert line.last <= taken + WITHIN
    assert {each["stream"] for each in line.events("put_out")} == {
        f"room:{cast.rooms[0]}",
        f"room:{cast.rooms[0]}:staff",
        f"meeting:{cast.meeting}:staff",
    }
    assert line.ask("room.extend", {"room": cast.rooms[0], "minutes": 1})["code"] == "forbidden"
    house.hang_up()


def test_a_chair_who_reads_drafts_by_the_meetings_policy_hears_none_a_second_after_it_ends(house: House) -> None:
    cast = house.cast(drafts_for_chairs=True)
    line = _watching(house.browser(cast, "canada"), cast)
    [basics] = cast.things(f"meeting:{cast.meeting}:setup", "basics")
    with _busy(house.browser(cast, "rapporteur_1"), cast.rooms[0]):
        assert line.until(lambda: len(line.told()) > 2)
        policy = {"meeting": cast.meeting, "base": basics["version"], "drafts_for_chairs": False}
        assert house.browser(cast, "secretariat").ask("meeting.edit", policy)["ok"]
        taken = time.monotonic()
        line.listen(2 * WITHIN)
    assert line.last <= taken + WITHIN
    assert {each["stream"] for each in line.events("put_out")} == {f"room:{cast.rooms[0]}"}
    house.hang_up()


def test_what_is_in_flight_while_a_role_is_taken_is_done_before_or_not_at_all(house: House) -> None:
    cast = house.cast()
    room = cast.rooms[0]
    role = {"person": cast.person("rapporteur_1"), "role": "rapporteur", "room": room}
    for turn in range(20):
        answers: list[bool] = []
        writing = threading.Thread(target=_write_until_refused, args=(cast, room, answers))
        writing.start()
        while len(answers) < turn % 5 and writing.is_alive():
            time.sleep(0.001)
        cast.must("secretariat", "role.revoke", **role)
        writing.join()
        acts = _acts(cast)
        taken = max(number for number, name in acts if name == "role.revoke")
        assert [name for number, name in acts if number > taken] == []
        assert answers == [True] * (len(answers) - 1) + [False]
        cast.must("secretariat", "role.grant", **role)


def _write_until_refused(cast: Cast, room: int, answers: list[bool]) -> None:
    while not answers or answers[-1]:
        answer = cast.ask("rapporteur_1", "takeaway.capture", room=room, text="In flight")
        # The server writes into the same database: where the two met too often, it is asked again.
        if answer.get("code") != "busy":
            answers.append(bool(answer["ok"]))


def _acts(cast: Cast) -> list[tuple[int, str]]:
    with reading(cast.bus.engine) as db:
        return [(act.id, act.name) for act in db.scalars(sa.select(Act).order_by(Act.id))]


def _watching(own: Browser, cast: Cast, *more: str) -> Watch:
    line = Watch(own.port, {"ticket": own.ticket()}, origin=own.origin)
    own.lines.append(line)
    for stream in (f"meeting:{cast.meeting}", f"room:{cast.rooms[0]}", *more):
        assert line.follow(stream)["ok"]
    return line


@contextmanager
def _busy(writer: Browser, room: int) -> Iterator[None]:
    """Let points be written into the room all the while."""
    over = threading.Event()

    def write() -> None:
        while not over.is_set():
            reply = writer.post("/api/commands/takeaway.capture", {"room": room, "text": "Heard only in the room"})
            assert json.loads(reply.body)["ok"] or reply.status == 429
            over.wait(0.05)

    writing = threading.Thread(target=write)
    writing.start()
    try:
        yield
    finally:
        over.set()
        writing.join()
