"""The keys of summary sections hold numbers, `room:12:points`: of the archive in it, of the database here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LISTS = {"session": "sessions", "part": "parts", "room": "rooms"}


def in_the_archive(key: str, numbers: Mapping[str, Mapping[int, int]]) -> str:
    """Give a section's key with the numbers of the archive; what it belonged to may be gone, then its number is 0."""
    kind, _colon, rest = key.partition(":")
    number, colon, part = rest.partition(":")
    if kind not in LISTS or not number.isdigit():
        return key
    return f"{kind}:{numbers[LISTS[kind]].get(int(number), 0)}{colon}{part}"
