"""One run: a server, people at work, a fault in the middle of it, and what is found when all is quiet again."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.house import House
from tests.faults.judging.found import Found, look
from tests.faults.judging.history import History
from tests.faults.judging.judge import Verdict, judge
from tests.faults.people.http import Http
from tests.faults.people.person import Habits, Person, Tab
from tests.faults.people.script import PAUSES, work
from tests.faults.prepared import Prepared
from tests.faults.quiet import compare_pages

PACE = 0.2
"""How much faster a client's patience and pauses run than a browser's."""

QUIET_WITHIN = 90.0


@dataclass
class Scene:
    """Everything in one run that a fault may lay its hands on."""

    prepared: Prepared
    folder: Path
    house: House
    rng: random.Random
    habits: Habits = field(default_factory=Habits)
    history: History = field(default_factory=History)
    people: dict[str, Person] = field(default_factory=dict)
    ports: list[int] = field(default_factory=list)
    """The ports that people connect to, in turn; empty for the server's own."""
    pauses: tuple[float, float] = PAUSES
    pace: float = PACE
    over: asyncio.Event = field(default_factory=asyncio.Event)
    _at_work: list[asyncio.Task[None]] = field(default_factory=list)

    async def begin(self) -> None:
        """Start the server, let everybody in and let them work."""
        await self.house.start()
        for number, player in enumerate(self.prepared.players.values()):
            port = self.ports[number % len(self.ports)] if self.ports else self.house.port
            http = Http(port, self.house.origin, player.cookie, player.csrf, self.pace)
            person = Person(player, http, self.folder, self.history, self.habits)
            self.people[player.who] = person
            person.open_tab()
        await self.until(lambda: all(tab.line.open for person in self.people.values() for tab in person.tabs))
        for person in self.people.values():
            rng = random.Random(f"{self.rng.random()} {person.player.who}")
            self._at_work.append(asyncio.ensure_future(work(person, rng, self.over, self.pauses)))

    async def pause(self, least: float, most: float) -> None:
        """Let people work for a while."""
        await asyncio.sleep(self.rng.uniform(least, most))

    async def acknowledged(self, number: int) -> None:
        """Wait until so many asks were acknowledged: a moment that does not depend on how fast this machine is."""
        await self.until(lambda: sum(ask.fate == "ok" for ask in self.history.asks.values()) >= number)

    async def until(self, happened: object, seconds: float = QUIET_WITHIN) -> bool:
        """Wait until `happened()`; say whether it did within the time."""
        end = time.monotonic() + seconds
        while not happened():  # type: ignore[operator]
            if time.monotonic() > end:
                return False
            await asyncio.sleep(0.02)
        return True

    async def settle(self) -> Verdict:
        """Let people stop, wait until everything was answered, and compare every page with a fresh one."""
        self.over.set()
        await asyncio.gather(*self._at_work)
        await self.until(lambda: not any(person.waits for person in self.people.values()))
        verdict = Verdict()
        pages = [(person, tab) for person in self.people.values() for tab in person.tabs]
        for wrong in await asyncio.gather(*(compare_pages(person, tab) for person, tab in pages)):
            verdict.lost += wrong
        return verdict

    async def end(self) -> None:
        """Close every browser and the server."""
        self.over.set()
        await asyncio.gather(*self._at_work, return_exceptions=True)
        for person in self.people.values():
            await person.leave()
        await self.house.stop()
        await asyncio.sleep(0.1)  # what was hung up is closed in the loop's next turns

    def judged(self, verdict: Verdict) -> Found:
        """Read what is kept, and add to the verdict what is wrong with it."""
        streams = {stream for person in self.people.values() for stream in person.player.streams}
        found = look(self.house.database, self.prepared.meeting, streams)
        left = [
            record.id for person in self.people.values() for record in person.disk.all() if record.state == "waiting"
        ]
        verdict.add(judge(self.history, found, left))
        for person in self.people.values():
            for tab in person.tabs:
                verdict.lost += _unlike(person, tab, found)
        return found


def _unlike(person: Person, tab: Tab, found: Found) -> list[str]:
    # What a fresh page was given may come from a copy that the server keeps at hand: here stands the database itself.
    held = {name: copy for name, copy in tab.store.copies.items() if copy.revision == found.heads.get(name)}
    return [
        f"{person.player.who}, {name}: the page differs from the database at {copy.revision}"
        for name, copy in held.items()
        if copy.things != {(thing["type"], str(thing["id"])): thing for thing in found.copies[name]}
    ]
