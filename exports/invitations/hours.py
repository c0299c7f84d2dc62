"""When sessions are, in moments and in words, by the clock of the meeting's time zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_name

from app.meetings.models import MeetingSession
from exports.dates import locale_of

UNENDED = dt.timedelta(hours=1)
"""How long a session is taken to last that has neither an end nor minutes."""


def span(session: MeetingSession, zone: str) -> tuple[dt.datetime, dt.datetime] | None:
    """Give begin and end of a session, both with the zone; None without a day and an hour.

    A session that ends before it begins ends the day after. One without an end lasts as long as its parts.
    """
    if session.date is None or session.begins is None:
        return None
    clock = ZoneInfo(zone)
    begins = dt.datetime.combine(session.date, session.begins, tzinfo=clock)
    if session.ends is None:
        planned = dt.timedelta(minutes=sum(part.minutes for part in session.parts))
        # By the clock of the world, not of the wall: an hour stays an hour on the night the clocks change.
        return begins, (begins.astimezone(dt.UTC) + (planned or UNENDED)).astimezone(clock)
    day_after = dt.timedelta(days=session.ends <= session.begins)
    return begins, dt.datetime.combine(session.date + day_after, session.ends, tzinfo=clock)


def in_words(session: MeetingSession, zone: str, language: str) -> str:
    """Give "Tuesday 3 November 2020, 09:30–12:30, Greenwich Mean Time (Europe/London)"; "" without a day."""
    if session.date is None:
        return ""
    locale = locale_of(language)
    day = format_date(session.date, "full", locale=locale)
    hours = span(session, zone)
    if hours is None:
        return day
    begins, ends = hours
    clock = get_timezone_name(begins, width="long", locale=locale)
    until = f"–{ends:%H:%M}" if session.ends else ""
    named = f"{clock} ({zone})" if zone != "UTC" else "UTC"
    return f"{day}, {begins:%H:%M}{until}, {named}"
