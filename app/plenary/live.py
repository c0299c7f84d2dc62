"""Who sees what is on the big screen: everybody, as in the hall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.audience import Shown, fills, shows
from app.plenary.contract import StageView
from app.plenary.models import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@shows(Stage)
def the_stage(_db: Session, row: Stage) -> Iterator[Shown]:
    """Everybody may know what the screen in the hall shows."""
    yield f"meeting:{row.meeting_id}", StageView(id=row.meeting_id, view=row.view, look=row.look)


@fills("meeting")
def on_stage(db: Session, meeting_id: int) -> Iterator[object]:
    """What is on the big screen, once somebody has chosen."""
    stage = db.get(Stage, meeting_id)
    if stage is not None:
        yield stage
