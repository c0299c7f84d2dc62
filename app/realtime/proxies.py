"""Who really asks: what a request says of where it comes from is believed from trusted proxies only."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import Any

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

FORWARDED = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PREFIX",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
)


class TrustedProxies:
    """The addresses and networks whose X-Forwarded-For is believed; of the others' nothing is."""

    def __init__(self, trusted: Iterable[str]) -> None:
        self._networks: tuple[Network, ...] = tuple(ipaddress.ip_network(each) for each in trusted)

    def settle(self, environ: dict[str, Any]) -> None:
        """Let REMOTE_ADDR be who asks, and take away all that was said of it.

        Each proxy adds at the right end whom it heard; the first from there that is no proxy of ours is who asks. What
        stands further left, anybody could have written.
        """
        said = environ.get("HTTP_X_FORWARDED_FOR", "")
        for header in FORWARDED:
            environ.pop(header, None)
        asker = _address(environ.get("REMOTE_ADDR", ""))
        for each in reversed(said.split(",") if said else []):
            if asker is None or not self._trusts(asker):
                break
            asker = _address(each.strip()) or asker
        if asker is not None:
            environ["REMOTE_ADDR"] = str(asker)

    def _trusts(self, address: Address) -> bool:
        return any(address in network for network in self._networks if network.version == address.version)


def _address(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, ipaddress.IPv6Address) else address
