"""Two servers on one database, each with its own turns, never wait for each other in a circle."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa

from app.core import batch
from app.core.asks import Ask
from app.core.db import open_engine
from tests.cast import Cast
from tests.core.batches import ask_of, gaps

ROUNDS, IN_A_TURN = 6, 8


def test_two_writers_in_opposite_orders_both_get_through(cast: Cast) -> None:
    url = cast.bus.engine.url.render_as_string(hide_password=False)
    trouble: list[str] = []
    with ThreadPoolExecutor(2) as pool:
        writers = [pool.submit(_write, cast, url, first, trouble) for first in (0, 1)]
        asks = [ask for writer in writers for ask in writer.result(60)]
    assert [ask.wrong for ask in asks if ask.wrong] == []
    assert gaps(cast) == []
    kept = [thing["text"] for room in cast.rooms[:2] for thing in cast.things(f"room:{room}", "takeaway")]
    assert len(kept) == len(set(kept)) == len(asks)
    # SQLite's second writer is told to come again; PostgreSQL's waits for its turn, and nobody's turn is thrown away.
    if cast.bus.engine.dialect.name == "postgresql":
        assert trouble == []


def _write(cast: Cast, url: str, first: int, trouble: list[str]) -> list[Ask]:
    engine = open_engine(url)
    sa.event.listen(engine, "handle_error", lambda context: trouble.append(_name(context)))
    done: list[Ask] = []
    for number in range(ROUNDS):
        turn = [_point(cast, (first + place) % 2, f"{first}-{number}-{place}") for place in range(IN_A_TURN)]
        batch.settle(engine, turn)
        done += turn
    engine.dispose()
    return done


def _point(cast: Cast, room: int, text: str) -> Ask:
    return ask_of(cast, f"rapporteur_{room + 1}", "takeaway.capture", room=cast.rooms[room], text=text)


def _name(context: Any) -> str:  # noqa: ANN401 - SQLAlchemy's context of an error
    return type(context.original_exception).__name__
