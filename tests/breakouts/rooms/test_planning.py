"""Changing, moving and removing planned rooms."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.mirror import Mirror, all_streams


def planned(cast: Cast, room: int) -> dict[str, object]:
    found = cast.things(f"meeting:{cast.meeting}:setup", "room_plan")
    return next(thing for thing in found if thing["id"] == room)


def test_a_room_is_planned_field_by_field(cast: Cast) -> None:
    room = cast.rooms[2]
    before = planned(cast, room)
    changes = {"number": 7, "title": "Finance", "question": "Who pays?", "moderated_by": "UK", "capacity": 12}
    answer = cast.must("secretariat", "room.plan", room=room, base=0, **changes)
    assert answer == before | changes | {"moderated_by": "United Kingdom", "version": 1}
    [shown] = [each for each in cast.things(f"meeting:{cast.meeting}", "room") if each["id"] == room]
    assert (shown["title"], shown["moderated_by"]) == ("Finance", "United Kingdom")


def test_a_moderators_change_is_not_overwritten_unseen(cast: Cast) -> None:
    cast.must("moderator_1", "room.edit", room=cast.rooms[0], question="Mine")
    answer = cast.ask("secretariat", "room.plan", room=cast.rooms[0], base=0, question="Theirs")
    assert (answer["code"], answer["theirs"]["question"]) == ("conflict", "Mine")


def test_rooms_are_moved_and_numbered_anew_until_they_are_opened(cast: Cast) -> None:
    more = cast.must("secretariat", "room.add", round=cast.rounds[1], number=9, title="Last")["id"]
    cast.must("secretariat", "room.move", room=more, after=None)
    assert [planned(cast, room)["number"] for room in (more, cast.rooms[2])] == [1, 2]
    answer = cast.ask("secretariat", "room.move", room=cast.rooms[1], after=None)
    assert answer["code"] == "gone"


def test_a_room_goes_with_its_roles_and_everybody_hears_of_it(cast: Cast) -> None:
    room = cast.rooms[2]
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    cast.must("secretariat", "room.remove", room=room)
    assert mirror.wrong() == {}
    people = {each["id"]: each["roles"] for each in cast.things(f"meeting:{cast.meeting}:chairs", "person")}
    assert people[cast.person("moderator_3")] == []
    refused = cast.ask("rapporteur_3", "takeaway.capture", room=room, text="Too late")
    assert refused["code"] == "forbidden"


@pytest.mark.parametrize(
    ("who", "name", "data", "held"),
    [
        ("canada", "placement.put", {"person": "ghana"}, "1 person is placed in it."),
        ("rapporteur_3", "room.narrate", {"narrative": "a", "lead_in": "", "base": 0}, "Its narrative is written."),
        ("moderator_3", "note.write", {"body": "Mine", "base": 0}, "1 person has notes on it."),
        ("rapporteur_3", "takeaway.capture", {"text": "A point", "kind": "takeaway"}, "1 point was captured in it."),
    ],
)
def test_a_room_that_holds_something_stays(cast: Cast, who: str, name: str, data: dict[str, object], held: str) -> None:
    room = cast.rooms[2]
    about = {"round": cast.rounds[1], "person": cast.person("ghana")} if "person" in data else {}
    cast.must(who, name, room=room, **(data | about))
    answer = cast.ask("secretariat", "room.remove", room=room)
    assert (answer["code"], answer["why"]) == ("gone", f"This room stays, so that nothing is lost. {held}")


def test_the_floor_of_the_plenary_is_no_breakout_room(sqlite_cast: Cast) -> None:
    cast = sqlite_cast
    for name, data in (("room.remove", {}), ("room.move", {"after": None}), ("room.plan", {"base": 0, "title": "a"})):
        answer = cast.ask("secretariat", name, room=cast.floor, **data)
        assert answer["why"] == "This is the floor of the plenary; it belongs to its part."
