"""Leases: what one process does at a time, kept in the database, by whose clock they end."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from app.core import clock
from app.core.db import insert_into, writing
from app.realtime.models import Lease

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine
    from sqlalchemy.orm import Session


def moment(db: Session) -> dt.datetime:
    """Give the time by the clock that all processes share: the database's, where it has one."""
    if db.get_bind().dialect.name != "postgresql":
        return clock.now()
    shared: dt.datetime = db.execute(sa.select(sa.func.clock_timestamp())).scalar_one()
    return shared.astimezone(dt.UTC)


class Leases:
    """What one process may take, under its own name."""

    def __init__(self, engine: Engine, process: str) -> None:
        self._engine = engine
        self._process = process

    def hold(self, name: str, seconds: float) -> bool:
        """Take something, or keep it for longer; say whether it is ours. Nobody else's is touched before its end."""
        return self._take(name, seconds, or_ours=True)

    def turn(self, name: str, seconds: float) -> bool:
        """Say whether nobody, we included, had this turn in the last `seconds`; then it is ours."""
        return self._take(name, seconds, or_ours=False)

    def let_go(self, name: str) -> None:
        """Give something back before its time."""
        with writing(self._engine) as db, db.begin():
            db.execute(sa.delete(Lease).where(Lease.name == name, Lease.holder == self._process))

    def _take(self, name: str, seconds: float, *, or_ours: bool) -> bool:
        try:
            with writing(self._engine) as db, db.begin():
                now = moment(db)
                ours = {"holder": self._process, "until": now + dt.timedelta(seconds=seconds)}
                free = Lease.until <= now
                taking = insert_into(db, Lease).values(name=name, **ours)
                taking = taking.on_conflict_do_update(
                    index_elements=["name"],
                    set_=ours,
                    where=free | (Lease.holder == self._process) if or_ours else free,
                )
                return db.execute(taking.returning(Lease.name)).first() is not None
        except OperationalError:
            # The database is away, or another was first: it is asked for again.
            return False
