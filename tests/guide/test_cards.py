from __future__ import annotations

from pathlib import Path

import pytest

from app.guide.cards import CARDS, card_of
from app.guide.look import Look, look_from, seen_on
from app.guide.written import markdown

DOCUMENTS = Path(__file__).parent.parent.parent / "docs" / "roles"


def test_every_role_has_its_card_among_the_documents_word_for_word() -> None:
    """`python -m app.guide.written docs/roles` writes them."""
    written = {path.stem: path.read_text("utf-8") for path in DOCUMENTS.glob("*.md")}
    assert written == {role: markdown(card) for role, card in CARDS.items()}


@pytest.mark.parametrize(
    ("roles", "card"),
    [
        ({"secretariat", "co_chair"}, "secretariat"),
        ({"co_chair", "participant"}, "co-chair"),
        ({"moderator", "rapporteur"}, "moderator"),
        ({"rapporteur", "participant"}, "rapporteur"),
        ({"observer"}, "participant"),
        (set(), "participant"),
    ],
)
def test_whoever_has_several_roles_is_given_the_card_of_the_widest(roles: set[str], card: str) -> None:
    assert card_of(roles).role == card


def test_a_device_keeps_its_look_and_what_it_has_seen() -> None:
    assert look_from({"look": "dark", "contrast": "more"}) == Look("dark", more_contrast=True)
    assert look_from({}) == Look("", more_contrast=False)
    assert seen_on({"hints": "moderator.rapporteur"}) == {"moderator", "rapporteur"}


def test_what_else_stands_in_a_cookie_counts_as_nothing() -> None:
    assert look_from({"look": '"><script>', "contrast": "less"}) == Look("", more_contrast=False)
    assert seen_on({"hints": ""}) == frozenset()
