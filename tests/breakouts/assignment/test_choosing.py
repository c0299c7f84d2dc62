"""People choose their rooms: while there are places, while it is time, and unless somebody has put them elsewhere."""

from __future__ import annotations

import datetime as dt
import threading

import pytest

from app.attendance.contract import TellTallies
from app.core import clock
from app.core.actor import SYSTEM
from tests.breakouts.assignment.places import choose, members, offer, pinned, where
from tests.cast import Cast
from tests.mirror import Mirror, all_streams


def test_somebody_chooses_a_room_and_changes_the_choice(cast: Cast) -> None:
    offer(cast)
    assert choose(cast, "unplaced", 2)["ok"]
    assert (where(cast, "unplaced"), members(cast, 2)) == ([2], ["Delegate 6 (Chad)"])
    assert choose(cast, "unplaced", 3)["ok"]
    assert (where(cast, "unplaced"), members(cast, 2), members(cast, 3)) == ([3], [], ["Delegate 6 (Chad)"])
    assert choose(cast, "unplaced", None)["ok"]
    assert where(cast, "unplaced") == []


def test_a_choice_is_no_pin_and_says_so_to_those_who_run_the_meeting(cast: Cast) -> None:
    offer(cast)
    choose(cast, "unplaced", 3)
    person = next(
        thing
        for thing in cast.things(f"meeting:{cast.meeting}:chairs", "person")
        if thing["id"] == cast.person("unplaced")
    )
    assert (person["chosen"], person["pinned"]) == ([cast.rooms[3]], [])
    assert pinned(cast, "unplaced") == []


def test_a_full_room_is_refused_and_the_first_choice_stays(cast: Cast) -> None:
    offer(cast)
    choose(cast, "ghana", 2)
    choose(cast, "unplaced", 3)
    refused = choose(cast, "unplaced", 2)
    assert (refused["code"], refused["why"]) == (
        "conflict",
        "“Theme 3” is full: its last place was taken before yours. Choose another room.",
    )
    assert where(cast, "unplaced") == [3]


def test_choosing_the_same_full_room_again_is_no_fault(cast: Cast) -> None:
    offer(cast)
    choose(cast, "unplaced", 2)
    assert choose(cast, "unplaced", 2)["ok"]


@pytest.mark.parametrize("attempt", range(4))
def test_of_two_who_take_the_last_place_at_once_exactly_one_gets_it(cast: Cast, attempt: int) -> None:
    offer(cast)
    answers: dict[str, str] = {}
    together = threading.Barrier(3)

    def take(who: str) -> None:
        together.wait()
        answer = choose(cast, who, 2)
        answers[who] = "ok" if answer["ok"] else str(answer["code"])

    takers = [threading.Thread(target=take, args=(who,)) for who in ("ghana", "norway", "brazil")]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join()
    assert sorted(answers.values()) == ["conflict", "conflict", "ok"]
    assert len(members(cast, 2)) == 1


def test_whom_the_secretariat_has_placed_cannot_choose_otherwise_and_is_told(cast: Cast) -> None:
    offer(cast)
    choose(cast, "unplaced", 3)
    cast.must("secretariat", "placement.put", round=cast.rounds[1], person=cast.person("unplaced"), room=cast.rooms[2])
    assert (where(cast, "unplaced"), pinned(cast, "unplaced")) == ([2], [2])
    refused = choose(cast, "unplaced", 3)
    assert refused["why"] == "The secretariat has placed you in “Theme 3”. Ask them if it should be another room."


def test_nobody_chooses_in_a_round_that_is_assigned_open_or_over(cast: Cast) -> None:
    offer(cast)
    cast.must("canada", "session.open", session=cast.sessions[1])
    cast.must("canada", "round.open", round=cast.rounds[1], minutes=5)
    assert choose(cast, "unplaced", 3)["why"].startswith("The rooms have opened")
    cast.close_round(1)
    assert choose(cast, "unplaced", 3)["code"] == "gone"
    cast.must("canada", "round.set_policy", round=cast.rounds[1], policy="assigned")
    assert choose(cast, "unplaced", 3)["why"] == "In this round the secretariat gives the rooms."


def test_nobody_chooses_after_the_time_for_it(cast: Cast) -> None:
    until = dt.datetime(2030, 1, 1, 12, tzinfo=dt.UTC)
    offer(cast, choose_until=until.isoformat())
    with clock.set_to(until - dt.timedelta(seconds=1)):
        assert choose(cast, "ghana", 3)["ok"]
    with clock.set_to(until):
        assert choose(cast, "norway", 3)["why"] == "The time to choose is over. Ask the secretariat to move you."


def test_a_room_of_another_round_cannot_be_chosen(cast: Cast) -> None:
    offer(cast)
    assert choose(cast, "unplaced", 0)["code"] == "invalid"


def test_rounds_that_were_opened_are_not_offered_for_choice(cast: Cast) -> None:
    assert cast.ask("canada", "round.set_policy", round=cast.rounds[0], policy="choice")["code"] == "gone"


def test_everybody_sees_how_many_places_are_taken_and_in_assigned_rounds_no_small_number(cast: Cast) -> None:
    offer(cast)
    choose(cast, "unplaced", 2)
    cast.bus.do(SYSTEM, TellTallies(meeting=cast.meeting), "tell-one")
    taken = {thing["id"]: thing["taken"] for thing in cast.things(f"meeting:{cast.meeting}", "room_places")}
    assert [taken[room] for room in cast.rooms] == [None, None, 1, 0]


def test_copies_kept_by_tellings_stay_right_while_people_choose(cast: Cast) -> None:
    offer(cast)
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    for who, room in (("ghana", 2), ("norway", 3), ("norway", None), ("unplaced", 3), ("brazil", 2)):
        choose(cast, who, room)
        assert mirror.wrong() == {}
