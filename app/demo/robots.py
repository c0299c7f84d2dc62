"""Robots that take part in the demonstration: they talk while somebody looks."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import gevent
import sqlalchemy as sa

from app.accounts.models import Person
from app.core.actor import SYSTEM, Actor
from app.core.db import reading
from app.core.errors import Refusal
from app.demo.asking import Doing
from app.demo.story import ROOMS

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine
    from sqlalchemy.orm import Session

    from app.core.bus import Bus

TALKS_EVERY = (9.0, 20.0)
MOVES_EVERY = (2.0, 6.0)


class Robots:
    """Rapporteurs who capture, moderators who approve, participants who come and go."""

    def __init__(self, bus: Bus, engine: Engine) -> None:
        self._doing = Doing(bus)
        self._engine = engine
        # The same seed each time: a demonstration that surprises its presenter helps nobody.
        self._chance = random.Random(2020)  # noqa: S311 - no secret

    def start(self) -> None:
        """Let them begin."""
        with reading(self._engine) as db:
            staff = {role: self._with_role(db, role) for role in ("rapporteur", "moderator")}
            crowd = db.scalars(sa.select(Person).where(~Person.roles.any(), Person.in_roster)).all()
        pairs = zip(staff["rapporteur"], staff["moderator"], ROOMS, strict=False)
        for (rapporteur, room), (moderator, _room), told in pairs:
            gevent.spawn(self._talk, rapporteur, moderator, room, told.to_come)
        gevent.spawn(self._come_and_go, [Actor(person.id, person.meeting_id) for person in crowd])

    def _with_role(self, db: Session, role: str) -> list[tuple[Actor, int]]:
        people = db.scalars(sa.select(Person).where(Person.roles.any(role=role)).order_by(Person.id))
        return [
            (
                Actor(person.id, person.meeting_id),
                next(grant.room_id or 0 for grant in person.roles if grant.role == role),
            )
            for person in people
        ]

    def _talk(self, rapporteur: Actor, moderator: Actor, room: int, to_come: tuple[tuple[str, str], ...]) -> None:
        for kind, words in to_come:
            gevent.sleep(self._chance.uniform(*TALKS_EVERY))
            try:
                point = self._doing.ask(rapporteur, "takeaway.capture", room=room, text=words, kind=kind, tags=[])
                gevent.sleep(self._chance.uniform(*MOVES_EVERY))
                self._doing.ask(moderator, "takeaway.approve", takeaway=point["id"])
            except Refusal:
                # Somebody who looks at the demonstration closed the room, or removed the point: as in life.
                return

    def _come_and_go(self, crowd: list[Actor]) -> None:
        while True:
            gevent.sleep(self._chance.uniform(*MOVES_EVERY))
            somebody = self._chance.choice(crowd)
            self._doing.ask(SYSTEM, "attendance.arrive", meeting=somebody.meeting_id, people=[somebody.person_id])
