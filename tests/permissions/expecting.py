"""From a row of the table to who may: what somebody's own place is, and at which places a row can be tried."""

from __future__ import annotations

from app.matrix.signs import PLACES, Row
from tests.permissions.stages import NOBODY_ANY_MORE

ABOUT_ROOMS = {"room", "point", "proposal"}
ABOUT_PEOPLE = {"spare", "spare_session", "tasked", "of_secretariat"}
ABOUT_ONESELF = {"me", "my_session"}

_PLACES_OF_PEOPLE = frozenset({"own", "other", "ended", "elsewhere", "nowhere"})
_PLACES_OF_MEETINGS = frozenset({"own", "ended", "elsewhere", "nowhere"})
_SEEN_FROM_ANOTHER_ROOM = {
    "own": "other",
    "other": "own",
    "closed": "closed other",
    "closed other": "closed",
    "ended": "closed other",
}
_SEEN_WITHOUT_A_ROOM = _SEEN_FROM_ANOTHER_ROOM | {"other": "other", "closed other": "closed other"}


def expected(row: Row, place: str, who: str, about: frozenset[str]) -> bool:
    """Say whether somebody may, by the table; `about` are the words of the stage that the ask is about."""
    if who in NOBODY_ANY_MORE:
        return False
    if who == "secretariat of another meeting":
        asks_of_themselves = (about & ABOUT_ONESELF) and place in {"own", "ended"}
        return bool(asks_of_themselves or not about) and row.allows("secretariat", "own")
    if who == "moderator until just now":
        return expected(row, place, "participant without a room", about)
    role, _of, where = who.partition(" of another")
    role, _without, roomless = role.partition(" without")
    if about & (ABOUT_ROOMS | ABOUT_PEOPLE):
        seen = _SEEN_FROM_ANOTHER_ROOM if where else _SEEN_WITHOUT_A_ROOM if roomless else {}
        place = seen.get(place, place)
    return row.allows(role.replace("-", "_"), place)


def places_about(about: frozenset[str]) -> frozenset[str]:
    """Give the places at which something that is about these words of the stage can be tried."""
    if about & ABOUT_ROOMS:
        return frozenset(PLACES)
    if about & (ABOUT_PEOPLE | ABOUT_ONESELF | {"rooms_part"}):
        return _PLACES_OF_PEOPLE
    return _PLACES_OF_MEETINGS if about else frozenset({"own"})
