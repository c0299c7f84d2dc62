"""A process that ends well, and what it says of itself until then."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.bench.table import read
from tests.cast import Cast
from tests.houses import ROOT, House, running_house

PLAIN = {"Set-Cookie", "Server", "Location"}


@pytest.fixture
def ending() -> Iterator[House]:
    """A server for one test, which ends it."""
    with running_house() as served:
        yield served


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_it_says_how_it_is_without_a_cookie_and_without_a_secret(house: House, cast: Cast, path: str) -> None:
    visitor = house.browser(cast, "ghana")
    reply = visitor.get(path)
    assert reply.status == 200
    assert set(reply.json) <= {"alive", "ready", "parts"}
    assert set(reply.headers.keys()) & PLAIN == set()
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    head = visitor.send("HEAD", path)
    assert (head.status, head.body) == (200, b"")


def test_it_says_so_though_hundreds_of_sockets_are_stuck(house: House, cast: Cast) -> None:
    half = b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\n"
    with ExitStack() as stuck:
        for number in range(300):
            wire = stuck.enter_context(socket.create_connection(("127.0.0.1", house.port), timeout=5))
            wire.sendall(half if number % 2 else b"G")
        deaf = house.browser(cast, "norway").line()
        deaf.follow(f"meeting:{cast.meeting}")
        took = []
        for path in ("/healthz", "/readyz") * 3:
            began = time.monotonic()
            assert house.visitor().get(path).status == 200
            took.append(time.monotonic() - began)
    assert sorted(took)[3] < 0.5, took


def test_what_was_begun_is_answered_and_what_is_new_is_kept_for_later(ending: House) -> None:
    cast = ending.cast()
    writer = ending.browser(cast, "rapporteur_1")
    line = writer.line()
    data = {"room": cast.rooms[0], "text": "Begun before the end", "kind": "takeaway", "tags": []}
    asked = [
        line.start("ask", {"name": "takeaway.capture", "id": f"begun-{number:08}", "data": data}) for number in range(5)
    ]
    assert line.until(lambda: asked[0] in line.acks)
    assert ending.process
    ending.process.send_signal(signal.SIGTERM)
    assert line.until(lambda: bool(line.events("draining")))
    late = line.request("ask", {"name": "takeaway.capture", "id": "begun-too-late", "data": data})
    assert late["code"] == "busy"
    assert line.until(lambda: all(number in line.acks for number in asked))
    kept = [number for number in asked if line.acks[number]["ok"]]
    assert all(line.acks[number]["ok"] or line.acks[number]["code"] == "busy" for number in asked)
    assert len(cast.things(f"room:{cast.rooms[0]}", "takeaway")) == len(kept)
    assert writer.get("/readyz").json["parts"]["serving"] == "draining"
    line.close()
    assert ending.process.wait(10) == 0


def test_with_nobody_there_it_ends_at_once(ending: House) -> None:
    assert ending.process
    began = time.monotonic()
    ending.process.send_signal(signal.SIGTERM)
    assert ending.process.wait(10) == 0
    assert time.monotonic() - began < 4


@pytest.mark.alone
def test_a_hundred_people_return_after_a_restart_while_it_goes_on_answering() -> None:
    measured = [sys.executable, "-P", "-m", "tests.bench.returning", "--few"]
    beside = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(measured, cwd=ROOT, env=beside, stdout=subprocess.PIPE, text=True, check=True, timeout=120)
    figures = read(done.stdout)
    missed = [figure for figure in figures if figure.good is False]
    assert missed == [], json.dumps([figure.value for figure in figures])
