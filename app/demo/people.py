"""Who is in the demonstration: labels, in the roles that a meeting needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.actor import Actor
from app.demo.asking import Doing
from app.demo.story import CO_CHAIRS, DELEGATIONS, ROOMS

if TYPE_CHECKING:
    from app.demo.places import Rooms


@dataclass(frozen=True)
class Cast:
    """The people of the demonstration, as actors."""

    meeting: int
    secretariat: Actor
    co_chairs: tuple[Actor, ...]
    moderators: tuple[Actor, ...]
    rapporteurs: tuple[Actor, ...]
    display: Actor
    participants: tuple[Actor, ...]


def invite(doing: Doing, rooms: Rooms) -> Cast:
    """Put everybody on the roster and give them their roles."""
    meeting = rooms.meeting
    chairs = [doing.person(meeting, f"Co-chair ({name})", name, "Co-chair") for name in CO_CHAIRS]
    moderators = [
        doing.person(meeting, f"Moderator ({story.moderated_by})", story.moderated_by, "Moderator") for story in ROOMS
    ]
    rapporteurs = [
        doing.person(meeting, f"Rapporteur {number} ({name})", name, "Rapporteur")
        for number, name in enumerate(("Ghana", "Ireland", "Uruguay"), 1)
    ]
    secretariat = doing.person(meeting, "Secretariat", "", "Secretariat")
    display = doing.person(meeting, "Big screen", "", "")
    for actor in chairs:
        doing.role(actor, "co_chair")
    doing.role(secretariat, "secretariat")
    doing.role(display, "display")
    for moderator, rapporteur, room in zip(moderators, rapporteurs, rooms.breakouts, strict=True):
        doing.role(moderator, "moderator", room)
        doing.role(rapporteur, "rapporteur", room)
    doing.role(rapporteurs[0], "rapporteur", rooms.closing_floor)
    people = doing.roster(
        meeting,
        [(f"Delegate {number} ({name})", name) for name, many in DELEGATIONS.items() for number in range(1, many + 1)],
    )
    return Cast(meeting, secretariat, tuple(chairs), tuple(moderators), tuple(rapporteurs), display, tuple(people))
