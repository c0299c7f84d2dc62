"""The other processes that serve these meetings: hints go to them and come from them through Redis.

Redis may go away and lose what it was given: nothing depends on it but speed. A process that does not hear its own
messages come back is deaf, says so, and reads from the database what it may have missed.
"""

from __future__ import annotations

import random
import secrets
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import gevent
import structlog
from gevent.event import Event
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from app.realtime.hints import MOST, Hints, read

if TYPE_CHECKING:
    from app.core.bus import Outcome

CHANNEL = "rapport:hints"
BEAT = 1.0
"""Seconds between two messages of a process, if only to hear itself."""

DEAF_AFTER = 2.0
"""Seconds without hearing itself after which a process counts as deaf."""

LONGEST_PAUSE = 2.0

log = structlog.get_logger()


class Neighbours:
    """Speaks to the other processes and listens to them; both come back by themselves."""

    def __init__(self, url: str, key: bytes, process: str) -> None:
        self.heard: list[Callable[[Hints], None]] = []
        """Called with each message of another process."""
        self.changed: list[Callable[[], None]] = []
        """Called when this process began to hear, or became deaf: something may have been missed."""
        self.is_deaf = True
        self._url = url
        self._key = key
        self._process = process
        self._number = secrets.randbelow(2**40)
        self._on_their_way: dict[int, float] = {}
        self._last_heard = float("-inf")
        self._streams: dict[str, int] = {}
        self._vain: list[list[str]] = []
        self._news = Event()
        self._strangers = 0

    def tell(self, outcome: Outcome) -> None:
        """Hint at what was told here."""
        for told in outcome.told:
            self._streams[told.stream] = max(told.revision, self._streams.get(told.stream, 0))
        if outcome.told:
            self._news.set()

    def tell_vain(self, throttle: str, marks: list[str]) -> None:
        """Hint at a try that failed."""
        self._vain = [*self._vain[-MOST:], [throttle, *marks]]
        self._news.set()

    def start(self) -> None:
        """Begin to speak, to listen, and to notice when neither is of use."""
        for run in (self._speak, self._listen, self._watch):
            gevent.spawn(self._again_and_again, run)

    def _again_and_again(self, run: Callable[[], None]) -> None:
        pause = 0.1
        while True:
            began = time.monotonic()
            try:
                run()
            except (RedisError, OSError) as trouble:
                self._became(deaf=True)
                log.info("neighbours.away", because=type(trouble).__name__)
            # Everybody returning in the same moment would be the next outage.
            pause = 0.1 if time.monotonic() - began > LONGEST_PAUSE else min(pause * 2, LONGEST_PAUSE)
            gevent.sleep(pause * random.uniform(0.5, 1))  # noqa: S311 - no secret depends on it

    def _connected(self) -> Redis:
        patience = {"socket_timeout": 2 * DEAF_AFTER, "socket_connect_timeout": DEAF_AFTER}
        return Redis.from_url(self._url, retry=Retry(NoBackoff(), 0), **patience)

    def _speak(self) -> None:
        with self._connected() as redis:
            while True:
                self._news.wait(BEAT)
                self._news.clear()
                # What is told in the same moment goes together.
                gevent.sleep(0)
                self._say_what_waits(redis)

    def _say_what_waits(self, redis: Redis) -> None:
        streams = dict(list(self._streams.items())[:MOST])
        vain = self._vain[:MOST]
        self._number += 1
        now = time.monotonic()
        self._on_their_way = {number: at for number, at in self._on_their_way.items() if now - at < DEAF_AFTER}
        self._on_their_way[self._number] = now
        hints = Hints(process=self._process, number=self._number, streams=streams, vain=vain)
        redis.publish(CHANNEL, hints.sealed(self._key))
        # Only now: what could not be said is said again.
        for stream, revision in streams.items():
            if self._streams[stream] == revision:
                del self._streams[stream]
        self._vain = [tried for tried in self._vain if not any(tried is each for each in vain)]
        if self._streams or self._vain:
            self._news.set()

    def _listen(self) -> None:
        with self._connected() as redis, redis.pubsub() as channel:
            channel.subscribe(CHANNEL)
            while True:
                message = channel.get_message(timeout=2 * DEAF_AFTER)
                if message is None:
                    raise TimeoutError
                if message["type"] == "message":
                    self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        hints = read(self._key, message["data"])
        if hints is None:
            self._note_stranger()
        elif hints.process != self._process:
            for listener in self.heard:
                gevent.spawn(listener, hints)
        # Each counts once: nobody who kept an old message can make us believe that we hear ourselves.
        elif self._on_their_way.pop(hints.number, None) is not None:
            self._last_heard = time.monotonic()
            self._became(deaf=False)

    def _note_stranger(self) -> None:
        self._strangers += 1
        if self._strangers in {1, 10, 100} or self._strangers % 1000 == 0:
            log.warning("neighbours.stranger", messages=self._strangers, hint="the same RAPPORT_SECRET_KEY everywhere?")

    def _watch(self) -> None:
        while True:
            gevent.sleep(BEAT / 4)
            if time.monotonic() - self._last_heard > DEAF_AFTER:
                self._became(deaf=True)

    def _became(self, *, deaf: bool) -> None:
        if deaf == self.is_deaf:
            return
        self.is_deaf = deaf
        for listener in self.changed:
            gevent.spawn(listener)
