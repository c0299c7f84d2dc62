from __future__ import annotations

from typing import Any

from tests.breakouts.takeaways.lists import capture, refusal, rows, words
from tests.cast import Cast


def merge(cast: Cast, *points: int, who: str = "rapporteur_1", **more: object) -> dict[str, Any]:
    """Merge points of the first room."""
    data = {"room": cast.rooms[0], "takeaways": list(points), "text": "both", "kind": "takeaway"} | more
    return cast.ask(who, "takeaway.merge", **data)


def test_merged_points_stand_where_the_first_stood_and_keep_their_sources(cast: Cast) -> None:
    _one, two, _three, four = capture(cast, "one", "two", "three", "four")
    answer = merge(cast, four, two, kind="best practice", tags=["water"])
    merged = answer["result"]
    assert (answer["ok"], answer["notices"]) == (True, [])
    assert words(cast) == ["one", "both", "three"]
    assert (merged["sources"], merged["kind"], merged["tags"]) == ([two, four], "best practice", ["water"])
    assert (merged["state"], merged["version"], merged["edited"]) == ("draft", 1, False)


def test_a_merged_point_is_approved_only_if_all_its_sources_were(sqlite_cast: Cast) -> None:
    one, two, three = capture(sqlite_cast, "one", "two", "three")
    for point in (one, two):
        sqlite_cast.must("rapporteur_1", "takeaway.approve", takeaway=point)
    approved = merge(sqlite_cast, one, two)["result"]
    assert approved["state"] == "approved"
    assert merge(sqlite_cast, approved["id"], three)["result"]["state"] == "draft"


def test_splitting_gives_the_points_back_where_they_stood_and_as_they_were(cast: Cast) -> None:
    one, two, three, _four = capture(cast, "one", "two", "three", "four")
    cast.must("rapporteur_1", "takeaway.approve", takeaway=one)
    before = rows(cast)
    merged = merge(cast, one, three)["result"]
    cast.must("moderator_1", "takeaway.split", takeaway=merged["id"])
    assert rows(cast) == before
    cast.must("rapporteur_1", "takeaway.move", takeaway=two, after=None)
    assert words(cast) == ["two", "one", "three", "four"]


def test_points_given_back_make_room_for_those_that_took_their_place(cast: Cast) -> None:
    one, _two = capture(cast, "one", "two")
    (three,) = capture(cast, "three")
    merged = merge(cast, one, three)["result"]
    capture(cast, "late")
    cast.must("rapporteur_1", "takeaway.split", takeaway=merged["id"])
    positions = [row["position"] for row in rows(cast)]
    assert sorted(words(cast)) == ["late", "one", "three", "two"]
    assert words(cast)[:2] == ["one", "two"]
    assert len(set(positions)) == 4


def test_what_cannot_be_merged_is_said_plainly(sqlite_cast: Cast) -> None:
    one, two = capture(sqlite_cast, "one", "two")
    (elsewhere,) = capture(sqlite_cast, "elsewhere", who="rapporteur_2", room=1)
    within = "Points are merged within one room. Choose two or more points of this list."
    assert merge(sqlite_cast, one, elsewhere) == refusal("invalid", within)
    assert merge(sqlite_cast, one, 4711) == refusal("invalid", within)
    assert merge(sqlite_cast, one, one) == refusal("invalid", "Choose two or more different points to merge.")
    assert merge(sqlite_cast, one)["code"] == "invalid"
    not_merged = "This point was not merged from others, so there is nothing to split."
    assert sqlite_cast.ask("rapporteur_1", "takeaway.split", takeaway=two) == refusal("invalid", not_merged)
    assert words(sqlite_cast) == ["one", "two"]


def test_two_who_merge_the_same_points_do_not_make_two(sqlite_cast: Cast) -> None:
    one, two = capture(sqlite_cast, "one", "two")
    assert merge(sqlite_cast, one, two)["ok"]
    again = merge(sqlite_cast, one, two, who="moderator_1")
    assert again["code"] == "gone"
    assert again["why"].endswith("splitting that one brings it back. Choose the points anew.")
    assert words(sqlite_cast) == ["both"]
