"""What letters say of direction and language."""

from __future__ import annotations

import pytest

from exports.scripts import Direction, direction_of, language_of


@pytest.mark.parametrize(
    ("text", "default", "expected"),
    [
        ("Plain words", "rtl", "ltr"),
        ("WPS هي أجندة المرأة والسلام والأمن", "ltr", "rtl"),
        ("Words about السلام in English", "ltr", "ltr"),
        ("2020 – 2021", "rtl", "rtl"),
        ("", "ltr", "ltr"),
    ],
)
def test_a_block_runs_the_way_most_of_its_letters_do(text: str, default: Direction, expected: Direction) -> None:
    assert direction_of(text, default) == expected


@pytest.mark.parametrize(
    ("text", "document", "expected"),
    [
        ("Plain words", "en", ""),
        ("Plain words", "fr", ""),
        ("Plain words", "ar", "en"),
        ("السلام والأمن", "ar", ""),
        ("السلام والأمن", "en", "ar"),
        ("گفتگو و پرسش", "en", "fa"),
        ("维持和平", "en", "zh"),
        ("平和を維持する", "en", "ja"),
        ("평화 유지", "en", "ko"),
        ("Государства", "en", "ru"),
        ("Її держави", "en", "uk"),
        ("শান্তি", "en", "bn"),
        ("123", "ar", ""),
    ],
)
def test_a_block_tells_its_language_where_its_script_does(text: str, document: str, expected: str) -> None:
    assert language_of(text, document) == expected
