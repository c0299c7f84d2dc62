"""A copy of the things of each stream a page follows, as core/store.js."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

Thing = dict[str, Any]


@dataclass
class Copy:
    """One stream as it is held here."""

    epoch: str
    revision: int
    things: dict[tuple[str, str], Thing] = field(default_factory=dict)

    def put(self, thing: Thing) -> None:
        """Take a thing as it is now."""
        self.things[thing["type"], str(thing["id"])] = thing

    def drop(self, thing: Thing) -> None:
        """Let a thing go."""
        self.things.pop((thing["type"], str(thing["id"])), None)


class Store:
    """All streams of one page."""

    def __init__(self, news: Callable[[], None] = lambda: None) -> None:
        self.copies: dict[str, Copy] = {}
        self._news = news

    def revision(self, stream: str) -> int | None:
        """Give the revision this copy stands at."""
        return self.copies[stream].revision if stream in self.copies else None

    def epoch(self, stream: str) -> str | None:
        """Give the epoch of the copy."""
        return self.copies[stream].epoch if stream in self.copies else None

    def all(self, kind: str) -> list[Thing]:
        """Give all things of a type, of all streams."""
        return [thing for copy in self.copies.values() for key, thing in copy.things.items() if key[0] == kind]

    def take(self, stream: str, answer: dict[str, Any]) -> None:
        """Take an answer to `follow`: a whole snapshot, or the changes since our revision."""
        if "snapshot" in answer:
            copy = self.copies[stream] = Copy(answer["epoch"], answer["revision"])
            for thing in answer["snapshot"]:
                copy.put(thing)
        else:
            for told in answer.get("changes", ()):
                self.apply(told | {"stream": stream, "epoch": answer["epoch"]})
            if stream in self.copies:
                self.copies[stream].epoch, self.copies[stream].revision = answer["epoch"], answer["revision"]
        self._news()

    def apply(self, told: dict[str, Any]) -> Literal["applied", "old", "gap"]:
        """Apply one told change."""
        copy = self.copies.get(told["stream"])
        if copy is None or (told.get("epoch") and copy.epoch and told["epoch"] != copy.epoch):
            return "gap"
        if told["revision"] <= copy.revision:
            return "old"
        if told["revision"] != copy.revision + 1:
            return "gap"
        for change in told["changes"]:
            if "put" in change:
                copy.put(change["put"])
            else:
                copy.drop(change["drop"])
        copy.revision = told["revision"]
        self._news()
        return "applied"

    def forget(self, stream: str) -> None:
        """Let a stream go."""
        self.copies.pop(stream, None)
