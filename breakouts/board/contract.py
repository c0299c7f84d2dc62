"""Views of the board."""

from __future__ import annotations

from typing import Literal

from app.core.contract import Moment, View


class BoardRow(View):
    """A room as the co-chairs watch it: figures and calls for help, no draft."""

    type: Literal["board_row"] = "board_row"
    people: int
    delegations: int
    present: int
    points: int
    approved: int
    proposed: int
    after_close: int
    last_activity: Moment | None
    help: str
    help_since: Moment | None
