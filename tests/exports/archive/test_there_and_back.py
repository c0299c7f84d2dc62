"""A meeting that goes out as an archive and comes in again is the same meeting, under numbers of its own."""

from __future__ import annotations

import uuid

import pytest
import sqlalchemy as sa

from app.core.actor import SYSTEM
from app.core.bus import Bus
from app.core.db import Base, open_engine, reading
from app.core.journal import Entry
from breakouts.notes.models import Note
from exports.archive.reading import read
from exports.archive.tables import HELD, STAYS_BEHIND
from exports.summary.compiling import compiled
from tests.backups.places import summary_of, url_of
from tests.breakouts.conftest import Prepared
from tests.cast import Cast
from tests.databases import Databases
from tests.exports.archive.meetings import archive_of, files, full_meeting, opened


def test_every_table_is_in_the_archive_or_on_the_list_of_what_stays_behind() -> None:
    held = {each.model.__tablename__ for each in HELD}
    assert held | set(STAYS_BEHIND) == set(Base.metadata.tables)
    assert held & set(STAYS_BEHIND) == set()


def test_every_column_of_a_table_in_the_archive_is_a_field_or_left_out_with_a_reason() -> None:
    columns = {each.list: set(each.columns) for each in HELD}
    assert columns == {each.list: set(each.row.model_fields) for each in HELD}
    assert [each.list for each in HELD if not all(each.left_out.values())] == []


def test_every_reference_between_rows_is_known_as_one() -> None:
    unknown = [
        f"{each.list}.{field}"
        for each in HELD
        for field, column in each.columns.items()
        if each.model.__table__.c[column].foreign_keys and field not in {**each.refers, **each.later}
    ]
    assert unknown == []


def test_opened_elsewhere_it_compiles_to_the_same_summary_and_gives_the_same_archive(
    cast: Cast, databases: Databases
) -> None:
    full_meeting(cast)
    data = archive_of(cast.bus, cast.meeting, "all")
    with databases.migrated("sqlite") as elsewhere:
        there = Bus(open_engine(elsewhere))
        opened(there, archive_of(cast.bus, cast.meeting))
        meeting = opened(there, data)
        again = archive_of(there, meeting, "all")
        markdown = summary_of(elsewhere, meeting)
        there.engine.dispose()
    assert b"In our words" in markdown
    assert markdown == summary_of(url_of(cast), cast.meeting)
    assert files(again) == files(data)


def test_removed_again_it_is_as_if_it_had_never_been(cast: Cast) -> None:
    full_meeting(cast)
    before = _rows(cast)
    meeting = opened(cast.bus, archive_of(cast.bus, cast.meeting, "all"))
    assert _rows(cast) != before
    removed = cast.bus.ask(SYSTEM, "archive.remove", uuid.uuid4().hex, {"meeting": meeting})
    assert (removed["ok"], removed["result"]["exports"]) == (True, [])
    assert _rows(cast) == before


def test_every_list_of_the_meeting_that_is_tried_here_has_rows(sqlite_cast: Cast) -> None:
    full_meeting(sqlite_cast)
    holds = files(archive_of(sqlite_cast.bus, sqlite_cast.meeting, "all"))["archive.json"]["holds"]
    assert [name for name, number in holds.items() if not number] == ["unmatched", "clearances"]


def test_a_cleared_summary_is_cleared_where_it_is_opened(sqlite_cast: Cast) -> None:
    cast = sqlite_cast
    full_meeting(cast)
    with reading(cast.bus.engine) as db:
        digest = compiled(db, cast.meeting)[1].digest
    for chair in ("canada", "jamaica"):
        cast.must(chair, "summary.clear", meeting=cast.meeting, digest=digest)
    meeting = opened(cast.bus, archive_of(cast.bus, cast.meeting))
    with reading(cast.bus.engine) as db:
        there, here = compiled(db, meeting), compiled(db, cast.meeting)
        assert (there[0].released, there[1].digest) == (True, here[1].digest)
    assert summary_of(url_of(cast), meeting) == summary_of(url_of(cast), cast.meeting)


def test_private_notes_come_along_only_when_asked_for_and_only_ones_own(sqlite_cast: Cast) -> None:
    cast = sqlite_cast
    full_meeting(cast)
    with reading(cast.bus.engine) as db:
        assert len(db.scalars(sa.select(Note)).all()) == 2
    assert "notes.json" not in files(archive_of(cast.bus, cast.meeting))
    own = files(archive_of(cast.bus, cast.meeting, cast.person("secretariat")))["notes.json"]["notes"]
    assert [note["body"] for note in own] == ["Only the secretariat reads this"]


def test_nothing_that_lets_anybody_in_is_in_an_archive(sqlite_cast: Cast) -> None:
    cast = sqlite_cast
    full_meeting(cast)
    code = cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"]
    with cast.bus.engine.connect() as connection:
        secrets = [
            str(secret)
            for table, columns in (("link", ("digest",)), ("web_session", ("digest", "csrf")))
            for column in columns
            for secret in connection.scalars(sa.select(sa.column(column, sa.String)).select_from(sa.table(table)))
        ]
    assert len(secrets) > 30
    text = str(files(archive_of(cast.bus, cast.meeting, "all")))
    assert [secret for secret in [*secrets, str(code)] if secret in text] == []


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_an_archive_reads_as_it_was_written(prepared: Prepared, kind: str) -> None:
    with prepared.cast(kind) as cast:
        full_meeting(cast)
        head, archive = read(archive_of(cast.bus, cast.meeting, "all"))
        assert head.origin.meeting == cast.meeting
        assert sum(head.holds.values()) == sum(len(getattr(getattr(archive, each.file), each.list)) for each in HELD)


def _rows(cast: Cast) -> dict[str, int]:
    """Count the rows of every table but that of the streams, whose numbers are never given twice.

    The removal itself is told on the stream of rights, to those whose rights are to be asked again.
    """
    journal = sa.select(sa.func.count()).select_from(Entry).where(Entry.stream != "rights")
    with cast.bus.engine.connect() as connection:
        told = {"journal": int(connection.execute(journal).scalar_one())}
        return told | {
            table.name: int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())
            for table in Base.metadata.sorted_tables
            if table.name not in {"stream", "journal"}
        }
