"""What the sockets let in, what they refuse, and that one client's mischief is nobody else's trouble."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator

import pytest
import websocket

from tests.cast import Cast
from tests.doors import Browser, Line, Refused
from tests.houses import House

HANDSHAKE = [
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
]
CONNECT = '40{"ticket":"%s"}'


@pytest.fixture
def browser(house: House, cast: Cast) -> Iterator[Browser]:
    """A participant's browser."""
    browser = house.browser(cast, "ghana")
    yield browser
    browser.close()


@pytest.fixture
def line(browser: Browser) -> Line:
    return browser.line()


@pytest.fixture
def bystander(house: House, cast: Cast) -> Iterator[Line]:
    """Somebody else in the meeting, who goes on whatever the others do."""
    browser = house.browser(cast, "norway")
    line = browser.line()
    assert line.follow(f"meeting:{cast.meeting}")["ok"]
    yield line
    assert line.request("heads", {})["ok"]
    browser.close()


@pytest.mark.parametrize(
    "message",
    [
        '42["connect",{}]',
        '42["disconnect",{}]',
        '42["connect_error",{}]',
        '42["told",{"stream":"meeting:1"}]',
        '42["message","a"]',
        "42[]",
        "42{}",
        '42["ask"]',
        '42["ask",{},{}]',
        '421["ask",{"name":NaN}]',
        '421["ask",{"name":"meeting.say","id":"12345678","data":{"a":Infinity}}]',
        '421["ask",{"name":"meeting.say","id":"12345678","data":{"a":1e999}}]',
        '421["ask",{"data":' + "9" * 400 + "}]",
        '421["ask",' + "[" * 30_000 + "]" * 30_000 + "]",
        '42/other,["ask",{}]',
        "40/other,",
        "41/other,",
        '451-["ask",{"_placeholder":true,"num":0}]',
        '461-1[{"_placeholder":true,"num":0}]',
        '44{"message":"a"}',
        "47",
        "4",
        "9",
        "b4AAAA",
        '42["ask",{"a":"\\ud800"',
        "42" + "x" * 70_000,
    ],
    ids=lambda message: message[:40],
)
def test_what_is_no_request_of_ours_closes_the_connection(line: Line, bystander: Line, message: str) -> None:
    line.write(message)
    assert line.until(lambda: line.closed, 5)


@pytest.mark.parametrize("opcode", [websocket.ABNF.OPCODE_BINARY, 0x3, 0xB])
def test_frames_that_are_no_text_close_the_connection(line: Line, bystander: Line, opcode: int) -> None:
    line.wire.sock.sendall(bytes([0x80 | opcode, 0x80 | 4, 0, 0, 0, 0]) + b"42[]")  # type: ignore[union-attr]
    assert line.until(lambda: line.closed, 5)


def test_bytes_that_are_no_utf_8_close_the_connection(line: Line, bystander: Line) -> None:
    line.wire.send(b'42["\xff"]', websocket.ABNF.OPCODE_TEXT)
    assert line.until(lambda: line.closed, 5)


@pytest.mark.parametrize(
    "body",
    ["text", 7, None, [], {"name": 7}, {"name": "no.such"}, {"name": ["a"]}, {"name": "room.extend"}],
    ids=repr,
)
def test_a_request_of_the_wrong_shape_is_refused_in_words(line: Line, body: object) -> None:
    answer = line.request("ask", body)
    assert (answer["ok"], answer["code"] in {"invalid", "not_found"}, bool(answer["why"])) == (False, True, True)


@pytest.mark.parametrize(
    "stream",
    [
        "",
        "a",
        "room",
        "room:",
        "room:x",
        "room:0",
        "room:-1",
        "room:01",
        "room:1:",
        "room:٣",
        "room:" + "9" * 30,
        "nobody:1",
        None,
        7,
        [],
        {},
    ],
)
def test_what_is_no_stream_is_refused_as_one_that_is_not_ours(line: Line, stream: object) -> None:
    assert line.request("follow", {"stream": stream})["code"] == "forbidden"


def test_odd_positions_in_a_stream_are_answered_with_a_fresh_copy(line: Line, cast: Cast) -> None:
    positions: tuple[object, ...] = (-5, 10**15, "7", None, True, [], 1.5)
    for since in positions:
        answer = line.request("follow", {"stream": f"meeting:{cast.meeting}", "since": since, "epoch": ["x"]})
        assert answer["ok"], answer
        assert "snapshot" in answer or since is True


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:1", "https://localhost", ""])
def test_a_connection_from_another_page_is_refused(house: House, browser: Browser, origin: str) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        Line(house.port, {"ticket": browser.ticket()}, origin=origin)


def test_a_connection_without_or_with_two_origins_is_refused(house: House, browser: Browser) -> None:
    ours = f"Origin: {browser.origin}"
    assert _handshake(house, [*HANDSHAKE, ours]).startswith("HTTP/1.1 101")
    for wrong in ([], [ours, "Origin: http://evil.example"], [ours, ours]):
        assert _handshake(house, [*HANDSHAKE, *wrong]).startswith("HTTP/1.1 403"), wrong


def test_the_polling_transport_is_refused(browser: Browser) -> None:
    for query in (
        "?EIO=4&transport=polling",
        "?EIO=4&transport=polling&j=0",
        "?EIO=4&transport=websocket",
        "?EIO=4",
        "?sid=abc",
        "",
    ):
        reply = browser.get(f"/socket.io/{query}", Origin=browser.origin)
        assert (reply.status, b"WebSocket" in reply.body) == (400, True), query


@pytest.mark.parametrize(
    "auth", [{}, {"ticket": ""}, {"ticket": 7}, {"ticket": ["a"]}, {"ticket": "x" * 43}, [], "text"]
)
def test_without_a_ticket_nobody_connects(house: House, browser: Browser, auth: object) -> None:
    with pytest.raises(Refused):
        Line(house.port, auth, origin=browser.origin)


def test_a_ticket_lets_one_socket_in_once(house: House, browser: Browser) -> None:
    ticket = browser.ticket()
    Line(house.port, {"ticket": ticket}, origin=browser.origin).close()
    with pytest.raises(Refused, match="signed_out"):
        Line(house.port, {"ticket": ticket}, origin=browser.origin)


def test_a_ticket_of_a_browser_that_signed_out_lets_nobody_in(house: House, browser: Browser) -> None:
    ticket = browser.ticket()
    assert browser.ask("session.end", {})["ok"]
    with pytest.raises(Refused, match="signed_out"):
        Line(house.port, {"ticket": ticket}, origin=browser.origin)


def test_a_socket_that_never_connects_is_closed_within_seconds(house: House, browser: Browser) -> None:
    began = time.monotonic()
    line = Line(house.port, None, origin=browser.origin)
    assert line.until(lambda: line.closed, 6)
    assert 2 < time.monotonic() - began < 5
    line.close()


def test_who_says_goodbye_to_the_namespace_loses_the_line_too(line: Line) -> None:
    line.write("41")
    assert line.until(lambda: line.closed, 5)


def test_connecting_twice_on_one_line_gives_no_second_life(house: House, browser: Browser, line: Line) -> None:
    line.write(CONNECT % browser.ticket())
    line.until(lambda: line.closed, 2)
    line.close()
    assert browser.line().request("heads", {})["ok"]


def test_a_person_has_at_most_six_sockets(house: House, cast: Cast) -> None:
    browser = house.browser(cast, "unplaced")
    lines = [browser.line() for _ in range(6)]
    with pytest.raises(Refused, match="busy"):
        browser.line()
    lines[0].close()
    assert _soon(lambda: bool(browser.line()))
    browser.close()


def test_who_asks_too_much_is_told_when_to_come_back(house: House, cast: Cast, bystander: Line) -> None:
    browser = house.browser(cast, "brazil")
    line = browser.line()
    numbers = [line.start("heads", {}) for _ in range(90)]
    line.until(lambda: numbers[-1] in line.acks)
    refused = [line.acks[number] for number in numbers if not line.acks[number]["ok"]]
    assert 10 < len(refused) <= 30
    assert {answer["code"] for answer in refused} == {"busy"}
    assert all(0 < answer["retry_after"] < 3 for answer in refused)
    assert _soon(lambda: _refused_by_post(browser, line)), "both doors share one bucket"
    browser.close()


def _refused_by_post(browser: Browser, line: Line) -> bool:
    for _ in range(60):
        line.start("heads", {})
    reply = browser.post("/api/commands/takeaway.undo", {"room": 1}, {"Idempotency-Key": "12345678"})
    return (reply.status, reply.headers["Retry-After"]) == (429, "1")


def _soon(happened: Callable[[], bool], seconds: float = 5) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if happened():
                return True
        except Refused:
            time.sleep(0.05)
    return False


def _handshake(house: House, headers: list[str]) -> str:
    head = ["GET /socket.io/?EIO=4&transport=websocket HTTP/1.1", f"Host: localhost:{house.port}", *headers, "", ""]
    with socket.create_connection(("127.0.0.1", house.port), timeout=5) as wire:
        wire.sendall("\r\n".join(head).encode())
        return wire.recv(4000).decode("latin-1")
