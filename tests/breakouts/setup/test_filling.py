"""A whole set-up at once: out as a file, into another meeting, as the beginning of a new one."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest

from app.core.actor import NOBODY, SYSTEM, Actor
from app.core.db import reading
from app.meetings.queries import with_programme
from breakouts.setup.exporting import set_up_of
from breakouts.setup.planning import plan_of
from breakouts.setup.reading import read_set_up
from tests.cast import Cast
from tests.mirror import Mirror, all_streams


def exported(cast: Cast, meeting: int, *, with_people: bool = True) -> dict[str, Any]:
    with reading(cast.bus.engine) as db:
        return set_up_of(db, with_programme(db, meeting), with_people=with_people)


def new_meeting(cast: Cast) -> int:
    """A meeting with a title and a secretariat, as the button makes it; `new` asks as the latter."""
    meeting = _ask(cast, SYSTEM, "meeting.create", title="New")["id"]
    person = _ask(cast, SYSTEM, "person.add", meeting=meeting, person_name="Secretariat 2")["id"]
    _ask(cast, SYSTEM, "role.grant", person=person, role="secretariat")
    _ask(cast, SYSTEM, "person.admit", person=person)
    cast.actor["new"] = Actor(person, meeting)
    return int(meeting)


def _ask(cast: Cast, actor: Actor, name: str, **data: object) -> dict[str, Any]:
    answer = cast.bus.ask(actor, name, uuid.uuid4().hex, data)
    assert answer["ok"], answer
    result: dict[str, Any] = answer["result"]
    return result


def prepared(cast: Cast) -> dict[str, Any]:
    """Something of every kind in the meeting; give its file."""
    basics = {"time_zone": "Europe/London", "video_link": "https://video.example/0", "overview": "One.\nTwo."}
    cast.must("secretariat", "meeting.edit", meeting=cast.meeting, base=0, **basics)
    hours = {"begins": "09:30", "ends": "12:00"}
    cast.must("secretariat", "session.edit", session=cast.sessions[0], base=0, **hours)
    speaker = {"speaker_name": "Speaker 1", "title": "Director", "delegation": "DPO", "minutes": 8}
    cast.must("secretariat", "speaker.add", part=cast.parts["remarks"], **speaker)
    cast.must("secretariat", "room.plan", room=cast.rooms[0], base=0, question="What can be pledged?", capacity=20)
    cast.must("rapporteur_1", "takeaway.capture", room=cast.rooms[0], text="Captured, not planned")
    cast.must("canada", "part.narrate", part=cast.parts["remarks"], narrative="Said, not planned", base=0)
    return exported(cast, cast.meeting)


def test_a_file_read_into_a_new_meeting_gives_the_same_file_again(cast: Cast) -> None:
    file = prepared(cast)
    assert "not planned" not in json.dumps(file)
    assert {person["name"] for person in file["people"]} >= {"Delegate 1 (Canada)", "Moderator 3 (Japan)", "Big screen"}
    assert "Delegate 3 (Ghana)" not in json.dumps(file)
    meeting = new_meeting(cast)
    mirror = Mirror(cast.bus, [*all_streams(cast.bus), f"meeting:{meeting}:setup", f"meeting:{meeting}:chairs"])
    cast.must("new", "meeting.fill", meeting=meeting, plan=plan_of(read_set_up(json.dumps(file).encode())))
    assert exported(cast, meeting) == file
    assert mirror.wrong() == {}


def test_a_meeting_that_is_planned_already_is_not_overwritten(cast: Cast) -> None:
    before = exported(cast, cast.meeting)
    answer = cast.ask("secretariat", "meeting.fill", meeting=cast.meeting, plan={"title": "Another"})
    assert answer["code"] == "gone"
    assert exported(cast, cast.meeting) == before


@pytest.mark.parametrize(
    ("days", "first_day", "dates"),
    [
        ("keep", "", ["2020-11-10", "2020-11-11"]),
        ("empty", "", ["", ""]),
        ("shift", "2027-02-27", ["2027-02-27", "2027-02-28"]),
    ],
)
def test_a_meeting_is_begun_like_an_earlier_one(cast: Cast, days: str, first_day: str, dates: list[str]) -> None:
    file = prepared(cast)
    data = {"meeting": cast.meeting, "title": "The next one", "days": days, "first_day": first_day}
    made = cast.must("secretariat", "meeting.duplicate", **data)
    again = exported(cast, int(made["id"]))
    assert [session["date"] for session in again["sessions"]] == dates
    assert again["people"] == []
    alike = ["parts", "title", "begins", "ends"]
    assert [[session[each] for each in alike] for session in again["sessions"]] == [
        [session[each] for each in alike] for session in file["sessions"]
    ]
    assert again["meeting"] == file["meeting"] | {"title": "The next one"}


def test_whoever_duplicates_is_let_in_as_secretariat_by_a_link_of_their_own(cast: Cast) -> None:
    made = cast.must("secretariat", "meeting.duplicate", meeting=cast.meeting, title="The next one", with_people=True)
    signed_in = _ask(cast, NOBODY, "link.redeem", secret=made["secret"])
    assert (signed_in["meeting"], signed_in["person"]) == (made["id"], made["person"])
    cast.actor["next"] = Actor(made["person"], int(made["id"]), signed_in["id"])
    cast.must("next", "meeting.edit", meeting=made["id"], base=0, title="Mine")
    theirs = cast.ask("next", "meeting.edit", meeting=cast.meeting, base=0, title="Not mine")
    assert theirs["code"] == "forbidden"
    people = {person["name"]: person["tasks"] for person in exported(cast, int(made["id"]))["people"]}
    assert people["Moderator 2 (Kenya)"] == [{"role": "moderator", "room": 2}]


def test_a_shift_needs_a_day(sqlite_cast: Cast) -> None:
    data = {"meeting": sqlite_cast.meeting, "title": "The next one", "days": "shift"}
    answer = sqlite_cast.ask("secretariat", "meeting.duplicate", **data)
    assert (answer["code"], list(answer["fields"])) == ("invalid", ["first_day"])
