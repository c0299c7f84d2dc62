"""Writers in a process of their own: `python -m tests.backups.writers URL ROOM PERSON MEETING`, a line for each point.

A line is written when the point was acknowledged; the process writes until it is ended.
"""

from __future__ import annotations

import sys
import uuid

import app.slices  # noqa: F401 - so that every command is known
from app.core.actor import Actor
from app.core.bus import Bus
from app.core.db import open_engine


def main(url: str, room: str, person: str, meeting: str) -> None:
    """Capture one point after the other."""
    bus, actor = Bus(open_engine(url)), Actor(int(person), int(meeting))
    for number in range(1_000_000):
        text = f"Point {number} of {person}"
        data = {"room": int(room), "text": text, "kind": "takeaway", "tags": []}
        answer = bus.ask(actor, "takeaway.capture", uuid.uuid4().hex, data)
        if answer["ok"]:
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
