"""What a disk holds after a power cut: what was flushed, and of the rest whatever happened to be written already."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.served.disk import CUT, DELETE, FLUSH, HEAD

SECTOR = 512


@dataclass
class Lasting:
    """One file: what is on the disk for certain, and what the system still holds in its cache."""

    flushed: bytearray = field(default_factory=bytearray)
    cached: list[tuple[int, int, bytes]] = field(default_factory=list)

    def flush(self) -> None:
        """Bring everything to the disk."""
        for what, offset, data in self.cached:
            _apply(self.flushed, what, offset, data)
        self.cached.clear()

    def after_a_cut(self, rng: random.Random) -> bytes:
        """Give what is left: of what was cached nothing, all, or any part of it, torn between sectors."""
        content = bytearray(self.flushed)
        luck = rng.choice([0.0, 0.0, 0.5, 1.0])
        for what, offset, data in self.cached:
            if rng.random() < luck:
                whole = what == CUT or luck == 1.0 or rng.random() < 0.7
                _apply(content, what, offset, data if whole else data[: rng.randrange(0, len(data) + 1, SECTOR)])
        return bytes(content)


def lying_there(database: Path) -> dict[str, bytes]:
    """Give what the database's file and its log hold; the third file beside them lives in memory."""
    return {
        str(file): file.read_bytes()
        for file in database.parent.glob(f"{database.name}*")
        if not file.name.endswith("-shm")
    }


def cut_the_power(recording: Path, before: dict[str, bytes], database: Path, rng: random.Random) -> None:
    """Leave of the database at `database` and its log only what outlives a power cut.

    `before` is what they held when the recording began.
    """
    files = {name: Lasting(bytearray(content)) for name, content in before.items()}
    for what, name, offset, data in _records(recording.read_bytes()):
        if what == DELETE:
            files.pop(name, None)
        elif what == FLUSH:
            files.setdefault(name, Lasting()).flush()
        else:
            files.setdefault(name, Lasting()).cached.append((what, offset, data))
    for old in database.parent.glob(f"{database.name}*"):
        old.unlink()
    for name, file in files.items():
        Path(name).write_bytes(file.after_a_cut(rng))


def _apply(content: bytearray, what: int, offset: int, data: bytes) -> None:
    if what == CUT:
        del content[offset:]
    elif data:
        content.extend(bytes(max(0, offset - len(content))))
        content[offset : offset + len(data)] = data


def _records(recorded: bytes) -> Iterator[tuple[int, str, int, bytes]]:
    place = 0
    while place + HEAD.size <= len(recorded):
        what, letters, offset, length = HEAD.unpack_from(recorded, place)
        place += HEAD.size
        name, place = recorded[place : place + letters].decode(), place + letters
        yield what, name, offset, recorded[place : place + length]
        place += length
