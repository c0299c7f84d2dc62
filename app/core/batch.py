"""Several asks in one transaction: each inside a savepoint of its own, one commit for all.

A refusal rolls its own savepoint back and nobody else's. Where the database itself gives trouble, nothing of the whole
turn is kept, told or answered: the asks are carried out anew, each in a transaction of its own, so that one that the
database cannot take spoils no other.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError, OperationalError

from app.core import journal
from app.core.asks import Ask, CarriedOut
from app.core.errors import Busy
from app.core.loop import give_way
from app.core.writing import Writing, writers_place

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

PATIENCE = 4.0
"""Seconds after which asks that the database does not take are given back as "busy"."""

SOON, LATEST = 0.02, 0.64
"""Seconds between one attempt and the next: twice as many each time."""

TRIES_OF_ONE = 3
"""So often one ask is carried out that breaks a rule of the database itself: nobody else writes meanwhile."""


class Spoilt(Exception):  # noqa: N818 - it is not an error of the program
    """Nothing of the transaction was kept; `by` tells where the database gave trouble."""

    def __init__(self, by: Exception, *, is_anybodys: bool) -> None:
        super().__init__()
        self.by = by
        self.is_anybodys = is_anybodys
        """Whether the trouble would have come to whatever was asked: the database is away, or another one writes."""


def settle(engine: Engine, asks: Sequence[Ask]) -> None:
    """Carry out what is asked, in its order; afterwards each ask has an outcome that is on disk, or what was wrong."""
    end = time.monotonic() + PATIENCE
    left = asks
    together, tries = True, 0
    while left:
        now = left if together else left[:1]
        try:
            _in_one_transaction(engine, now)
        except Spoilt as spoilt:
            tries += 1
            given_up = _given_up(spoilt, now, left, tries=tries, is_late=time.monotonic() > end)
            for ask in given_up:
                ask.wrong = _busy(spoilt.by)
            if not given_up:
                time.sleep(min(LATEST, SOON * 2**tries))
                together = together and spoilt.is_anybodys
                continue
            now = given_up
        left, tries = left[len(now) :], 0


def _given_up(spoilt: Spoilt, now: Sequence[Ask], left: Sequence[Ask], *, tries: int, is_late: bool) -> Sequence[Ask]:
    """Give those at the head of `left` who are answered that the server is busy; nobody, if it is tried again."""
    if is_late and spoilt.is_anybodys:
        return left
    is_alone = len(now) == 1
    breaks_a_rule = isinstance(spoilt.by, IntegrityError) and tries >= TRIES_OF_ONE
    return now if is_alone and (is_late or breaks_a_rule) else ()


def _busy(trouble: Exception) -> Busy:
    busy = Busy("The server could not save this just now. It is kept here and sent again.", retry_after=2)
    busy.__cause__ = trouble
    return busy


def _in_one_transaction(engine: Engine, asks: Sequence[Ask]) -> None:
    with _writing(engine) as connection:
        carried_out = _carry_out(connection, asks)
        numbered = iter(_numbered(connection, carried_out))
        connection.commit()
    # Only now may anybody know of it.
    for ask, done in zip(asks, carried_out, strict=True):
        if isinstance(done, CarriedOut):
            ask.outcome = done.outcome(tuple(next(numbered)) if done.telling else ())
        else:
            ask.wrong = done


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    has_begun = False
    try:
        with writers_place(engine) as connection:
            has_begun = True
            yield connection
    except (OperationalError, IntegrityError) as trouble:
        raise Spoilt(trouble, is_anybodys=not has_begun) from trouble


def _carry_out(connection: Connection, asks: Sequence[Ask]) -> list[CarriedOut | Exception]:
    found: list[CarriedOut | Exception] = []
    db = Writing(connection)
    shared = len(asks) > 1
    for ask in asks:
        if shared:
            connection.exec_driver_sql("SAVEPOINT ask")
        try:
            done = ask.carry_out(db)
            db.finish()
            found.append(done)
        except (OperationalError, IntegrityError):
            raise
        except Exception as wrong:  # a refusal or a fault of one command: raised where it was asked
            if shared and not connection.in_transaction():
                raise Spoilt(wrong, is_anybodys=False) from wrong
            found.append(wrong)
            # With its session goes everything that it had read or half changed.
            db.close()
            connection.exec_driver_sql("ROLLBACK TO SAVEPOINT ask") if shared else connection.rollback()
            db = Writing(connection)
        if shared:
            connection.exec_driver_sql("RELEASE SAVEPOINT ask")
            # The transaction is nobody else's meanwhile.
            give_way()
    db.close()
    return found


def _numbered(connection: Connection, carried_out: Sequence[CarriedOut | Exception]) -> list[list[journal.Told]]:
    tellings = [done.telling for done in carried_out if isinstance(done, CarriedOut) and done.telling]
    return journal.write(connection, tellings) if tellings else []
