"""Backups by themselves: when something changed, no more than are kept, and a failure is known."""

from __future__ import annotations

import datetime as dt
import fcntl
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.backups.automatic import AutomaticBackups, take_one
from app.backups.last import LastBackup, last_backup
from app.backups.restoring import restore
from app.config import Settings
from app.core import clock
from app.core.actor import SYSTEM
from tests.backups.places import place, url_of
from tests.breakouts.conftest import Prepared
from tests.cast import Cast

MONDAY = dt.datetime(2020, 11, 9, 9, tzinfo=dt.UTC)


@pytest.fixture
def cast(prepared: Prepared) -> Iterator[Cast]:
    with prepared.cast("sqlite") as ready:
        yield ready


@pytest.fixture
def settings(cast: Cast, tmp_path: Path) -> Settings:
    usual = place(tmp_path / "data", url_of(cast))
    return usual.model_copy(update={"backup_dir": tmp_path / "backups", "backups_kept": 3})


def test_only_the_newest_are_kept_and_nobody_elses_file_is_touched(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "before-the-move.backup").write_bytes(b"mine")
    for minute in range(5):
        with clock.set_to(MONDAY + dt.timedelta(minutes=minute)):
            assert take_one(settings)
    assert sorted(file.name for file in folder.iterdir() if not file.name.startswith(".")) == [
        "before-the-move.backup",
        "rapport-20201109-090200.backup",
        "rapport-20201109-090300.backup",
        "rapport-20201109-090400.backup",
    ]


def test_of_earlier_days_the_last_one_is_kept(settings: Settings, tmp_path: Path) -> None:
    for day in range(3):
        for hour in range(4):
            with clock.set_to(MONDAY + dt.timedelta(days=day, hours=hour)):
                assert take_one(settings)
    assert sorted(file.name for file in (tmp_path / "backups").glob("*.backup")) == [
        "rapport-20201109-120000.backup",
        "rapport-20201110-120000.backup",
        "rapport-20201111-100000.backup",
        "rapport-20201111-110000.backup",
        "rapport-20201111-120000.backup",
    ]


def test_one_is_taken_beside_the_server_when_something_changed_and_no_sooner(settings: Settings, cast: Cast) -> None:
    beside = AutomaticBackups(settings.model_copy(update={"backup_minutes": 10}), cast.bus.engine)
    assert beside.look()
    first = last_backup(settings.data_dir)
    assert first is not None
    assert (first.why, first.age is not None and first.age < 60) == ("", True)
    assert not beside.look()
    hurried = AutomaticBackups(settings.model_copy(update={"backup_minutes": 0}), cast.bus.engine)
    assert not hurried.look()
    cast.must("rapporteur_1", "takeaway.capture", room=cast.rooms[0], text="One more", kind="takeaway", tags=[])
    assert not beside.look()
    assert hurried.look()
    newest = last_backup(settings.data_dir)
    assert newest is not None
    assert restore(place(settings.data_dir / "there"), Path(newest.file)).counts.points == 1


def test_an_account_that_was_made_is_something_that_changed(settings: Settings, cast: Cast) -> None:
    hurried = AutomaticBackups(settings.model_copy(update={"backup_minutes": 0}), cast.bus.engine)
    assert take_one(settings)
    assert not hurried.look()
    cast.bus.ask(SYSTEM, "account.invite", uuid.uuid4().hex, {"email": "a@un.example"})
    assert hurried.look()


def test_while_another_process_takes_one_nobody_else_does(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    with (tmp_path / "backups" / ".backing-up").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert not take_one(settings)
    assert last_backup(settings.data_dir) is None


def test_a_failure_is_known_and_so_is_the_last_good_one(settings: Settings, cast: Cast, tmp_path: Path) -> None:
    assert take_one(settings)
    good = last_backup(settings.data_dir)
    assert good is not None
    (tmp_path / "a-file").write_bytes(b"")
    wrong = settings.model_copy(update={"backup_dir": tmp_path / "a-file" / "backups", "backup_minutes": 0})
    cast.must("rapporteur_1", "takeaway.capture", room=cast.rooms[0], text="One more", kind="takeaway", tags=[])
    assert AutomaticBackups(wrong, cast.bus.engine).look()
    known = last_backup(settings.data_dir)
    assert known is not None
    assert "Not a directory" in known.why
    assert (known.at, known.file) == (good.at, good.file)


def test_nothing_is_known_before_the_first_try_or_from_a_broken_file(tmp_path: Path) -> None:
    assert last_backup(tmp_path) is None
    (tmp_path / "last-backup.json").write_text("{", "utf-8")
    assert last_backup(tmp_path) is None
    assert LastBackup().age is None
