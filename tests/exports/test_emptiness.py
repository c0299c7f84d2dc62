"""What holds nothing leaves no heading behind, and is named to whoever clears the text."""

from __future__ import annotations

from dataclasses import replace

from exports.compile import compile_summary, to_document
from exports.document import Heading
from exports.emptiness import bare_headings
from exports.source import PartSource, RoomSource, SectionEdit, SessionSource
from tests.exports.meetings import SMALL

GROUPS = PartSource(29, "Groups", "breakouts", rooms=(RoomSource(39, 1, "Air"),))
EMPTY = SessionSource(19, 3, "Third day", None, (PartSource(28, "Silent plenary", "plenary"), GROUPS))
WITH_EMPTY = replace(SMALL, sessions=(*SMALL.sessions, EMPTY))
KEYS = ["session:19", "part:28", "part:29", "room:39"]


def test_a_session_with_nothing_in_it_leaves_no_heading_in_the_document() -> None:
    assert to_document(compile_summary(WITH_EMPTY)).blocks == to_document(compile_summary(SMALL)).blocks


def test_the_headings_left_out_are_known() -> None:
    assert bare_headings(compile_summary(SMALL).sections) == ()
    assert [section.key for section in bare_headings(compile_summary(WITH_EMPTY).sections)] == KEYS


def test_words_in_a_room_keep_the_headings_over_it_and_no_other() -> None:
    edit = SectionEdit("room:39", "Air was spoken of.", "")
    summary = compile_summary(replace(WITH_EMPTY, edits=(edit,)))
    assert [section.key for section in bare_headings(summary.sections)] == ["part:28"]
    headings = [block.text for block in to_document(summary).blocks if isinstance(block, Heading)]
    assert not any("Silent plenary" in text for text in headings)
    assert any("Air" in text for text in headings)
