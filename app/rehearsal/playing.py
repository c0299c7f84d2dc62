"""Playing a rehearsal: every step as the person whose step it is, through the bus, at the time of the script."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, get_args

from app.core import clock
from app.core.errors import Refusal
from app.demo.asking import Doing
from app.rehearsal.setting_up import MeetingSet, PartSet, prose, set_up
from breakouts.setup.script import PointScript, Script
from breakouts.takeaways.contract import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.engine import Engine

    from app.core.actor import Actor
    from app.core.bus import Bus

BEGINS = dt.time(13, 0, tzinfo=dt.UTC)
KINDS = set(get_args(Kind))
SHORTEST_PART, REPORT, BETWEEN = dt.timedelta(minutes=10), dt.timedelta(minutes=3), dt.timedelta(hours=3)


class Player:
    """Plays one script, from the creation of the meeting to its end."""

    def __init__(self, bus: Bus, engine: Engine, script: Script) -> None:
        self._doing = Doing(bus)
        self._script = script
        first = next((session.date for session in script.sessions if session.date), None)
        self._moment = dt.datetime.combine(first, BEGINS) - dt.timedelta(days=1) if first else clock.now()
        with clock.set_to(self._moment):
            self._set = set_up(self._doing, engine, script)
        self._to_report: list[int] = []
        self._chair = self._set.chairs[0]

    def play(self) -> MeetingSet:
        """Play it; what the program refused of it is noted, and the play goes on."""
        for session_id, session in zip(self._set.sessions, self._script.sessions, strict=True):
            self._moment = dt.datetime.combine(session.date, BEGINS) if session.date else self._moment + BETWEEN
            self._session(session_id)
        self._step(self._chair, "meeting.close", meeting=self._set.meeting)
        return self._set

    def _session(self, session: int) -> None:
        self._step(self._chair, "session.open", session=session)
        for part in self._set.parts[session]:
            self._step(self._chair, "part.start", part=part.id)
            if part.script.narrative:
                self._step(self._chair, "part.narrate", part=part.id, narrative=prose(part.script.narrative), base=0)
            if part.round is None:
                self._in_plenary(part)
            else:
                self._in_groups(part, part.round)
            self._moment += max(SHORTEST_PART, dt.timedelta(minutes=part.script.minutes))
        self._step(self._chair, "session.close", session=session)

    def _in_plenary(self, part: PartSet) -> None:
        while self._to_report:
            room = self._to_report.pop(0)
            self._step(self._chair, "report.call", room=room)
            self._moment += REPORT
            self._step(self._chair, "report.finish", room=room)
        if part.floor is not None:
            self._points(self._chair, self._chair, part.floor, part.script.points)

    def _in_groups(self, part: PartSet, opened: int) -> None:
        began = self._moment
        self._step(self._chair, "round.open", round=opened, minutes=part.minutes)
        for room in part.rooms:
            self._moment = began
            text = {"narrative": prose(room.script.narrative), "lead_in": room.script.lead_in}
            if any(text.values()):
                self._step(room.rapporteur, "room.narrate", room=room.id, base=0, **text)
            self._points(room.rapporteur, room.moderator, room.id, room.script.points)
        self._moment = began + dt.timedelta(minutes=part.minutes)
        self._step(self._chair, "round.close", round=opened)
        self._to_report += [room.id for room in part.rooms]

    def _points(self, writer: Actor, approver: Actor, room: int, points: Iterable[PointScript]) -> None:
        began = self._moment
        for point in sorted(points, key=lambda each: each.minute):
            if not point.text.strip():
                continue
            self._moment = began + dt.timedelta(minutes=point.minute)
            kind = point.kind if point.kind in KINDS else "takeaway"
            said = {"text": point.text, "kind": kind, "tags": list(point.tags)}
            captured = self._step(writer, "takeaway.capture", room=room, **said)
            if captured is not None:
                self._step(approver, "takeaway.approve", takeaway=captured["id"])

    def _step(self, actor: Actor, name: str, **data: Any) -> dict[str, Any] | None:  # noqa: ANN401 - JSON values
        try:
            with clock.set_to(self._moment):
                return self._doing.ask(actor, name, **data)
        except Refusal as refusal:
            self._set.refused.append(refusal.why)
            return None
