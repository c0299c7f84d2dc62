"""Commands and views of people in charge."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Id, Version, View
from app.core.text import Email, Name, OptionalName, OptionalTitle, Word


class EditPerson(Command):
    """Change a person's name, title, delegation, e-mail address or gender."""

    name: ClassVar[str] = "person.edit"
    person: Id
    base: Version
    person_name: Name | None = None
    title: OptionalTitle | None = None
    delegation: OptionalName | None = None
    email: Email | None = None
    gender: Annotated[Word, Field(max_length=20)] | None = None


class ContactView(View):
    """Somebody with a task, for those who set the meeting up."""

    type: Literal["contact"] = "contact"
    version: int
    person_name: str
    title: str
    delegation: str
    email: str
