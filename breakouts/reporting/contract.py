"""Commands of the report-back."""

from __future__ import annotations

from typing import ClassVar

from app.core.contract import Command, Id


class CallReport(Command):
    """Call a room to report back."""

    name: ClassVar[str] = "report.call"
    room: Id


class FinishReport(Command):
    """End a room's report-back."""

    name: ClassVar[str] = "report.finish"
    room: Id
