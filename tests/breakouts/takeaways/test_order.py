from __future__ import annotations

import pytest

from tests.breakouts.takeaways.lists import capture, refusal, rows, words
from tests.cast import Cast


def test_a_point_is_moved_after_another_or_first_and_keeps_its_version(cast: Cast) -> None:
    one, two, three = capture(cast, "one", "two", "three")
    moved = cast.must("rapporteur_1", "takeaway.move", takeaway=one, after=two)
    assert words(cast) == ["two", "one", "three"]
    assert (moved["id"], moved["version"], moved["edited"]) == (one, 1, False)
    cast.must("rapporteur_1", "takeaway.move", takeaway=three, after=None)
    assert words(cast) == ["three", "two", "one"]


def test_moving_one_point_changes_no_other(sqlite_cast: Cast) -> None:
    one, two, three = capture(sqlite_cast, "one", "two", "three")
    before = {row["id"]: row for row in rows(sqlite_cast)}
    sqlite_cast.must("rapporteur_1", "takeaway.move", takeaway=one, after=two)
    after = {row["id"]: row for row in rows(sqlite_cast)}
    assert [point for point in (one, two, three) if before[point] != after[point]] == [one]


def test_a_point_moved_to_where_it_stands_stays_as_it_is(sqlite_cast: Cast) -> None:
    one, two = capture(sqlite_cast, "one", "two")
    before = rows(sqlite_cast)
    sqlite_cast.must("rapporteur_1", "takeaway.move", takeaway=two, after=one)
    sqlite_cast.must("rapporteur_1", "takeaway.move", takeaway=one, after=None)
    assert rows(sqlite_cast) == before


def test_a_point_is_not_moved_after_itself_a_proposal_or_a_point_elsewhere(sqlite_cast: Cast) -> None:
    (one,) = capture(sqlite_cast, "one")
    (elsewhere,) = capture(sqlite_cast, "elsewhere", who="rapporteur_2", room=1)
    proposed = sqlite_cast.must("ghana", "takeaway.propose", room=sqlite_cast.rooms[0], text="proposed")["id"]
    why = "A point is moved after another one of the same room."
    for after in (one, elsewhere, proposed, 4711):
        answer = sqlite_cast.ask("rapporteur_1", "takeaway.move", takeaway=one, after=after)
        assert answer == refusal("invalid", why, fields={"after": why})


def test_a_list_whose_keys_grew_long_is_numbered_anew_and_keeps_its_order(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("breakouts.takeaways.position.LONGEST", 5)
    first, _last = capture(cast, "first", "last")
    room, expected = cast.rooms[0], ["first", "last"]
    for number in range(20):
        cast.must("rapporteur_1", "takeaway.capture", room=room, text=str(number), after=first)
        expected.insert(1, str(number))
        assert words(cast) == expected
    assert max(len(row["position"]) for row in rows(cast)) <= 6
