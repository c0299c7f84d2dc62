"""Whether others can open what is made under the server's address."""

from __future__ import annotations

import ipaddress
from typing import Literal
from urllib.parse import urlsplit

Trouble = Literal["", "here", "plain"]


def trouble_of(address: str) -> Trouble:
    """Say what is wrong with an address that is given to others: it opens on this machine alone, or without https."""
    parts = urlsplit(address)
    if _is_this_machine(parts.hostname or ""):
        return "here"
    return "" if parts.scheme == "https" else "plain"


def _is_this_machine(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return False
    return found.is_loopback or found.is_unspecified
