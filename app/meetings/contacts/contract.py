"""Commands and views of people in charge."""

from __future__ import annotations

from typing import ClassVar, Literal

from app.core.contract import Command, Id, Version, View
from app.core.text import Email, Name, OptionalName, OptionalTitle


class EditPerson(Command):
    """Change a person's name, title, delegation or e-mail address."""

    name: ClassVar[str] = "person.edit"
    person: Id
    base: Version
    person_name: Name | None = None
    title: OptionalTitle | None = None
    delegation: OptionalName | None = None
    email: Email | None = None


class ContactView(View):
    """Somebody with a task, for those who set the meeting up."""

    type: Literal["contact"] = "contact"
    version: int
    person_name: str
    title: str
    delegation: str
    email: str
