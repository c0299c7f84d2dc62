"""The words of an invitation, in each language."""

from __future__ import annotations

import datetime as dt

import pytest

from app.accounts.models import Person, RoleGrant
from app.meetings.models import Meeting, MeetingSession
from breakouts.rooms.models import Room
from exports.invitations.words.languages import invitation_words
from exports.invitations.writing import LINK, invitation

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
ADDRESS = "https://meeting.example/j/123456789"
ROOM = Room(id=4, number=2, title="Finance")


def text(language: str) -> str:
    meeting = Meeting(title="A meeting", language=language, time_zone="Europe/London", join_code="123456789")
    meeting.video_link = ""
    dated = MeetingSession(title="First", date=dt.date(2020, 11, 3), begins=dt.time(9, 30), ends=dt.time(12), parts=[])
    meeting.sessions = [dated, MeetingSession(title="Later", parts=[])]
    roles = [RoleGrant(role="rapporteur", room_id=4), RoleGrant(role="co_chair", room_id=None)]
    person = Person(name="Delegate 1 (Ghana)", roles=roles)
    return invitation(meeting, person, [ROOM], ADDRESS)


def test_an_invitation_says_who_what_when_and_how() -> None:
    assert text("en").split("\n") == [
        "Dear Delegate 1 (Ghana),",
        "",
        "This is your personal link for the meeting “A meeting”.",
        "Your task: Co-chair",
        "Your task: Rapporteur, room 2: Finance",
        "Your link: {link}",
        "It opens once, in one browser. Open it on the device you will use in the meeting, and do not pass it on.",
        "",
        "When:",
        "– First: Tuesday, 3 November 2020, 09:30–12:00, Greenwich Mean Time (Europe/London)",
        "",
        f"If the link does not open, ask the secretariat for a new one, or join with the code 123 456 789 at {ADDRESS}",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_of_it_once(language: str) -> None:
    written = text(language)
    for piece in (LINK, "Delegate 1 (Ghana)", "A meeting", "Finance", "123 456 789", "09:30–12:00", "2020"):
        assert written.count(piece) == 1, piece
    assert "{" not in written.replace(LINK, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_every_role(language: str) -> None:
    assert invitation_words(language).roles.keys() == invitation_words("en").roles.keys()


def test_a_language_without_words_is_written_in_english() -> None:
    assert text("de") == text("en")
