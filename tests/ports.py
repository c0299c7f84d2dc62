"""Free ports, and waiting until somebody answers."""

from __future__ import annotations

import socket
import time


def free_port() -> int:
    """Give a TCP port of this machine on which nobody listens."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def wait_for_port(port: int, seconds: float = 20.0) -> None:
    """Return once somebody answers on `port`; TimeoutError when nobody does within `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as door:
            door.settimeout(1)
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    message = f"nobody listens on port {port} after {seconds:g} seconds"
    raise TimeoutError(message)
