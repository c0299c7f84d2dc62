"""Whatever is asked, by whom, and however badly the lines work: in the end every page shows what the database holds.

Pages apply what they are told as the live contract says. Lines are cut, tellings lost, late and doubled, answers lost
and asked for again, several asks share a commit or find that it failed.
"""

from __future__ import annotations

import os
import random
import uuid
from contextlib import ExitStack
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy.exc import OperationalError

from app.core import batch, journal
from app.core.actor import SYSTEM, Actor
from app.core.asks import Ask
from app.core.db import reading
from app.core.following import may_follow
from app.core.handling import handlers
from app.core.parsing import parsed
from app.realtime.connections import Connections
from app.realtime.following import Following
from app.realtime.publisher import Publisher
from breakouts.takeaways.models import Takeaway
from tests.breakouts.conftest import Prepared
from tests.cast import Cast
from tests.core.batches import gaps
from tests.core.plays import ALL, Play
from tests.realtime.stores import Store

FULL = os.environ.get("RAPPORT_FULL") == "1"
PAGES = ("canada", "moderator_1", "rapporteur_1", "rapporteur_1", "ghana")
WRITERS = ("rapporteur_1", "moderator_1", "rapporteur_2", "canada", "ghana")
OF_POINTS = tuple(name for name in ALL if name.startswith(("takeaway.", "note.")))
OF_ROOMS = tuple(
    name for name in ALL if name.startswith(("round.", "room.", "placement.", "role.", "report.", "part."))
)

Asked = tuple[Actor, str, str, dict[str, Any]]

seeds = st.integers(0, 2**32)
pages = st.integers(0, len(PAGES) - 1)


class Meeting(RuleBasedStateMachine):
    """A meeting at work, its pages, and everything that goes wrong between them."""

    prepared: Prepared
    kind = "sqlite"

    def __init__(self) -> None:
        super().__init__()
        self.held = ExitStack()

    @initialize()
    def begin(self) -> None:
        self.cast: Cast = self.held.enter_context(self.prepared.cast(self.kind))
        bus = self.cast.bus
        connections = Connections()
        following = Following(bus.engine, connections)
        bus.tell.append(Publisher(bus.engine, connections).publish)
        self.play = Play(self.cast, 0)
        self.captured: dict[str, int] = {}
        self.answered: list[tuple[Asked, dict[str, Any]]] = []
        self.pages = [Store(self.cast.actor[who], self._streams(who), connections, following) for who in PAGES]
        for page in self.pages:
            page.connect()
        # However short a play: something comes, something is approved, something goes.
        for seed, act in enumerate(("approve", "remove")):
            self._ask(self._point("rapporteur_1", 0, seed))
            self.a_point_is_worked_on(act, seed)

    def _streams(self, who: str) -> list[str]:
        meeting = [f"meeting:{self.cast.meeting}{kind}" for kind in ("", ":staff", ":chairs")]
        places = [*self.cast.rooms[:2], self.cast.floor]
        rooms = [f"room:{room}{kind}" for room in places for kind in ("", ":staff")]
        return [*meeting, *rooms, f"person:{self.cast.person(who)}"]

    # ------------------------------------------------------------------ asking

    @rule(name=st.sampled_from(ALL), seed=seeds)
    def anything(self, name: str, seed: int) -> None:
        self._ask(self._made_up(name, seed))

    @rule(name=st.sampled_from(OF_POINTS), seed=seeds)
    def something_with_points(self, name: str, seed: int) -> None:
        self._ask(self._made_up(name, seed))

    @rule(name=st.sampled_from(OF_ROOMS), seed=seeds)
    def something_with_rooms(self, name: str, seed: int) -> None:
        self._ask(self._made_up(name, seed))

    @rule(who=st.sampled_from(WRITERS), room=st.integers(0, 1), seed=seeds)
    def capture(self, who: str, room: int, seed: int) -> None:
        self._ask(self._point(who, room, seed))

    @rule(act=st.sampled_from(("approve", "reopen", "remove", "split")), which=seeds)
    def a_point_is_worked_on(self, act: str, which: int) -> None:
        if self.captured:
            point = list(self.captured.values())[which % len(self.captured)]
            self._ask((self.cast.actor["moderator_1"], f"takeaway.{act}", uuid.uuid4().hex, {"takeaway": point}))

    @rule(who=st.lists(st.sampled_from(WRITERS), min_size=2, max_size=6), name=st.sampled_from(ALL), seed=seeds)
    def several_at_once(self, who: list[str], name: str, seed: int) -> None:
        self._together([*(self._point(each, place % 2, seed + place) for place, each in enumerate(who))], name, seed)

    @rule(who=st.lists(st.sampled_from(WRITERS), min_size=2, max_size=4), name=st.sampled_from(OF_ROOMS), seed=seeds)
    def several_at_once_whose_commit_fails(self, who: list[str], name: str, seed: int) -> None:
        left = [1]

        def fail(_connection: sa.Connection) -> None:
            if left:
                left.pop()
                raise OperationalError("COMMIT", {}, Exception("the database was restarted"))

        sa.event.listen(self.cast.bus.engine, "commit", fail)
        self.several_at_once(who, name, seed)
        sa.event.remove(self.cast.bus.engine, "commit", fail)

    @rule(which=seeds)
    def an_answer_was_lost_and_is_asked_for_again(self, which: int) -> None:
        if self.answered:
            asked, first = self.answered[which % len(self.answered)]
            actor, name, ask_id, data = asked
            assert self.cast.bus.ask(actor, name, ask_id, data) == first

    def _made_up(self, name: str, seed: int) -> Asked:
        self.play.random = random.Random(seed)
        return self.play.asker(name), name, uuid.UUID(int=seed).hex, self.play.data(name)

    def _point(self, who: str, room: int, seed: int) -> Asked:
        data = {"room": self.cast.rooms[room], "text": f"Point {seed}"}
        return self.cast.actor[who], "takeaway.capture", uuid.UUID(int=seed).hex, data

    def _ask(self, asked: Asked) -> None:
        actor, name, ask_id, data = asked
        self._learn(asked, self.cast.bus.ask(actor, name, ask_id, data))

    def _together(self, points: list[Asked], name: str, seed: int) -> None:
        asked = [points[0], self._made_up(name, seed), *points[1:]]
        asks = [Ask(actor, handlers[of], *_understood(of, ask_id, data)) for actor, of, ask_id, data in asked]
        batch.settle(self.cast.bus.engine, asks)
        for one, ask in zip(asked, asks, strict=True):
            if ask.outcome is not None:
                for listener in self.cast.bus.tell:
                    listener(ask.outcome)
                self._learn(one, ask.outcome.answer)

    def _learn(self, asked: Asked, answer: dict[str, Any]) -> None:
        actor, name, ask_id, data = asked
        self.play.learn(name, data, answer)
        if not answer["ok"] or actor is SYSTEM or not handlers[name].keeps_answer:
            return
        self.answered.append((asked, answer))
        if name == "takeaway.capture":
            self.captured[f"{actor.key} {ask_id}"] = answer["result"]["id"]

    # ------------------------------------------------------------------ lines

    @rule(page=pages, most=st.integers(1, 5))
    def some_arrives(self, page: int, most: int) -> None:
        self.pages[page].receive(most)

    @rule(page=pages, which=seeds)
    def a_telling_is_lost(self, page: int, which: int) -> None:
        del self.pages[page].wire.on_its_way[slice(*self._one_told(page, which))]

    @rule(page=pages, which=seeds)
    def a_telling_comes_twice(self, page: int, which: int) -> None:
        way = self.pages[page].wire.on_its_way
        start, end = self._one_told(page, which)
        way += way[start:end]

    @rule(page=pages, which=seeds)
    def a_telling_is_late(self, page: int, which: int) -> None:
        way = self.pages[page].wire.on_its_way
        start, end = self._one_told(page, which)
        late = way[start:end]
        del way[start:end]
        way += late

    @rule(page=pages)
    def a_line_is_cut(self, page: int) -> None:
        self.pages[page].cut()

    @rule(page=pages)
    def a_page_comes_back(self, page: int) -> None:
        self.pages[page].cut()
        self.pages[page].connect()

    def _one_told(self, page: int, which: int) -> tuple[int, int]:
        told = [place for place, (name, _) in enumerate(self.pages[page].wire.on_its_way) if name == "told"]
        return (told[which % len(told)], told[which % len(told)] + 1) if told else (0, 0)

    # ------------------------------------------------------------------ what has to hold

    @rule(page=pages)
    def all_is_quiet_for_a_while(self, page: int) -> None:
        self._shows_what_there_is(self.pages[page : page + 1])

    def _shows_what_there_is(self, quiet: list[Store]) -> None:
        for page in quiet:
            if page.connection is None or page.wire.is_cut:
                page.cut()
                page.connect()
            page.receive()
            page.beat()
        with reading(self.cast.bus.engine) as db:
            fresh: dict[str, list[dict[str, Any]]] = {}
            for page in quiet:
                for stream, copy in page.copies.items():
                    assert may_follow(db, page.actor, stream), f"{page.actor} still sees {stream}"
                    if stream not in fresh:
                        fresh[stream] = journal.snapshot(db, stream)
                    assert copy.in_order() == fresh[stream], stream

    @invariant()
    def every_acknowledged_point_is_there_once_and_in_order(self) -> None:
        if not hasattr(self, "captured"):
            return
        ids = list(self.captured.values())
        with reading(self.cast.bus.engine) as db:
            there = set(db.scalars(sa.select(Takeaway.id).where(Takeaway.id.in_(ids))))
        assert ids == sorted(there)

    def teardown(self) -> None:
        try:
            if hasattr(self, "pages"):
                self._shows_what_there_is(self.pages)
                assert gaps(self.cast) == []
        finally:
            self.held.close()


def _understood(name: str, ask_id: str, data: dict[str, Any]) -> tuple[Any, str, list[str]]:
    command, notices = parsed(handlers[name].command, data)
    return command, ask_id, notices


def _run(prepared: Prepared, kind: str, examples: int, steps: int) -> None:
    machine = type("Meeting", (Meeting,), {"prepared": prepared, "kind": kind})
    profile = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        # On everybody's machine the same plays; the long campaign finds new ones each time.
        derandomize=not FULL,
        # To find the shortest play that fails takes minutes; the long campaign does.
        phases=(Phase.generate, Phase.shrink) if FULL else (Phase.generate,),
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(machine, settings=profile)


def test_every_page_shows_what_the_database_holds(prepared: Prepared) -> None:
    _run(prepared, "sqlite", *((400, 80) if FULL else (2, 20)))


@pytest.mark.full
def test_every_page_shows_what_the_database_holds_on_postgresql(prepared: Prepared) -> None:
    _run(prepared, "postgresql", 60, 60)
