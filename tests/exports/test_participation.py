"""The ledger's phrase in the six languages."""

from __future__ import annotations

import pytest

from exports.participation import phrase_in
from exports.words.languages import words_for
from tests.exports.meetings import SENTENCE


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", SENTENCE),
        (
            "fr",
            "plus de 40 participants de plus de 20 États Membres de l’ONU, ainsi que l’ONU, séances tenues\u00a0: 2",
        ),
        ("zh", "来自20多个联合国会员国的40多名与会者，以及联合国，共举行2次会议"),
        ("ru", "участники: более 40; государства — члены ООН: более 20, а также ООН; заседания: 2"),
    ],
)
def test_figures_stay_and_words_change(language: str, expected: str) -> None:
    assert phrase_in(words_for(language), SENTENCE) == expected


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_every_figure_of_the_ledger_is_said(language: str) -> None:
    said = phrase_in(words_for(language), "17 participants from 9 UN Member States")
    assert ("17" in said, "9" in said, "participants from" in said) == (True, True, False)


def test_a_phrase_of_another_shape_is_left_alone() -> None:
    assert phrase_in(words_for("fr"), "12 participants from the UN") == "12 participants from the UN"
