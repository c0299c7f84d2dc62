"""Commands about who is put out."""

from __future__ import annotations

from typing import ClassVar

from app.core.contract import Command, Id
from app.core.text import OptionalTitle


class BanPerson(Command):
    """Put a person out for good: no link, no device and no code lets them in again."""

    name: ClassVar[str] = "person.ban"
    person: Id
    why: OptionalTitle = ""


class RestorePerson(Command):
    """Take a person back who was put out, for good or not; they come in by a new link or the code."""

    name: ClassVar[str] = "person.restore"
    person: Id
