"""One style for bullets, and no word changed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exports.bullets import bullet_texts, in_one_style, lead_in_for
from exports.source import PointSource
from exports.words.en import ENGLISH


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["more funds;", "fewer forms"], ("More funds", "Fewer forms")),
        (["more funds", "Forms take a week."], ("More funds.", "Forms take a week.")),
        (["• given time, rules change and roads close;"], ("Given time, rules change and roads close.",)),
        (["Is it enough?", "Say “enough”;"], ("Is it enough?", "Say “enough”.")),
        (["eLearning helps all the bases that are far away"], ("eLearning helps all the bases that are far away.",)),
        (["a) police and b) courts; all need judges"], ("a) police and b) courts; all need judges.",)),
        (["资金不足；"], ("资金不足；",)),
        (["التمويل غير كافٍ؛"], ("التمويل غير كافٍ؛",)),
        (["денег мало;"], ("Денег мало;",)),
        ([], ()),
    ],
)
def test_a_list_is_printed_in_one_style(texts: list[str], expected: tuple[str, ...]) -> None:
    assert in_one_style(texts) == expected


@given(some.lists(some.text(alphabet=some.characters(codec="utf-8"), max_size=60), max_size=4))
def test_no_word_is_changed_but_for_its_first_letter(texts: list[str]) -> None:
    once = in_one_style(texts)
    assert [_words(text) for text in in_one_style(once)] == [_words(text) for text in once]
    assert in_one_style(once) == once


def test_points_of_one_kind_need_no_name() -> None:
    points = [PointSource(1, "challenge", "Rain."), PointSource(2, "challenge", "Dust.")]
    assert bullet_texts(points, ENGLISH) == ("Rain.", "Dust.")
    assert lead_in_for(points, ENGLISH) == "Participants identified the following challenges:"


def test_a_kind_nobody_foresaw_is_named_as_it_was_written() -> None:
    points = [PointSource(1, "lesson_learnt", "Rain."), PointSource(2, "takeaway", "Dust.")]
    assert bullet_texts(points, ENGLISH) == ("Lesson learnt: Rain.", "Dust.")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
