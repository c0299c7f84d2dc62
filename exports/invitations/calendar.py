"""The sessions as a calendar file, by the clock of the meeting's time zone, for any calendar in the world."""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar, Event

from app.meetings.models import Meeting, MeetingSession
from exports.invitations.hours import span
from exports.invitations.words.languages import invitation_words
from exports.invitations.writing import in_groups

PRODUCT = "-//Rapport//Meeting//EN"


def calendar(meeting: Meeting, tasks: list[str], address: str, now: dt.datetime) -> bytes:
    """Give the sessions that have a day as an iCalendar file; b"" where none has.

    A personal link never stands in it: calendars are shared, synchronised and read by others.
    """
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for session in meeting.sessions:
        if session.date is not None:
            made.add_component(_event(meeting, session, tasks, address, now))
    if not made.subcomponents:
        return b""
    days = [session.date for session in meeting.sessions if session.date is not None]
    # The rules of the years around the meeting: a calendar needs no others.
    made.add_missing_timezones(
        first_date=dt.date(min(days).year - 1, 1, 1), last_date=dt.date(max(days).year + 1, 12, 31)
    )
    return bytes(made.to_ical())


def _event(meeting: Meeting, session: MeetingSession, tasks: list[str], address: str, now: dt.datetime) -> Event:
    words = invitation_words(meeting.language)
    event = Event()
    event.add("uid", f"session-{session.id}.meeting-{meeting.id}@{_host(address)}")
    event.add("dtstamp", now)
    event.add("sequence", session.version)
    event.add("summary", f"{meeting.title} – {session.title}" if session.title else meeting.title)
    hours = span(session, meeting.time_zone)
    if hours is None and session.date is not None:
        event.add("dtstart", session.date)
        event.add("dtend", session.date + dt.timedelta(days=1))
    elif hours is not None:
        event.add("dtstart", hours[0])
        event.add("dtend", hours[1])
    code = words.calendar.format(code=in_groups(meeting.join_code), address=address)
    event.add("description", "\n".join([*(words.task.format(task=task) for task in tasks), code]))
    if meeting.video_link:
        event.add("location", meeting.video_link)
    event.add("url", address)
    return event


def _host(address: str) -> str:
    return address.split("//", 1)[-1].split("/", 1)[0].split(":", 1)[0]
