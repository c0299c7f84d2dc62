"""How a person edits a section, and gets back what was written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from exports.document import Bullet, Bullets, Paragraph
from exports.plaintext import normalise, parse, write

TEXTS = some.text(
    alphabet=some.one_of(some.sampled_from("-•*–\\ \n\tab1.؟中א\u0301\u200f\u202e\x00\ud800"), some.characters())
)


def test_paragraphs_and_bullets_are_told_apart() -> None:
    text = "One\ntwo.\n\n- first\n- second\n  and more\nAfter.\n\n\\- not a bullet"
    assert parse(text) == (
        Paragraph("One two."),
        Bullets((Bullet("first"), Bullet("second and more"))),
        Paragraph("After."),
        Paragraph("- not a bullet"),
    )


def test_a_bullet_without_words_is_left_out() -> None:
    assert parse("- \n- a\n-") == (Bullets((Bullet("a"),)),)


@given(TEXTS)
def test_what_was_parsed_is_parsed_again_to_the_same(text: str) -> None:
    blocks = parse(text)
    assert parse(write(blocks)) == blocks


@given(TEXTS)
def test_text_is_normal_after_one_round(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
