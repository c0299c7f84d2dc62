from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from tests.architecture.sources import ROOT
from tests.databases import Databases
from tests.ports import wait_for_port
from tests.servers import Postgres, Server, running_postgres


def test_a_database_begins_empty_and_takes_what_is_written(empty_database_url: str) -> None:
    engine = sa.create_engine(empty_database_url)
    assert sa.inspect(engine).get_table_names() == []
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE note (words TEXT)"))
    assert sa.inspect(engine).get_table_names() == ["note"]
    engine.dispose()


def test_a_migrated_database_has_all_tables_and_nobody_in_them(database_url: str) -> None:
    engine = sa.create_engine(database_url)
    tables = set(sa.inspect(engine).get_table_names())
    counts = {table: sa.select(sa.func.count()).select_from(sa.table(table)) for table in tables}
    with engine.connect() as connection:
        filled = {table for table, count in counts.items() if connection.scalar(count)}
    assert "room" in tables
    assert filled == {"alembic_version", "epoch"}
    engine.dispose()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_one_test_writes_no_other_test_reads(databases: Databases, kind: str) -> None:
    with databases.empty(kind) as first, databases.empty(kind) as second:
        ours, theirs = sa.create_engine(first), sa.create_engine(second)
        with ours.begin() as connection:
            connection.execute(sa.text("CREATE TABLE secret (words TEXT)"))
        assert (sa.inspect(ours).get_table_names(), sa.inspect(theirs).get_table_names()) == (["secret"], [])
        ours.dispose()
        theirs.dispose()


def test_a_killed_server_comes_back_on_its_port_with_its_data() -> None:
    with running_postgres(durable=True) as server:
        url = server.create("kept").replace("+psycopg", "")
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
        server.stop(signal.SIGKILL)
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(url)
        server.start()
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT one FROM kept").fetchall() == [(1,)]
            assert connection.execute("SHOW fsync").fetchone() == ("on",)


def test_redis_answers_on_its_port(redis: Server) -> None:
    with socket.create_connection(("127.0.0.1", redis.port)) as line:
        line.sendall(b"PING\r\n")
        assert line.recv(64) == b"+PONG\r\n"


def test_the_tests_never_run_their_database_as_root(postgres: Postgres) -> None:
    assert postgres.process is not None
    assert Path(f"/proc/{postgres.process.pid}").stat().st_uid != 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a server together with the one who started it")
def test_a_server_ends_with_the_tests_however_they_end() -> None:
    starter = (
        "from tests.servers import running_redis\nwith running_redis() as r: print(r.process.pid, flush=True); input()"
    )
    command = [sys.executable, "-c", starter]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as tests:
        assert tests.stdout is not None
        server = int(tests.stdout.readline())
        tests.kill()
    end = time.monotonic() + 10
    while _is_running(server) and time.monotonic() < end:
        time.sleep(0.02)
    assert not _is_running(server)


def test_waiting_for_a_port_on_which_nobody_listens_ends(free_port: int) -> None:
    with pytest.raises(TimeoutError, match=f"port {free_port} after 0.1 seconds"):
        wait_for_port(free_port, seconds=0.1)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
