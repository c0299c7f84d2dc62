from __future__ import annotations

from typing import Any

from tests.breakouts.takeaways.lists import capture, refusal
from tests.cast import Cast


def stage(cast: Cast) -> list[str]:
    """Give the points that everybody in the meeting sees."""
    shown = cast.things(f"meeting:{cast.meeting}", "stage_point")
    return [thing["text"] for thing in sorted(shown, key=lambda thing: (thing["room"], str(thing["position"])))]


def reports(cast: Cast) -> list[str]:
    """Give how far the breakout rooms' reports are."""
    rooms: dict[int, Any] = {thing["id"]: thing for thing in cast.things(f"meeting:{cast.meeting}", "room")}
    return [rooms[room]["report"] for room in cast.rooms]


def approve(cast: Cast, *texts: str, room: int = 0) -> list[int]:
    """Capture and approve points of a room."""
    who = f"rapporteur_{room + 1}"
    points = capture(cast, *texts, who=who, room=room)
    for point in points:
        cast.must(who, "takeaway.approve", takeaway=point)
    return points


def test_a_rooms_approved_points_are_everybodys_from_its_report_on(cast: Cast) -> None:
    one, _two = approve(cast, "one", "two")
    capture(cast, "draft")
    approve(cast, "elsewhere", room=1)
    cast.close_round()
    assert (stage(cast), reports(cast)) == ([], ["waiting", "waiting", "waiting"])
    cast.must("canada", "report.call", room=cast.rooms[0])
    assert (stage(cast), reports(cast)) == (["one", "two"], ["speaking", "waiting", "waiting"])
    cast.must("canada", "report.finish", room=cast.rooms[0])
    assert (stage(cast), reports(cast)) == (["one", "two"], ["done", "waiting", "waiting"])
    assert cast.things(f"meeting:{cast.meeting}", "stage_point")[0] == {
        "type": "stage_point",
        "id": one,
        "room": cast.rooms[0],
        "kind": "takeaway",
        "text": "one",
        "tags": [],
        "position": "V000",
    }


def test_one_room_speaks_at_a_time(cast: Cast) -> None:
    approve(cast, "one")
    approve(cast, "elsewhere", room=1)
    cast.close_round()
    cast.must("canada", "report.call", room=cast.rooms[0])
    cast.must("canada", "report.call", room=cast.rooms[1])
    assert (stage(cast), reports(cast)) == (["one", "elsewhere"], ["done", "speaking", "waiting"])
    cast.must("canada", "report.call", room=cast.rooms[0])
    assert reports(cast) == ["speaking", "done", "waiting"]


def test_the_stage_follows_what_is_approved_while_a_room_reports(sqlite_cast: Cast) -> None:
    (one,) = approve(sqlite_cast, "one")
    sqlite_cast.close_round()
    sqlite_cast.must("canada", "report.call", room=sqlite_cast.rooms[0])
    approve(sqlite_cast, "two")
    assert stage(sqlite_cast) == ["one", "two"]
    sqlite_cast.must("rapporteur_1", "takeaway.reopen", takeaway=one)
    assert stage(sqlite_cast) == ["two"]


def test_only_the_chairs_call_and_finish_reports(sqlite_cast: Cast) -> None:
    sqlite_cast.close_round()
    tried = ("canada", "secretariat", "moderator_1", "rapporteur_1", "ghana", "observer", "screen", "zoe")
    for act in ("report.call", "report.finish"):
        answers = {who: sqlite_cast.ask(who, act, room=sqlite_cast.rooms[0]) for who in tried}
        assert [who for who in tried if answers[who].get("code") != "forbidden"] == ["canada", "secretariat"], act


def test_what_has_nothing_to_report_is_not_called(sqlite_cast: Cast) -> None:
    planned = sqlite_cast.ask("canada", "report.call", room=sqlite_cast.rooms[2])
    assert planned == refusal("gone", "“Theme 3” has not met yet, so there is nothing to report.")
    floor = sqlite_cast.ask("canada", "report.call", room=sqlite_cast.floor)
    assert floor == refusal("invalid", "Breakout rooms report back; the plenary's own points are there already.")
    early = sqlite_cast.ask("canada", "report.finish", room=sqlite_cast.rooms[0])
    assert early == refusal("gone", "“Theme 1” has not begun its report, so there is nothing to end.")
    assert sqlite_cast.ask("canada", "report.call", room=4711)["code"] == "forbidden"
