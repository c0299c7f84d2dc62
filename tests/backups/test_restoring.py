"""What is damaged, strange or newer is refused by name, and what is there is never lost."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.backups.contents import BackupRefused
from app.backups.restoring import Restored, restore
from app.backups.taking import take
from app.config import Settings
from app.core import journal
from app.core.db import open_engine, reading
from app.migrating import migrate
from tests.backups.places import place, repacked, url_of
from tests.breakouts.conftest import Prepared
from tests.databases import Databases
from tests.migrations.steps import go_down

Change = Callable[[dict[str, bytes], dict[str, Any]], None]


@pytest.fixture(scope="module")
def backup(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the cast's database on SQLite."""
    folder = tmp_path_factory.mktemp("backup")
    with prepared.cast("sqlite") as cast:
        take(place(folder / "here", url_of(cast)), folder / "a.backup")
    return folder / "a.backup"


def test_a_backup_that_was_cut_is_refused_and_leaves_nothing(backup: Path, tmp_path: Path) -> None:
    whole = backup.read_bytes()
    for length in (0, 10, len(whole) // 2, len(whole) - 1):
        (tmp_path / "cut.backup").write_bytes(whole[:length])
        assert "cut short or altered" in _refused(tmp_path / "cut.backup", tmp_path / "there")


def test_a_single_byte_that_was_altered_is_found(backup: Path, tmp_path: Path) -> None:
    whole = bytearray(backup.read_bytes())
    for at in range(200, len(whole) // 2, len(whole) // 10):
        whole[at] ^= 0x40
        (tmp_path / "altered.backup").write_bytes(whole)
        why = _refused(tmp_path / "altered.backup", tmp_path / "there")
        assert "cut short or altered" in why or "checksum differs" in why
        whole[at] ^= 0x40


def _other_words(files: dict[str, bytes], _told: dict[str, Any]) -> None:
    files["database.sqlite3"] = files["database.sqlite3"].replace(b"Theme 1", b"Theme X")


def _another_file(files: dict[str, bytes], _told: dict[str, Any]) -> None:
    files["../../outside"] = b"harm"


def _one_more_export(files: dict[str, bytes], _told: dict[str, Any]) -> None:
    files["exports/7.pdf"] = b"a file that is not in the list"


def _no_database(files: dict[str, bytes], _told: dict[str, Any]) -> None:
    files.pop("database.sqlite3")


def _newer_file(_files: dict[str, bytes], told: dict[str, Any]) -> None:
    told["version"] = 2


def _newer_shape(_files: dict[str, bytes], told: dict[str, Any]) -> None:
    told["revision"] = "9999"


def _wrong_list(_files: dict[str, bytes], told: dict[str, Any]) -> None:
    told["counts"] = "many"


def _no_rows(files: dict[str, bytes], _told: dict[str, Any]) -> None:
    files["database.sqlite3"] = files["database.sqlite3"][:4096] + bytes(len(files["database.sqlite3"]) - 4096)


@pytest.mark.parametrize(
    ("change", "mend", "why"),
    [
        (_other_words, False, "checksum differs"),
        (_another_file, True, "“../../outside” does not belong in a backup"),
        (_one_more_export, False, "does not name the files that are there"),
        (_no_database, True, "does not name the files that are there"),
        (_newer_file, True, "A newer version of Rapport made this backup"),
        (_newer_shape, True, "its database has the shape 9999"),
        (_wrong_list, True, "“counts”"),
        (_no_rows, True, "The database in this backup"),
    ],
)
def test_what_is_wrong_is_refused_by_name(
    backup: Path, tmp_path: Path, change: Change, why: str, *, mend: bool
) -> None:
    wrong = repacked(backup, tmp_path / "wrong.backup", change, mend=mend)
    assert why in _refused(wrong, tmp_path / "there")
    assert not (tmp_path.parent / "outside").exists()


def test_a_row_that_refers_to_nothing_is_found(backup: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(backup) as packed:
        packed.extract("database.sqlite3", tmp_path)
    copy = sqlite3.connect(tmp_path / "database.sqlite3")
    copy.execute("UPDATE room SET part_id = 999")
    copy.commit()
    copy.execute("PRAGMA journal_mode=DELETE")
    copy.close()
    data = (tmp_path / "database.sqlite3").read_bytes()
    astray = repacked(backup, tmp_path / "wrong.backup", lambda files, _told: files.update({"database.sqlite3": data}))
    assert "refers to nothing" in _refused(astray, tmp_path / "there")


def test_a_bomb_is_refused_before_it_is_unpacked(backup: Path, tmp_path: Path) -> None:
    bomb = repacked(
        backup, tmp_path / "bomb.backup", lambda files, _told: files.update({"exports/1.pdf": bytes(40_000_000)})
    )
    assert "exports/1.pdf would unpack to 40,000,000 bytes" in _refused(bomb, tmp_path / "there")


def test_a_file_that_is_in_it_twice_is_refused(backup: Path, tmp_path: Path) -> None:
    shutil.copyfile(backup, tmp_path / "twice.backup")
    with (
        zipfile.ZipFile(tmp_path / "twice.backup", "a") as packed,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        packed.writestr("database.sqlite3", b"another one")
    assert "a file is in it twice" in _refused(tmp_path / "twice.backup", tmp_path / "there")


def test_a_filled_database_is_left_alone_unless_it_is_to_be_replaced(backup: Path, tmp_path: Path) -> None:
    there = place(tmp_path / "there")
    restore(there, backup)
    first = _epoch(there)
    with pytest.raises(BackupRefused, match="so nothing was restored"):
        restore(there, backup)
    assert _epoch(there) == first
    done = restore(there, backup, replace=True)
    assert _epoch(Settings(data_dir=there.data_dir, database_url=f"sqlite:///{done.aside}")) == first
    assert _epoch(there) != first


def test_a_filled_postgresql_database_is_kept_in_a_schema_of_its_own(
    prepared: Prepared, databases: Databases, tmp_path: Path
) -> None:
    with prepared.cast("postgresql") as cast, databases.empty("postgresql") as elsewhere:
        take(place(tmp_path / "here", url_of(cast)), tmp_path / "a.backup")
        there = place(tmp_path / "there", elsewhere)
        restore(there, tmp_path / "a.backup")
        first = _epoch(there)
        with pytest.raises(BackupRefused, match="so nothing was restored"):
            restore(there, tmp_path / "a.backup")
        done = restore(there, tmp_path / "a.backup", replace=True)
        engine = open_engine(elsewhere)
        with engine.connect() as connection:
            kept = connection.scalar(sa.select(sa.column("value")).select_from(sa.table("epoch", schema=_schema(done))))
        engine.dispose()
        assert kept == first != _epoch(there)


def test_it_is_not_put_under_a_server_that_runs(backup: Path, tmp_path: Path) -> None:
    there = place(tmp_path / "there")
    restore(there, backup)
    first = _epoch(there)
    engine = open_engine(there.database)
    with engine.connect() as connection:
        connection.execute(sa.text("SELECT 1"))
        with pytest.raises(BackupRefused, match="Stop it first"):
            restore(there, backup, replace=True)
    engine.dispose()
    assert _epoch(there) == first


def test_a_backup_of_the_other_kind_of_database_is_refused(backup: Path, databases: Databases, tmp_path: Path) -> None:
    with databases.empty("postgresql") as elsewhere, pytest.raises(BackupRefused, match="of its own kind"):
        restore(place(tmp_path / "there", elsewhere), backup)


def test_an_older_backup_is_brought_to_the_newest_shape(prepared: Prepared, tmp_path: Path) -> None:
    with prepared.cast("sqlite") as cast:
        go_down(cast.bus.engine, "0004")
        take(place(tmp_path / "here", url_of(cast)), tmp_path / "old.backup")
    there = place(tmp_path / "there")
    done = restore(there, tmp_path / "old.backup")
    assert (done.contents.revision, done.counts.meetings) == ("0004", 2)
    engine = open_engine(there.database)
    migrate(engine)
    assert "closing_at" in {column["name"] for column in sa.inspect(engine).get_columns("round")}
    engine.dispose()


def _refused(file: Path, folder: Path) -> str:
    """Restore into an empty place, which must be refused and leave nothing; give why."""
    with pytest.raises(BackupRefused) as refusal:
        restore(place(folder), file)
    assert list(folder.iterdir()) == []
    return str(refusal.value)


def _epoch(settings: Settings) -> str:
    engine = open_engine(settings.database)
    with reading(engine) as db:
        found = journal.epoch(db)
    engine.dispose()
    return found


def _schema(done: Restored) -> str:
    return done.aside.split()[-1]
