"""Commands about the code that participants join with."""

from __future__ import annotations

from typing import ClassVar

from app.core.contract import Command, Id


class ChangeCode(Command):
    """Change the meeting's code for a new one; the old one lets nobody in any more."""

    name: ClassVar[str] = "code.rotate"
    meeting: Id
