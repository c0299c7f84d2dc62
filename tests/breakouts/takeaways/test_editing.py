from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from app.core import clock
from app.core.db import reading
from app.core.journal import Act
from tests.breakouts.takeaways.lists import capture, refusal, rows, words
from tests.cast import Cast

AT = dt.datetime(2026, 11, 10, 14, 32, 10, tzinfo=dt.UTC)


def test_an_edit_makes_a_new_version_and_names_its_hand(cast: Cast) -> None:
    (point,) = capture(cast, "Watr")
    with clock.set_to(AT):
        edited = cast.must("moderator_1", "takeaway.edit", takeaway=point, base=1, text="Water", tags=["sdg6"])
    assert (edited["text"], edited["tags"], edited["kind"]) == ("Water", ["sdg6"], "takeaway")
    assert (edited["version"], edited["edited"], edited["state"]) == (2, True, "draft")
    assert cast.things(f"room:{cast.rooms[0]}:staff", "takeaway_hand") == [
        {
            "type": "takeaway_hand",
            "id": point,
            "captured_by": "Rapporteur 1 (Ghana)",
            "edited_by": "Moderator 1 (Germany)",
            "edited_at": "2026-11-10T14:32:10.000Z",
        }
    ]


def test_an_edit_that_changes_nothing_makes_no_version(sqlite_cast: Cast) -> None:
    (point,) = capture(sqlite_cast, "Water")
    before = rows(sqlite_cast)
    edited = sqlite_cast.must("moderator_1", "takeaway.edit", takeaway=point, base=1, text="Water", kind="takeaway")
    assert [edited] == before == rows(sqlite_cast)


def test_an_edit_of_an_older_version_is_answered_with_the_newer_one(cast: Cast) -> None:
    (point,) = capture(cast, "one")
    cast.must("moderator_1", "takeaway.edit", takeaway=point, base=1, text="two")
    answer = cast.ask("rapporteur_1", "takeaway.edit", takeaway=point, base=1, text="three")
    why = "Moderator 1 (Germany) changed this point while you were writing. Yours is kept here; compare the two."
    assert answer == refusal("conflict", why, theirs=rows(cast)[0])
    assert words(cast) == ["two"]


def test_what_the_team_edits_after_approval_must_be_approved_again(cast: Cast) -> None:
    (point,) = capture(cast, "one")
    cast.must("rapporteur_1", "takeaway.approve", takeaway=point)
    answer = cast.ask("rapporteur_1", "takeaway.edit", takeaway=point, base=1, text="two")
    assert answer["notices"] == [
        "This point was chosen for the report-back in other words. Choose it again when it is ready."
    ]
    assert answer["result"]["state"] == "draft"
    assert cast.things(f"meeting:{cast.meeting}:chairs", "point") == []


def test_what_a_chair_edits_stays_approved(sqlite_cast: Cast) -> None:
    (point,) = capture(sqlite_cast, "one")
    sqlite_cast.must("rapporteur_1", "takeaway.approve", takeaway=point)
    sqlite_cast.close_round()
    answer = sqlite_cast.ask("canada", "takeaway.edit", takeaway=point, base=1, text="two")
    assert (answer["notices"], answer["result"]["state"]) == ([], "approved")
    assert [thing["text"] for thing in sqlite_cast.things(f"meeting:{sqlite_cast.meeting}:chairs", "point")] == ["two"]


def test_the_timeline_tells_what_an_edit_changed_once_the_room_has_closed(sqlite_cast: Cast) -> None:
    (point,) = capture(sqlite_cast, "one")
    sqlite_cast.must("rapporteur_1", "takeaway.edit", takeaway=point, base=1, text="two")
    sqlite_cast.close_round()
    sqlite_cast.must("rapporteur_1", "takeaway.edit", takeaway=point, base=2, text="three")
    with reading(sqlite_cast.bus.engine) as db:
        told = list(db.scalars(sa.select(Act.about).where(Act.name == "takeaway.edit").order_by(Act.id)))
    assert told == ["Theme 1", "“two” → “three”"]


def test_a_removed_point_leaves_the_list_and_says_who_removed_it(cast: Cast) -> None:
    (point, _kept) = capture(cast, "one", "two")
    with clock.set_to(AT):
        answer = cast.ask("moderator_1", "takeaway.remove", takeaway=point)
    assert answer == {"ok": True, "result": {"type": "done", "id": point}, "notices": []}
    assert words(cast) == ["two"]
    why = "Moderator 1 (Germany) removed this point at 14:32 UTC; undo brings it back."
    for name, data in _on(point).items():
        assert cast.ask("rapporteur_1", name, **data) == refusal("gone", why), name


def test_a_merged_point_says_what_became_of_it(sqlite_cast: Cast) -> None:
    first, second = capture(sqlite_cast, "one", "two")
    with clock.set_to(AT):
        sqlite_cast.must(
            "moderator_1",
            "takeaway.merge",
            room=sqlite_cast.rooms[0],
            takeaways=[first, second],
            text="both",
            kind="takeaway",
        )
    why = "Moderator 1 (Germany) merged this point into another one at 14:32 UTC; splitting that one brings it back."
    for name, data in _on(first).items():
        assert sqlite_cast.ask("rapporteur_1", name, **data) == refusal("gone", why), name


def test_a_proposal_is_accepted_before_it_is_worked_on(sqlite_cast: Cast) -> None:
    proposed = sqlite_cast.must("ghana", "takeaway.propose", room=sqlite_cast.rooms[0], text="one")
    why = "A participant proposed this point. Accept it first, then work on it."
    for name, data in _on(proposed["id"]).items():
        if name not in {"takeaway.accept", "takeaway.decline"}:
            assert sqlite_cast.ask("rapporteur_1", name, **data) == refusal("invalid", why), name


def _on(point: int) -> dict[str, dict[str, object]]:
    names = ("split", "remove", "approve", "reopen", "accept", "decline")
    acts: dict[str, dict[str, object]] = {f"takeaway.{name}": {"takeaway": point} for name in names}
    acts["takeaway.edit"] = {"takeaway": point, "base": 1, "text": "x"}
    acts["takeaway.move"] = {"takeaway": point, "after": None}
    return acts
