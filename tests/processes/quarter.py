"""Several processes of the program that serve the same meetings, as in a large installation: a quarter of houses."""

from __future__ import annotations

import json
import shutil
import signal
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app.core.actor import SYSTEM
from tests.cast import Cast
from tests.doors import Browser
from tests.houses import House
from tests.ports import free_port
from tests.servers import Nginx, Postgres, Server, running_nginx, running_redis

KEY = "the key that all processes of the tests share"
LEAVES_AFTER = 2.0
"""Seconds of grace in these tests, so that nobody waits for half a minute."""


class Quarter:
    """The houses, with what stands before and behind them."""

    def __init__(self, houses: list[House], redis: Server, front: Nginx) -> None:
        self.houses = houses
        self.redis = redis
        self.front = front

    def cast(self, **settings: object) -> Cast:
        """Give a new meeting with its people; the rooms of its first round are open."""
        return self.houses[0].cast(**settings)

    def browser(self, cast: Cast, who: str, at: int | None = None) -> Browser:
        """Give a browser in which somebody has opened their link: at one process, or (None) as everybody does."""
        browser = self.visitor(at)
        link = cast.bus.ask(SYSTEM, "link.issue", uuid.uuid4().hex, {"person": cast.person(who)})
        browser.enter(str(link["result"]["secret"]))
        return browser

    def visitor(self, at: int | None = None) -> Browser:
        """Give a browser in which nobody is signed in."""
        browser = Browser(self.front.port, secure=True) if at is None else Browser(self.houses[at].port)
        self.houses[0].browsers.append(browser)
        return browser

    def same(self, browser: Browser, at: int) -> Browser:
        """Give the same browser, which now asks another process."""
        other = self.visitor(at)
        other.cookie, other.csrf, other.meeting = browser.cookie, browser.csrf, browser.meeting
        return other


@contextmanager
def running_quarter(postgres: Postgres, count: int) -> Iterator[Quarter]:
    """Run so many processes with a database and a Redis of their own, and nginx before them."""
    database = f"quarter_{uuid.uuid4().hex[:8]}"
    url = postgres.create(database)
    folders = [Path(tempfile.mkdtemp(prefix="rapport-quarter-")) for _ in range(count)]
    with ExitStack() as held:
        held.callback(postgres.drop, database)
        redis = held.enter_context(running_redis())
        port = free_port()
        settings = {
            "RAPPORT_REDIS_URL": f"redis://127.0.0.1:{redis.port}/0",
            "RAPPORT_SECRET_KEY": KEY,
            "RAPPORT_PUBLIC_URL": f"https://localhost:{port}",
            "RAPPORT_LEAVES_AFTER": str(LEAVES_AFTER),
            "RAPPORT_TRUSTED_PROXIES": '["127.0.0.1"]',
        }
        houses = [House(folder, url, settings) for folder in folders]
        origins = json.dumps([f"http://localhost:{house.port}" for house in houses])
        for house, folder in zip(houses, folders, strict=True):
            house.also({"RAPPORT_ORIGINS": origins})
            held.callback(shutil.rmtree, folder, ignore_errors=True)
            held.callback(house.close)
        _start_at_once(houses)
        front = held.enter_context(running_nginx([house.port for house in houses], port))
        yield Quarter(houses, redis, front)
        for house in houses:
            house.hang_up()
            assert house.accidents() == [], (house.folder / "log").read_text("utf-8", "replace")


def kill(house: House) -> None:
    """End a process with no warning."""
    house.stop(signal.SIGKILL)


def _start_at_once(houses: list[House]) -> None:
    for house in houses:
        house.launch()
    for house in houses:
        house.wait()
