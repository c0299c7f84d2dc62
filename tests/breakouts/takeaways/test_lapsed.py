from __future__ import annotations

from app.core.db import reading
from breakouts.takeaways.lapsed import lapsed
from tests.breakouts.takeaways.lists import capture
from tests.cast import Cast


def left_out(cast: Cast) -> list[str]:
    """Give the words of the points whose approval lapsed."""
    with reading(cast.bus.engine) as db:
        return [point.text for point in lapsed(db, cast.meeting)]


def test_a_point_edited_after_its_approval_lapses_until_it_is_approved_again(cast: Cast) -> None:
    one, two, three = capture(cast, "one", "two", "three")
    for point in (one, two):
        cast.must("rapporteur_1", "takeaway.approve", takeaway=point)
    cast.must("rapporteur_1", "takeaway.edit", takeaway=one, base=1, text="one, in other words")
    cast.must("rapporteur_1", "takeaway.edit", takeaway=three, base=1, text="three, never approved")
    assert left_out(cast) == ["one, in other words"]
    cast.must("rapporteur_1", "takeaway.approve", takeaway=one)
    assert left_out(cast) == []


def test_an_undone_edit_and_a_point_that_was_taken_back_by_hand_are_not_lapsed(cast: Cast) -> None:
    one, two = capture(cast, "one", "two")
    for point in (one, two):
        cast.must("rapporteur_1", "takeaway.approve", takeaway=point)
    cast.must("rapporteur_1", "takeaway.reopen", takeaway=two)
    cast.must("rapporteur_1", "takeaway.edit", takeaway=one, base=1, text="one, in other words")
    assert left_out(cast) == ["one, in other words"]
    cast.must("rapporteur_1", "takeaway.undo", room=cast.rooms[0])
    assert left_out(cast) == []
