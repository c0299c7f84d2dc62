"""PostgreSQL and Redis of the tests' own: started on a free port, ended with the tests, nothing kept."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import psycopg
import pytest
from typing_extensions import override

from app.doctor.check import Check
from app.doctor.programs import postgresql_check, postgresql_path, program_checks
from tests.ports import free_port, wait_for_port

S = TypeVar("S", bound="Server")
DEPLOY = Path(__file__).parent.parent / "deploy"
_CERTIFICATE = (
    *("openssl", "req", "-x509", "-nodes", "-days", "2", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
    *("-subj", "/CN=localhost", "-keyout", "certificate.key", "-out", "certificate.pem"),
)
# What a unit test may lose in a power cut does not matter; a fault test says `durable=True`.
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass
class Server:
    """A server that tests may kill and start again on the same port with the same data."""

    command: list[str]
    port: int
    folder: Path
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start it and wait until it listens."""
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(self.command, cwd=self.folder, stdout=log, stderr=subprocess.STDOUT)
        wait_for_port(self.port)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it, with SIGKILL as rudely as wanted, and wait until it is gone."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(30)


@dataclass
class Nginx(Server):
    """nginx; `plain` is the port without TLS."""

    plain: int = 0


@dataclass
class Postgres(Server):
    """A PostgreSQL server with as many databases as wanted."""

    def url(self, database: str) -> str:
        """Give SQLAlchemy's address of a database."""
        return f"postgresql+psycopg://rapport@127.0.0.1:{self.port}/{database}"

    def create(self, database: str, template: str = "template0") -> str:
        """Make a database as a copy of `template`, and give its address."""
        self._run(f'CREATE DATABASE "{database}" TEMPLATE "{template}"')
        return self.url(database)

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        self._run(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._address, autocommit=True) as connection:
            connection.execute(statement.encode())

    @property
    def _address(self) -> str:
        return f"host=127.0.0.1 port={self.port} user=rapport dbname=postgres"

    @override
    def start(self) -> None:
        """Start it and wait until it answers a question; listening is not enough while it recovers."""
        super().start()
        end = time.monotonic() + 30
        while True:
            try:
                self._run("SELECT 1")
            except psycopg.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)
            else:
                return


@contextmanager
def running_postgres(*, durable: bool = False, settings: Mapping[str, str] | None = None) -> Iterator[Postgres]:
    """Run a PostgreSQL server of our own; `durable` as in a real installation, else as fast as it goes."""
    need(postgresql_check())
    programs = Path(postgresql_path())
    with _server_folder() as (folder, as_user):
        data = folder / "data"
        initdb = [programs / "initdb", "--pgdata", data, "--auth=trust", "--username=rapport", "--encoding=UTF8"]
        made = [*as_user, *map(str, initdb), "--locale=C.UTF-8", "--no-sync"]
        subprocess.run(made, cwd=folder, check=True, capture_output=True)
        port = free_port()
        chosen = {"port": str(port), "listen_addresses": "127.0.0.1", "unix_socket_directories": ""}
        chosen |= (
            {"max_connections": "60", "shared_buffers": "32MB"} | ({} if durable else _FAST) | dict(settings or {})
        )
        options = [part for name, value in chosen.items() for part in ("-c", f"{name}={value}")]
        server = Postgres([*as_user, str(programs / "postgres"), "-D", str(data), *options], port, folder)
        yield from _running(server, signal.SIGINT)


@contextmanager
def running_redis() -> Iterator[Server]:
    """Run a Redis server of our own that keeps nothing on disk; its address is `redis://127.0.0.1:PORT/0`."""
    need(next(check for check in program_checks() if check.subject == "Redis"))
    with _server_folder() as (folder, as_user):
        port = free_port()
        options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        yield from _running(Server([*as_user, "redis-server", *options], port, folder), signal.SIGTERM)


@contextmanager
def running_nginx(ports: Sequence[int], port: int) -> Iterator[Nginx]:
    """Run nginx with the program's own configuration, TLS on `port`, before the processes on `ports`."""
    need(next(check for check in program_checks() if check.subject == "nginx"))
    with _server_folder() as (folder, as_user):
        subprocess.run([*as_user, *_CERTIFICATE], cwd=folder, check=True, capture_output=True)
        plain = free_port()
        site = (DEPLOY / "nginx" / "rapport.conf.template").read_text("utf-8")
        values = {
            "NAME": "localhost",
            "HTTP": f"127.0.0.1:{plain}",
            "HTTPS": f"127.0.0.1:{port}",
            "CACHE": str(folder / "cache"),
            "SERVERS": " ".join(f"server 127.0.0.1:{each} max_fails=1 fail_timeout=2s;" for each in ports),
            "CERTIFICATE": str(folder / "certificate.pem"),
            "CERTIFICATE_KEY": str(folder / "certificate.key"),
        }
        for name, value in values.items():
            site = site.replace(f"${{RAPPORT_{name}}}", value)
        (folder / "site.conf").write_text(site, "utf-8")
        temporary = " ".join(f"{each}_temp_path {folder}/{each};" for each in ("client_body", "proxy", "fastcgi"))
        rest = " ".join(f"{each}_temp_path {folder}/{each};" for each in ("uwsgi", "scgi"))
        around = (
            f"daemon off; pid {folder}/pid; error_log {folder}/log warn; worker_processes 1;"
            " events { worker_connections 8000; }"
            f" http {{ access_log off; {temporary} {rest} include {folder}/site.conf; }}"
        )
        (folder / "nginx.conf").write_text(around, "utf-8")
        (folder / "log").touch()
        shutil.chown(folder / "log", folder.owner(), folder.group())
        command = ["nginx", "-e", str(folder / "log"), "-c", str(folder / "nginx.conf")]
        yield from _running(Nginx([*as_user, *command], port, folder, plain=plain), signal.SIGTERM)


def need(check: Check) -> None:
    """Fail the test, with the command that mends it, when this machine lacks what `check` looked for."""
    if not check.ok:
        pytest.fail(f"{check.subject}: {check.says}. To mend it: {check.mend}", pytrace=False)


def _running(server: S, ending: signal.Signals) -> Iterator[S]:
    try:
        server.start()
        yield server
    finally:
        server.stop(ending)


@contextmanager
def _server_folder() -> Iterator[tuple[Path, list[str]]]:
    """Give a folder, and the words before a command that run it as the folder's owner.

    PostgreSQL refuses to run as root, so root hands it to somebody with no rights. On Linux the server also ends when
    the tests do, however they end.
    """
    folder = Path(tempfile.mkdtemp(prefix="rapport-server-"))
    prefix = []
    if shutil.which("setpriv"):
        prefix = ["setpriv", "--pdeathsig", "KILL"]
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(folder, nobody.pw_uid, nobody.pw_gid)
            prefix += [f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups"]
    try:
        yield folder, prefix
    finally:
        shutil.rmtree(folder, ignore_errors=True)
