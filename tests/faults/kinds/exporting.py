"""A document that is being made when the server goes."""

from __future__ import annotations

import asyncio
import hashlib

from typing_extensions import override

from tests.faults.judging.found import Found
from tests.faults.judging.judge import Verdict
from tests.faults.kinds.fault import Fault
from tests.faults.people.socket import Lost
from tests.faults.scene import Scene

FORMATS = ("markdown", "html", "json", "markdown", "html", "pdf")
UNFINISHED = {"waiting", "running"}


class KillDuringExport(Fault):
    """kill -9 while a document is made: it is made after the next start, and its file is whole."""

    name = "kill during export"

    @override
    async def prepare(self, scene: Scene) -> None:
        self.wrong: list[str] = []

    @override
    async def strike(self, scene: Scene) -> None:
        await scene.acknowledged(scene.rng.randint(5, 30))
        outbox = scene.people["canada"].tabs[0].outbox
        wanted = scene.rng.sample(FORMATS, 2)
        asked = [outbox.ask("export.request", {"meeting": scene.prepared.meeting, "format": each}) for each in wanted]
        await scene.until(lambda: all(scene.history.asks[each.id].fate == "ok" for each in asked))
        await scene.pause(0.0, 0.6)
        await scene.house.stop()
        await scene.house.start()

    @override
    async def finish(self, scene: Scene) -> None:
        person = scene.people["canada"]
        store = person.tabs[0].store
        await scene.until(lambda: not any(each["state"] in UNFINISHED for each in store.all("export")))
        exports = store.all("export")
        if len(exports) < 2:
            self.wrong.append(f"two documents were asked for, {len(exports)} are there")
        for export in exports:
            if export["state"] != "done":
                self.wrong.append(f"the document is {export['state']}: {export['why']}")
                continue
            content = await _download(scene, f"/exports/{export['id']}/file")
            if hashlib.sha256(content).hexdigest() != export["sha256"] or len(content) != export["bytes"]:
                self.wrong.append(f"the file of {export} is not whole")

    @override
    def judge(self, scene: Scene, found: Found, verdict: Verdict) -> None:
        verdict.lost += self.wrong


async def _download(scene: Scene, path: str) -> bytes:
    for _ in range(20):
        try:
            return await scene.people["canada"].http.file(path)
        except Lost:
            await asyncio.sleep(0.2)
    return b""
