"""A copy kept by what was told equals a fresh one, whatever was done: every stream, random plays of all commands."""

from __future__ import annotations

import random
import uuid
from typing import Any

import pytest

from app.core.actor import SYSTEM
from app.core.handling import handlers
from tests.breakouts.conftest import Prepared
from tests.cast import Cast
from tests.mirror import Mirror, all_streams

CHAIRS = ("canada", "jamaica", "secretariat")
ASKERS = (*CHAIRS, "moderator_1", "rapporteur_1", "moderator_2", "rapporteur_2", "ghana", "brazil")
BY_THE_PROGRAM = frozenset(
    {"attendance.arrive", "attendance.leave", "tally.tell", "export.progress", "export.finish", "export.fail"}
)
# These begin or end something outside any stream, or need a secret that only their asker has.
LEFT_OUT = frozenset({"link.redeem", "person.join", "ticket.use", "session.end", "meeting.create"})
KEYS = ("introduction", "overview", "title")


class Play:
    """Asks for anything, with whatever there is; a refusal is as good as an answer."""

    def __init__(self, cast: Cast, seed: int) -> None:
        self.cast = cast
        self.random = random.Random(seed)
        self.people = [cast.person(who) for who in cast.actor if who != "zoe"]
        self.points: list[int] = []
        self.exports: list[int] = []
        self.speakers: list[int] = []
        self.carried_out: set[str] = set()

    def step(self) -> None:
        """Ask for one command."""
        name = self.random.choice(sorted(set(handlers) - LEFT_OUT))
        data = self._data(name)
        if name in BY_THE_PROGRAM:
            answer = self.cast.bus.ask(SYSTEM, name, uuid.uuid4().hex, data)
        else:
            # Much is for the secretariat alone; a play in which it seldom asks would be dull.
            who = "secretariat" if self.random.random() < 0.3 else self.random.choice(ASKERS)
            answer = self.cast.ask(who, name, **data)
        assert answer["ok"] or "nput should" not in answer["why"], f"{name} {data} was not understood: {answer}"
        if answer["ok"]:
            self._learn(name, answer["result"])

    def _learn(self, name: str, result: dict[str, Any]) -> None:
        self.carried_out.add(name)
        if result["type"] in {"takeaway", "proposal_mine"}:
            self.points.append(result["id"])
        if result["type"] == "export":
            self.exports.append(result["id"])

        if name == "speaker.add":
            self.speakers.append(result["id"])

    def _neighbours(self, name: str) -> list[int | None]:
        kind = name.partition(".")[0]
        own = {"session": self.cast.sessions, "part": list(self.cast.parts.values()), "room": self.cast.rooms}
        return [None, *(own | {"speaker": self.speakers}).get(kind, self.points[-3:])]

    def _data(self, name: str) -> dict[str, Any]:
        command = handlers[name].command
        wanted = [
            field for field, about in command.model_fields.items() if about.is_required() or self.random.random() < 0.5
        ]
        return {field: self._value(name, field) for field in wanted}

    def _value(self, name: str, field: str) -> Any:  # noqa: ANN401 - JSON values
        pick, cast = self.random.choice, self.cast
        if field in {"minutes", "number", "page", "pages", "bytes"}:
            return pick((1, 5, 30))
        if name == "attendance.arrive" and field == "people":
            return [pick(self.people)]
        choices: dict[str, list[Any]] = {
            "meeting": [cast.meeting],
            "session": cast.sessions,
            "part": list(cast.parts.values()),
            "round": cast.rounds,
            "room": [None] if name.startswith("role.") and pick((True, False)) else [*cast.rooms, cast.floor],
            "person": self.people[3:],
            "plan": [{"title": "a plan"}],
            "days": ["keep", "empty"],
            "first_day": [""],
            "speaker": self.speakers or [1],
            "parts": [[{"title": "a part", "kind": "plenary"}]],
            "speakers": [[{"speaker": "a speaker", "delegation": "Peru"}]],
            "date": ["", "2020-11-12"],
            "begins": ["", "09:30"],
            "ends": ["", "11:00"],
            "time_zone": ["Europe/London", "UTC"],
            "language": ["en", "fr"],
            "walk_ins": ["admit", "lobby"],
            "co_chairs": [["Canada", "Peru"], []],
            "takeaway": self.points or [1],
            "takeaways": [[pick(self.points or [1]), pick(self.points or [2])]],
            "after": self._neighbours(name),
            "export": self.exports or [1],
            "base": [0, 1, 2],
            "role": ["moderator", "rapporteur", "observer", "co_chair"],
            "kind": ["breakouts", "panel"] if name.startswith("part.") else ["takeaway", "question"],
            "tags": [[], ["a", "b"]],
            "format": ["json", "html"],
            "key": list(KEYS),
            "digest": ["0" * 64],
            "at": ["2020-11-10T13:00:00Z"],
            "people": [[{"person_name": "From the roster", "delegation": "Chad"}]],
            "stays": [[{"person": self.people[0], "joined": "2020-11-10T13:00:00Z", "left": "2020-11-10T14:00:00Z"}]],
            "unmatched": [[{"shown_name": "A device", "reason": "No name"}]],
            "delegation": ["Chad", "Peru", ""],
            "moderated_by": ["Chad", ""],
            "video_link": ["", "https://video.example/1"],
            **{flag: [True, False] for flag in ("draft", "in_roster", "admit", "drafts_for_chairs")},
        }
        return pick(choices.get(field, [f"{field} {self.random.randrange(100)}"]))


@pytest.mark.parametrize("seed", range(4))
def test_every_copy_kept_by_tellings_equals_a_fresh_one(sqlite_cast: Cast, seed: int) -> None:
    _play(sqlite_cast, seed, steps=150)


def test_every_copy_kept_by_tellings_equals_a_fresh_one_on_postgresql(prepared: Prepared) -> None:
    with prepared.cast("postgresql") as cast:
        _play(cast, seed=99, steps=80)


def test_a_mended_name_is_mended_wherever_it_stands(sqlite_cast: Cast) -> None:
    cast, room = sqlite_cast, sqlite_cast.rooms[0]
    cast.must("rapporteur_1", "takeaway.capture", room=room, text="A point")
    cast.must("rapporteur_1", "room.narrate", room=room, narrative="a", lead_in="b", base=0)
    cast.must("rapporteur_1", "part.narrate", part=cast.parts["remarks"], narrative="a", base=0)
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    cast.must("canada", "person.rename", person=cast.person("rapporteur_1"), person_name="Rapporteur (mended)")
    assert mirror.wrong() == {}
    [shown] = [thing for thing in cast.things(f"meeting:{cast.meeting}", "room") if thing["id"] == room]
    assert shown["rapporteurs"] == ["Rapporteur (mended)"]
    assert cast.things(f"room:{room}:staff", "takeaway_hand")[0]["captured_by"] == "Rapporteur (mended)"


def test_who_is_put_out_vanishes_from_the_team_on_every_screen(sqlite_cast: Cast) -> None:
    mirror = Mirror(sqlite_cast.bus, all_streams(sqlite_cast.bus))
    sqlite_cast.must("canada", "person.remove", person=sqlite_cast.person("moderator_1"))
    assert mirror.wrong() == {}


def _play(cast: Cast, seed: int, *, steps: int) -> None:
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    play = Play(cast, seed)
    for _ in range(steps):
        play.step()
    cast.bus.ask(SYSTEM, "tally.tell", uuid.uuid4().hex, {"meeting": cast.meeting})
    assert mirror.wrong() == {}
    assert len(play.carried_out) > steps // 8, "the play was too dull to prove anything"
