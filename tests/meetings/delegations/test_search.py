import pytest

from app.meetings.delegations.search import search


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("turkey", "TUR"),
        ("ROK", "KOR"),
        ("埃及", "EGY"),
        ("gha", "GHA"),
        ("Гана", "GHA"),
        ("united k", "GBR"),
        ("viet", "VNM"),
        ("niger", "NER"),
        ("guinea", "GIN"),
        ("dpo", "un:dpo"),
        ("arab league", "org:las"),
    ],
)
def test_the_delegation_meant_comes_first(typed: str, first: str) -> None:
    assert search(typed, 5)[0].code == first


def test_an_ambiguous_beginning_offers_every_delegation_it_may_become() -> None:
    assert {row.code for row in search("Corée", 5)} == {"KOR", "PRK"}
    assert {row.code for row in search("congo", 5)} >= {"COG", "COD"}
    assert {row.code for row in search("AU", 5)} >= {"AUS", "AUT", "org:au"}


def test_no_more_are_offered_than_asked_for_and_none_for_nothing() -> None:
    assert len(search("a", 3)) == 3
    assert search("  ", 3) == ()
    assert search("zzzz", 3) == ()
