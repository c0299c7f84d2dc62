"""Short ways to make and read the points of a room."""

from __future__ import annotations

from typing import Any

from tests.cast import Cast


def capture(cast: Cast, *texts: str, who: str = "rapporteur_1", room: int = 0) -> list[int]:
    """Capture points at the end of a room's list, and give their ids."""
    return [cast.must(who, "takeaway.capture", room=cast.rooms[room], text=text)["id"] for text in texts]


def rows(cast: Cast, room: int = 0) -> list[dict[str, Any]]:
    """Give a room's list in its order, as those in the room see it."""
    return sorted(cast.things(f"room:{cast.rooms[room]}", "takeaway"), key=lambda row: str(row["position"]))


def words(cast: Cast, room: int = 0) -> list[str]:
    """Give the texts of a room's list in its order."""
    return [row["text"] for row in rows(cast, room)]


def refusal(code: str, why: str, **more: object) -> dict[str, Any]:
    """Give a refusal as it travels."""
    return {"ok": False, "code": code, "why": why, "fields": {}} | more
