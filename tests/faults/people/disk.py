"""Where unanswered asks are kept: a file for each, there before anybody goes on.

It outlives the page, and the people's own machines lose no power here: nothing is flushed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

State = Literal["waiting", "saved", "refused"]


@dataclass
class Record:
    """One ask as the outbox holds it."""

    id: str
    name: str
    data: dict[str, Any]
    at: float
    state: State = "waiting"
    slot: str = ""
    was: dict[str, Any] | None = None
    keep: bool = False
    sent: bool = False
    why: str = ""
    result: dict[str, Any] | None = None


class Disk:
    """The asks of one person's browser, shared by its tabs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def all(self) -> list[Record]:
        """Give what is kept."""
        return [Record(**json.loads(file.read_text("utf-8"))) for file in sorted(self._folder.glob("*.json"))]

    def has(self, ask_id: str) -> bool:
        """Say whether this one is kept."""
        return (self._folder / f"{ask_id}.json").exists()

    def put(self, record: Record) -> None:
        """Keep one as it is now."""
        part = self._folder / f"{record.id}.part"
        part.write_text(json.dumps(asdict(record)), "utf-8")
        part.replace(self._folder / f"{record.id}.json")

    def remove(self, ask_id: str) -> None:
        """Let one go."""
        (self._folder / f"{ask_id}.json").unlink(missing_ok=True)


class NoDisk(Disk):
    """A browser that keeps nothing: what a reload does to it is why there is a disk."""

    def all(self) -> list[Record]:
        return []

    def put(self, record: Record) -> None:
        pass

    def has(self, _ask_id: str) -> bool:
        return True
