"""Whoever types the code: who they are, by the meeting's policy, and nobody twice."""

from __future__ import annotations

import pytest

from tests.attendance.lobby.door import (
    arrives,
    code,
    comes,
    counted,
    expected,
    knock,
    opens_the_door,
    row,
    waiting,
)
from tests.cast import Cast
from tests.mirror import Mirror, all_streams


def test_who_waits_is_shown_with_whom_of_the_roster_they_may_be(cast: Cast) -> None:
    expected(cast, "Delegate 21 (Kenya)", "Kenya")
    expected(cast, "Ana Maria Example", "Peru")
    comes(cast, "a", "delegate  21 (KENYA)", "kenya")
    comes(cast, "b", "A. Maria Example", "Peru")
    comes(cast, "c", "Delegate 22 (Kenya)", "Kenya")
    comes(cast, "d", "Ana Maria Example", "Chad")
    assert waiting(cast) == {
        "delegate 21 (KENYA)": "Delegate 21 (Kenya): same",
        "A. Maria Example": "Ana Maria Example: near",
        "Delegate 22 (Kenya)": "",
        "Ana Maria Example": "Ana Maria Example: name",
    }


def test_the_same_person_takes_the_place_on_the_roster_and_counts_once(cast: Cast) -> None:
    known = expected(cast, "Delegate 21 (Kenya)", "Kenya")
    walk_in = comes(cast, "walk-in", "Delegate 21 (Kenya)", "Kenya")
    arrives(cast, walk_in)
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    before = counted(cast)
    cast.must("canada", "lobby.same", person=walk_in, is_really=known)
    assert (counted(cast) - before, row(cast, known).present, row(cast, walk_in).is_really_id) == (1, True, known)
    assert waiting(cast) == {}
    names = [each["name"] for each in cast.things(f"meeting:{cast.meeting}:chairs", "person")]
    assert names.count("Delegate 21 (Kenya)") == 1
    assert mirror.wrong() == {}
    # The browser that waited is that person's now; what it asks as the one who waited is refused.
    assert cast.ask("walk-in", "lobby.correct", person=walk_in, person_name="A")["code"] == "forbidden"
    session = cast.actor["walk-in"].session_id
    assert knock(cast, "Delegate 21 (Kenya)", "Kenya", before=session)["result"]["person"] == known


def test_through_an_open_door_the_expected_person_comes_in_as_themselves(cast: Cast) -> None:
    opens_the_door(cast)
    known = expected(cast, "Delegate 21 (Kenya)", "Kenya")
    assert comes(cast, "first", "delegate 21 (kenya)", "Kenya") == known
    second = comes(cast, "second", "Delegate 21 (Kenya)", "Kenya")
    assert second != known
    assert waiting(cast) == {"Delegate 21 (Kenya)": "Delegate 21 (Kenya): in"}
    arrives(cast, known, second)
    cast.must("canada", "placement.put", round=cast.rounds[0], person=second, room=cast.rooms[1])
    twice = counted(cast)
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    cast.must("canada", "lobby.same", person=second, is_really=known)
    assert (counted(cast), waiting(cast), mirror.wrong()) == (twice - 1, {}, {})
    assert [place["rooms"] for place in cast.things(f"person:{known}", "me")] == [[cast.rooms[1]]]


def test_a_name_with_a_task_opens_nothing(cast: Cast) -> None:
    opens_the_door(cast)
    stranger = comes(cast, "stranger", "Rapporteur 1 (Ghana)", "Ghana")
    assert stranger != cast.person("rapporteur_1")
    assert cast.ask("stranger", "takeaway.capture", room=cast.rooms[0], text="A")["code"] == "forbidden"
    assert waiting(cast) == {"Rapporteur 1 (Ghana)": "Rapporteur 1 (Ghana): in"}


@pytest.mark.parametrize("who", ["canada", "secretariat", "screen"])
def test_nobody_becomes_somebody_who_runs_the_meeting(cast: Cast, who: str) -> None:
    stranger = comes(cast, "stranger", "A stranger", "Chad")
    answer = cast.ask("jamaica", "lobby.same", person=stranger, is_really=cast.person(who))
    assert (answer["code"], row(cast, stranger).admitted_at) == ("invalid", None)


def test_a_new_person_is_let_in_and_nobody_asks_again(cast: Cast) -> None:
    expected(cast, "Delegate 21 (Kenya)", "Kenya")
    newcomer = comes(cast, "newcomer", "Delegate 21 (Kenya)", "Kenya")
    cast.must("canada", "lobby.new", person=newcomer)
    assert (waiting(cast), row(cast, newcomer).admitted_at is not None) == ({}, True)
    assert cast.ask("canada", "lobby.turn_away", person=newcomer, why="Too late")["code"] == "gone"


def test_who_was_turned_away_reads_why_and_asks_again_with_another_name(cast: Cast) -> None:
    person = comes(cast, "walk-in", "Delegate 9", "Chad")
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    cast.must("canada", "lobby.turn_away", person=person, why="Chad has named its delegates")
    assert [each["turned_away"] for each in cast.things(f"person:{person}", "wait")] == ["Chad has named its delegates"]
    known = expected(cast, "Delegate 6b (Chad)", "Chad")
    cast.must("walk-in", "lobby.correct", person=person, person_name="Delegate 6b (Chad)", delegation="Chad")
    assert [each["turned_away"] for each in cast.things(f"person:{person}", "wait")] == [""]
    assert (waiting(cast), row(cast, person).looks_like_id) == (
        {"Delegate 6b (Chad)": "Delegate 6b (Chad): same"},
        known,
    )
    assert mirror.wrong() == {}


def test_who_waits_knows_their_own_waiting_and_nothing_else(cast: Cast) -> None:
    person = comes(cast, "walk-in", "Delegate 9", "Chad")
    things = cast.things(f"person:{person}")
    assert [thing["type"] for thing in things] == ["me", "wait"]
    assert (things[1]["meeting"], things[1]["begun"]) == ("Preparatory meeting", True)
    refused = cast.ask("walk-in", "takeaway.propose", room=cast.rooms[0], text="A")
    assert refused["code"] == "forbidden"


def test_who_was_put_out_comes_back_by_the_lobby_alone(cast: Cast) -> None:
    opens_the_door(cast)
    cast.must("canada", "person.remove", person=cast.person("brazil"))
    again = comes(cast, "again", "Delegate 5 (Brazil)", "Brazil")
    assert row(cast, again).admitted_at is None
    assert waiting(cast) == {"Delegate 5 (Brazil)": "Delegate 5 (Brazil): same"}
    cast.must("canada", "lobby.same", person=again, is_really=cast.person("brazil"))
    assert (row(cast, cast.person("brazil")).removed_at, waiting(cast)) == (None, {})


@pytest.mark.parametrize("policy", ["lobby", "admit"])
def test_who_was_put_out_for_good_stays_out_by_name_and_by_browser(cast: Cast, policy: str) -> None:
    if policy == "admit":
        opens_the_door(cast)
    person = comes(cast, "walk-in", "Delegate 9 (Chad)", "Chad")
    session = cast.actor["walk-in"].session_id
    cast.must("canada", "person.ban", person=person, why="Disturbed the meeting")
    by_name = knock(cast, "delegate 9 (chad)", "Chad")
    by_browser = knock(cast, "Somebody else", "Peru", before=session)
    assert [by_name["code"], by_browser["code"]] == ["gone", "gone"]
    assert by_name["why"] == by_browser["why"]
    assert "Disturbed" not in by_name["why"]
    assert knock(cast, "Delegate 10 (Chad)", "Chad")["ok"]


def test_who_is_taken_back_may_come_by_the_code_again(cast: Cast) -> None:
    person = comes(cast, "walk-in", "Delegate 9 (Chad)", "Chad")
    cast.must("canada", "person.ban", person=person)
    cast.must("canada", "person.restore", person=person)
    assert knock(cast, "Delegate 9 (Chad)", "Chad")["ok"]
    assert cast.ask("walk-in", "lobby.correct", person=person, person_name="A")["code"] == "forbidden"


def test_the_same_browser_comes_back_as_the_same_person_without_waiting_again(cast: Cast) -> None:
    person = comes(cast, "walk-in", "Delegate 9 (Chad)", "Chad")
    cast.must("canada", "lobby.new", person=person)
    session = cast.actor["walk-in"].session_id
    assert knock(cast, "Delegate 9 (Chad)", "Chad", before=session)["result"]["person"] == person
    assert knock(cast, "Delegate 10 (Chad)", "Chad", before=session)["result"]["person"] != person
    cast.must("walk-in", "session.end")
    assert knock(cast, "Delegate 9 (Chad)", "Chad", before=session)["result"]["person"] != person


def test_an_old_code_says_that_it_was_changed_and_lets_nobody_in(cast: Cast) -> None:
    old = code(cast)
    cast.must("secretariat", "code.rotate", meeting=cast.meeting)
    assert code(cast) != old
    refused, unknown = knock(cast, "A", typed=old), knock(cast, "A", typed="123456789")
    assert (refused["code"], unknown["code"]) == ("gone", "not_found")
    assert refused["why"].startswith("This code was changed. Look at the screen")
    assert knock(cast, "A")["ok"]
