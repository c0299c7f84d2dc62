"""Commands and views of the people of a meeting and their roles."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Flag, Id, View
from app.core.text import Email, Name, OptionalName, OptionalTitle, Word

Role = Literal["secretariat", "co_chair", "moderator", "rapporteur", "observer", "display"]


class AddPerson(Command):
    """Put a person on the meeting's roster."""

    name: ClassVar[str] = "person.add"
    meeting: Id
    person_name: Name
    title: OptionalTitle = ""
    email: Email = ""
    gender: Annotated[Word, Field(max_length=20)] = ""
    delegation: OptionalName = ""
    in_roster: Flag = True


class RenamePerson(Command):
    """Mend a person's name."""

    name: ClassVar[str] = "person.rename"
    person: Id
    person_name: Name


class AdmitPerson(Command):
    """Let a person in from the lobby."""

    name: ClassVar[str] = "person.admit"
    person: Id


class RemovePerson(Command):
    """Put a person out of the meeting, in every window and on every device."""

    name: ClassVar[str] = "person.remove"
    person: Id


class GrantRole(Command):
    """Give a person a role; moderators and rapporteurs get it in one room."""

    name: ClassVar[str] = "role.grant"
    person: Id
    role: Role
    room: Id | None = None


class RevokeRole(Command):
    """Take a role from a person."""

    name: ClassVar[str] = "role.revoke"
    person: Id
    role: Role
    room: Id | None = None


class RoleView(View):
    """A role of a person."""

    type: Literal["role"] = "role"
    id: int | str = 0
    role: str
    room: int | None


class PersonView(View):
    """A person, for those who run the meeting.

    `rooms` are their places; into those that are `pinned` they were put, those that are `chosen` they chose.
    """

    type: Literal["person"] = "person"
    name: str
    title: str
    delegation: str
    room: int | None
    rooms: tuple[int, ...]
    pinned: tuple[int, ...]
    chosen: tuple[int, ...]
    roles: tuple[RoleView, ...]
    admitted: bool
    present: bool


class MeView(View):
    """What a person is in this meeting, for that person; into the rooms that are `pinned` others have put them."""

    type: Literal["me"] = "me"
    name: str
    title: str
    delegation: str
    roles: tuple[RoleView, ...]
    rooms: tuple[int, ...]
    pinned: tuple[int, ...]
    admitted: bool
    meeting: int
