"""A whole meeting as a file, read leniently: every list may be empty or absent, every word in any language.

It is both the script of a rehearsal, with what was said, and the set-up of a meeting, without.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

FIRST_YEAR, LAST_YEAR = 1900, 2200


def _text(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    if value is None:
        return ""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _texts(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _day(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    return None if value in {None, ""} else value


def _count(value: Any) -> int:  # noqa: ANN401 - whatever the file holds
    try:
        return int(value or 0)
    except (TypeError, OverflowError) as wrong:
        message = "a whole number is expected"
        raise ValueError(message) from wrong


# A day at the very edge of the calendar has none before or after it, and a rehearsal needs both.
def _playable(day: dt.date | None) -> dt.date | None:
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        message = f"a day between {FIRST_YEAR} and {LAST_YEAR} is expected"
        raise ValueError(message)
    return day


def _rows(value: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    return () if value is None else value


Text = Annotated[str, BeforeValidator(_text)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_texts)]
Day = Annotated[dt.date | None, BeforeValidator(_day), AfterValidator(_playable)]
Minutes = Annotated[int, BeforeValidator(_count), Field(ge=0, le=100_000)]


class Read(BaseModel):
    """A part of the script; what we do not know is left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class SpeakerScript(Read):
    """A speaker of a part."""

    name: Text = ""
    title: Text = ""
    delegation: Text = ""
    minutes: Minutes = 0


class PointScript(Read):
    """A point of a room, so many minutes after it opened."""

    minute: Minutes = 0
    kind: Text = "takeaway"
    text: Text = ""
    tags: Texts = ()


class RoomScript(Read):
    """A breakout room."""

    number: Minutes = 0
    title: Text = ""
    question: Text = ""
    moderated_by: Text = ""
    attribution: Text = ""
    video_link: Text = ""
    capacity: Minutes = 0
    narrative: Texts = ()
    lead_in: Text = ""
    points: Annotated[tuple[PointScript, ...], BeforeValidator(_rows)] = ()


class PartScript(Read):
    """A part of a session."""

    title: Text = ""
    kind: Text = "plenary"
    minutes: Minutes = 0
    narrative: Texts = ()
    speakers: Annotated[tuple[SpeakerScript, ...], BeforeValidator(_rows)] = ()
    rooms: Annotated[tuple[RoomScript, ...], BeforeValidator(_rows)] = ()
    points: Annotated[tuple[PointScript, ...], BeforeValidator(_rows)] = ()


class SessionScript(Read):
    """A dated session."""

    title: Text = ""
    date: Day = None
    begins: Text = ""
    ends: Text = ""
    parts: Annotated[tuple[PartScript, ...], BeforeValidator(_rows)] = ()


class MeetingScript(Read):
    """The meeting's own words."""

    title: Text = ""
    process: Text = ""
    running_head: Text = ""
    document_title: Text = ""
    language: Text = "en"
    co_chairs: Texts = ()
    overview: Texts = ()
    introduction: Text = ""
    time_zone: Text = ""
    video_link: Text = ""
    walk_ins: Text = ""
    drafts_for_chairs: bool = False
    attribution: Text = ""


class TaskScript(Read):
    """A task of a person; `room` counts from 1 through all rooms of the file, and is 0 for tasks of no room."""

    role: Text = ""
    room: Minutes = 0


class PersonScript(Read):
    """Somebody in charge."""

    name: Text = ""
    title: Text = ""
    delegation: Text = ""
    email: Text = ""
    tasks: Annotated[tuple[TaskScript, ...], BeforeValidator(_rows)] = ()


class Script(Read):
    """A whole meeting. A set-up says its `format` and `version`; a rehearsal's script need not."""

    format: Text = ""
    version: Minutes = 0

    meeting: Annotated[MeetingScript, BeforeValidator(lambda value: {} if value is None else value)] = MeetingScript()
    sessions: Annotated[tuple[SessionScript, ...], BeforeValidator(_rows)] = ()
    people: Annotated[tuple[PersonScript, ...], BeforeValidator(_rows)] = ()
