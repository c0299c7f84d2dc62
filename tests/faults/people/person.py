"""Somebody at work: one browser with its tabs, one outbox on disk, and the hands that type."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.judging.history import History
from tests.faults.people.disk import Disk, NoDisk, Record
from tests.faults.people.http import Http
from tests.faults.people.line import Line
from tests.faults.people.outbox import Outbox
from tests.faults.people.store import Store


@dataclass(frozen=True)
class Player:
    """Who takes part: the name in the cast, the person's id, the room they work in, and their session."""

    who: str
    person: int
    room: int
    streams: tuple[str, ...]
    cookie: str
    csrf: str


@dataclass
class Habits:
    """How a browser behaves; all but the first two are protections that can be taken out."""

    skew: float = 0.0
    takes_turns: bool = True
    keeps_disk: bool = True
    is_patient: bool = True
    asks_heads: bool = True


class Tab:
    """One page: its line, its store and its end of the outbox."""

    def __init__(self, player: Player, http: Http, disk: Disk, history: History, turn: asyncio.Lock | None) -> None:
        self.store = Store()
        self.line = Line(http, self.store, list(player.streams), history.told.append)
        self.line.also = history.answered
        self.outbox = Outbox(player.person, self.line, disk, history, turn)

    def open(self) -> None:
        """Load the page."""
        self.line.start()
        self.outbox.start()

    async def close(self) -> None:
        """Close it, whatever it was doing."""
        await self.outbox.stop()
        await self.line.stop()


class Person:
    """A player with a browser."""

    def __init__(self, player: Player, http: Http, folder: Path, history: History, habits: Habits) -> None:
        self.player, self.http, self.habits = player, http, habits
        self._history = history
        disk = Disk if habits.keeps_disk else NoDisk
        self.disk = disk(folder / f"outbox-{player.person}")
        self._turn = asyncio.Lock() if habits.takes_turns else None
        self.tabs: list[Tab] = []
        self.points = 0
        self.acts: list[Record] = []

    def open_tab(self) -> Tab:
        """Open one more tab."""
        tab = Tab(self.player, self.http, self.disk, self._history, self._turn)
        tab.outbox.skew, tab.outbox.patient = self.habits.skew, self.habits.is_patient
        tab.line.asks_heads = self.habits.asks_heads
        self.tabs.append(tab)
        self._introduce()
        tab.open()
        return tab

    async def reload(self, tab: Tab) -> None:
        """Load the page anew in the middle of whatever it does: all that is left of it is on the disk."""
        self.tabs.remove(tab)
        self._introduce()
        await tab.close()
        self.open_tab()

    async def leave(self) -> None:
        """Close the browser."""
        for tab in self.tabs:
            await tab.close()

    @property
    def waits(self) -> bool:
        """Say whether something is unanswered, or a tab is not connected."""
        if any(tab.outbox.waiting or not tab.line.open for tab in self.tabs):
            return True
        return any(record.state == "waiting" for record in self.disk.all())

    def next_text(self, words: str) -> str:
        """Give words that nobody else ever writes, so that they can be found again."""
        self.points += 1
        return f"{words} {self.player.who.replace('_', '')}z{self.points}z"

    def _introduce(self) -> None:
        for tab in self.tabs:
            tab.outbox.others = [other.outbox for other in self.tabs if other is not tab]


def things(tab: Tab, kind: str) -> list[dict[str, Any]]:
    """Give the things of a type that a page shows, in a fixed order."""
    return sorted(tab.store.all(kind), key=lambda thing: (str(thing.get("position", "")), thing["id"]))
