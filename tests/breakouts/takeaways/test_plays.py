"""Random plays of a whole room: the list keeps its order, and every copy kept by tellings equals a fresh one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.breakouts.conftest import Prepared
from tests.breakouts.takeaways.lists import rows
from tests.cast import Cast
from tests.mirror import Mirror

WRITERS = ("rapporteur_1", "moderator_1")
NUMBER = st.integers(0, 7)


@dataclass
class Play:
    """One play: the order that the list must have follows from the acts, not from the keys."""

    cast: Cast
    order: list[int] = field(default_factory=list)
    proposed: list[int] = field(default_factory=list)

    def act(self, name: str, who: str, a: int, b: int) -> None:
        """Carry one act out; where nothing is there to act on, nothing happens."""
        acts: dict[str, Callable[[str, int, int], None]] = {
            "capture": self._capture,
            "move": self._move,
            "merge": self._merge,
            "propose": self._propose,
            "accept": self._accept,
            "around": self._around,
        }
        if name in acts:
            acts[name](who, a, b)
        elif name == "undo":
            self.cast.ask(who, "takeaway.undo", room=self.cast.rooms[0])
            self._start_anew()
        elif self.order:
            self._on_one(name, who, a)

    def _capture(self, who: str, a: int, b: int) -> None:
        after = self.order[a % len(self.order)] if self.order and b % 2 else None
        room = self.cast.rooms[0]
        made = self.cast.must(who, "takeaway.capture", room=room, text=f"{who} {a} {b}", after=after)
        self.order.insert(self.order.index(after) + 1 if after else len(self.order), made["id"])

    def _move(self, who: str, a: int, b: int) -> None:
        if not self.order:
            return
        point = self.order[a % len(self.order)]
        others = [other for other in self.order if other != point]
        after = others[b % len(others)] if others and b else None
        self.cast.must(who, "takeaway.move", takeaway=point, after=after)
        others.insert(others.index(after) + 1 if after else 0, point)
        self.order = others

    def _merge(self, who: str, a: int, b: int) -> None:
        points = {self.order[a % len(self.order)], self.order[b % len(self.order)]} if self.order else set()
        if len(points) < 2:
            return
        data: dict[str, Any] = {"room": self.cast.rooms[0], "takeaways": list(points), "kind": "question"}
        made = self.cast.must(who, "takeaway.merge", text="merged", **data)
        first = min(self.order.index(point) for point in points)
        self.order[first] = made["id"]
        self.order = [point for point in self.order if point not in points]

    def _propose(self, _who: str, a: int, _b: int) -> None:
        made = self.cast.must("ghana", "takeaway.propose", room=self.cast.rooms[0], text=f"proposal {a}")
        self.proposed.append(made["id"])

    def _accept(self, who: str, _a: int, b: int) -> None:
        if self.proposed:
            point = self.proposed.pop()
            act = "accept" if b % 3 else "decline"
            if self.cast.ask(who, f"takeaway.{act}", takeaway=point)["ok"] and act == "accept":
                self.order.append(point)

    def _on_one(self, name: str, who: str, a: int) -> None:
        point = self.order[a % len(self.order)]
        if name == "edit":
            base = next(row["version"] for row in rows(self.cast) if row["id"] == point)
            self.cast.must(who, "takeaway.edit", takeaway=point, base=base, text=f"edited {a}")
        elif self.cast.ask(who, f"takeaway.{name}", takeaway=point)["ok"] and name in {"remove", "split"}:
            self._start_anew()

    def _around(self, _who: str, a: int, b: int) -> None:
        """Do something around the list that changes who sees it or how."""
        cast, room = self.cast, self.cast.rooms[b % 2]
        person, role = cast.person("brazil"), {"role": "rapporteur", "room": room}
        around: list[tuple[str, str, dict[str, Any]]] = [
            ("canada", "report.call", {"room": room}),
            ("canada", "report.call", {"room": cast.rooms[0]}),
            ("canada", "report.finish", {"room": room}),
            ("moderator_1", "note.write", {"room": cast.rooms[0], "body": f"{a} {b}", "base": 0}),
            ("canada", "role.grant", {"person": person, **role}),
            ("canada", "role.revoke", {"person": person, **role}),
            ("canada", "placement.put", {"round": cast.rounds[0], "person": person, "room": room}),
            ("canada", "round.extend", {"round": cast.rounds[0], "minutes": 5}),
        ]
        who, name, data = around[a % len(around)]
        cast.ask(who, name, **data)

    def _start_anew(self) -> None:
        self.order = [row["id"] for row in rows(self.cast)]


ACTS = (
    *("capture", "capture", "approve", "approve", "around", "around", "undo"),
    *("edit", "move", "merge", "split", "remove", "reopen", "propose", "accept"),
)
STEP = st.tuples(st.sampled_from(ACTS), st.sampled_from(WRITERS), NUMBER, NUMBER)


@given(steps=st.lists(STEP, min_size=1, max_size=25))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_whatever_a_room_does_its_list_is_in_order_and_every_copy_is_right(
    prepared: Prepared, steps: list[tuple[str, str, int, int]]
) -> None:
    with prepared.cast("sqlite") as cast:
        play, mirror = Play(cast), Mirror(cast.bus, streams_of(cast))
        for step in [("capture", "rapporteur_1", 0, 0), *steps]:
            play.act(*step)
            positions = [row["position"] for row in rows(cast)]
            assert [row["id"] for row in rows(cast)] == play.order, step
            assert len(set(positions)) == len(positions), step
        assert mirror.wrong() == {}


def test_after_each_act_every_copy_is_right_on_both_databases(cast: Cast) -> None:
    play, mirror = Play(cast), Mirror(cast.bus, streams_of(cast))
    script = (
        "capture capture capture propose propose edit approve around move merge around split undo undo accept reopen"
    )
    for number, name in enumerate(script.split()):
        play.act(name, WRITERS[number % 2], number % 3, number % 2)
        assert mirror.wrong() == {}, name
    play.act("around", "canada", 0, 0)
    assert mirror.wrong() == {}


def streams_of(cast: Cast) -> list[str]:
    """Give every stream that anybody of the cast could follow."""
    meeting = [f"meeting:{cast.meeting}{audience}" for audience in ("", ":staff", ":chairs")]
    rooms = [f"room:{room}{audience}" for room in (*cast.rooms, cast.floor) for audience in ("", ":staff")]
    return [*meeting, *rooms, *(f"person:{cast.person(who)}" for who in cast.actor)]
