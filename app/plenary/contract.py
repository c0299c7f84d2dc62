"""Command and view of the big screen."""

from __future__ import annotations

from typing import ClassVar, Literal

from app.core.contract import Command, Id, View

StageViewName = Literal["auto", "join", "now", "rooms", "takeaways", "report-back", "message", "blank"]
"""What can be shown; `auto` follows the run of show."""

Look = Literal["auto", "dark", "bright"]


class ShowOnStage(Command):
    """Choose what the big screen shows, and whether the hall is dark or bright; what is not named stays."""

    name: ClassVar[str] = "stage.show"
    meeting: Id
    view: StageViewName | None = None
    look: Look | None = None


class StageView(View):
    """What the big screen shows."""

    type: Literal["stage"] = "stage"
    view: str
    look: str
