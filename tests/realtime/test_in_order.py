"""What several processes commit is told here in the journal's order, once, whatever hints come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import gevent
import pytest

from app.core import journal
from app.core.bus import Bus, Outcome
from app.core.db import open_engine, reading
from app.core.journal import Told
from app.realtime.connections import Connection, Connections
from app.realtime.in_order import InOrder
from tests.cast import Cast, make_cast


class Place:
    """One process's telling, beside a bus whose commits it hears of only as the test lets it."""

    def __init__(self, bus: Bus) -> None:
        self.cast: Cast = make_cast(bus)
        self.cast.open_round()
        self.stream = f"room:{self.cast.rooms[0]}"
        self.told: list[Told] = []
        self.rechecked: list[list[int]] = []
        self.committed: list[Told] = []
        bus.tell.append(self._note)
        connections = Connections()
        nobody = Connection("1", "1", self.cast.actor["ghana"], cast("Any", None))
        connections.follow(nobody, self.stream)
        self.in_order = InOrder(bus.engine, connections, self.told.append, self.rechecked.append)
        self.in_order.start()
        with reading(bus.engine) as db:
            self.in_order.has_read(self.stream, journal.head(db, self.stream))

    def capture(self, text: str) -> Told:
        """Commit one telling on the stream; nobody hears of it yet."""
        data = {"room": self.cast.rooms[0], "text": text, "kind": "takeaway", "tags": []}
        self.cast.must("rapporteur_1", "takeaway.capture", **data)
        return next(told for told in reversed(self.committed) if told.stream == self.stream)

    def texts(self) -> list[str]:
        """Give what the followers were told, when all that can run has run."""
        gevent.sleep(0.05)
        return [change["put"]["text"] for told in self.told for change in told.changes]

    def _note(self, outcome: Outcome) -> None:
        self.committed += outcome.told


@pytest.fixture
def place(sqlite_url: str) -> Iterator[Place]:
    engine = open_engine(sqlite_url)
    yield Place(Bus(engine))
    engine.dispose()


def test_what_others_committed_before_is_told_before(place: Place) -> None:
    place.capture("first, elsewhere")
    place.capture("second, elsewhere")
    place.in_order.told_here(place.capture("third, here"))
    assert place.texts() == ["first, elsewhere", "second, elsewhere", "third, here"]


def test_what_is_next_is_told_at_once(place: Place) -> None:
    place.in_order.told_here(place.capture("here"))
    assert [told.changes[0]["put"]["text"] for told in place.told] == ["here"]


def test_hints_that_come_late_twice_or_out_of_order_tell_each_thing_once(place: Place) -> None:
    revisions = [place.capture(str(number)).revision for number in range(4)]
    for revision in (revisions[2], revisions[0], revisions[2], revisions[3], revisions[1], revisions[3]):
        place.in_order.hint({place.stream: revision})
    assert place.texts() == ["0", "1", "2", "3"]


def test_a_look_tells_what_no_hint_spoke_of(place: Place) -> None:
    place.capture("unspoken")
    assert place.texts() == []
    place.in_order.look()
    assert place.texts() == ["unspoken"]


def test_a_hint_at_what_does_not_exist_tells_nothing(place: Place) -> None:
    place.in_order.hint({place.stream: 10**6, "rights": 10**6, "room:999": 3})
    assert place.texts() == []
    place.in_order.told_here(place.capture("after it"))
    assert place.texts() == ["after it"]


def test_who_lost_a_right_is_rechecked_before_anything_later_is_told(place: Place) -> None:
    ghana = place.cast.person("ghana")
    where = {"round": place.cast.rounds[0], "person": ghana, "room": place.cast.rooms[1]}
    place.cast.must("secretariat", "placement.put", **where)
    heard = place.rechecked
    place.in_order.told_here(place.capture("later"))
    place.in_order.hint({place.stream: place.capture("much later").revision})
    gevent.sleep(0.05)
    assert heard == [[ghana]]
