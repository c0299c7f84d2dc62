"""What happened, told inside the transaction: the only way in which a lower subject influences one above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Event = TypeVar("Event")
Listener = Callable[[Any, Any], None]

_listeners: dict[type, list[Listener]] = {}


def when(event: type[Event]) -> Callable[[Listener], Listener]:
    """Declare a function (event, work) that is called when this happens, before the commit."""

    def declare(listener: Listener) -> Listener:
        _listeners.setdefault(event, []).append(listener)
        return listener

    return declare


def listeners(event: type) -> list[Listener]:
    """Give who reacts to this kind of event."""
    return _listeners.get(event, [])
