from __future__ import annotations

import datetime as dt
import uuid

import pytest

from app.core import clock
from tests.breakouts.takeaways.lists import words
from tests.cast import Cast

LATER = dt.timedelta(minutes=9, seconds=59)
TOO_LATE = dt.timedelta(minutes=10, seconds=1)


def test_a_rapporteur_captures_a_point_and_is_given_it_as_the_room_sees_it(cast: Cast) -> None:
    room = cast.rooms[0]
    with clock.set_to(dt.datetime(2020, 11, 10, 14, 20, 5, 678901, tzinfo=dt.UTC)):
        answer = cast.ask(
            "rapporteur_1",
            "takeaway.capture",
            room=room,
            text=" Water \r\n first ",
            kind="challenge",
            tags=["Water", "GAP"],
        )
    point = {
        "type": "takeaway",
        "id": answer["result"]["id"],
        "room": room,
        "kind": "challenge",
        "text": "Water \n first",
        "tags": ["Water", "GAP"],
        "position": "V000",
        "state": "draft",
        "version": 1,
        "after_close": False,
        "edited": False,
        "captured_at": "2020-11-10T14:20:05.678Z",
        "sources": [],
    }
    hand = {
        "type": "takeaway_hand",
        "id": point["id"],
        "captured_by": "Rapporteur 1 (Ghana)",
        "edited_by": "",
        "edited_at": None,
    }
    assert answer == {"ok": True, "result": point, "notices": []}
    assert cast.things(f"room:{room}", "takeaway") == [point]
    assert cast.things(f"room:{room}:staff", "takeaway_hand") == [hand]
    assert cast.things(f"room:{cast.rooms[1]}", "takeaway") == []


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("rapporteur_1", True),
        ("moderator_1", True),
        ("rapporteur_2", False),
        ("moderator_2", False),
        ("canada", False),
        ("secretariat", False),
        ("ghana", False),
        ("observer", False),
        ("screen", False),
        ("unplaced", False),
        ("zoe", False),
    ],
)
def test_only_the_team_of_an_open_room_captures_its_points(sqlite_cast: Cast, who: str, may: bool) -> None:  # noqa: FBT001 - a table of who may
    answer = sqlite_cast.ask(who, "takeaway.capture", room=sqlite_cast.rooms[0], text="A point")
    refusal = {
        "ok": False,
        "code": "forbidden",
        "why": "This does not exist, or your role does not allow it.",
        "fields": {},
    }
    assert answer["ok"] if may else answer == refusal
    assert words(sqlite_cast) == (["A point"] if may else [])


def test_a_room_that_does_not_exist_is_refused_like_one_that_is_not_ones_own(sqlite_cast: Cast) -> None:
    missing = sqlite_cast.ask("rapporteur_1", "takeaway.capture", room=4711, text="A point")
    foreign = sqlite_cast.ask("rapporteur_1", "takeaway.capture", room=sqlite_cast.rooms[1], text="A point")
    assert missing == foreign


def test_on_the_plenary_floor_all_staff_capture_and_participants_do_not(sqlite_cast: Cast) -> None:
    may = {
        who: sqlite_cast.ask(who, "takeaway.capture", room=sqlite_cast.floor, text="A point")["ok"]
        for who in ("canada", "secretariat", "moderator_2", "rapporteur_3", "ghana", "observer", "screen", "zoe")
    }
    assert [who for who, allowed in may.items() if allowed] == ["canada", "secretariat", "moderator_2", "rapporteur_3"]


def test_the_team_may_try_the_list_out_before_the_room_opens(sqlite_cast: Cast) -> None:
    answer = sqlite_cast.ask("rapporteur_3", "takeaway.capture", room=sqlite_cast.rooms[2], text="A test")
    assert (answer["ok"], answer["notices"], answer["result"]["after_close"]) == (True, [], False)


def test_points_stand_at_the_end_or_after_the_one_that_is_named(cast: Cast) -> None:
    room = cast.rooms[0]
    first = cast.must("rapporteur_1", "takeaway.capture", room=room, text="first")
    cast.must("rapporteur_1", "takeaway.capture", room=room, text="third")
    cast.must("rapporteur_1", "takeaway.capture", room=room, text="second", after=first["id"])
    assert words(cast) == ["first", "second", "third"]


def test_a_point_after_one_that_was_removed_meanwhile_takes_its_place(sqlite_cast: Cast) -> None:
    room = sqlite_cast.rooms[0]
    sqlite_cast.must("rapporteur_1", "takeaway.capture", room=room, text="first")
    removed = sqlite_cast.must("rapporteur_1", "takeaway.capture", room=room, text="removed")
    sqlite_cast.must("rapporteur_1", "takeaway.capture", room=room, text="third")
    sqlite_cast.must("moderator_1", "takeaway.remove", takeaway=removed["id"])
    sqlite_cast.must("rapporteur_1", "takeaway.capture", room=room, text="second", after=removed["id"])
    assert words(sqlite_cast) == ["first", "second", "third"]


def test_a_point_cannot_follow_one_of_another_room(sqlite_cast: Cast) -> None:
    elsewhere = sqlite_cast.must("rapporteur_2", "takeaway.capture", room=sqlite_cast.rooms[1], text="elsewhere")
    why = "The point this one should follow belongs to another room."
    for after in (elsewhere["id"], 4711):
        answer = sqlite_cast.ask("rapporteur_1", "takeaway.capture", room=sqlite_cast.rooms[0], text="A", after=after)
        assert answer == {"ok": False, "code": "invalid", "why": why, "fields": {"after": why}}


def test_the_same_ask_twice_makes_one_point_and_the_same_answer(cast: Cast) -> None:
    ask_id = uuid.uuid4().hex
    first = cast.ask_under(ask_id, "rapporteur_1", "takeaway.capture", room=cast.rooms[0], text="once")
    again = cast.ask_under(ask_id, "rapporteur_1", "takeaway.capture", room=cast.rooms[0], text="once")
    assert first["ok"]
    assert again == first
    assert words(cast) == ["once"]


def test_what_cannot_be_understood_is_named_by_its_field(sqlite_cast: Cast) -> None:
    def fields(**data: object) -> set[str]:
        answer = sqlite_cast.ask(
            "rapporteur_1", "takeaway.capture", **{"room": sqlite_cast.rooms[0], "text": "A"} | data
        )
        assert answer["code"] == "invalid"
        return set(answer["fields"])

    assert fields(text=" \n ") == {"text"}
    assert fields(text="x" * 2001) == {"text"}
    assert fields(text=None) == {"text"}
    assert fields(kind="wish") == {"kind"}
    assert fields(tags=["x" * 41]) == {"tags.0"}
    assert fields(tags=[str(number) for number in range(9)]) == {"tags"}
    assert fields(room="1") == {"room"}
    assert fields(author_id=1, captured_at="2020-01-01") == {"author_id", "captured_at"}
    assert words(sqlite_cast) == []


def test_a_tag_in_other_letters_is_the_same_tag(sqlite_cast: Cast) -> None:
    tags = ["Water", "water ", "WATER", "gender"] * 3
    made = sqlite_cast.must("rapporteur_1", "takeaway.capture", room=sqlite_cast.rooms[0], text="A", tags=tags)
    assert made["tags"] == ["Water", "gender"]


def test_text_that_comes_within_ten_minutes_after_close_is_kept_and_marked(cast: Cast) -> None:
    closed_at = dt.datetime(2026, 11, 10, 14, 32, 10, tzinfo=dt.UTC)
    with clock.set_to(closed_at):
        cast.close_round()
    with clock.set_to(closed_at + LATER):
        answer = cast.ask("rapporteur_1", "takeaway.capture", room=cast.rooms[0], text="late")
    assert answer["notices"] == ["The room closed at 14:32 UTC; your point was kept and marked “after close”."]
    assert [
        (row["text"], row["state"], row["after_close"]) for row in cast.things(f"room:{cast.rooms[0]}", "takeaway")
    ] == [("late", "draft", True)]


def test_text_that_comes_later_is_refused_with_what_to_do_but_a_chair_still_adds_it(sqlite_cast: Cast) -> None:
    closed_at = dt.datetime(2026, 11, 10, 14, 32, 10, tzinfo=dt.UTC)
    with clock.set_to(closed_at):
        sqlite_cast.close_round()
    with clock.set_to(closed_at + TOO_LATE):
        refused = sqlite_cast.ask("rapporteur_1", "takeaway.capture", room=sqlite_cast.rooms[0], text="too late")
        added = sqlite_cast.ask("canada", "takeaway.capture", room=sqlite_cast.rooms[0], text="for the rapporteur")
    why = (
        "The room closed at 14:32 UTC and takes no more points. "
        "Your text is kept here: send it to a co-chair, who can still add it."
    )
    assert refused == {"ok": False, "code": "gone", "why": why, "fields": {}}
    assert (added["ok"], added["result"]["after_close"]) == (True, True)
    assert words(sqlite_cast) == ["for the rapporteur"]


def test_a_full_list_says_so(sqlite_cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("breakouts.takeaways.placing.MOST", 2)
    room = sqlite_cast.rooms[0]
    for text in ("one", "two"):
        sqlite_cast.must("rapporteur_1", "takeaway.capture", room=room, text=text)
    answer = sqlite_cast.ask("rapporteur_1", "takeaway.capture", room=room, text="three")
    why = "This room holds 2 points, the most it can. Merge or remove some, then add this one again."
    assert answer == {"ok": False, "code": "invalid", "why": why, "fields": {}}


def test_no_draft_leaves_its_room(cast: Cast) -> None:
    room = cast.rooms[0]
    cast.must("rapporteur_1", "takeaway.capture", room=room, text="canary in a draft")
    streams = [f"meeting:{cast.meeting}{audience}" for audience in ("", ":staff", ":chairs")]
    streams += [f"room:{other}{audience}" for other in cast.rooms[1:] for audience in ("", ":staff")]
    streams += [f"person:{actor.person_id}" for actor in cast.actor.values()]
    assert [stream for stream in streams if "canary" in str(cast.things(stream))] == []
    assert "canary" in str(cast.things(f"room:{room}"))
