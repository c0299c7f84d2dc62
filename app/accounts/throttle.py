"""Growing delays for those who try codes, links and passwords: a nine-digit code is safe only behind them."""

from __future__ import annotations

import time
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


@dataclass
class Throttle:
    """Counts failures by key (an address, an account) and overall in this process; a success costs nothing."""

    _by_address: dict[str, _Tries] = field(default_factory=dict)
    _overall: list[float] = field(default_factory=list)

    def wait_for(self, address: str, longest: float = LONGEST) -> float:
        """Give the seconds until this address may try again, 0 for now."""
        now = time.monotonic()
        self._overall = [at for at in self._overall if now - at < WITHIN]
        if len(self._overall) >= OVERALL:
            return WITHIN - (now - self._overall[0])
        tries = self._by_address.get(address)
        if tries is None or tries.count < FREE_TRIES:
            return 0.0
        return max(0.0, min(longest, 2.0 ** (tries.count - FREE_TRIES)) - (now - tries.last))

    def failed(self, *addresses: str) -> None:
        """Note a failure, once overall and once for each of these."""
        now = time.monotonic()
        self._overall.append(now)
        for address in addresses:
            self._failed(address, now)

    def _failed(self, address: str, now: float) -> None:
        if len(self._by_address) >= MOST_ADDRESSES:
            self._by_address = {who: tries for who, tries in self._by_address.items() if now - tries.last < LONGEST}
        tries = self._by_address.setdefault(address, _Tries())
        tries.count = 1 if now - tries.last > LONGEST else tries.count + 1
        tries.last = now
