"""Moving people, one or many, and taking it back."""

from __future__ import annotations

from typing import Any

from app.core.actor import SYSTEM
from tests.breakouts.assignment.places import choose, members, offer, pinned, where
from tests.cast import Cast
from tests.mirror import Mirror, all_streams


def move(cast: Cast, who: str = "canada", number: int = 0, /, **to: int | None) -> dict[str, Any]:
    """Move people of the cast to rooms by their place in the list, and give the answer."""
    moves = [
        {"person": cast.person(name), "room": cast.rooms[room] if room is not None else None}
        for name, room in to.items()
    ]
    return cast.ask(who, "placement.put_many", round=cast.rounds[number], moves=moves)


def test_many_are_moved_at_once_and_one_undo_takes_it_all_back(cast: Cast) -> None:
    answer = move(cast, ghana=1, norway=1, unplaced=0, brazil=None)
    assert answer["result"] == {"type": "moved", "id": cast.rounds[0], "moved": 4, "left": 0}
    assert (members(cast, 0), members(cast, 1)) == (
        ["Delegate 6 (Chad)", "Observer 1"],
        ["Delegate 3 (Ghana)", "Delegate 4 (Norway)"],
    )
    undone = cast.must("canada", "placement.undo", round=cast.rounds[0])
    assert (undone["moved"], undone["left"]) == (4, 0)
    assert [where(cast, who) for who in ("ghana", "norway", "unplaced", "brazil")] == [[0], [0], [], [1]]


def test_all_or_nobody_is_moved(cast: Cast) -> None:
    moves = [{"person": cast.person("ghana"), "room": cast.rooms[1]}, {"person": cast.person("zoe"), "room": None}]
    assert cast.ask("canada", "placement.put_many", round=cast.rounds[0], moves=moves)["code"] == "invalid"
    assert move(cast, ghana=1, norway=2)["code"] == "invalid"
    assert (where(cast, "ghana"), where(cast, "norway")) == ([0], [0])


def test_undo_leaves_whom_somebody_else_has_moved_since_and_says_so(cast: Cast) -> None:
    move(cast, ghana=1, norway=1)
    move(cast, "secretariat", norway=None)
    answer = cast.ask("canada", "placement.undo", round=cast.rounds[0])
    assert (answer["result"]["moved"], answer["result"]["left"]) == (1, 1)
    assert answer["notices"] == ["1 person was moved by somebody else since and stays."]
    assert (where(cast, "ghana"), where(cast, "norway")) == ([0], [])


def test_each_takes_back_their_own_moves_only_the_last_first(cast: Cast) -> None:
    move(cast, "canada", ghana=1)
    move(cast, "secretariat", norway=1)
    cast.must("canada", "placement.put", round=cast.rounds[0], person=cast.person("unplaced"), room=cast.rooms[0])
    cast.must("canada", "placement.undo", round=cast.rounds[0])
    assert (where(cast, "unplaced"), where(cast, "ghana"), where(cast, "norway")) == ([], [1], [1])
    cast.must("canada", "placement.undo", round=cast.rounds[0])
    assert (where(cast, "ghana"), where(cast, "norway")) == ([0], [1])
    assert cast.ask("canada", "placement.undo", round=cast.rounds[0])["code"] == "gone"
    assert cast.ask("jamaica", "placement.undo", round=cast.rounds[0])["code"] == "gone"


def test_an_undo_gives_a_choice_back_as_a_choice(cast: Cast) -> None:
    offer(cast)
    choose(cast, "unplaced", 3)
    move(cast, "secretariat", 1, unplaced=2)
    assert pinned(cast, "unplaced") == [2]
    cast.must("secretariat", "placement.undo", round=cast.rounds[1])
    assert (where(cast, "unplaced"), pinned(cast, "unplaced")) == ([3], [])
    assert choose(cast, "unplaced", None)["ok"]


def test_what_a_plan_fills_is_no_pin(cast: Cast) -> None:
    moves = [{"person": cast.person("unplaced"), "room": cast.rooms[0]}]
    cast.must("canada", "placement.put_many", round=cast.rounds[0], moves=moves, how="filled")
    assert (where(cast, "unplaced"), pinned(cast, "unplaced")) == ([0], [])


def test_whoever_puts_more_people_into_a_room_than_it_has_places_for_is_told(cast: Cast) -> None:
    cast.must("canada", "room.edit", room=cast.rooms[1], capacity=1)
    answer = move(cast, ghana=1)
    assert answer["notices"] == ["“Theme 2” has 2 people for 1 places."]
    assert where(cast, "ghana") == [1]


def test_a_person_moved_during_the_round_enters_the_other_room_at_once(cast: Cast) -> None:
    person = cast.person("ghana")
    cast.bus.ask(SYSTEM, "attendance.arrive", "arrive-1", {"meeting": cast.meeting, "people": [person]})
    move(cast, ghana=1)
    cast.bus.ask(SYSTEM, "tally.tell", "tell-tally-1", {"meeting": cast.meeting})
    rows = {thing["id"]: thing["present"] for thing in cast.things(f"meeting:{cast.meeting}:chairs", "board_row")}
    assert (rows[cast.rooms[0]], rows[cast.rooms[1]]) == (0, 1)


def test_copies_kept_by_tellings_stay_right_through_moves_and_undo(cast: Cast) -> None:
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    for step in ({"ghana": 1, "norway": None}, {"unplaced": 0}, {"ghana": 0, "brazil": 0}):
        move(cast, **step)
        assert mirror.wrong() == {}
    for _ in range(3):
        cast.must("canada", "placement.undo", round=cast.rounds[0])
        assert mirror.wrong() == {}


def test_a_number_of_places_is_set_by_the_chairs_and_not_by_a_moderator(cast: Cast) -> None:
    room = cast.rooms[0]
    assert cast.ask("moderator_1", "room.edit", room=room, capacity=9)["code"] == "forbidden"
    cast.must("jamaica", "room.edit", room=room, capacity=9)
    shown = next(thing for thing in cast.things(f"meeting:{cast.meeting}", "room") if thing["id"] == room)
    assert shown["capacity"] == 9
