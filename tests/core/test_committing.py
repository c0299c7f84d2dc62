"""While the disk is waited for, everything else goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

SLOW_DISK = """
from gevent import monkey; monkey.patch_all()
import sqlite3, sys, gevent
from app.core import committing
from app.core.db import open_engine

really, sleep = committing.Committing._committed, monkey.get_original("time", "sleep")

def slowly(connection):
    sleep(0.5)
    return really(connection) if "{fault}" == "" else sqlite3.OperationalError("{fault}")

committing.Committing._committed = slowly
ticks = []

def tick():
    while True:
        gevent.sleep(0.01)
        ticks.append(1)

gevent.spawn(tick)
with open_engine(sys.argv[1]).connect() as connection:
    connection.exec_driver_sql("CREATE TABLE point (id INTEGER)")
    before = len(ticks)
    try:
        connection.commit()
    except Exception as trouble:
        print(type(trouble).__name__)
    print(len(ticks) - before)
"""


def _run(folder: Path, fault: str) -> subprocess.CompletedProcess[str]:
    code = SLOW_DISK.replace("{fault}", fault)
    command = [sys.executable, "-P", "-c", code, f"sqlite:///{folder / 'a.sqlite3'}"]
    return subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)


def test_the_event_loop_goes_on_while_a_commit_waits_for_the_disk(tmp_path: Path) -> None:
    done = _run(tmp_path, "")
    assert done.stderr == ""
    assert int(done.stdout) > 5


def test_a_commit_that_fails_is_raised_where_it_was_asked_and_printed_nowhere(tmp_path: Path) -> None:
    done = _run(tmp_path, "disk I/O error")
    assert done.stderr == ""
    assert done.stdout.split()[0] == "OperationalError"
