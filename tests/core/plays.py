"""Random plays: any command, with whatever there is to do it to; a refusal is as good as an answer."""

from __future__ import annotations

import random
import uuid
from typing import Any

import app.slices  # noqa: F401 - so that every command is known
from app.core.actor import SYSTEM, Actor
from app.core.handling import handlers
from tests.cast import Cast

CHAIRS = ("canada", "jamaica", "secretariat")
ASKERS = (*CHAIRS, "moderator_1", "rapporteur_1", "moderator_2", "rapporteur_2", "ghana", "brazil")
BY_THE_PROGRAM = frozenset(
    {"attendance.arrive", "attendance.leave", "tally.tell", "export.progress", "export.finish", "export.fail"}
)
# These begin or end something outside any stream, or need a secret that only their asker has.
LEFT_OUT = frozenset({"link.redeem", "person.join", "ticket.use", "session.end", "meeting.create"})
KEYS = ("introduction", "overview", "title")

ALL = tuple(sorted(set(handlers) - LEFT_OUT))
"""Every command that can be asked again and again, by name."""


class Play:
    """Makes up asks for one meeting, and learns from the answers what there is to ask about."""

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
        name = self.random.choice(ALL)
        actor, data = self.asker(name), self.data(name)
        self.learn(name, data, self.cast.bus.ask(actor, name, uuid.uuid4().hex, data))

    def asker(self, name: str) -> Actor:
        """Give somebody to ask for this command."""
        if name in BY_THE_PROGRAM:
            return SYSTEM
        # Much is for the secretariat alone; a play in which it seldom asks would be dull.
        return self.cast.actor["secretariat" if self.random.random() < 0.3 else self.random.choice(ASKERS)]

    def learn(self, name: str, data: dict[str, Any], answer: dict[str, Any]) -> None:
        """Take in what there is now; what was asked must at least have been understood."""
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

    def data(self, name: str) -> dict[str, Any]:
        """Make up the fields of a command."""
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
