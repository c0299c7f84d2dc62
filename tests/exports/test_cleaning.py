"""What is taken out of text before it is printed."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exports.cleaning import MAX_MARKS_PER_LETTER, clean_line, clean_text, shorten


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x07c\ud800d\ufffe", "abcd"),
        ("\u202eabc\u202c", "abc"),
        ("a\r\nb\u2028c\n\n\n\n\nd", "a\nb\nc\n\nd"),
        ("e\u0301", "é"),
        ("x" + "\u0301" * 50, "x" + "\u0301" * MAX_MARKS_PER_LETTER),
        ("\u0301\u0301no letter before", "no letter before"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("שָׁלוֹם", unicodedata.normalize("NFC", "שָׁלוֹם")),
    ],
)
def test_text_keeps_its_words_and_loses_what_nobody_sees(text: str, expected: str) -> None:
    assert clean_text(text) == expected


@given(some.text(alphabet=some.characters(), max_size=200))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    clean_text(text).encode("utf-8")


def test_a_pile_of_marks_in_any_order_takes_no_time() -> None:
    started = time.process_time()
    clean_text("a" + "\u0301\u0316\u0345" * 100_000)
    assert time.process_time() - started < 2


def test_a_line_is_shortened_between_words() -> None:
    assert shorten("one two three four", 14) == "one two three…"
    assert shorten("short", 14) == "short"
