"""Growing delays for those who try codes, links and passwords: a nine-digit code is safe only behind them."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

FREE_TRIES = 5
WITHIN = 60.0
LONGEST = 300.0
MOST_ADDRESSES = 10_000
OVERALL = 100


@dataclass
class _Tries:
    count: int = 0
    last: float = 0.0


class _Sharing:
    """How failures are told to other processes that serve the same meetings, where there are any."""

    def __init__(self) -> None:
        self.key = secrets.token_bytes(32)
        self.tell: Callable[[str, list[str]], None] | None = None


_sharing = _Sharing()
_throttles: dict[str, Throttle] = {}


@dataclass
class Throttle:
    """Counts failures by key (an address, an account) and overall; a success costs nothing.

    Nothing is kept of a key but a mark that says nothing to whoever has not the server's key.
    """

    name: str = "own"
    _by_mark: dict[str, _Tries] = field(default_factory=dict)
    _overall: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        _throttles[self.name] = self

    def wait_for(self, address: str, longest: float = LONGEST) -> float:
        """Give the seconds until this address may try again, 0 for now."""
        now = time.monotonic()
        self._overall = [at for at in self._overall if now - at < WITHIN]
        if len(self._overall) >= OVERALL:
            return WITHIN - (now - self._overall[0])
        tries = self._by_mark.get(self._mark(address))
        if tries is None or tries.count < FREE_TRIES:
            return 0.0
        return max(0.0, min(longest, 2.0 ** (tries.count - FREE_TRIES)) - (now - tries.last))

    def failed(self, *addresses: str) -> None:
        """Note a failure, once overall and once for each of these, here and at every other process."""
        marks = [self._mark(address) for address in addresses]
        self.note(marks)
        if _sharing.tell is not None:
            _sharing.tell(self.name, marks)

    def note(self, marks: list[str]) -> None:
        """Note a failure, by the marks of what it was tried with."""
        now = time.monotonic()
        self._overall.append(now)
        for mark in marks:
            self._note(mark, now)

    def _note(self, mark: str, now: float) -> None:
        if len(self._by_mark) >= MOST_ADDRESSES:
            self._by_mark = {who: tries for who, tries in self._by_mark.items() if now - tries.last < LONGEST}
        tries = self._by_mark.setdefault(mark, _Tries())
        tries.count = 1 if now - tries.last > LONGEST else tries.count + 1
        tries.last = now

    def _mark(self, address: str) -> str:
        return hmac.digest(_sharing.key, f"{self.name}:{address}".encode(), hashlib.sha256).hex()[:32]


def share(key: bytes, tell: Callable[[str, list[str]], None]) -> None:
    """From now on tell other processes of failures; they make the same marks, as they have the same key."""
    _sharing.key, _sharing.tell = key, tell


def heard(name: str, marks: list[str]) -> None:
    """Note a failure at another process."""
    if name in _throttles:
        _throttles[name].note(marks)
