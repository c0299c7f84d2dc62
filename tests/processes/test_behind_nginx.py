"""What stands before the processes: the configuration that operators take, tried as it is."""

from __future__ import annotations

import http.client
import re
import time

import pytest
import websocket

from app.accounts.throttle import FREE_TRIES
from tests.cast import Cast
from tests.doors import Line
from tests.processes.quarter import Quarter


def test_a_meeting_is_reached_by_tls_with_its_sockets(quarter: Quarter, cast: Cast) -> None:
    browser = quarter.browser(cast, "ghana")
    reply = browser.get(f"/m/{cast.meeting}/now")
    assert reply.status == 200
    assert reply.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert browser.cookie.startswith("__Host-rapport=")
    assert browser.line().follow(f"meeting:{cast.meeting}")["ok"]


def test_a_socket_of_another_site_is_refused_behind_nginx_too(quarter: Quarter, cast: Cast) -> None:
    browser = quarter.browser(cast, "ghana")
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        Line(browser.port, {"ticket": browser.ticket()}, origin="https://evil.example", secure=True)


def test_nobody_can_say_they_are_somebody_else(quarter: Quarter) -> None:
    visitor = quarter.visitor()
    wrong = {"code": "123456789", "name": "Somebody", "delegation": ""}
    tried = []
    for number in range(FREE_TRIES + 3):
        lie = f"203.0.113.{number}"
        said = {"X-Forwarded-For": lie, "X-Real-IP": lie, "Forwarded": f"for={lie}", "X-Forwarded-Host": "evil.example"}
        tried.append(visitor.post("/api/join", wrong, said).status)
        # The processes count together, each hint a moment after the try.
        time.sleep(0.1)
    assert tried[-1] == 429, "however often the address that is claimed changes, it is one that tries"


def test_files_are_kept_by_nginx_and_by_browsers_for_ever(quarter: Quarter) -> None:
    visitor = quarter.visitor()
    page = visitor.get("/").text
    address = re.search(r'"(/s/[^"]+\.css)"', page)
    assert address
    replies = [visitor.get(address[1], Accept_Encoding="gzip") for _ in range(2)]
    assert [reply.headers["Cache-Control"] for reply in replies] == ["public, max-age=31536000, immutable"] * 2
    assert [reply.headers["Content-Encoding"] for reply in replies] == ["gzip"] * 2
    assert replies[0].body == replies[1].body


def test_what_is_too_large_is_refused_before_it_is_passed_on(quarter: Quarter) -> None:
    assert quarter.visitor().post("/api/join", b"x" * (4 * 1024 * 1024 + 1)).status == 413


def test_how_the_processes_are_is_nobodys_business_outside(quarter: Quarter) -> None:
    assert [quarter.visitor().get(path).status for path in ("/healthz", "/readyz")] == [404, 404]


def test_without_tls_one_is_sent_to_the_secure_address(quarter: Quarter) -> None:
    wire = http.client.HTTPConnection("127.0.0.1", quarter.front.plain, timeout=5)
    wire.request("GET", "/j/123", headers={"Host": "evil.example"})
    answer = wire.getresponse()
    wire.close()
    assert (answer.status, answer.headers["Location"]) == (301, "https://localhost/j/123")
