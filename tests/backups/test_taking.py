"""A backup taken while others write holds everything that was acknowledged before it began."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.backups.contents import BackupRefused
from app.backups.restoring import restore
from app.backups.taking import take
from app.core.db import open_engine
from breakouts.takeaways.models import Takeaway
from tests.backups.places import place, summary_of, url_of
from tests.breakouts.conftest import Prepared
from tests.cast import Cast
from tests.databases import Databases

ROOT = Path(__file__).parent.parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_backup_under_load_holds_every_point_that_was_acknowledged_before(
    kind: str, prepared: Prepared, databases: Databases, tmp_path: Path
) -> None:
    with prepared.cast(kind) as cast, databases.empty(kind) as elsewhere:
        here, there = place(tmp_path / "here", url_of(cast)), place(tmp_path / "there", elsewhere)
        with _writing(cast) as acknowledged:
            before = _at_least(acknowledged, 5)
            told = take(here, tmp_path / "a.backup")
            _at_least(acknowledged, len(acknowledged) + 3)
        done = restore(there, tmp_path / "a.backup")
        texts = _texts(elsewhere)
        assert set(before) <= set(texts)
        assert len(texts) == len(set(texts)) == done.counts.points
        assert told.counts.meetings == done.counts.meetings == 2


def test_what_was_restored_elsewhere_compiles_to_the_same_summary(
    kind: str, prepared: Prepared, databases: Databases, tmp_path: Path
) -> None:
    with prepared.cast(kind) as cast, databases.empty(kind) as elsewhere:
        for number in range(3):
            _approved(cast, f"Point {number}, with an é and العربية")
        take(place(tmp_path / "here", url_of(cast)), tmp_path / "a.backup")
        restore(place(tmp_path / "there", elsewhere), tmp_path / "a.backup")
        markdown = summary_of(elsewhere, cast.meeting)
        assert "Point 2, with an é and العربية" in markdown.decode()
        assert markdown == summary_of(url_of(cast), cast.meeting)


def test_killed_in_the_middle_it_leaves_the_earlier_one_whole(prepared: Prepared, tmp_path: Path) -> None:
    with prepared.cast("sqlite") as cast:
        here, target = place(tmp_path / "here", url_of(cast)), tmp_path / "a.backup"
        take(here, target)
        whole = target.read_bytes()
        script = (
            "import sys, time; from pathlib import Path; from app.config import Settings;"
            "from app.backups.taking import take;"
            "take(Settings(data_dir=Path(sys.argv[1]), database_url=sys.argv[2]), Path(sys.argv[3]),"
            " step=lambda: (print('in the middle', flush=True), time.sleep(60)))"
        )
        command = [sys.executable, "-P", "-c", script, str(here.data_dir), here.database_url, str(target)]
        child = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline() == b"in the middle\n"
        child.send_signal(signal.SIGKILL)
        child.communicate()
        assert target.read_bytes() == whole
        assert restore(place(tmp_path / "there"), target).counts.meetings == 2


def test_the_key_is_left_out_unless_it_is_asked_for(prepared: Prepared, tmp_path: Path) -> None:
    with prepared.cast("sqlite") as cast:
        here = place(tmp_path / "here", url_of(cast))
        key = here.key
        assert "secret-key" not in take(here, tmp_path / "a.backup").files
        assert key not in (tmp_path / "a.backup").read_bytes()
        assert "secret-key" in take(here, tmp_path / "b.backup", with_key=True).files
        there = place(tmp_path / "there")
        restore(there, tmp_path / "b.backup")
        assert there.key == key


def test_without_a_database_there_is_no_backup_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="There is no database at"):
        take(place(tmp_path / "here"), tmp_path / "a.backup")
    assert [file.name for file in tmp_path.iterdir()] == ["here"]
    assert list((tmp_path / "here").iterdir()) == []


@contextmanager
def _writing(cast: Cast) -> Iterator[list[str]]:
    """Let two people write in a process of their own; gives what was acknowledged, as it grows."""
    command = [sys.executable, "-P", "-m", "tests.backups.writers", url_of(cast)]
    acknowledged: list[str] = []
    writers, readers = [], []
    for who, room in (("rapporteur_1", cast.rooms[0]), ("rapporteur_2", cast.rooms[1])):
        about = [str(room), str(cast.person(who)), str(cast.meeting)]
        writers.append(
            writer := subprocess.Popen([*command, *about], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE)
        )
        readers.append(threading.Thread(target=_read, args=(writer, acknowledged)))
        readers[-1].start()
    try:
        yield acknowledged
    finally:
        for writer in writers:
            writer.kill()
        for reader in readers:
            reader.join()
        for writer in writers:
            writer.communicate()


def _read(writer: subprocess.Popen[bytes], acknowledged: list[str]) -> None:
    assert writer.stdout is not None
    acknowledged.extend(line.decode().strip() for line in writer.stdout if line.endswith(b"\n"))


def _at_least(acknowledged: list[str], number: int) -> list[str]:
    for _ in range(3000):
        if len(acknowledged) >= number:
            return list(acknowledged)
        threading.Event().wait(0.02)
    message = f"only {len(acknowledged)} points were acknowledged"
    raise AssertionError(message)


def _texts(url: str) -> list[str]:
    engine = open_engine(url)
    with engine.connect() as connection:
        found = [str(text) for text in connection.scalars(sa.select(Takeaway.text))]
    engine.dispose()
    return found


def _approved(cast: Cast, text: str) -> None:
    point = cast.must("rapporteur_1", "takeaway.capture", room=cast.rooms[0], text=text, kind="takeaway", tags=[])
    cast.must("moderator_1", "takeaway.approve", takeaway=point["id"])
