"""What people and their browsers do themselves: twice, at once, with wrong clocks, too late."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

from typing_extensions import override

from tests.faults.judging.found import Found
from tests.faults.judging.judge import Verdict
from tests.faults.kinds.fault import Fault
from tests.faults.kinds.network import Network
from tests.faults.people import script
from tests.faults.people.person import Person
from tests.faults.people.socket import Lost, open_socket
from tests.faults.scene import Scene

HOUR = 3600.0
MOST_REPLAYED = 25


class TenTimes(Fault):
    """Every ask is sent ten times at once under its one id, by the socket and by post."""

    name = "asked ten times"

    @override
    async def strike(self, scene: Scene) -> None:
        lines = [tab.line for person in scene.people.values() for tab in person.tabs]
        for line in lines:
            line.copies = 9
        await scene.acknowledged(scene.rng.randint(20, 60))
        for line in lines:
            line.copies = 0


class Replayed(Fault):
    """What somebody caught of the wire is sent again later, in any order, after the server was killed."""

    name = "replayed frames"

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(20, 60))
        await scene.house.stop()
        await scene.house.start()

    @override
    async def finish(self, scene: Scene) -> None:
        await asyncio.gather(*(self._replay(scene, person) for person in scene.people.values()))

    async def _replay(self, scene: Scene, person: Person) -> None:
        caught = [frame for tab in person.tabs for frame in tab.line.sent if '["ask",' in frame[:16]]
        asks: list[dict[str, Any]] = [json.loads(frame[frame.index("[") :])[1] for frame in caught]
        settled = [ask for ask in asks if scene.history.asks[ask["id"]].fate in {"ok", "refused"}]
        kept = [ask for ask in settled if scene.history.asks[ask["id"]].fate == "ok"]
        scene.rng.shuffle(kept)
        http = person.http
        socket = await open_socket(http.port, http.origin, await http.ticket(), lambda _event, _body: None, 1.0)
        try:
            for ask in kept[:MOST_REPLAYED]:
                scene.history.answered(ask["id"], await socket.request("ask", ask))
        except Lost as lost:
            raise TimeoutError("no answer to what was replayed") from lost
        finally:
            socket.close()


class WrongClocks(Fault):
    """Every device's clock is an hour wrong, jumps while asks wait, and the page is loaded anew."""

    name = "wrong clocks"

    @override
    async def strike(self, scene: Scene) -> None:
        self._set_clocks(scene)
        await scene.acknowledged(scene.rng.randint(10, 40))
        await scene.house.stop()
        await scene.pause(0.1, 0.3)
        self._set_clocks(scene)
        for person in scene.people.values():
            if scene.rng.random() < 0.7:
                await person.reload(person.tabs[0])
        await scene.pause(0.1, 0.3)
        await scene.house.start()

    def _set_clocks(self, scene: Scene) -> None:
        for person in scene.people.values():
            person.habits = replace(person.habits, skew=scene.rng.choice([-HOUR, 0.0, HOUR]))
            for tab in person.tabs:
                tab.outbox.skew = person.habits.skew


class TwoTabs(Fault):
    """Everybody has two tabs open, with locks between them or without; one is closed while the server is away."""

    name = "two tabs"

    @override
    async def prepare(self, scene: Scene) -> None:
        scene.habits.takes_turns = scene.rng.random() < 0.7

    @override
    async def strike(self, scene: Scene) -> None:
        for person in scene.people.values():
            person.open_tab()
        await scene.acknowledged(scene.rng.randint(10, 50))
        await scene.house.stop()
        for person in scene.people.values():
            if scene.rng.random() < 0.5:
                tab = person.tabs.pop(scene.rng.randrange(2))
                await tab.close()
                for left in person.tabs:
                    left.outbox.others.clear()
        await scene.pause(0.0, 0.3)
        await scene.house.start()


class TwoReorder(Fault):
    """Three of one room's team put its points in order at the same moment, some on lines that break."""

    name = "two reorder"

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(20, 40))
        team = [scene.people[who] for who in ("rapporteur_1", "rapporteur_4", "moderator_1")]
        for _ in range(15):
            for person in team:
                script.move(person, person.tabs[0], scene.rng)
            if scene.rng.random() < 0.2:
                scene.rng.choice(team).tabs[0].line.renew()
            await scene.pause(0.0, 0.05)


class LateText(Network):
    """The round is recalled while a room's rapporteur has no line; what was typed comes after the room has closed."""

    name = "recalled while away"
    late: tuple[str, ...] = ()

    @override
    async def prepare(self, scene: Scene) -> None:
        await super().prepare(scene)
        scene.ports = [self.proxy.port, scene.house.port]  # every second one is cut off, the first rapporteur too

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(1, 20))
        person, chair = scene.people["rapporteur_1"], scene.people["canada"]
        asked = chair.tabs[0].outbox.ask("round.recall", {"round": scene.prepared.round, "seconds": 5})
        self.proxy.swallows = True
        await scene.until(lambda: scene.history.asks[asked.id].fate == "ok")
        for _ in range(4):
            script.capture(person, person.tabs[0], scene.rng)
        await scene.until(lambda: self._is_closed(scene))
        self.late = tuple(r.id for r in person.tabs[0].outbox.waiting if r.name == "takeaway.capture" and not r.sent)
        self.proxy.swallows = False
        self.proxy.cut()

    @override
    def judge(self, scene: Scene, found: Found, verdict: Verdict) -> None:
        for ask_id in self.late:
            answer = scene.history.asks[ask_id].answers[-1:]
            marked = answer and answer[0]["ok"] and answer[0]["result"]["after_close"] and answer[0]["notices"]
            if not marked:
                verdict.lost.append(f"{ask_id} was written before the room closed and was answered {answer}")

    def _is_closed(self, scene: Scene) -> bool:
        store = scene.people["canada"].tabs[0].store
        return any(room["state"] == "closed" for room in store.all("room"))
