"""The calendar file, read back by a parser: right hours everywhere, on both sides of a change of clocks."""

from __future__ import annotations

import datetime as dt

import pytest
from icalendar import Calendar, Event

from app.meetings.models import Meeting, MeetingSession, Part
from exports.invitations.calendar import calendar

NOW = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
ADDRESS = "https://meeting.example/j/123456789"


def meeting(zone: str, *sessions: MeetingSession) -> Meeting:
    made = Meeting(id=7, title="Preparatory meeting", language="en", time_zone=zone, join_code="123456789")
    made.video_link = "https://video.example/1"
    made.sessions = list(sessions)
    return made


def session(day: str, begins: str = "", ends: str = "", minutes: int = 0) -> MeetingSession:
    made = MeetingSession(id=3, version=2, title="First session", date=dt.date.fromisoformat(day))
    made.begins = dt.time.fromisoformat(begins) if begins else None
    made.ends = dt.time.fromisoformat(ends) if ends else None
    made.parts = [Part(minutes=minutes)] if minutes else []
    return made


def read(of: Meeting) -> Calendar:
    found = Calendar.from_ical(calendar(of, ["Moderator, room 1: Finance"], ADDRESS, NOW))
    assert isinstance(found, Calendar)
    return found


def only_event(of: Meeting) -> Event:
    [event] = read(of).walk("VEVENT")
    assert isinstance(event, Event)
    return event


@pytest.mark.parametrize(
    ("zone", "day", "utc"),
    [
        ("Europe/London", "2026-03-27", "09:30"),
        ("Europe/London", "2026-03-30", "08:30"),
        ("America/New_York", "2026-03-06", "14:30"),
        ("America/New_York", "2026-03-09", "13:30"),
        ("America/New_York", "2026-11-02", "14:30"),
        ("Asia/Kathmandu", "2026-11-02", "03:45"),
        ("UTC", "2026-11-02", "09:30"),
    ],
)
def test_the_hour_is_the_meetings_own_before_and_after_the_clocks_change(zone: str, day: str, utc: str) -> None:
    event = only_event(meeting(zone, session(day, "09:30", "12:00")))
    begins, ends = event.start, event.end
    assert isinstance(begins, dt.datetime)
    assert isinstance(ends, dt.datetime)
    assert f"{begins.astimezone(dt.UTC):%H:%M}" == utc
    assert ends - begins == dt.timedelta(hours=2, minutes=30)


def begins(zone: str, day: str) -> dt.datetime:
    found = only_event(meeting(zone, session(day, "10:00"))).start
    assert isinstance(found, dt.datetime)
    return found


def test_between_london_and_new_york_there_are_four_hours_for_two_weeks_and_then_five() -> None:
    between = {}
    for day in ("2026-03-09", "2026-03-30"):
        moments = [
            only_event(meeting(zone, session(day, "10:00"))).start for zone in ("America/New_York", "Europe/London")
        ]
        assert all(isinstance(moment, dt.datetime) for moment in moments)
        between[day] = moments[0] - moments[1]
    assert between == {"2026-03-09": dt.timedelta(hours=4), "2026-03-30": dt.timedelta(hours=5)}


def test_the_zone_is_described_in_the_file_itself() -> None:
    found = read(meeting("Europe/London", session("2026-03-30", "09:30", "12:00")))
    [zone] = found.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/London"
    assert (
        only_event(meeting("Europe/London", session("2026-03-30", "09:30")))["DTSTART"].params["TZID"]
        == "Europe/London"
    )


@pytest.mark.parametrize(
    ("ends", "minutes", "lasts"), [("", 0, 60), ("", 90, 90), ("01:00", 0, 150), ("22:30", 0, 1440)]
)
def test_a_session_without_an_end_lasts_as_its_parts_and_one_past_midnight_ends_the_day_after(
    ends: str, minutes: int, lasts: int
) -> None:
    event = only_event(meeting("UTC", session("2026-11-02", "22:30", ends, minutes)))
    assert event.duration == dt.timedelta(minutes=lasts)


def test_a_session_without_an_hour_is_a_whole_day_and_one_without_a_day_is_left_out() -> None:
    undated = MeetingSession(id=4, version=0, title="Later", date=None, parts=[])
    event = only_event(meeting("Europe/London", session("2026-11-02"), undated))
    assert event.start == dt.date(2026, 11, 2)
    assert calendar(meeting("UTC", undated), [], ADDRESS, NOW) == b""


def test_the_file_says_what_to_do_and_never_holds_a_personal_link() -> None:
    event = only_event(meeting("Europe/London", session("2026-11-02", "09:30", "12:00")))
    assert event["SUMMARY"] == "Preparatory meeting – First session"
    assert event["UID"] == "session-3.meeting-7@meeting.example"
    assert (event["LOCATION"], event["SEQUENCE"]) == ("https://video.example/1", 2)
    words = "Your task: Moderator, room 1: Finance\nYour personal link comes in a message of its own."
    assert str(event["DESCRIPTION"]).startswith(words)
