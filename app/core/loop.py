"""Giving way: the server's loop stands still while one of its greenlets computes."""

from __future__ import annotations

import time

SHORTEST = 1e-6
"""Seconds. Not zero: with that the loop goes on with what is ready, and looks at neither its clock nor its sockets."""


def give_way() -> None:
    """Let everything else that waits have its turn, be it a greenlet, a timer or a socket."""
    time.sleep(SHORTEST)
