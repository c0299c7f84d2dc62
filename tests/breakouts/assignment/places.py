"""Who is where, for the tests of places."""

from __future__ import annotations

from typing import Any

from tests.cast import Cast


def where(cast: Cast, who: str) -> list[int]:
    """Give the rooms somebody has places in, by their places in the list of rooms."""
    person = next(thing for thing in cast.things(f"meeting:{cast.meeting}:chairs", "person") if _is(thing, cast, who))
    return [cast.rooms.index(room) for room in person["rooms"]]


def pinned(cast: Cast, who: str) -> list[int]:
    """Give the rooms into which others have put somebody."""
    me = cast.things(f"person:{cast.person(who)}", "me")[0]
    return [cast.rooms.index(room) for room in me["pinned"]]


def members(cast: Cast, room: int) -> list[str]:
    """Give who is placed in a room, as its team sees it."""
    return sorted(thing["name"] for thing in cast.things(f"room:{cast.rooms[room]}:staff", "member"))


def offer(cast: Cast, **policy: object) -> None:
    """Let people choose in the second round, whose rooms are the third and one more."""
    added = cast.must("secretariat", "room.add", round=cast.rounds[1], number=4, title="Theme 4", capacity=0)
    # The list is shared by all tests that copy the cast, so it is not added to.
    cast.rooms = [*cast.rooms, added["id"]]
    cast.must("canada", "room.edit", room=cast.rooms[2], capacity=1)
    cast.must("canada", "round.set_policy", round=cast.rounds[1], policy="choice", **policy)


def choose(cast: Cast, who: str, room: int | None) -> dict[str, Any]:
    """Choose a room of the second round as somebody, and give the answer."""
    chosen = cast.rooms[room] if room is not None else None
    return cast.ask(who, "placement.choose", round=cast.rounds[1], room=chosen)


def _is(thing: dict[str, Any], cast: Cast, who: str) -> bool:
    return bool(thing["id"] == cast.person(who))
