"""Adding, changing, moving and removing sessions, parts and speakers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import Cast
from tests.mirror import Mirror, all_streams


def titles(cast: Cast, kind: str, **of: int) -> list[str]:
    """The titles of the planned things of a kind, in order."""
    found = [thing for thing in cast.things(f"meeting:{cast.meeting}:setup", kind) if of.items() <= thing.items()]
    return [thing["title"] for thing in sorted(found, key=lambda thing: int(thing["position"]))]


def planned(cast: Cast, kind: str, number: int) -> dict[str, Any]:
    found = cast.things(f"meeting:{cast.meeting}:setup", kind)
    return next(thing for thing in found if thing["id"] == number)


def floors(cast: Cast, part: int) -> list[str]:
    rooms = cast.things(f"meeting:{cast.meeting}", "room")
    return [room["title"] for room in rooms if room["part"] == part and room["kind"] == "plenary"]


def test_a_session_is_added_with_its_parts_where_it_belongs(cast: Cast) -> None:
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    parts = [{"title": "Welcome", "kind": "remarks", "speakers": [{"speaker": "Speaker 1", "delegation": "UK"}]}]
    data = {"title": "Between", "date": "2020-11-11", "begins": "09:30", "ends": "12:00", "parts": parts}
    made = cast.must("secretariat", "session.add", meeting=cast.meeting, after=cast.sessions[0], **data)["id"]
    assert titles(cast, "session_plan") == ["First session", "Between", "Second session"]
    assert titles(cast, "part_plan", session=made) == ["Welcome"]
    hours = {"date": "2020-11-11", "begins": "09:30", "ends": "12:00", "position": 2, "state": "planned"}
    assert hours.items() <= planned(cast, "session_plan", made).items()
    [speaker] = cast.things(f"meeting:{cast.meeting}:setup", "speaker_plan")
    assert (speaker["speaker_name"], speaker["delegation"]) == ("Speaker 1", "United Kingdom")
    assert mirror.wrong() == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [("date", "2020-13-01"), ("date", "tomorrow"), ("date", "0020-11-03"), ("begins", "25:00"), ("ends", "9.30")],
)
def test_a_day_or_an_hour_that_does_not_exist_is_refused_at_its_field(
    sqlite_cast: Cast, field: str, value: str
) -> None:
    answer = sqlite_cast.ask("secretariat", "session.edit", session=sqlite_cast.sessions[1], base=0, **{field: value})
    assert (answer["code"], list(answer["fields"])) == ("invalid", [field])


def test_a_day_is_given_and_taken_again(cast: Cast) -> None:
    session = cast.sessions[1]
    cast.must("secretariat", "session.edit", session=session, base=0, date="2021-01-31", begins="14:00")
    cast.must("secretariat", "session.edit", session=session, base=1, date="")
    after = planned(cast, "session_plan", session)
    assert (after["date"], after["begins"], after["version"]) == ("", "14:00", 2)


def test_what_has_begun_keeps_its_place_among_sessions(cast: Cast) -> None:
    first, second = cast.sessions
    held = cast.ask("secretariat", "session.move", session=first, after=second)
    before = cast.ask("secretariat", "session.move", session=second, after=None)
    assert (held["code"], before["code"]) == ("gone", "gone")
    third = cast.must("secretariat", "session.add", meeting=cast.meeting, title="Third")["id"]
    cast.must("secretariat", "session.move", session=third, after=first)
    assert titles(cast, "session_plan") == ["First session", "Third", "Second session"]


def test_a_session_that_was_opened_stays_and_says_what_it_holds(cast: Cast) -> None:
    answer = cast.ask("secretariat", "session.remove", session=cast.sessions[0])
    assert answer["code"] == "gone"
    assert answer["why"].startswith("This session stays, so that nothing is lost. It has begun.")
    assert "“breakouts”: It has 2 breakout rooms." in answer["why"]


def test_an_empty_session_goes_with_its_parts_and_their_floors(cast: Cast) -> None:
    parts = [{"title": "Welcome", "kind": "remarks", "speakers": [{"speaker": "Speaker 1"}]}]
    made = cast.must("secretariat", "session.add", meeting=cast.meeting, title="Third", parts=parts)["id"]
    part = next(each["id"] for each in cast.things(f"meeting:{cast.meeting}", "part") if each["session"] == made)
    assert floors(cast, part) == ["Welcome"]
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    cast.must("secretariat", "session.remove", session=made)
    assert titles(cast, "session_plan") == ["First session", "Second session"]
    assert floors(cast, part) == []
    assert cast.things(f"meeting:{cast.meeting}:setup", "speaker_plan") == []
    assert mirror.wrong() == {}


def test_a_session_somebody_was_counted_in_stays(cast: Cast) -> None:
    session = cast.sessions[1]
    stay = {"person": cast.person("ghana"), "joined": "2020-11-11T13:00:00Z", "left": "2020-11-11T14:00:00Z"}
    cast.must("secretariat", "attendance.import", session=session, source="zoom", stays=[stay])
    cast.must("secretariat", "room.remove", room=cast.rooms[2])
    answer = cast.ask("secretariat", "session.remove", session=session)
    assert answer["why"] == "This session stays, so that nothing is lost. 1 person was counted in it."


def test_a_part_changes_its_kind_only_while_it_holds_nothing(cast: Cast) -> None:
    part = cast.parts["closing"]
    cast.must("secretariat", "part.edit", part=part, base=0, kind="breakouts", title="Groups", minutes=30)
    assert floors(cast, part) == []
    prepared = cast.must("secretariat", "round.prepare", part=part, minutes=30)["id"]
    room = cast.must("secretariat", "room.add", round=prepared, number=1)["id"]
    refused = cast.ask("secretariat", "part.edit", part=part, base=1, kind="closing")
    assert refused["why"] == "Its kind stays, so that nothing is lost. It has 1 breakout room."
    cast.must("secretariat", "room.remove", room=room)
    cast.must("secretariat", "part.edit", part=part, base=1, kind="closing")
    assert floors(cast, part) == ["Groups"]
    rounds = [each["id"] for each in cast.things(f"meeting:{cast.meeting}", "round")]
    assert prepared not in rounds


def test_the_plenary_floor_is_called_as_its_part(cast: Cast) -> None:
    cast.must("secretariat", "part.edit", part=cast.parts["plenary"], base=0, title="Back in plenary")
    assert floors(cast, cast.parts["plenary"]) == ["Back in plenary"]


def test_rooms_still_planned_last_as_long_as_their_part(cast: Cast) -> None:
    cast.must("secretariat", "part.edit", part=cast.parts["breakouts again"], base=0, minutes=75)
    minutes = {each["id"]: each["minutes"] for each in cast.things(f"meeting:{cast.meeting}", "round")}
    assert (minutes[cast.rounds[0]], minutes[cast.rounds[1]]) == (45, 75)


def test_a_part_moves_within_its_session_and_into_another(cast: Cast) -> None:
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    first, second = cast.sessions
    cast.must("secretariat", "part.move", part=cast.parts["closing"], session=first, after=cast.parts["breakouts"])
    assert titles(cast, "part_plan", session=first) == ["remarks", "breakouts", "closing", "plenary"]
    cast.must("secretariat", "part.move", part=cast.parts["closing"], session=second, after=None)
    assert titles(cast, "part_plan", session=first) == ["remarks", "breakouts", "plenary"]
    assert titles(cast, "part_plan", session=second) == ["closing", "breakouts again"]
    assert mirror.wrong() == {}


def test_a_part_never_moves_into_another_meeting(sqlite_cast: Cast) -> None:
    theirs = sqlite_cast.ask("zoe", "part.move", part=sqlite_cast.parts["closing"], session=1, after=None)
    assert theirs["code"] == "forbidden"


@pytest.mark.parametrize(
    ("who", "name", "data", "held"),
    [
        ("canada", "part.narrate", {"narrative": "It was said.", "base": 0}, "Its narrative is written."),
        ("rapporteur_1", "takeaway.capture", {"text": "A point", "kind": "takeaway"}, "1 point was captured in it."),
        ("rapporteur_1", "note.write", {"body": "Mine", "base": 0}, "1 person has notes on it."),
        ("canada", "part.start", {}, "It has begun."),
    ],
)
def test_a_part_that_holds_something_stays(cast: Cast, who: str, name: str, data: dict[str, object], held: str) -> None:
    part = cast.parts["plenary"]
    about = {"room": cast.floor} if name.startswith(("takeaway", "note")) else {"part": part}
    cast.must(who, name, **about, **data)
    answer = cast.ask("secretariat", "part.remove", part=part)
    assert (answer["code"], answer["why"]) == ("gone", f"This part stays, so that nothing is lost. {held}")


def test_speakers_are_put_on_moved_changed_and_taken_off(cast: Cast) -> None:
    part = cast.parts["remarks"]
    one, two, three = (
        cast.must("secretariat", "speaker.add", part=part, title=title)["id"] for title in ("One", "Two", "Three")
    )
    cast.must("secretariat", "speaker.move", speaker=three, after=one)
    cast.must("secretariat", "speaker.edit", speaker=two, base=0, title="Second", delegation="ROK", minutes=8)
    cast.must("secretariat", "speaker.remove", speaker=one)
    assert titles(cast, "speaker_plan", part=part) == ["Three", "Second"]
    changed = planned(cast, "speaker_plan", two)
    assert (changed["delegation"], changed["minutes"], changed["position"]) == ("Republic of Korea", 8, 2)


def test_editing_what_was_taken_out_meanwhile_is_refused(cast: Cast) -> None:
    speaker = cast.must("secretariat", "speaker.add", part=cast.parts["remarks"], title="One")["id"]
    cast.must("secretariat", "speaker.remove", speaker=speaker)
    answer = cast.ask("secretariat", "speaker.edit", speaker=speaker, base=0, title="Still typing")
    assert answer["code"] == "forbidden"
