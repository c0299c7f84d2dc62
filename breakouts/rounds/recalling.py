"""Closing the rooms when a recall has run down, whether or not the browser that began it is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.core import clock
from app.core.actor import SYSTEM
from app.core.db import reading
from breakouts.rounds.models import Round

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from app.core.bus import Bus


def close_what_is_due(bus: Bus, engine: Engine) -> int:
    """Close every round whose countdown is over; give how many there were."""
    with reading(engine) as db:
        due = db.scalars(sa.select(Round).where(Round.state == "open", Round.closing_at <= clock.now())).all()
        calls = [(each.id, clock.iso(each.closing_at)) for each in due if each.closing_at]
    for round_id, closing_at in calls:
        # The same id from every process: the first closes, the others hear that it is done.
        bus.ask(SYSTEM, "round.close", f"recall-{round_id}-{closing_at}"[:64], {"round": round_id})
    return len(calls)
