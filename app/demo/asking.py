"""Doing things as the people of a meeting do them: through the bus, one command after the other."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from app.core.actor import SYSTEM, Actor
from app.core.errors import Refusal

if TYPE_CHECKING:
    from app.core.bus import Bus


class Doing:
    """Asks for commands as somebody, and gives their results."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus

    def ask(self, actor: Actor, name: str, **data: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values
        """Ask for a command; a refusal is raised, with the command's name before its sentence."""
        answer = self.bus.ask(actor, name, str(uuid.uuid4()), data)
        if not answer["ok"]:
            fields = "; ".join(f"{field}: {why}" for field, why in answer["fields"].items())
            message = f"{name}: {answer['why']} {fields}".strip()
            raise Refusal(message)
        result: dict[str, Any] = answer["result"]
        return result

    def person(self, meeting: int, name: str, delegation: str, title: str = "") -> Actor:
        """Put somebody on the roster and let them in."""
        added = self.ask(
            SYSTEM, "person.add", meeting=meeting, person_name=name, delegation=delegation, title=title, in_roster=False
        )
        return self.admitted(meeting, added["id"])

    def admitted(self, meeting: int, person: int) -> Actor:
        """Let a person in."""
        self.ask(SYSTEM, "person.admit", person=person)
        return Actor(person, meeting)

    def role(self, actor: Actor, role: str, room: int | None = None) -> None:
        """Give somebody a role."""
        self.ask(SYSTEM, "role.grant", person=actor.person_id, role=role, room=room)

    def roster(self, meeting: int, people: list[tuple[str, str]]) -> list[Actor]:
        """Read a roster of (name, delegation) in; everybody on it is let in."""
        rows = [{"person_name": name, "delegation": delegation} for name, delegation in people]
        imported = self.ask(SYSTEM, "roster.import", meeting=meeting, people=rows, admit=True)
        return [Actor(person, meeting) for person in imported["ids"]]

    def link(self, actor: Actor) -> str:
        """Make a one-time link for somebody and give its secret."""
        return str(self.ask(SYSTEM, "link.issue", person=actor.person_id)["secret"])
