"""Text that breaks databases, browsers and printers, in every text of every command, through both doors."""

from __future__ import annotations

from typing import Any

import pytest

from app.core import journal
from app.core.db import reading
from app.core.handling import handlers
from app.matrix.table import COMMANDS as MATRIX
from tests.cast import Cast
from tests.doors import Answer, Browser, Line
from tests.houses import House
from tests.mirror import all_streams
from tests.permissions.table import COMMANDS, Stage

HOSTILE = {
    "NUL": "a\0b",
    "a lone surrogate": "a\ud800b",
    "control characters": "a\x01\x1b[31m\x7f\x9f\ufffe b",
    "bidi overrides": "a\u202egnp.exe\u2066\u200f",
    "marks": "a" + "\u0301\u0323" * 50_000,
    "a hundred thousand letters": "x" * 100_000,
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}${7*7}",
    "nothing but blanks": " \n\t\u00a0 ",
    "formats": "%s %n {0} {} \\ ' \" ; -- DROP TABLE person",
}
WITH_RIGHTS = ("canada", "secretariat", "jamaica", "moderator_1", "rapporteur_1", "ghana")
# Those end what the others need; wrong codes of screens are slowed down on purpose, whatever is in them.
SKIPPED = {"session.end", "person.remove", "meeting.close", "takeaway.remove", "screen.pair"}


@pytest.fixture(scope="module")
def browsers(house: House, cast: Cast) -> dict[str, Browser]:
    return {who: house.browser(cast, who) for who in WITH_RIGHTS}


def test_every_text_is_taken_clean_or_refused_in_words(house: House, cast: Cast, browsers: dict[str, Browser]) -> None:
    lines = {who: browser.line() for who, browser in browsers.items()}
    stage = _stage(cast)
    for number, (name, field, kind) in enumerate(_texts()):
        if number % 50 == 0:
            _stay_connected(lines)
        door = (browsers, lines)[number % 2 == 0 and len(HOSTILE[kind]) < 60_000]
        answer = _asked(door, name, {**COMMANDS[name](stage), field: HOSTILE[kind]})
        assert answer["ok"] or answer["code"] in {"invalid", "conflict", "gone", "forbidden"}, (
            f"{name} {field} {kind}: {answer}"
        )
        assert answer["ok"] or answer["why"]
    _everything_still_works(house, cast, browsers["canada"])


def _stay_connected(lines: dict[str, Line]) -> None:
    # Whoever is seldom asked has pings to answer all the same.
    for line in lines.values():
        line.listen(0.001)


def _texts() -> list[tuple[str, str, str]]:
    fields = []
    asked_by_people = {row.name for row in MATRIX.values() if not row.only}
    for name in COMMANDS:
        if name in asked_by_people and name not in SKIPPED:
            schema: dict[str, Any] = handlers[name].command.model_json_schema()["properties"]
            fields += [(name, field) for field, about in schema.items() if _is_text(about)]
    assert len(fields) > 20
    return [(name, field, kind) for name, field in fields for kind in HOSTILE]


def _is_text(about: dict[str, Any]) -> bool:
    options = about.get("anyOf", [about])
    return any(option.get("type") == "string" and "enum" not in option for option in options)


def _asked(door: dict[str, Browser] | dict[str, Line], name: str, data: dict[str, Any]) -> Answer:
    answers = (door[who].ask(name, data) for who in WITH_RIGHTS)
    return next((answer for answer in answers if answer.get("code") != "forbidden"), {"ok": False, "code": "nobody"})


def _everything_still_works(house: House, cast: Cast, chair: Browser) -> None:
    with reading(cast.bus.engine) as db:
        told = str([journal.snapshot(db, stream) for stream in all_streams(cast.bus)])
    assert not any(sign in told for sign in ("\\x00", "\\ud800", "\\u202e", "\x1b"))
    for page in ("board", "timeline", "summary", "summary.json", "summary/preview", "plenary"):
        reply = chair.get(f"/m/{cast.meeting}/{page}")
        assert reply.status == 200, page
        assert page == "summary.json" or "<script>alert" not in reply.text
    line = chair.line()
    assert line.follow(f"meeting:{cast.meeting}:chairs")["ok"]
    made = [
        chair.ask("export.request", {"meeting": cast.meeting, "format": each})["result"]["id"]
        for each in ("json", "html", "markdown")
    ]
    assert line.until(lambda: _states(cast, made) == {"done"}, 60), cast.things(
        f"meeting:{cast.meeting}:chairs", "export"
    )
    assert {chair.get(f"/exports/{export}/file").status for export in made} == {200}


def _states(cast: Cast, made: list[int]) -> set[str]:
    exports = cast.things(f"meeting:{cast.meeting}:chairs", "export")
    return {thing["state"] for thing in exports if thing["id"] in made}


def _stage(cast: Cast) -> Stage:
    room = {"room": cast.rooms[0]}
    return Stage(
        meeting=cast.meeting,
        session=cast.sessions[0],
        later_session=cast.sessions[1],
        part=cast.parts["remarks"],
        breakouts=cast.parts["breakouts again"],
        round=cast.rounds[0],
        later_round=cast.rounds[1],
        room=cast.rooms[0],
        later_room=cast.rooms[2],
        point=cast.must("rapporteur_1", "takeaway.capture", **room, text="A point")["id"],
        proposal=cast.must("ghana", "takeaway.propose", **room, text="A proposal")["id"],
        export=cast.must("canada", "export.request", meeting=cast.meeting, format="json")["id"],
        spare=cast.must("canada", "person.add", meeting=cast.meeting, person_name="Spare")["id"],
        speaker=cast.must("secretariat", "speaker.add", part=cast.parts["remarks"], speaker_name="A speaker")["id"],
        spare_session=1,
        roster_import=1,
        waiting=1,
    )
