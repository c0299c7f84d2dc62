"""What every answer by HTTP carries, and what is refused before anything is asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.config import Settings
from app.factory import create_program
from app.web.headers import security_headers
from tests.cast import Cast
from tests.doors import Browser, Reply
from tests.houses import House

HEADERS = security_headers(secure=False)


def _is_ours(reply: Reply) -> bool:
    return {name: reply.headers[name] for name in HEADERS} == HEADERS and "Traceback" not in reply.text


@pytest.fixture(scope="module")
def chair(house: House, cast: Cast) -> Browser:
    return house.browser(cast, "canada")


def _addresses(cast: Cast) -> list[str]:
    meeting, room = f"/m/{cast.meeting}", cast.rooms[0]
    screens = ("", "now", "timeline", "board", "summary", "summary.json", "summary/preview", "plenary", "screen")
    in_rooms = [f"{meeting}/{page}/{room}" for page in ("room", "capture", "moderate")]
    others = ["/", "/j/123456789", "/enter", "/api/delegations?q=ken", "/summary/document.css", "/exports/1/file"]
    wrong = [
        "/nowhere",
        "/m/99999999999999999999/now",
        f"{meeting}/room/9999999999999999999999",
        "/exports/99999999999/file",
    ]
    strange = [
        "/s/0/none.js",
        "/s/../../etc/passwd",
        "/%00",
        "/%ff",
        "/m/1%0d%0aSet-Cookie:x",
        "/socket.io/",
        "/socket.io/?x",
    ]
    return [*(f"{meeting}/{page}".rstrip("/") for page in screens), *in_rooms, *others, *wrong, *strange]


def test_every_answer_carries_the_headers_whoever_asks(house: House, cast: Cast, chair: Browser) -> None:
    nobody, participant = house.visitor(), house.browser(cast, "ghana")
    for address in _addresses(cast):
        for browser in (chair, nobody, participant):
            reply = browser.get(address)
            assert _is_ours(reply), f"{address}: {reply.status} {reply.headers}"
            assert reply.status in {200, 302, 400, 401, 403, 404, 410}, f"{address}: {reply.status}"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"])
def test_unusual_methods_are_answered_with_the_headers_too(chair: Browser, cast: Cast, method: str) -> None:
    for address in (f"/m/{cast.meeting}/now", "/api/commands/meeting.say", "/nowhere", "/socket.io/"):
        reply = chair.send(method, address)
        assert _is_ours(reply), f"{method} {address}: {reply.status}"
        assert reply.status < 500


def test_static_files_are_kept_for_ever_and_pages_by_nobody(chair: Browser, cast: Cast) -> None:
    page = chair.get(f"/m/{cast.meeting}/board")
    assert (page.headers["Cache-Control"], page.headers["Vary"]) == ("no-store", "Cookie")
    for address in set(re.findall(r'"(/s/[^"#]+)', page.text)):
        reply = chair.get(address)
        assert (reply.status, _is_ours(reply)) == (200, True), address
        assert reply.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_errors_say_what_happened_and_what_to_do(house: House, cast: Cast) -> None:
    reply = house.visitor().get(f"/m/{cast.meeting}/board")
    assert (reply.status, reply.headers["Content-Type"]) == (401, "text/html; charset=utf-8")
    assert "You are signed out" in reply.text
    assert "a new link of your own" in reply.text
    data = house.visitor().get(f"/m/{cast.meeting}/summary.json")
    assert (data.status, set(data.json)) == (401, {"ok", "code", "why", "fields"})


@pytest.mark.parametrize("name", ["now", "board", "timeline", "summary"])
def test_another_meetings_pages_do_not_exist(house: House, cast: Cast, name: str) -> None:
    elsewhere = house.browser(cast, "zoe")
    assert elsewhere.get(f"/m/{cast.meeting}/{name}").status in {403, 404}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"X-CSRF": ""}, 403),
        ({"X-CSRF": "x" * 43}, 403),
        ({"X-CSRF": "é"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 422),
        ({"Content-Type": "text/plain"}, 422),
        ({"Content-Type": ""}, 422),
    ],
)
def test_a_change_that_another_page_may_have_sent_is_refused(
    chair: Browser, cast: Cast, headers: dict[str, str], status: int
) -> None:
    reply = chair.post("/api/commands/meeting.say", {"meeting": cast.meeting, "message": "Not ours"}, headers)
    assert (reply.status, reply.json["ok"], _is_ours(reply)) == (status, False, True)
    assert cast.things(f"meeting:{cast.meeting}", "meeting")[0]["message"] == ""


def test_tickets_and_ways_in_ask_where_one_comes_from(house: House, chair: Browser) -> None:
    assert chair.post("/api/ticket", {}, {"X-CSRF": "wrong"}).status == 403
    for path in ("/api/enter", "/api/join"):
        for origin in ("", "null", "http://evil.example"):
            assert (
                house.visitor().post(path, {"secret": "a", "code": "1", "name": "A"}, {"Origin": origin}).status == 403
            )


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"a":NaN}', b'{"a":1e999}', b"\xff", b"[" * 100_000, b"9" * 5_000]
)
def test_what_is_no_json_of_ours_is_refused_in_words(chair: Browser, body: bytes) -> None:
    reply = chair.post("/api/commands/meeting.say", body)
    assert (reply.status, reply.json["code"]) == (422, "invalid")


def test_a_body_of_many_megabytes_is_refused(chair: Browser) -> None:
    reply = chair.post("/api/commands/meeting.say", b" " * (4 * 1024 * 1024 + 1))
    assert (reply.status, reply.json["code"]) == (413, "invalid")


def test_unknown_fields_and_ids_from_clients_are_refused(chair: Browser, cast: Cast) -> None:
    strange: list[dict[str, object]] = [{"author": 1}, {"id": 7}, {"person_id": 1}, {"__proto__": {}}, {"at": "now"}]
    for more in strange:
        answer = chair.ask("meeting.say", {"meeting": cast.meeting, "message": "a", **more})
        assert (answer["code"], list(answer["fields"])) == ("invalid", list(more))


@pytest.mark.parametrize("meeting", ["1", 1.0, True, None, [1], {"id": 1}, -1, 0, 2**31, 2**53])
def test_an_id_of_the_wrong_type_is_refused(chair: Browser, meeting: object) -> None:
    answer = chair.ask("meeting.say", {"meeting": meeting, "message": "a"})
    assert (answer["code"], list(answer["fields"])) == ("invalid", ["meeting"])


@pytest.mark.parametrize("ask_id", ["short", "x" * 65, "with blank", "é" * 9])
def test_an_ask_needs_an_id_of_its_own(chair: Browser, cast: Cast, ask_id: str) -> None:
    reply = chair.post(
        "/api/commands/meeting.say", {"meeting": cast.meeting, "message": ""}, {"Idempotency-Key": ask_id}
    )
    assert reply.json["code"] == "invalid"


def test_the_cookie_is_for_this_server_alone(house: House, cast: Cast) -> None:
    link = cast.must("secretariat", "link.issue", person=cast.person("ghana"))
    cookie = house.visitor().post("/api/enter", {"secret": link["secret"]}).headers["Set-Cookie"]
    assert re.fullmatch(r"rapport=[\w-]{43}; Expires=[^;]+; Max-Age=604800; HttpOnly; Path=/; SameSite=Lax", cookie), (
        cookie
    )


def test_behind_https_the_cookie_is_secure_and_bound_to_the_host(sqlite_url: str, tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, database_url=sqlite_url, public_url="https://meeting.example")
    program = create_program(settings)
    headers = program.app.test_client().get("/").headers
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    program.engine.dispose()
