from __future__ import annotations

from tests.breakouts.takeaways.lists import capture, rows
from tests.cast import Cast


def test_the_chairs_see_a_point_from_its_approval_until_it_is_reopened(cast: Cast) -> None:
    (point, _draft) = capture(cast, "one", "draft")
    chairs = f"meeting:{cast.meeting}:chairs"
    approved = cast.must("moderator_1", "takeaway.approve", takeaway=point)
    assert (approved["state"], approved["version"], approved["edited"]) == ("approved", 1, False)
    assert cast.things(chairs, "point") == [
        {
            "type": "point",
            "id": point,
            "room": cast.rooms[0],
            "kind": "takeaway",
            "text": "one",
            "tags": [],
            "position": "V000",
            "after_close": False,
        }
    ]
    reopened = cast.must("rapporteur_1", "takeaway.reopen", takeaway=point)
    assert (reopened["state"], reopened["version"]) == ("draft", 1)
    assert cast.things(chairs, "point") == []


def test_approving_twice_is_approving_once(sqlite_cast: Cast) -> None:
    (point,) = capture(sqlite_cast, "one")
    first = sqlite_cast.must("moderator_1", "takeaway.approve", takeaway=point)
    assert sqlite_cast.must("rapporteur_1", "takeaway.approve", takeaway=point) == first
    assert rows(sqlite_cast) == [first]
