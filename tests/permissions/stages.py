"""What is asked about at each place of the table, and by whom: three meetings, each with all its people."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

import sqlalchemy as sa

from app.accounts.models import WebSession
from app.core.actor import NOBODY, SYSTEM, Actor
from app.core.bus import Bus
from app.core.db import reading
from tests.cast import Cast, come_in, make_cast
from tests.permissions.table import Stage

FAR = 99_999_999
IN_THE_CAST = {
    "secretariat": "secretariat",
    "co_chair": "canada",
    "moderator": "moderator_1",
    "moderator of another room": "moderator_2",
    "rapporteur": "rapporteur_1",
    "rapporteur of another room": "rapporteur_2",
    "participant": "ghana",
    "participant of another room": "brazil",
    "participant without a room": "unplaced",
    "observer": "observer",
    "display": "screen",
    "lobby": "walk-in",
    "moderator until just now": "moderator_3",
    "co-chair signed out": "jamaica",
    "put out": "norway",
    "banned": "banned",
    "secretariat of another meeting": "zoe",
    "nobody": "nobody",
}
"""Everybody who asks, and who that is in the cast."""

NOBODY_ANY_MORE = frozenset({"co-chair signed out", "put out", "banned", "nobody"})


@dataclass(frozen=True)
class Everybody:
    """A meeting with everybody who asks, and its stages by place."""

    cast: Cast
    stages: dict[str, Stage]

    def actor(self, who: str) -> Actor:
        """Give somebody who asks."""
        return self.cast.actor[IN_THE_CAST[who]]

    def about_oneself(self, stage: Stage, who: str, *, with_session: bool) -> Stage:
        """Give the stage on which somebody asks about themselves, and about one more session of theirs if wanted."""
        actor = self.actor(who)
        session = another_session(self.cast, actor) if with_session else stage.my_session
        return replace(stage, me=actor.person_id or FAR, my_session=session)


def everybody(bus: Bus, greet: Callable[[Cast], None] = lambda _cast: None) -> Everybody:
    """Give a meeting whose rooms are open; `greet` is called while those who are out later are still in."""
    cast = make_cast(bus)
    cast.actor = dict(cast.actor)
    cast.open_round()
    stages = {"own": _stage(cast, 0), "other": _stage(cast, 1), "floor": _floor(cast)}
    cast.actor["walk-in"] = _walk_in(cast)
    come_in(cast, "banned", "Banned", "Chile")
    cast.actor["nobody"] = NOBODY
    greet(cast)
    _move(cast)
    return Everybody(cast, stages)


def after_the_round(bus: Bus) -> Everybody:
    """Give a meeting whose round has closed."""
    found = everybody(bus)
    found.cast.close_round()
    return Everybody(found.cast, {"closed": found.stages["own"], "closed other": found.stages["other"]})


def after_the_end(bus: Bus) -> Everybody:
    """Give a meeting that was closed."""
    found = everybody(bus)
    found.cast.close_round()
    found.cast.must("secretariat", "meeting.close", meeting=found.cast.meeting)
    return Everybody(found.cast, {"ended": found.stages["own"]})


def nowhere() -> Stage:
    """Give a stage of things that do not exist."""
    return Stage(**{each.name: FAR for each in fields(Stage)})


def another_session(cast: Cast, actor: Actor) -> int:
    """Sign somebody in in one more browser, if they still may; give the session's id."""
    ways = ((actor, "device.invite"), (SYSTEM, "link.issue"))
    asked = (cast.bus.ask(by, name, uuid.uuid4().hex, {"person": actor.person_id or FAR}) for by, name in ways)
    secret = next((str(answer["result"]["secret"]) for answer in asked if answer["ok"]), None)
    if secret is not None:
        cast.bus.ask(NOBODY, "link.redeem", uuid.uuid4().hex, {"secret": secret})
    with reading(cast.bus.engine) as db:
        return db.scalar(sa.select(sa.func.max(WebSession.id)).where(WebSession.person_id == actor.person_id)) or FAR


def _walk_in(cast: Cast) -> Actor:
    code = cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"]
    answer = cast.bus.ask(NOBODY, "person.join", uuid.uuid4().hex, {"code": code, "person_name": "Walk-in"})
    return Actor(answer["result"]["person"], cast.meeting, answer["result"]["id"])


def _move(cast: Cast) -> None:
    """Let people leave in the ways in which they may."""
    cast.must("secretariat", "role.revoke", person=cast.person("moderator_3"), role="moderator", room=cast.rooms[2])
    cast.must("secretariat", "session.end_others", person=cast.person("jamaica"))
    cast.must("canada", "person.remove", person=cast.person("norway"))
    cast.must("secretariat", "person.remove", person=cast.person("banned"))


def _stage(cast: Cast, number: int) -> Stage:
    room = cast.rooms[number]
    writer, guest = (("rapporteur_1", "ghana"), ("rapporteur_2", "brazil"))[number]
    spare, tasked, of_secretariat = (_added(cast, name) for name in ("Spare", "Tasked", "Of the secretariat"))
    for person in (spare, tasked):
        cast.must("canada", "placement.put", round=cast.rounds[0], person=person, room=room)
    cast.must("canada", "role.grant", person=tasked, role="rapporteur", room=cast.rooms[2])
    cast.must("secretariat", "role.grant", person=of_secretariat, role="secretariat")
    speaker = cast.must("secretariat", "speaker.add", part=cast.parts["remarks"], speaker_name="A speaker")
    imported = cast.must("secretariat", "roster.import", meeting=cast.meeting, people=[], file="a.csv")
    return Stage(
        meeting=cast.meeting,
        session=cast.sessions[0],
        later_session=cast.sessions[1],
        part=cast.parts["remarks"],
        breakouts=cast.parts["breakouts again"],
        rooms_part=cast.parts[("breakouts", "breakouts again")[number]],
        round=cast.rounds[0],
        later_round=cast.rounds[1],
        room=room,
        later_room=cast.rooms[2],
        point=cast.must(writer, "takeaway.capture", room=room, text="A point")["id"],
        proposal=cast.must(guest, "takeaway.propose", room=room, text="A proposal")["id"],
        export=cast.must("canada", "export.request", meeting=cast.meeting, format="json")["id"],
        roster_import=imported["roster_import"],
        spare=spare,
        spare_session=another_session(cast, Actor(spare, cast.meeting)),
        tasked=tasked,
        of_secretariat=of_secretariat,
        speaker=speaker["id"],
        waiting=spare,
        me=spare,
        my_session=another_session(cast, Actor(spare, cast.meeting)),
    )


def _floor(cast: Cast) -> Stage:
    floor = cast.floor
    point = cast.must("rapporteur_1", "takeaway.capture", room=floor, text="A point")["id"]
    proposal = cast.must("ghana", "takeaway.propose", room=floor, text="A proposal")["id"]
    return replace(nowhere(), room=floor, point=point, proposal=proposal)


def _added(cast: Cast, name: str) -> int:
    return int(cast.must("secretariat", "person.add", meeting=cast.meeting, person_name=name)["id"])
