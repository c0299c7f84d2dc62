"""A real server of the tests' own: its own process, port and folder; killed and started again as a test likes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import app.slices  # noqa: F401 - so that every command and every view is known
from app.core.actor import SYSTEM
from app.core.bus import Bus
from app.core.db import open_engine
from tests.cast import Cast, make_cast
from tests.doors import Browser
from tests.ports import free_port, wait_for_port
from tests.servers import Server

ROOT = Path(__file__).parent.parent
_FAST = Path("/dev/shm")  # a folder in memory: a test need not wait for the disk


class House(Server):
    """The program as it is served, beside a bus of the test's own on the same database."""

    def __init__(self, folder: Path, database_url: str = "", settings: Mapping[str, str] | None = None) -> None:
        port = free_port()
        # On Linux the server also ends when the tests do, however they end.
        prefix = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []
        super().__init__([*prefix, sys.executable, "-P", "-m", "app.cli", "serve"], port, folder)
        self.browsers: list[Browser] = []
        self._settings = dict(settings or {})
        self._database = database_url or f"sqlite:///{folder / 'rapport.sqlite3'}"

    def start(self) -> None:
        """Start it and wait until it listens."""
        self.launch()
        self.wait()

    def also(self, settings: Mapping[str, str]) -> None:
        """Give it further settings, for its next start."""
        self._settings |= settings

    def launch(self) -> None:
        """Start it."""
        settings = {
            "RAPPORT_DATA_DIR": str(self.folder),
            "RAPPORT_PORT": str(self.port),
            "RAPPORT_DATABASE_URL": self._database,
        }
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        with (self.folder / "log").open("ab") as log:
            environment = kept | settings | self._settings | {"PYTHONPATH": str(ROOT)}
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
            )

    def wait(self) -> None:
        """Wait until it listens."""
        wait_for_port(self.port, 60)

    @cached_property
    def bus(self) -> Bus:
        """A bus on the server's database, in this process: what is asked here is on disk, but told to nobody there."""
        return Bus(open_engine(self._database))

    def cast(self, **settings: object) -> Cast:
        """Give a new meeting with its people; the rooms of its first round are open."""
        cast = make_cast(self.bus, **settings)
        cast.open_round()
        return cast

    def visitor(self) -> Browser:
        """Give a browser in which nobody is signed in."""
        self.browsers.append(browser := Browser(self.port))
        return browser

    def hang_up(self) -> None:
        """Close every browser, with its sockets."""
        for browser in self.browsers:
            browser.close()
        self.browsers.clear()

    def browser(self, cast: Cast, who: str) -> Browser:
        """Give a browser in which somebody of the cast has opened their link."""
        browser = self.visitor()
        link = self.bus.ask(SYSTEM, "link.issue", uuid.uuid4().hex, {"person": cast.person(who)})
        browser.enter(str(link["result"]["secret"]))
        return browser

    def accidents(self) -> list[str]:
        """Give the lines of the server's log that tell of something nobody had thought of."""
        log = (self.folder / "log").read_text("utf-8", "replace")
        return [line for line in log.splitlines() if "Traceback" in line or "failed" in line or "Warning" in line]

    def close(self) -> None:
        """End it, and what this process has open of its database."""
        self.hang_up()
        self.stop(signal.SIGKILL)
        self.bus.engine.dispose()


@contextmanager
def running_house(database_url: str = "") -> Iterator[House]:
    """Run a server in a folder of its own; at the end its log must tell of no accident."""
    folder = Path(tempfile.mkdtemp(prefix="rapport-house-", dir=_FAST if _FAST.is_dir() else None))
    house = House(folder, database_url)
    try:
        house.start()
        yield house
        assert house.accidents() == [], (folder / "log").read_text("utf-8", "replace")
    finally:
        house.close()
        shutil.rmtree(folder, ignore_errors=True)
