"""The people everybody knows: a small meeting, prepared through the same commands as a real one.

Two breakout rooms are in the first round and one more in the second; each has its moderator and its rapporteur.
Zoe is of another meeting and knows nobody here.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from app.core import journal
from app.core.actor import SYSTEM, Actor
from app.core.bus import Bus
from app.core.db import reading


@dataclass
class Cast:
    """A meeting and its people. `actor["moderator_1"]` asks as the moderator of the first room."""

    bus: Bus
    meeting: int
    sessions: list[int]
    parts: dict[str, int]
    rounds: list[int]
    rooms: list[int]
    actor: dict[str, Actor]

    def ask(self, who: str, name: str, /, **data: object) -> dict[str, Any]:
        """Ask as somebody of the cast, and give the answer, be it a refusal."""
        return self.ask_under(uuid.uuid4().hex, who, name, **data)

    def ask_under(self, ask_id: str, who: str, name: str, /, **data: object) -> dict[str, Any]:
        """Ask under an id of one's own: to ask the same twice."""
        return self.bus.ask(self.actor[who], name, ask_id, data)

    def must(self, who: str, name: str, /, **data: object) -> dict[str, Any]:
        """Ask as somebody of the cast who may, and give the result."""
        answer = self.ask(who, name, **data)
        assert answer["ok"], f"{who}: {name} {data}: {answer}"
        result: dict[str, Any] = answer["result"]
        return result

    def person(self, who: str) -> int:
        """Give the id of somebody of the cast."""
        person_id = self.actor[who].person_id
        assert person_id is not None
        return person_id

    def things(self, stream: str, kind: str = "") -> list[dict[str, Any]]:
        """Give a fresh copy of a stream, or its things of one type."""
        with reading(self.bus.engine) as db:
            return [thing for thing in journal.snapshot(db, stream) if kind in {"", thing["type"]}]

    def open_round(self, number: int = 0, minutes: int = 45) -> None:
        """Open the session and the rooms of a round."""
        self.must("canada", "session.open", session=self.sessions[0])
        self.must("canada", "round.open", round=self.rounds[number], minutes=minutes)

    def close_round(self, number: int = 0) -> None:
        """Close the rooms of a round."""
        self.must("canada", "round.close", round=self.rounds[number])

    @cached_property
    def floor(self) -> int:
        """The plenary floor of the plenary part."""
        floors = [room for room in self.things(f"meeting:{self.meeting}", "room") if room["kind"] == "plenary"]
        return next(int(room["id"]) for room in floors if room["part"] == self.parts["plenary"])


PEOPLE = {
    "canada": ("Delegate 1 (Canada)", "Canada", "co_chair", None),
    "jamaica": ("Delegate 2 (Jamaica)", "Jamaica", "co_chair", None),
    "secretariat": ("Secretariat 1", "UN Women", "secretariat", None),
    "moderator_1": ("Moderator 1 (Germany)", "Germany", "moderator", 0),
    "moderator_2": ("Moderator 2 (Kenya)", "Kenya", "moderator", 1),
    "moderator_3": ("Moderator 3 (Japan)", "Japan", "moderator", 2),
    "rapporteur_1": ("Rapporteur 1 (Ghana)", "Ghana", "rapporteur", 0),
    "rapporteur_2": ("Rapporteur 2 (Peru)", "Peru", "rapporteur", 1),
    "rapporteur_3": ("Rapporteur 3 (Fiji)", "Fiji", "rapporteur", 2),
    "ghana": ("Delegate 3 (Ghana)", "Ghana", None, 0),
    "norway": ("Delegate 4 (Norway)", "Norway", None, 0),
    "brazil": ("Delegate 5 (Brazil)", "Brazil", None, 1),
    "observer": ("Observer 1", "", "observer", 0),
    "screen": ("Big screen", "", "display", None),
    "unplaced": ("Delegate 6 (Chad)", "Chad", None, None),
}
"""Name, delegation, role, and the room by its place in the list."""

PARTS = ("remarks", "breakouts", "plenary", "closing")


def make_cast(bus: Bus, **settings: object) -> Cast:
    """Prepare a meeting with its people through commands; `settings` are those of `meeting.create`."""
    cast = _meeting(bus, "Preparatory meeting", **settings)
    for who, (name, delegation, role, room) in PEOPLE.items():
        cast.actor[who] = _come_in(bus, cast.meeting, name, delegation)
        _give_task(cast, who, role, room)
    elsewhere = _meeting(bus, "Another meeting")
    cast.actor["zoe"] = _come_in(bus, elsewhere.meeting, "Zoe (elsewhere)", "Zambia")
    _give_task(Cast(**vars(elsewhere) | {"actor": cast.actor}), "zoe", "secretariat", None)
    return cast


def come_in(cast: Cast, who: str, name: str, delegation: str = "") -> Actor:
    """Bring one more person into the meeting; they ask as `who` from now on."""
    cast.actor[who] = _come_in(cast.bus, cast.meeting, name, delegation)
    return cast.actor[who]


def _meeting(bus: Bus, title: str, **settings: object) -> Cast:
    sessions = [
        {"title": "First session", "date": "2020-11-10", "parts": [{"title": kind, "kind": kind} for kind in PARTS]},
        {"title": "Second session", "date": "2020-11-11", "parts": [{"title": "breakouts again", "kind": "breakouts"}]},
    ]
    plan = {"title": title, "co_chairs": ["Canada", "Jamaica"], "sessions": sessions} | settings
    meeting = _do(bus, "meeting.create", plan)
    cast = Cast(bus, meeting, [], {}, [], [], {})
    cast.sessions += [int(thing["id"]) for thing in _in_order(cast, "session")]
    cast.parts.update({thing["title"]: int(thing["id"]) for thing in _in_order(cast, "part")})
    for part in ("breakouts", "breakouts again"):
        cast.rounds.append(_do(bus, "round.prepare", {"part": cast.parts[part], "minutes": 45}))
    for number, which in enumerate((0, 0, 1), start=1):
        room = {"round": cast.rounds[which], "number": number, "title": f"Theme {number}", "moderated_by": "Germany"}
        cast.rooms.append(_do(bus, "room.add", room))
    return cast


def _in_order(cast: Cast, kind: str) -> list[dict[str, Any]]:
    return sorted(cast.things(f"meeting:{cast.meeting}", kind), key=lambda thing: int(thing["id"]))


def _come_in(bus: Bus, meeting: int, name: str, delegation: str) -> Actor:
    person = _do(bus, "person.add", {"meeting": meeting, "person_name": name, "delegation": delegation})
    link = _answer(bus, "link.issue", {"person": person})
    signed_in = _answer(bus, "link.redeem", {"secret": link["secret"]})
    return Actor(person, meeting, signed_in["id"])


def _give_task(cast: Cast, who: str, role: str | None, room: int | None) -> None:
    person = cast.person(who)
    if role is not None:
        in_room = room is not None and role in {"moderator", "rapporteur"}
        where = {"room": cast.rooms[room]} if in_room and room is not None else {}
        _do(cast.bus, "role.grant", {"person": person, "role": role, **where})
    if room is not None and role in {None, "observer"}:
        place = {"round": cast.rounds[0], "person": person, "room": cast.rooms[room]}
        _do(cast.bus, "placement.put", place)


def _do(bus: Bus, name: str, data: dict[str, Any]) -> int:
    return int(_answer(bus, name, data)["id"])


def _answer(bus: Bus, name: str, data: dict[str, Any]) -> dict[str, Any]:
    answer = bus.ask(SYSTEM, name, uuid.uuid4().hex, data)
    assert answer["ok"], f"{name} {data}: {answer}"
    result: dict[str, Any] = answer["result"]
    return result
