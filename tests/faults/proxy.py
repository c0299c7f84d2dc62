"""A line between people and the server that is slow, cut, dead or half dead."""

from __future__ import annotations

import asyncio
import contextlib
import random
from dataclasses import dataclass, field


@dataclass
class Proxy:
    """Passes on what comes, as its state says at that moment."""

    targets: list[int]
    """The ports of the servers, in turn; one that does not answer is passed over."""
    rng: random.Random
    slowest: float = 0.0
    """Up to so many seconds each piece waits; the pieces of one connection stay in order, connections overtake."""
    swallows: bool = False
    """A black hole: connections open and nothing ever comes through."""
    cuts_after: int = 0
    """Cut every new connection after so many bytes, in the middle of whatever it says; 0 for never."""
    port: int = 0
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)
    _server: asyncio.Server | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def open(self, port: int) -> None:
        """Listen on the port."""
        self.port = port
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", port)

    def cut(self) -> None:
        """Reset every connection at once."""
        for writer in list(self._writers):
            writer.transport.abort()

    def half_close(self) -> None:
        """Say to one side of every connection that the other has nothing more to say."""
        for writer in list(self._writers):
            if self.rng.random() < 0.5 and writer.can_write_eof():
                with contextlib.suppress(OSError, RuntimeError):
                    writer.write_eof()

    async def close(self) -> None:
        """Listen no more and cut what is open."""
        if self._server is not None:
            self._server.close()
        self.cut()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner = await self._reach()
        if inner is None:
            writer.transport.abort()
            return
        inner_reader, inner_writer = inner
        self._writers |= {writer, inner_writer}
        limit = self.cuts_after
        for source, sink in ((reader, inner_writer), (inner_reader, writer)):
            task = asyncio.ensure_future(self._pass_on(source, sink, limit))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        for _ in self.targets:
            self.targets.append(self.targets.pop(0))
            with contextlib.suppress(OSError):
                return await asyncio.open_connection("127.0.0.1", self.targets[-1])
        return None

    async def _pass_on(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, limit: int) -> None:
        passed = 0
        try:
            while piece := await source.read(4096):
                if self.slowest:
                    await asyncio.sleep(self.rng.uniform(0, self.slowest))
                if self.swallows:
                    continue
                passed += len(piece)
                if limit and passed > limit:
                    sink.write(piece[: len(piece) // 2])
                    self.cut()
                    return
                sink.write(piece)
                await sink.drain()
            sink.close()
        except (OSError, RuntimeError):  # the latter where a half of it was closed
            sink.transport.abort()
        finally:
            self._writers.discard(sink)
