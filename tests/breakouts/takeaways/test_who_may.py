"""Every command on points, by everybody: the table of who may is written out and compared whole."""

from __future__ import annotations

from typing import Any

import pytest

from tests.breakouts.takeaways.lists import capture
from tests.cast import Cast, make_cast

EVERYBODY = (
    "canada",
    "secretariat",
    "moderator_1",
    "rapporteur_1",
    "moderator_2",
    "rapporteur_2",
    "ghana",
    "observer",
    "screen",
    "unplaced",
    "zoe",
)
TEAM = ["moderator_1", "rapporteur_1"]
CHAIRS = ["canada", "secretariat"]
WRITING = ("edit", "move", "merge", "split", "remove", "approve", "reopen", "accept", "decline", "undo")


@pytest.mark.parametrize("act", WRITING)
def test_only_the_team_works_on_the_points_of_an_open_room(sqlite_cast: Cast, act: str) -> None:
    assert _who_may(sqlite_cast, act) == TEAM


@pytest.mark.parametrize("act", WRITING)
def test_after_close_the_chairs_work_on_them_too(sqlite_cast: Cast, act: str) -> None:
    sqlite_cast.close_round()
    assert _who_may(sqlite_cast, act) == [*CHAIRS, *TEAM]


def test_chairs_work_on_drafts_of_an_open_room_only_where_the_meeting_lets_them_read_these(sqlite_cast: Cast) -> None:
    frank = make_cast(sqlite_cast.bus, drafts_for_chairs=True)
    frank.open_round()
    assert _who_may(frank, "edit") == [*CHAIRS, *TEAM]


def test_those_placed_in_an_open_room_propose_and_so_may_its_team_and_the_chairs(sqlite_cast: Cast) -> None:
    assert _who_may(sqlite_cast, "propose") == [*CHAIRS, *TEAM, "ghana"]


def _who_may(cast: Cast, act: str) -> list[str]:
    """Let everybody try, each on points of their own making, and give who was not forbidden."""
    tried = {who: cast.ask(who, f"takeaway.{act}", **_data(cast, act)) for who in EVERYBODY}
    assert {answer["code"] for answer in tried.values() if not answer["ok"]} <= {"forbidden", "gone"}
    return [who for who, answer in tried.items() if answer.get("code") != "forbidden"]


def _data(cast: Cast, act: str) -> dict[str, Any]:
    room = cast.rooms[0]
    if act == "undo":
        return {"room": room}
    if act == "propose":
        return {"room": room, "text": "A"}
    first, second = capture(cast, "one", "two")
    if act == "merge":
        return {"room": room, "takeaways": [first, second], "text": "both", "kind": "takeaway"}
    if act == "split":
        merged = {"room": room, "takeaways": [first, second], "text": "both", "kind": "takeaway"}
        return {"takeaway": cast.must("rapporteur_1", "takeaway.merge", **merged)["id"]}
    if act in {"accept", "decline"}:
        return {"takeaway": _proposed(cast)}
    more: dict[str, dict[str, Any]] = {"edit": {"base": 1, "text": "changed"}, "move": {"after": second}}
    return {"takeaway": first} | more.get(act, {})


def _proposed(cast: Cast) -> int:
    waiting = [thing["id"] for thing in cast.things(f"room:{cast.rooms[0]}:staff", "proposal")]
    return int(waiting[0]) if waiting else 1
