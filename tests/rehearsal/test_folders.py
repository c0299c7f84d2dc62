"""Folders of every kind: what can be played is played, what cannot is named in a sentence."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from app.rehearsal.rehearsing import NOT_ALL, NOTHING, OK, rehearse
from tests.rehearsal.folders import ROSTER, folder, meeting, played

ARABIC, CHINESE, BENGALI = "تمويل المراحل الانتقالية مبكرا", "过渡时期的融资应当更早", "শান্তি রক্ষার জন্য আগেই অর্থ দরকার"


def test_an_empty_script_is_a_meeting_in_which_nothing_happened(tmp_path: Path) -> None:
    result = played(folder(tmp_path, {}))
    assert result.code == OK
    assert (result.tallies["participants"], result.tallies["rooms"], result.tallies["sentence"]) == (0, {}, "")
    assert "There is no roster.csv: people are known only from the reports." in result.tallies["remarks"]


@pytest.mark.parametrize(
    "script",
    [
        {"meeting": {"title": "Without sessions"}},
        {"meeting": None, "sessions": None},
        {"sessions": [{}]},
        {"sessions": [{"title": "No parts", "parts": []}]},
        {"sessions": [{"parts": [{"kind": "breakouts"}]}]},
        {"sessions": [{"parts": [{"kind": "breakouts", "rooms": [{"number": 1}]}]}]},
        {"sessions": [{"date": "", "parts": [{"kind": "remarks", "speakers": [{}]}]}]},
    ],
    ids=["no sessions", "nulls", "an empty session", "no parts", "no rooms", "an empty room", "an empty speaker"],
)
def test_every_list_and_every_word_may_be_missing(tmp_path: Path, script: dict[str, Any]) -> None:
    assert played(folder(tmp_path, script)).code == OK


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{\n"meeting": {\n', "script.json, line 3: this is not JSON"),
        (b"", "script.json, line 1: this is not JSON"),
        (b"\xff\xfe\x00bad", "script.json is not text in UTF-8. Save it as UTF-8 and try again."),
        ("Réunion".encode("latin-1"), "script.json is not text in UTF-8."),
        (b"[]", "script.json: "),
        (b'"a word"', "script.json: "),
        (b'{"sessions": 3}', "script.json: “sessions” cannot be read"),
        (b'{"sessions": [{"date": "soon"}]}', "script.json: “sessions.0.date” cannot be read"),
        (
            b'{"sessions": [{"parts": [{"minutes": "many"}]}]}',
            "script.json: “sessions.0.parts.0.minutes” cannot be read",
        ),
        (b'{"sessions": [{"parts": [{"minutes": [1]}]}]}', "script.json: “sessions.0.parts.0.minutes” cannot be read"),
        (
            b'{"sessions": [{"parts": [{"minutes": 1e999}]}]}',
            "script.json: “sessions.0.parts.0.minutes” cannot be read",
        ),
        (b'{"sessions": [{"parts": [{"minutes": 1e30}]}]}', "script.json: “sessions.0.parts.0.minutes” cannot be read"),
        (b'{"sessions": [{"date": "0001-01-01"}]}', "script.json: “sessions.0.date” cannot be read"),
        (b'{"sessions": [{"date": "9999-12-31"}]}', "script.json: “sessions.0.date” cannot be read"),
        (b"[" * 100_000, "script.json is nested too deep to be a script."),
    ],
    ids=[
        "cut off",
        "empty",
        "bytes",
        "latin-1",
        "a list",
        "a word",
        "a number",
        "a date",
        "minutes",
        "minutes in a list",
        "endless minutes",
        "too many minutes",
        "the first day",
        "the last day",
        "deep",
    ],
)
def test_a_script_that_cannot_be_read_is_named_with_what_to_do(tmp_path: Path, content: bytes, sentence: str) -> None:
    result = played(folder(tmp_path, script_json=content))
    assert result.code == NOTHING
    assert len(result.said) == 1
    assert result.said[0].startswith(sentence)
    assert not (tmp_path / "out.json").exists()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = played(tmp_path / "nowhere" / "at-all")
    assert (result.code, result.said) == (
        NOTHING,
        [f"“{tmp_path / 'nowhere' / 'at-all'}” is not a folder. Give the folder that holds script.json."],
    )


def test_a_file_instead_of_a_folder_is_named(tmp_path: Path) -> None:
    file = tmp_path / "script.json"
    file.write_text("{}", "utf-8")
    result = played(file)
    assert (result.code, result.said) == (
        NOTHING,
        [f"“{file}” is not a folder. Give the folder that holds script.json."],
    )


def test_a_folder_without_a_script_is_named(tmp_path: Path) -> None:
    result = played(folder(tmp_path, roster=ROSTER))
    assert result.code == NOTHING
    assert "holds no script.json" in result.said[0]


def test_a_script_that_is_a_folder_is_named(tmp_path: Path) -> None:
    made = folder(tmp_path)
    (made / "script.json").mkdir()
    result = played(made)
    assert result.code == NOTHING
    assert result.said[0].startswith("script.json cannot be read")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_script_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    made = folder(tmp_path, {})
    (made / "script.json").chmod(0)
    assert played(made).code == NOTHING


def test_a_place_to_write_that_does_not_exist_is_named_before_anything_is_played(tmp_path: Path) -> None:
    said: list[str] = []
    target = tmp_path / "no" / "out.pdf"
    assert rehearse(folder(tmp_path, {}), {"pdf": target}, None, said.append) == NOTHING
    assert said == [f"There is no folder “{target.parent}” to write out.pdf into. Make it, or give another path."]


def test_a_roster_whose_head_stands_twice_counts_nobody_twice(tmp_path: Path) -> None:
    row = "Delegate 1 (Ghana),Ghana,ghana.1@delegations.example,f,1\n"
    head = "Name,User Email,Join Time,Leave Time,Duration (Minutes)\n"
    stay = "03/02/2021 01:00:00 PM,03/02/2021 03:00:00 PM,120\n"
    report = f"{head}Delegate 1 (Ghana),ghana.1@delegations.example,{stay}"
    made = folder(tmp_path, meeting({"number": 1}), roster=ROSTER + ROSTER + row + ROSTER)
    (made / "attendance-session1-zoom.csv").write_text(report, "utf-8")
    result = played(made)
    assert result.code == OK
    assert (result.tallies["participants"], result.tallies["member_states"], result.tallies["rooms"]) == (
        1,
        1,
        {"1": 1},
    )


def test_a_roster_that_cannot_be_read_is_a_remark_and_the_rest_is_played(tmp_path: Path) -> None:
    result = played(
        folder(
            tmp_path,
            meeting({"number": 1, "points": [{"text": "Heard all the same"}]}),
            roster=b"\x00\x01\x02\x03" * 50,
        )
    )
    assert "Heard all the same" in result.markdown
    assert any("roster" in remark for remark in result.tallies["remarks"])


def test_text_of_every_script_stands_in_the_summary_as_it_was_written(tmp_path: Path) -> None:
    points = [{"text": text, "kind": "challenge"} for text in (ARABIC, CHINESE, BENGALI)]
    room = {
        "number": 1,
        "title": CHINESE,
        "moderated_by": "Bangladesh",
        "narrative": [BENGALI],
        "lead_in": ARABIC,
        "points": points,
    }
    script = meeting(room)
    script["meeting"] |= {
        "title": ARABIC,
        "overview": [CHINESE, BENGALI],
        "introduction": ARABIC,
        "co_chairs": ["Bangladesh"],
    }
    result = played(folder(tmp_path, script, roster=ROSTER + f"{BENGALI},Bangladesh,,,1\n"))
    assert result.code == OK
    for text in (ARABIC, CHINESE, BENGALI):
        assert text in result.markdown


def test_a_kind_that_nobody_knows_is_a_takeaway(tmp_path: Path) -> None:
    kinds = ["takeaway", "epiphany", "", None, "Best Practice"]
    points = [{"text": f"Said as number {number}", "kind": kind} for number, kind in enumerate(kinds)]
    result = played(folder(tmp_path, meeting({"number": 1, "points": points})))
    assert result.code == OK
    assert [number for number in range(len(kinds)) if f"Said as number {number}" not in result.markdown] == []


def test_a_point_that_is_too_long_is_named_and_nothing_else_is_lost(tmp_path: Path) -> None:
    points = [
        {"minute": 1, "text": "Before it"},
        {"minute": 2, "text": "x" * 10_000},
        {"minute": 3, "text": "After it"},
    ]
    result = played(folder(tmp_path, meeting({"number": 1, "points": points})))
    assert result.code == NOT_ALL
    assert "Before it" in result.markdown
    assert "After it" in result.markdown
    remark = next(remark for remark in result.tallies["remarks"] if "roster" not in remark)
    assert "2,000" in remark


def test_rooms_of_two_rounds_may_have_the_same_numbers(tmp_path: Path) -> None:
    def part(name: str) -> dict[str, Any]:
        rooms = [
            {"number": number, "title": f"{name} {number}", "points": [{"text": f"Point of {name} {number}"}]}
            for number in (1, 2)
        ]
        return {"title": name, "kind": "breakouts", "rooms": rooms}

    plenary = {"title": "Together", "kind": "plenary"}
    days = [
        {"title": f"Day {day}", "date": f"2021-03-0{day}", "parts": parts}
        for day, parts in ((1, [part("Morning")]), (2, [part("Evening"), plenary]), (3, [plenary]))
    ]
    result = played(folder(tmp_path, {"meeting": {"title": "Three days"}, "sessions": days}))
    assert result.code == OK
    assert len(result.tallies["rooms"]) == 4
    for name in ("Morning 1", "Morning 2", "Evening 1", "Evening 2"):
        assert f"Point of {name}" in result.markdown


def test_a_meeting_without_dates_is_played_in_its_order(tmp_path: Path) -> None:
    sessions = [
        {
            "title": name,
            "parts": [{"title": f"Part of {name}", "kind": "plenary", "points": [{"text": f"Said in {name}"}]}],
        }
        for name in ("Alpha", "Beta")
    ]
    result = played(folder(tmp_path, {"meeting": {"title": "Undated"}, "sessions": sessions}))
    assert result.code == OK
    assert 0 < result.markdown.find("Said in Alpha") < result.markdown.find("Said in Beta")


def test_a_report_of_a_session_that_the_script_does_not_have_is_named(tmp_path: Path) -> None:
    made = folder(tmp_path, meeting())
    (made / "attendance-session7-zoom.csv").write_text("Name,User Email,Join Time,Leave Time\n", "utf-8")
    result = played(made)
    assert result.code in {OK, NOT_ALL}
    assert any("session 7" in remark or "session7" in remark for remark in result.tallies["remarks"])
