"""What stands in an archive, row by row: docs/archive-file.md says the same to people.

A field is called as the table's column, without `_id`. `no` numbers the rows of a list from 1; what refers to a row of
another list holds its number there, so that no number of a database ever leaves it.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, PlainSerializer

from app.core.clock import iso
from app.core.contract import LARGEST_ID, Flag, Sent, Version, Whole
from app.core.text import Address, Email, OptionalName, OptionalTitle, Prose, Sentence, Tag, Title, Word
from app.meetings.contract import PartKind
from app.meetings.roster.contract import Role
from app.meetings.zones import TimeZone
from app.plenary.contract import Look, StageViewName
from breakouts.takeaways.contract import Kind

No = Annotated[int, Field(ge=1, le=LARGEST_ID, strict=True)]
"""The number of a row in its list."""

At = Annotated[AwareDatetime, PlainSerializer(iso, return_type=str, when_used="json")]
Count = Annotated[Whole, Field(ge=0, le=1_000_000)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Running = Literal["planned", "open", "closed"]
Place = Annotated[str, Field(max_length=80, pattern=r"^[!-~]*$")]


class MeetingRow(Sent):
    """The meeting itself."""

    title: Title
    process: OptionalTitle
    running_head: OptionalTitle
    document_title: Annotated[Sentence, Field(max_length=600)]
    overview: Annotated[tuple[Sentence, ...], Field(max_length=60)]
    introduction: Prose
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    state: Literal["planned", "live", "closed"]
    message: Sentence
    walk_ins: Literal["admit", "lobby"]
    drafts_for_chairs: Flag
    time_zone: TimeZone
    video_link: Address
    attribution: Word
    version: Version


class CoChairRow(Sent):
    """A delegation that co-chairs."""

    delegation: OptionalName
    position: Count


class SessionRow(Sent):
    """A dated session."""

    no: No
    position: Count
    title: OptionalTitle
    date: dt.date | None
    begins: dt.time | None
    ends: dt.time | None
    version: Version
    state: Running
    opened_at: At | None
    closed_at: At | None


class PartRow(Sent):
    """A part of a session."""

    no: No
    session: No
    position: Count
    title: OptionalTitle
    kind: PartKind
    minutes: Count
    state: Literal["planned", "running", "ended"]
    started_at: At | None
    ended_at: At | None
    narrative: Prose
    version: Version
    plan_version: Version
    edited_by: No | None
    edited_at: At | None


class SpeakerRow(Sent):
    """A speaker on the programme."""

    no: No
    part: No
    position: Count
    name: OptionalName
    title: OptionalTitle
    delegation: OptionalName
    minutes: Count
    version: Version


class StageRow(Sent):
    """What the big screen shows."""

    view: StageViewName
    look: Look


class PersonRow(Sent):
    """Somebody of the meeting."""

    no: No
    name: OptionalName
    title: OptionalTitle
    email: Email
    gender: Annotated[Word, Field(max_length=20)]
    delegation: OptionalName
    in_roster: Flag
    breakout_wish: OptionalTitle
    version: Version
    asked_at: At | None
    admitted_at: At | None
    turned_away: OptionalTitle
    removed_at: At | None
    banned_at: At | None
    put_out_because: OptionalTitle
    looks_like: No | None
    looks_like_why: OptionalName
    is_really: No | None


class RoleRow(Sent):
    """A role that somebody has."""

    no: No
    person: No
    role: Role
    room: No | None


class PlacementRow(Sent):
    """Somebody's place in a round."""

    no: No
    round: No
    person: No
    room: No
    how: Literal["put", "chosen", "filled"]


class RoundRow(Sent):
    """The breakout rooms of a part, which open and close together."""

    no: No
    part: No
    position: Count
    state: Running
    minutes: Count
    policy: Literal["assigned", "choice"]
    choose_until: At | None
    opened_at: At | None
    closing_at: At | None
    closed_at: At | None


class RoomRow(Sent):
    """A breakout room, or a plenary floor, which has no round."""

    no: No
    part: No
    round: No | None
    kind: Literal["breakout", "plenary"]
    number: Count
    title: OptionalTitle
    question: Sentence
    moderated_by: OptionalName
    video_link: Address
    capacity: Count
    attribution: Word
    version: Version
    state: Running
    opened_at: At | None
    ends_at: At | None
    closed_at: At | None
    report: Literal["waiting", "speaking", "done"]
    help: Sentence
    help_since: At | None
    narrative: Prose
    lead_in: Prose
    text_version: Version
    text_edited_by: No | None
    text_edited_at: At | None


class PointRow(Sent):
    """A takeaway, or a proposal of one; merged, removed and declined ones too."""

    no: No
    room: No
    kind: Kind
    text: Sentence
    tags: Annotated[tuple[Tag, ...], Field(max_length=60)]
    position: Place
    state: Literal["draft", "approved", "proposed", "declined"]
    after_close: Flag
    version: Version
    author: No
    captured_at: At
    edited_by: No | None
    edited_at: At | None
    proposed_text: Sentence | None
    sources: Annotated[tuple[No, ...], Field(max_length=500)]
    merged_into: No | None
    removed_by: No | None
    removed_at: At | None


class StayRow(Sent):
    """From when to when somebody was in a session or a room."""

    no: No
    person: No
    session: No
    room: No | None
    joined_at: At
    left_at: At | None
    source: Word


class UnmatchedRow(Sent):
    """A name in a platform's report that is nobody's."""

    no: No
    session: No
    name: OptionalName
    source: Word
    reason: OptionalTitle


class SectionRow(Sent):
    """A person's words for a section of the summary; in its key the numbers of this archive stand."""

    key: Annotated[str, Field(max_length=80, pattern=r"^[a-z_]+(:[a-z_0-9]+)*$")]
    body: Prose
    base: Digest
    version: Version
    restored: Flag
    edited_by: No | None
    edited_at: At


class ClearanceRow(Sent):
    """That a co-chair cleared a text."""

    delegation: OptionalName
    digest: Digest
    person: No
    at: At


class ActRow(Sent):
    """A line of the timeline."""

    no: No
    name: Annotated[str, Field(max_length=60, pattern=r"^[a-z_]+\.[a-z_]+$")]
    person: No | None
    room: No | None
    at: At
    about: OptionalTitle


class NoteRow(Sent):
    """Somebody's private notes on a room."""

    no: No
    room: No
    person: No
    body: Prose
    version: Version
    edited_at: At
