"""Files that somebody chose: sets-up, scripts, and what only looks like one."""

from __future__ import annotations

import json

import pytest

from breakouts.setup.planning import leaves_out, plan_of
from breakouts.setup.reading import FORMAT, LARGEST, VERSION, NotAScript, read_set_up

WHOLE = {"format": FORMAT, "version": VERSION, "meeting": {"title": "A meeting"}, "sessions": [{"title": "First"}]}


def test_a_set_up_and_a_script_are_read_alike() -> None:
    script = {"meeting": {"title": "A meeting"}, "sessions": [{"title": "First"}]}
    assert plan_of(read_set_up(json.dumps(WHOLE).encode())) == plan_of(read_set_up(json.dumps(script).encode()))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (json.dumps(WHOLE | {"version": VERSION + 1}).encode(), "A newer version of Rapport exported this file."),
        (json.dumps(WHOLE).encode()[:-20], "This file breaks off in the middle."),
        (json.dumps(WHOLE).encode()[:40], "This file breaks off in the middle."),
        (b" " * (20 * 1024 * 1024), "This file is far larger than a set-up is."),
        (b"{" + b" " * LARGEST + b"}", "This file is far larger than a set-up is."),
        (b"%PDF-1.7\n\xe2\xe3", "This file is not text in UTF-8."),
        (b"Name,Delegation\nDelegate 1,Ghana\n", "This file, line 1: this is not JSON"),
        (b"", "This file, line 1: this is not JSON"),
        (b"[]", "This file: “” cannot be read"),
        (b"{}", "This is no set-up: it names neither a meeting nor its sessions."),
        (json.dumps({"format": "something else", "sessions": [{}]}).encode(), "This is no set-up"),
        (b'{"a":' * 100_000, "This file"),
    ],
    ids=["newer", "cut", "cut in a word", "20 MB", "large", "PDF", "CSV", "empty", "list", "nothing", "other", "deep"],
)
def test_what_is_no_set_up_is_said_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(NotAScript) as refused:
        read_set_up(data)
    assert str(refused.value).startswith(words)


def test_what_was_said_is_left_out_and_the_file_says_so() -> None:
    room = {"number": 1, "title": "Finance", "points": [{"text": "Captured"}], "narrative": ["Told"]}
    script = read_set_up(json.dumps({"sessions": [{"parts": [{"title": "Groups", "rooms": [room]}]}]}).encode())
    assert leaves_out(script)
    assert "Captured" not in json.dumps(plan_of(script))
    assert "Told" not in json.dumps(plan_of(script))


def test_nobody_becomes_secretariat_by_a_file() -> None:
    people = [{"name": "Somebody", "tasks": [{"role": "secretariat"}, {"role": "co_chair"}]}]
    script = read_set_up(json.dumps(WHOLE | {"people": people}).encode())
    assert plan_of(script)["people"][0]["tasks"] == [{"role": "co_chair", "room": 0}]
