"""Which room somebody means by a number, a theme, or both: in a wish, in a list that is read in. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.meetings.delegations.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Sequence


class Named(Protocol):
    """A room as people name it."""

    @property
    def number(self) -> int:
        """Its number."""

    @property
    def title(self) -> str:
        """Its theme."""


R = TypeVar("R", bound=Named)

LONG_ENOUGH = 8
"""So many letters of a theme are taken for the whole, where only one theme begins with them."""
_NUMBERED = re.compile(r"(?:\w+ )?(\d{1,3})")
_NUMBER_FIRST = re.compile(r"(\d{1,3}) (.+)")


def room_meant(text: str, rooms: Sequence[R]) -> R | None:
    """Give the room that a text names: by theme, by number ("3", "Room 3"), or by both; none where that is unclear."""
    words = fold(text)
    if not words:
        return None
    themes = [(fold(room.title), room) for room in rooms]
    named = [room for theme, room in themes if theme == words]
    if len(named) == 1:
        return named[0]
    if (only := _NUMBERED.fullmatch(words)) is not None:
        return _the_only([room for room in rooms if room.number == int(only[1])])
    if (both := _NUMBER_FIRST.fullmatch(words)) is not None:
        return _the_only([room for theme, room in themes if room.number == int(both[1]) and theme == both[2]])
    return _the_only([room for theme, room in themes if len(words) >= LONG_ENOUGH and theme.startswith(words)])


def _the_only(found: Sequence[R]) -> R | None:
    return found[0] if len(found) == 1 else None
