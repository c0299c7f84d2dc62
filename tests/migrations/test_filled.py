"""A migration keeps what people wrote: up, down and up again on a filled database, and killed in the middle of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.core.db import Base, open_engine
from app.migrating import migrate
from tests.backups.places import summary_of
from tests.breakouts.conftest import Prepared
from tests.cast import Cast
from tests.databases import Databases
from tests.migrations.first import MEETING, fill_first
from tests.migrations.steps import Rows, columns_of, go_down, revisions, rows_of

ROOT = Path(__file__).parent.parent.parent

Columns = dict[str, set[str]]

LOSES: dict[str, Columns] = {
    "0007": {"attending": {"*"}, "export_file": {"*"}, "lease": {"*"}, "server_process": {"*"}},
    "0006": {"round": {"closing_at"}},
    "0005": {
        "stage": {"*"},
        "round": {"choose_until", "policy"},
        "room": {"capacity"},
        "placement": {"how"},
    },
    "0004": {"roster_import": {"*"}, "person": {"breakout_wish"}},
    "0003": {
        "meeting": {"version", "attribution", "video_link", "time_zone"},
        "session": {"version", "begins", "ends"},
        "part": {"plan_version"},
        "speaker": {"version"},
        "room": {"version"},
        "person": {"version"},
    },
    "0002": {
        "account": {"*"},
        "account_link": {"*"},
        "account_session": {"*"},
        "recovery_code": {"*"},
        "pairing": {"*"},
        "retired_code": {"*"},
        "link": {"purpose", "until"},
        "web_session": {"label", "link_id", "account_session_id"},
        "person": {
            "account_id",
            "asked_at",
            "banned_at",
            "is_really_id",
            "looks_like_id",
            "looks_like_why",
            "put_out_because",
            "turned_away",
        },
    },
}
"""What going back behind a revision loses, by table: columns, or all of it. Nothing else may be lost."""


@pytest.fixture(params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, prepared: Prepared) -> Iterator[Cast]:
    """The cast in the middle of its meeting, with what people wrote."""
    with prepared.cast(request.param) as cast:
        _write_something(cast)
        yield cast


def test_each_step_down_loses_what_is_written_here_and_nothing_else(filled: Cast) -> None:
    engine = filled.bus.engine
    before, had = rows_of(engine), columns_of(engine)
    for newer, older in pairwise(reversed(revisions())):
        go_down(engine, older)
        after, has = rows_of(engine), columns_of(engine)
        assert (newer, _lost(had, has)) == (newer, LOSES.get(newer, {}))
        assert after == _without(before, LOSES.get(newer, {}))
        before, had = after, has


def test_from_each_revision_everything_comes_up_and_the_program_reads_it(filled: Cast) -> None:
    engine = filled.bus.engine
    for revision in reversed(revisions()[:-1]):
        go_down(engine, revision)
        before, had = rows_of(engine), columns_of(engine)
        migrate(engine)
        assert (revision, _without(rows_of(engine), _lost(columns_of(engine), had))) == (revision, before)
    markdown = summary_of(engine.url.render_as_string(hide_password=False), filled.meeting)
    assert b"A point that was kept" in markdown


def test_what_the_first_release_wrote_is_there_in_the_newest(empty_database_url: str) -> None:
    engine = open_engine(empty_database_url)
    migrate(engine, "0001")
    fill_first(engine)
    before, had = rows_of(engine), columns_of(engine)
    migrate(engine)
    assert _without(rows_of(engine), _lost(columns_of(engine), had)) == before
    assert "From the first release" in summary_of(empty_database_url, MEETING).decode()
    engine.dispose()


def test_killed_at_any_statement_it_leaves_the_old_shape_or_the_new_one(
    filled: Cast, databases: Databases, tmp_path: Path
) -> None:
    engine = filled.bus.engine
    go_down(engine, "0001")
    old, had = rows_of(engine), columns_of(engine)
    newest = {table.name: {column.name for column in table.columns} for table in Base.metadata.sorted_tables}
    steps = _statements(filled, databases, tmp_path)
    assert steps > 60
    at = sorted({3, steps // 3, steps * 2 // 3, steps * 4 // 5, steps * 9 // 10, steps})
    with _copies(filled, databases, tmp_path, [str(number) for number in at]) as copies:
        assert _killed(dict(zip(copies, at, strict=True))) == ["killed"] * len(at)
        for url in copies:
            copy = open_engine(url)
            assert columns_of(copy) in (had, newest)
            assert _without(rows_of(copy), _lost(columns_of(copy), had)) == old
            migrate(copy)
            assert columns_of(copy) == newest
            assert _without(rows_of(copy), _lost(newest, had)) == old
            copy.dispose()


def _write_something(cast: Cast) -> None:
    room = cast.rooms[0]
    point = cast.must(
        "rapporteur_1", "takeaway.capture", room=room, text="A point that was kept", kind="takeaway", tags=["a"]
    )
    cast.must("moderator_1", "takeaway.approve", takeaway=point["id"])
    cast.must("moderator_1", "note.write", room=room, body="Only mine", base=0)
    cast.must("rapporteur_1", "room.narrate", room=room, narrative="What was said", lead_in="They said", base=0)
    cast.must("secretariat", "section.write", meeting=cast.meeting, key="introduction", body="Ours", base=0)
    people = [{"person_name": "From the roster", "delegation": "Chad", "breakout": "Theme 2"}]
    cast.must("secretariat", "roster.import", meeting=cast.meeting, people=people, file="a.csv", digest="0" * 64)
    cast.must("canada", "stage.show", meeting=cast.meeting, view="rooms")
    cast.must("secretariat", "export.request", meeting=cast.meeting, format="json")


def _lost(before: Columns, after: Columns) -> Columns:
    """Give the columns that are in `before` and not in `after`, by table; `*` for a whole table."""
    lost = {table: columns - after[table] if table in after else {"*"} for table, columns in before.items()}
    return {table: columns for table, columns in lost.items() if columns}


def _without(rows: Rows, lost: Columns) -> Rows:
    kept = {
        table: [{name: value for name, value in row.items() if name not in lost.get(table, ())} for row in those]
        for table, those in rows.items()
        if "*" not in lost.get(table, ())
    }
    return {table: sorted(those, key=repr) for table, those in kept.items()}


def _statements(cast: Cast, databases: Databases, folder: Path) -> int:
    """Count the statements of the migration from here to the newest, on a copy."""
    with _copies(cast, databases, folder, ["counted"]) as (url,):
        engine = open_engine(url)
        seen: list[object] = []
        sa.event.listen(engine, "before_cursor_execute", lambda *_details: seen.append(1))
        migrate(engine)
        engine.dispose()
    return len(seen)


@contextmanager
def _copies(cast: Cast, databases: Databases, folder: Path, names: list[str]) -> Iterator[list[str]]:
    """Give copies of the cast's database."""
    source = cast.bus.engine.url
    cast.bus.engine.dispose()
    if source.get_backend_name() == "sqlite":
        made = [folder / f"copy-{name}.sqlite3" for name in names]
        for path in made:
            shutil.copyfile(str(source.database), path)
        yield [f"sqlite:///{path}" for path in made]
        return
    yield [databases.postgres.create(f"copy_{name}", str(source.database)) for name in names]
    for name in names:
        databases.postgres.drop(f"copy_{name}")


def _killed(at: dict[str, int]) -> list[str]:
    asked = [word for url, number in at.items() for word in (url, str(number))]
    command = [sys.executable, "-P", "-m", "tests.migrations.killed", *asked]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:-1]
