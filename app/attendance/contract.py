"""Commands and views of who was there."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Flag, Id, Sent, View
from app.core.text import Name, OptionalTitle, Word


class Arrive(Command):
    """These people's first browsers connected."""

    name: ClassVar[str] = "attendance.arrive"
    meeting: Id
    people: Annotated[tuple[Id, ...], Field(min_length=1, max_length=1000)]


class Leave(Command):
    """A person's last browser has been gone for half a minute; they left when it went.

    `unless_attending` is for several processes: who has a page open at any of them has not left.
    """

    name: ClassVar[str] = "attendance.leave"
    person: Id
    at: dt.datetime
    unless_attending: Flag = False


class StayEntry(Sent):
    """From when to when a person was in a session, or in a room of it."""

    person: Id
    room: Id | None = None
    joined: dt.datetime
    left: dt.datetime


class UnmatchedEntry(Sent):
    """A name in a report that is no participant, with the reason."""

    shown_name: Name
    reason: OptionalTitle


class ImportAttendance(Command):
    """Take a platform's attendance report of one session into the ledger."""

    name: ClassVar[str] = "attendance.import"
    session: Id
    source: Word
    stays: Annotated[tuple[StayEntry, ...], Field(max_length=100_000)]
    unmatched: Annotated[tuple[UnmatchedEntry, ...], Field(max_length=20_000)] = ()


class TellTallies(Command):
    """Measure the figures of a meeting and tell what changed."""

    name: ClassVar[str] = "tally.tell"
    meeting: Id


class Imported(View):
    """What an import made, as ids in the order of its rows."""

    type: Literal["imported"] = "imported"
    ids: tuple[int, ...]


class TallyView(View):
    """How many took part: overall, in a session ("session:7") or in a room ("room:3"). `present` is now."""

    type: Literal["tally"] = "tally"
    people: int
    member_states: int
    observer_states: int
    un_entities: int
    observers: int
    present: int
    sentence: str = ""
