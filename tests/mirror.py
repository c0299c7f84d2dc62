"""What browsers hold: copies of streams, kept by the tellings alone, to be compared with fresh ones."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.core import journal
from app.core.bus import Bus, Outcome
from app.core.db import reading
from app.core.journal import Told

Thing = dict[str, Any]


class Mirror:
    """Follows the given streams from now on."""

    def __init__(self, bus: Bus, streams: list[str]) -> None:
        self._engine = bus.engine
        self._copies: dict[str, dict[tuple[str, str], Thing]] = {}
        self._revisions: dict[str, int] = {}
        for stream in streams:
            self._follow(stream)
        bus.tell.append(self._hear)

    def wrong(self) -> dict[str, tuple[list[Thing], list[Thing]]]:
        """Give the streams whose copy differs from a fresh one, with both."""
        differing = {}
        with reading(self._engine) as db:
            for stream, copy in self._copies.items():
                mine = [copy[key] for key in sorted(copy)]
                fresh = journal.snapshot(db, stream)
                if mine != fresh:
                    differing[stream] = (mine, fresh)
        return differing

    def _follow(self, stream: str) -> None:
        with reading(self._engine) as db:
            self._copies[stream] = {_key(thing): thing for thing in journal.snapshot(db, stream)}
            self._revisions[stream] = journal.head(db, stream)

    def _hear(self, outcome: Outcome) -> None:
        for told in outcome.told:
            if told.stream in self._copies:
                self._apply(told)

    def _apply(self, told: Told) -> None:
        assert told.revision == self._revisions[told.stream] + 1, "a telling was lost"
        self._revisions[told.stream] = told.revision
        copy = self._copies[told.stream]
        for change in told.changes:
            if "put" in change:
                copy[_key(change["put"])] = change["put"]
            else:
                del copy[_key(change["drop"])]


def all_streams(bus: Bus) -> list[str]:
    """Give every stream that was ever told anything to people."""
    told = sa.select(journal.Stream.name).where(journal.Stream.name != journal.RIGHTS)
    with reading(bus.engine) as db:
        return list(db.scalars(told.order_by(journal.Stream.name)))


def _key(thing: Thing) -> tuple[str, str]:
    return str(thing["type"]), str(thing["id"])
