"""One scripted play on both databases: what each audience is told of each act."""

from __future__ import annotations

from typing import Any

from app.core.bus import Outcome
from tests.breakouts.takeaways.lists import capture, rows
from tests.cast import Cast


def test_each_act_tells_each_audience_only_what_it_may_see(cast: Cast) -> None:
    told: list[Outcome] = []
    cast.bus.tell.append(told.append)
    room = cast.rooms[0]
    one, two = capture(cast, "one", "two")
    cast.must("rapporteur_1", "takeaway.approve", takeaway=one)
    cast.must("canada", "report.call", room=room)
    merging: dict[str, Any] = {"room": room, "takeaways": [one, two], "text": "both", "kind": "takeaway"}
    merged = cast.must("rapporteur_1", "takeaway.merge", **merging)["id"]
    cast.must("rapporteur_1", "takeaway.remove", takeaway=merged)
    assert [_shortly(outcome, cast) for outcome in told] == [
        [("list", f"+takeaway {one}"), ("staff", f"+takeaway_hand {one}")],
        [("list", f"+takeaway {two}"), ("staff", f"+takeaway_hand {two}")],
        [("chairs", f"+point {one}"), ("list", f"+takeaway {one}")],
        [("meeting", f"+room {room}"), ("meeting", f"+stage_point {one}")],
        [
            ("chairs", f"-point {one}"),
            ("list", f"+takeaway {merged}"),
            ("list", f"-takeaway {one}"),
            ("list", f"-takeaway {two}"),
            ("meeting", f"-stage_point {one}"),
            ("staff", f"+source {one}"),
            ("staff", f"+source {two}"),
            ("staff", f"+takeaway_hand {merged}"),
            ("staff", f"-takeaway_hand {one}"),
            ("staff", f"-takeaway_hand {two}"),
        ],
        [("list", f"-takeaway {merged}"), ("staff", f"-takeaway_hand {merged}")],
    ]
    assert rows(cast) == []


def test_a_refused_act_tells_nobody_anything(cast: Cast) -> None:
    told: list[Outcome] = []
    cast.bus.tell.append(told.append)
    (point,) = capture(cast, "one")
    told.clear()
    assert not cast.ask("rapporteur_1", "takeaway.edit", takeaway=point, base=7, text="two")["ok"]
    assert not cast.ask("ghana", "takeaway.remove", takeaway=point)["ok"]
    assert told == []


def _shortly(outcome: Outcome, cast: Cast) -> list[tuple[str, str]]:
    names = {
        f"room:{cast.rooms[0]}": "list",
        f"room:{cast.rooms[0]}:staff": "staff",
        f"meeting:{cast.meeting}": "meeting",
        f"meeting:{cast.meeting}:chairs": "chairs",
    }
    return sorted((names[telling.stream], _sign(change)) for telling in outcome.told for change in telling.changes)


def _sign(change: dict[str, Any]) -> str:
    sign, thing = ("+", change["put"]) if "put" in change else ("-", change["drop"])
    return f"{sign}{thing['type']} {thing['id']}"
