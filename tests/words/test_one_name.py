"""What has one name in the document has the same on the screens, in every language."""

from __future__ import annotations

import pytest

from app.words.catalogue import TRANSLATED, words_of
from exports.words.languages import words_for

SCREEN = {
    "takeaway": "Takeaway",
    "best practice": "Best practice",
    "challenge": "Challenge",
    "pledge option": "Pledge option",
    "area without consensus": "Area without consensus",
    "area for progress": "Area for progress",
}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_kind_is_called_the_same_on_a_screen_and_in_the_document(language: str) -> None:
    document, screen = words_for(language).kinds, words_of(language)
    assert {kind: screen.of(english) for kind, english in SCREEN.items()} == {kind: document[kind] for kind in SCREEN}


@pytest.mark.parametrize("language", TRANSLATED)
def test_an_uncleared_text_carries_the_same_mark_on_a_screen_and_in_the_document(language: str) -> None:
    document, screen = words_for(language).frame, words_of(language)
    assert document.draft_mark == screen.of("DRAFT")
