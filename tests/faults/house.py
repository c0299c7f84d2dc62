"""The server of one run: started, stopped and killed as a fault wants, with its database on a real disk."""

from __future__ import annotations

import asyncio
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.ports import free_port

ROOT = Path(__file__).parent.parent.parent
START_WITHIN = 60.0


class Starter:
    """The process that starts servers quickly (tests.faults.served)."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tests.faults.served"],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl+C is for the campaign, which closes what it began
        )

    def start(self, wanted: dict[str, Any]) -> int:
        """Start a server and give its process id."""
        pipe, answers = self._process.stdin, self._process.stdout
        assert pipe is not None
        assert answers is not None
        pipe.write(json.dumps(wanted).encode() + b"\n")
        pipe.flush()
        return int(answers.readline())

    def close(self) -> None:
        """End it, with every server it started."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


@dataclass
class House:
    """One server process on its port."""

    starter: Starter
    folder: Path
    database: str
    patches: list[Sequence[Any]] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    origin_port: int = 0
    pid: int = 0
    starts: int = 0

    @property
    def origin(self) -> str:
        """The address that its pages have."""
        return f"http://localhost:{self.origin_port or self.port}"

    async def start(self) -> None:
        """Start it and wait until it listens; TimeoutError when it does not, with the end of its log."""
        settings = {
            "RAPPORT_DATA_DIR": str(self.folder),
            "RAPPORT_PORT": str(self.port),
            "RAPPORT_DATABASE_URL": self.database,
            "RAPPORT_ORIGINS": json.dumps([self.origin]),
        }
        log = self.folder / "log"
        wanted = {"settings": settings | self.settings, "log": str(log), "patches": self.patches}
        self.pid = self.starter.start(wanted)
        self.starts += 1
        end = time.monotonic() + START_WITHIN
        while not await listens(self.port):
            if time.monotonic() > end or self.is_gone():
                said = log.read_text("utf-8", "replace")[-2000:] if log.exists() else ""
                raise TimeoutError(f"the server did not start: {said}")
            await asyncio.sleep(0.02)

    def send(self, how: signal.Signals) -> None:
        """Send it a signal; nothing happens where it is gone already."""
        if self.pid and not self.is_gone():
            os.kill(self.pid, how)

    def is_gone(self) -> bool:
        """Say whether the process has ended."""
        try:
            descriptor = os.pidfd_open(self.pid)
        except ProcessLookupError:
            return True
        try:
            return bool(select.select([descriptor], [], [], 0)[0])
        finally:
            os.close(descriptor)

    async def gone(self, seconds: float = 30.0) -> None:
        """Wait until the process has ended."""
        end = time.monotonic() + seconds
        while not self.is_gone():
            if time.monotonic() > end:
                raise TimeoutError(f"the server did not end within {seconds:g} seconds")
            await asyncio.sleep(0.01)

    async def stop(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End it and wait until it is gone."""
        if self.pid:
            self.send(signal.SIGCONT)
            self.send(how)
            await self.gone()


async def listens(port: int) -> bool:
    """Say whether somebody listens on the port."""
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True
