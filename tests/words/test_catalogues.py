"""The catalogues: nothing is missing in a language, and nothing in it would break a page or a sentence."""

from __future__ import annotations

import io
from gettext import c2py

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract

from app.words import catalogue, upkeep
from app.words.catalogue import FOLDER, FORMS, TRANSLATED
from app.words.extraction import ROOT, unsayable, words_in

BY_HAND = "`./run words update` takes new words in; their translations are written in app/words/po"


def test_every_text_of_the_program_stands_in_the_template() -> None:
    assert upkeep.out_of_date() == [], BY_HAND


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_language_has_every_text_with_its_places_its_forms_and_its_markup(language: str) -> None:
    catalog = catalogue.read(FOLDER / f"{language}.po")
    assert upkeep.wrong(language, catalog) == [], BY_HAND
    template = catalogue.read(upkeep.TEMPLATE)
    assert {message.id for message in catalog} == {message.id for message in template}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_says_to_any_editor_how_many_forms_its_language_has(language: str) -> None:
    assert f"nplurals={len(FORMS[language])};" in catalogue.read(FOLDER / f"{language}.po").plural_forms


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_forms_are_in_the_order_in_which_an_editor_shows_them(language: str) -> None:
    place_of = c2py(catalogue.read(FOLDER / f"{language}.po").plural_expr)
    for n in range(250):
        assert FORMS[language][place_of(n)] == catalogue.locale_of(language).plural_form(n), n


def test_nowhere_is_a_sentence_for_people_put_together_from_pieces() -> None:
    assert [str(place) for place in unsayable()] == []


def test_what_babel_finds_in_the_scripts_is_found_by_the_patterns_they_are_served_by() -> None:
    keywords = {"t": None, "parts": None, "mark": None, "tn": (1, 2)}
    options = {"parse_template_string": "true"}
    count = 0
    for path in sorted((ROOT / "app/static/js").rglob("*.js")):
        babels = extract("javascript", io.BytesIO(path.read_bytes()), keywords, (), options)
        texts = {message for _line, message, _comments, _context in babels if "${" not in str(message)}
        # Babel takes a template among the values for the text; then its text is no text of ours, and ours is missing.
        assert texts <= set(words_in(path)), path
        count += len(texts)
    assert count > 400


def _catalog(words: str | tuple[str, str], translation: str | tuple[str, ...]) -> Catalog:
    catalog = Catalog(locale="ru")
    catalog.add(words, translation)
    return catalog


@pytest.mark.parametrize(
    ("words", "translation", "what"),
    [
        ("Stop", "", "is not translated"),
        ("{n} points", "{m} пунктов", "has the places ['m'] in place of ['n']"),
        ("{n} points", "Пункты", "has the places [] in place of ['n']"),
        ("<b>Stop</b>", "Стоп", "has other markup"),
        ("Stop", " Стоп", "has blanks at its ends"),
        (("{n} point", "{n} points"), ("{n} пункт", "{n} пункта"), "has 2 forms in place of 3"),
        (("{n} point", "{n} points"), ("{n} пункт", "{n} пункта", ""), "is not translated"),
        (("{n} point", "{n} points"), ("{n} пункт", "{n} пункта", "много"), "has the places [] in place of ['n']"),
    ],
)
def test_each_mistake_is_found(words: str | tuple[str, str], translation: str | tuple[str, ...], what: str) -> None:
    found = upkeep.wrong("ru", _catalog(words, translation))
    assert [line.split(": ", 2)[2] for line in found] == [what]


def test_a_form_for_one_may_leave_its_number_out() -> None:
    forms = ("нет", "один", "два", "{n} несколько", "{n} много", "{n} прочих")
    assert upkeep.wrong("ar", _catalog(("{n} point", "{n} points"), forms)) == []
