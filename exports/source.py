"""What a summary is compiled from: plain frozen data, gathered by whoever can read the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class SpeakerSource:
    """A person on the programme; display names, each of which may be empty."""

    name: str = ""
    title: str = ""
    delegation: str = ""


@dataclass(frozen=True)
class PointSource:
    """One approved point of a room or of the plenary."""

    id: int
    kind: str
    text: str
    tags: tuple[str, ...] = ()
    after_close: bool = False


@dataclass(frozen=True)
class RoomSource:
    """A breakout room; `narrative` holds paragraphs separated by blank lines, `points` the approved ones in order."""

    id: int
    number: int
    title: str = ""
    question: str = ""
    moderated_by: str = ""
    attribution: str = ""
    narrative: str = ""
    lead_in: str = ""
    points: tuple[PointSource, ...] = ()
    people: int = 0
    delegations: int = 0


@dataclass(frozen=True)
class PartSource:
    """A part of a session; `kind` is remarks, panel, breakouts, plenary or closing; `points` are plenary takeaways."""

    id: int
    title: str = ""
    kind: str = "plenary"
    narrative: str = ""
    speakers: tuple[SpeakerSource, ...] = ()
    points: tuple[PointSource, ...] = ()
    rooms: tuple[RoomSource, ...] = ()


@dataclass(frozen=True)
class SessionSource:
    """A dated session; `position` counts from 1."""

    id: int
    position: int
    title: str = ""
    date: date | None = None
    parts: tuple[PartSource, ...] = ()


@dataclass(frozen=True)
class Tallies:
    """The ledger's figures: unique people and delegations.

    `by_kind` gives people per kind of delegation, `sessions` people and `session_delegations` delegations per session
    in order, `rooms` tuples of (number, title, people, delegations), `sentence` the one rounded phrase that may stand
    in the text.
    """

    participants: int
    member_states: int
    observer_states: int
    un_entities: int
    observers: int
    by_kind: Mapping[str, int]
    sessions: tuple[int, ...]
    every_session: int
    rooms: tuple[tuple[int, str, int, int], ...]
    sentence: str
    session_delegations: tuple[int, ...] = ()


@dataclass(frozen=True)
class SectionEdit:
    """A person's words for a section, and the digest of the compiled words they replaced."""

    key: str
    body: str
    base: str


@dataclass(frozen=True)
class Clearance:
    """A co-chair's consent to the text; `at` in UTC."""

    co_chair: str
    at: datetime | None = None


@dataclass(frozen=True)
class SummarySource:
    """Everything a summary is made from; `as_of` is in UTC and dates every rendering of it."""

    meeting_id: int
    title: str
    process: str
    running_head: str
    document_title: str
    language: str
    co_chairs: tuple[str, ...]
    host_line: str
    overview: tuple[str, ...]
    introduction: str
    sessions: tuple[SessionSource, ...]
    tallies: Tallies
    edits: tuple[SectionEdit, ...]
    clearances: tuple[Clearance, ...]
    released: bool
    as_of: datetime
    time_zone: str = "UTC"
    """The meeting's, by whose clock moments are printed."""
