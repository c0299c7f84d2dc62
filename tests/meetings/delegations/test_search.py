import pytest

from app.meetings.delegations.names import LANGUAGES, names_in
from app.meetings.delegations.search import Found, search


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


PEOPLE_TYPE = {
    "埃及": "EGY",
    "Türkiye": "TUR",
    "turkey": "TUR",
    "ROK": "KOR",
    "Ivory Coast": "CIV",
    "Côte d’Ivoire": "CIV",
    "cote divoire": "CIV",
    "DPRK": "PRK",
    "Palestine": "PSE",
    "Holy See": "VAT",
    "UK": "GBR",
    "Русия": "RUS",
    "Россия": "RUS",
    "مصر": "EGY",
    "Viet Nam": "VNM",
    "Vietnam": "VNM",
    "Swaziland": "SWZ",
    "Burma": "MMR",
    "Czech Republic": "CZE",
    "Cape Verde": "CPV",
    "USA": "USA",
}


@pytest.mark.parametrize(("typed", "code"), PEOPLE_TYPE.items())
def test_other_spellings_and_other_languages_find_the_delegation(typed: str, code: str) -> None:
    assert search(typed, 5)[0].code == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Kneya", "KEN"), ("Phillipines", "PHL"), ("Guatamala", "GTM"), ("united kingdon", "GBR"), ("Египит", "EGY")],
)
def test_a_slip_of_the_pen_is_forgiven_where_nothing_else_is_found(typed: str, code: str) -> None:
    assert search(typed, 5)[0].code == code


def test_the_answer_is_in_the_readers_language_and_says_which_spelling_was_found() -> None:
    assert search("swazi", 1, "fr") == (Found("SWZ", "Eswatini", "Swaziland"),)
    assert search("埃及", 1, "ru") == (Found("EGY", "Египет", "埃及"),)
    assert search("ghana", 1, "ar") == (Found("GHA", "غانا", "Ghana"),)
    assert search("gha", 1)[0] == Found("GHA", "Ghana", "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_letters_of_any_word_of_any_name_find_its_delegation(lang: str) -> None:
    for code, name in names_in(lang).items():
        for word in name.split():
            beginning = word.strip("()")[:6]
            if len(beginning) > 2:
                assert code in {found.code for found in search(beginning, 400)}, (beginning, name)


def test_very_long_text_is_searched_for_no_longer_than_a_name_is() -> None:
    assert search("Ghana " * 10_000, 3) == ()


@pytest.mark.parametrize(("typed", "first", "second"), [("Corée", "KOR", "PRK"), ("Korea", "KOR", "PRK")])
def test_of_two_that_fit_as_well_the_one_with_the_shorter_usual_name_comes_first(
    typed: str, first: str, second: str
) -> None:
    assert [row.code for row in search(typed, 2, "fr")] == [first, second]
