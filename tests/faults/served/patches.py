"""What a server of the campaign may be given: a death at a chosen moment, or a protection taken out."""

from __future__ import annotations

import os
import random
import signal
from typing import Any, cast

import gevent

import app.factory
from app.core import db, journal
from app.core.bus import Bus, Outcome


def die_before_telling(number: int) -> None:
    """Kill this server when it has committed its `number`-th ask of a person and is about to tell of it."""
    create = app.factory.create_program
    seen = 0

    def count(outcome: Outcome) -> None:
        nonlocal seen
        seen += not outcome.is_figures and outcome.answer.get("result", {}).get("type") in {"takeaway", "note_kept"}
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def created(*given: Any) -> Any:  # noqa: ANN401 - as the program's own
        program = create(*given)
        program.bus.tell.insert(0, count)
        return program

    app.factory.create_program = created  # type: ignore[assignment]


def without_flushing(mode: str) -> None:
    """Let SQLite leave commits to the system's cache: `synchronous` OFF or NORMAL."""
    prepare = db._prepare_sqlite  # noqa: SLF001 - what is taken out is inside

    def prepared(connection: Any, record: Any) -> None:  # noqa: ANN401 - DBAPI objects
        prepare(connection, record)
        connection.execute(f"PRAGMA synchronous={mode}")

    db._prepare_sqlite = prepared  # type: ignore[assignment]  # noqa: SLF001


def acknowledging_early() -> None:
    """Answer `ok` at once, and carry the command out a moment later."""
    ask = Bus.ask

    def early(bus: Bus, actor: Any, name: str, ask_id: str, data: Any) -> dict[str, Any]:  # noqa: ANN401 - as the bus
        if actor.system:
            return ask(bus, actor, name, ask_id, data)
        gevent.spawn_later(0.15, ask, bus, actor, name, ask_id, data)
        return {"ok": True, "result": {"type": "done", "id": 1, "version": 1}, "notices": []}

    Bus.ask = early  # type: ignore[assignment, method-assign]


def forgetting_ids() -> None:
    """Carry an ask out as often as it comes."""
    remember = journal.remember

    def remembered(session: Any, act: dict[str, Any]) -> None:  # noqa: ANN401 - SQLAlchemy's session
        again = act | {"ask_id": f"{act['ask_id'][:40]}~{random.randbytes(8).hex()}"}
        remember(session, again if _before(session, act["actor"], act["ask_id"]) else act)

    _before = journal.act_before
    journal.act_before = lambda *_given: None
    journal.remember = remembered  # type: ignore[assignment]


def dropping_tellings(share: float) -> None:
    """Lose this share of what should be told."""
    create = app.factory.create_program
    chance = random.Random(1)

    def created(*given: Any) -> Any:  # noqa: ANN401 - as the program's own
        program = create(*given)
        told = list(program.bus.tell)

        def tell(outcome: Outcome) -> None:
            for listener in told:
                if chance.random() >= share:
                    cast("Any", listener)(outcome)

        program.bus.tell[:] = [tell]
        return program

    app.factory.create_program = created  # type: ignore[assignment]
