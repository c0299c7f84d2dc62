"""The servers that are measured: real processes on free ports, and the processor time they took."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ports import free_port, wait_for_port

ROOT = Path(__file__).parent.parent.parent
_TICK = os.sysconf("SC_CLK_TCK")


@contextmanager
def rapport(data: Path, port: int = 0) -> Iterator[tuple[int, int]]:
    """Serve the meetings in `data` as an operator does, on a free port unless one is named; gives (pid, port)."""
    port = port or free_port()
    settings = {"RAPPORT_DATA_DIR": str(data), "RAPPORT_PORT": str(port)}
    with _server([sys.executable, "-P", "-m", "app.cli", "serve"], settings, port) as pid:
        yield pid, port


@contextmanager
def watched(data: Path, most_at_once: int, database: str = "") -> Iterator[tuple[Path, int]]:
    """Serve the meetings in `data` with so many asks in a commit; gives the file of its loop's delays and the port."""
    port, file = free_port(), data / f"delays-{most_at_once}"
    settings = {"RAPPORT_DATA_DIR": str(data), "RAPPORT_PORT": str(port)}
    settings |= {"RAPPORT_DATABASE_URL": database} if database else {}
    with _server([sys.executable, "-P", "-m", "tests.bench.watched", str(file), str(most_at_once)], settings, port):
        yield file, port


@contextmanager
def stock() -> Iterator[tuple[int, int]]:
    """Serve the comparison, stock Flask-SocketIO on gevent; gives (process id, port)."""
    port = free_port()
    with _server([sys.executable, "-P", "-m", "tests.bench.stock", str(port)], {}, port) as pid:
        yield pid, port


def cpu_of(pid: int) -> float:
    """Give the seconds of processor time that a process took so far, all its threads together."""
    words = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / _TICK


def children_of(pid: int) -> list[int]:
    """Give the processes that a process started and that still run."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()]


def memory_of(pid: int) -> float:
    """Give the resident memory of a process, in MiB."""
    return int(Path(f"/proc/{pid}/statm").read_text("utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def _server(command: list[str], settings: dict[str, str], port: int) -> Iterator[int]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | settings
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_for_port(port, 60)
        yield process.pid
    finally:
        process.terminate()
        process.wait(20)
