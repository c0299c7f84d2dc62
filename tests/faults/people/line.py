"""The line to the server, as core/line.js: it keeps the store's streams in order, over a socket or a long poll."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Callable
from typing import Any

from tests.faults.people.http import Http, SignedOut
from tests.faults.people.socket import Lost, Socket, end, open_socket
from tests.faults.people.store import Store

HEADS_EVERY = 20.0
POLLS_BEFORE_A_SOCKET = 6


class Line:
    """Connects and stays connected; `heard` is given every telling as it came over the wire."""

    def __init__(self, http: Http, store: Store, streams: list[str], heard: Callable[[dict[str, Any]], None]) -> None:
        self.http, self.store, self.wanted, self._heard = http, store, list(streams), heard
        self.pace = http.pace
        self.open = False
        self.live: Callable[[], None] = lambda: None
        self.socket: Socket | None = None
        self.sent: list[str] = []
        self.asks_heads = True
        self.copies = 0
        """How often each ask is sent once more, by the socket and by post, at the same moment."""
        self.also: Callable[[str, dict[str, Any]], None] = lambda _ask_id, _answer: None
        self._catching: dict[str, list[dict[str, Any]]] = {}
        self._polling = False
        self._failed = self._tries = 0
        self._wake = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Begin to connect, and to look now and then whether anything was missed."""
        self._spawn(self._run())
        self._spawn(self._beat())

    async def stop(self) -> None:
        """Hang up for good."""
        self.open = False
        tasks, self._tasks = self._tasks, set()
        await end(tasks)
        self._hang_up("left")

    async def ask(self, name: str, ask_id: str, data: object) -> dict[str, Any]:
        """Send one ask and give its answer; Lost when the line goes first."""
        for number in range(self.copies):
            self._spawn(self._copy(name, ask_id, data, by_post=number % 2 == 1))
        try:
            if self.socket is not None:
                return await self.socket.request("ask", {"name": name, "id": ask_id, "data": data})
            if self._polling:
                return await self.http.command(name, ask_id, data)
        except Lost:
            self._spawn(self.check())
            raise
        raise Lost("no line")

    async def check(self, patience: float = 6.0) -> None:
        """Look at once whether the line still stands, and whether anything was missed."""
        socket = self.socket
        if socket is None:
            self._wake.set()
            return
        if not self.asks_heads:
            return
        try:
            heads = {stream: self.store.revision(stream) or 0 for stream in self.wanted}
            answer = await socket.request("heads", heads, patience)
            await self._catch_up([stream for stream in answer.get("behind", ()) if stream in self.wanted])
        except Lost:
            socket.close("no answer")

    def renew(self) -> None:
        """Connect afresh."""
        self._hang_up("renewed")

    async def _copy(self, name: str, ask_id: str, data: object, *, by_post: bool) -> None:
        with contextlib.suppress(Lost):
            if self.socket is None or by_post:
                self.also(ask_id, await self.http.command(name, ask_id, data))
            else:
                self.also(ask_id, await self.socket.request("ask", {"name": name, "id": ask_id, "data": data}))

    def _spawn(self, work: Any) -> None:  # noqa: ANN401 - a coroutine
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(HEADS_EVERY * self.pace)
            await self.check()

    async def _run(self) -> None:
        while True:
            try:
                ticket = await self.http.ticket()
                if self._failed < 2:
                    await self._over_socket(ticket)
                else:
                    await self._over_polling()
            except (Lost, SignedOut):
                self.open = False
                await self._pause()

    async def _over_socket(self, ticket: str) -> None:
        self._failed += 1
        socket = await open_socket(self.http.port, self.http.origin, ticket, self._hear, self.pace)
        socket.sent = self.sent
        self.socket = socket
        try:
            await self._catch_up(self.wanted)
            self._failed = 0
            if not socket.over.done():
                self._say_live()
            raise Lost(await socket.over)
        finally:
            self.socket, self.open = None, False
            self._catching.clear()
            socket.close()

    async def _over_polling(self) -> None:
        self._polling = True
        self._say_live()
        try:
            for _ in range(POLLS_BEFORE_A_SOCKET):
                since = {stream: self.store.revision(stream) or 0 for stream in self.wanted}
                for stream, answer in (await self.http.poll(since)).items():
                    self._polled(stream, answer)
            self._failed = 1
        finally:
            self._polling = self.open = False

    def _polled(self, stream: str, answer: dict[str, Any]) -> None:
        epoch = self.store.epoch(stream)
        if answer.get("put_out"):
            self._leave(stream)
        elif "changes" in answer and epoch and epoch != answer["epoch"]:
            self.store.forget(stream)
        else:
            self.store.take(stream, answer)

    def _hear(self, event: str, body: dict[str, Any]) -> None:
        if event == "told":
            self._heard(body)
            self._told(body)
        elif event == "put_out":
            self._leave(body["stream"])
        elif event == "signed_out":
            self.renew()
        elif event == "draining":
            wait = random.random() * body.get("after_ms", 0) / 1000 * self.pace
            asyncio.get_running_loop().call_later(wait, self._hang_up, "draining")

    def _told(self, told: dict[str, Any]) -> None:
        if told["stream"] not in self.wanted:
            return
        early = self._catching.get(told["stream"])
        if early is not None:
            early.append(told)
        elif self.store.apply(told) == "gap":
            self._spawn(self._catch_up([told["stream"]]))

    async def _catch_up(self, streams: list[str]) -> None:
        missing = [stream for stream in streams if stream not in self._catching]
        socket = self.socket
        if not missing or socket is None:
            return
        early: dict[str, list[dict[str, Any]]] = {stream: [] for stream in missing}
        self._catching |= early
        try:
            await self._follow(socket, missing)
        except Lost:
            socket.close("no answer")
            return
        finally:
            for stream, held in early.items():
                if self._catching.get(stream) is held:
                    del self._catching[stream]
        for told in [told for held in early.values() for told in held]:
            self._told(told)

    async def _follow(self, socket: Socket, streams: list[str]) -> None:
        revision, epoch = self.store.revision, self.store.epoch
        wanted = [{"stream": each, "since": revision(each), "epoch": epoch(each)} for each in streams]
        answer = await socket.request("follow", {"streams": wanted})
        if socket is not self.socket:
            return
        if not answer["ok"]:
            raise Lost(answer["why"])
        for each in answer["streams"]:
            if each["ok"]:
                self.store.take(each["stream"], each)
            else:
                self._leave(each["stream"])

    def _leave(self, stream: str) -> None:
        with contextlib.suppress(ValueError):
            self.wanted.remove(stream)
        self.store.forget(stream)

    def _hang_up(self, why: str) -> None:
        if self.socket is not None:
            self.socket.close(why)

    def _say_live(self) -> None:
        self._tries = 0
        self.open = True
        self.live()

    async def _pause(self) -> None:
        wait = min(0.5 * 2**self._tries, 8.0) * (0.3 + 0.7 * random.random()) * self.pace
        self._tries += 1
        self._wake.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), wait)
