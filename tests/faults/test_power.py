"""What a made-up power cut leaves: all that was flushed, and of the rest no more than was written."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.faults.power import Lasting, cut_the_power, lying_there
from tests.faults.served.disk import CUT, WRITE

ROOT = Path(__file__).parent.parent.parent
_WRITER = """
import os, sqlite3, sys
from tests.faults.served.disk import recording
database, record, flushing = sys.argv[1:]
recording(record)
kept = sqlite3.connect(database, isolation_level=None)
kept.execute("PRAGMA journal_mode=WAL")
kept.execute(f"PRAGMA synchronous={flushing}")
for number in range(120):
    kept.execute("INSERT INTO point (text) VALUES (?)", (f"point {number} " * 20,))
os._exit(0)
"""


def test_what_was_flushed_stays_and_the_rest_may_be_there_in_part() -> None:
    file = Lasting(bytearray(b"a" * 1024), [(WRITE, 1024, b"b" * 1024)])
    file.flush()
    file.cached += [(WRITE, 2048, b"c" * 1024), (CUT, 512, b"")]
    left = {file.after_a_cut(random.Random(seed)) for seed in range(200)}
    assert b"a" * 1024 + b"b" * 1024 in left
    assert b"a" * 512 in left
    assert all(set(content) <= set(b"abc\0") for content in left)


def test_every_commit_of_sqlite_is_there_after_a_cut_when_it_flushes_each(tmp_path: Path) -> None:
    assert {_left_after_a_cut(tmp_path, "FULL", seed) for seed in range(3)} == {120}


def test_commits_are_gone_after_a_cut_when_sqlite_does_not_flush_each(tmp_path: Path) -> None:
    assert min(_left_after_a_cut(tmp_path, "NORMAL", seed) for seed in range(3)) < 120


def _left_after_a_cut(folder: Path, flushing: str, seed: int) -> int:
    database, record = folder / f"{flushing}-{seed}.sqlite3", folder / f"{flushing}-{seed}.record"
    with closing(sqlite3.connect(database, isolation_level=None)) as made:
        made.execute("CREATE TABLE point (id INTEGER PRIMARY KEY, text TEXT)")
    before = lying_there(database)
    command = [sys.executable, "-c", _WRITER, str(database), str(record), flushing]
    subprocess.run(command, cwd=ROOT, check=True)
    cut_the_power(record, before, database, random.Random(seed))
    with closing(sqlite3.connect(database)) as left:
        assert left.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(left.execute("SELECT count(*) FROM point").fetchone()[0])
