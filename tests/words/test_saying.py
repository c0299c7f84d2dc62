"""Sentences in a person's language: their values, their forms, their figures, and names of the other direction."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle

import pytest

from app.core.sentences import found, kept, say, say_n
from app.words import catalogue
from app.words.answers import in_language
from app.words.catalogue import Words, full_date, joined, translated


@pytest.fixture(autouse=True)
def few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three languages with three texts each, so that a better translation breaks no test."""
    words = {
        "fr": Words("fr", {"Hello {name}.": "Bonjour {name}.", "Somebody": "Quelqu’un"}, {}),
        "ru": Words("ru", {}, {"{n} points": {"one": "{n} пункт", "few": "{n} пункта", "many": "{n} пунктов"}}),
        "ar": Words(
            "ar",
            {"Hello {name}.": "مرحباً {name}."},
            {"{n} points": dict(zip(catalogue.FORMS["ar"], ("لا", "1", "2", "{n} ن", "{n} م", "{n} غ"), strict=True))},
        ),
    }
    monkeypatch.setattr(catalogue, "words_of", lambda language: words.get(language, Words(language, {}, {})))


def test_a_sentence_is_english_where_nobody_asks_for_another_language() -> None:
    assert say("Row {row} of {rows}.", row=3, rows=1200) == "Row 3 of 1,200."
    assert [say_n("{n} point", "{n} points", n) for n in (1, 2, 1200)] == ["1 point", "2 points", "1,200 points"]


def test_its_words_are_translated_and_its_values_are_not() -> None:
    assert translated(say("Hello {name}.", name="{name} Somebody"), "fr") == "Bonjour {name} Somebody."


def test_a_value_that_is_a_sentence_itself_is_translated_too() -> None:
    assert translated(say("Hello {name}.", name=say("Somebody")), "fr") == "Bonjour Quelqu’un."


def test_a_text_without_a_translation_stands_in_english() -> None:
    assert translated(say("Goodbye {name}.", name="Ana"), "fr") == "Goodbye Ana."
    assert translated("Hello {name}.", "zh") == "Hello {name}."


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", ["0 пунктов", "1 пункт", "2 пункта", "5 пунктов", "21 пункт", "1 000 пунктов"]),
        ("ar", ["لا", "1", "2", "5 ن", "21 م", "1,000 غ"]),
    ],
)
def test_each_number_has_the_form_and_the_figures_of_its_language(language: str, said: list[str]) -> None:
    numbers = (0, 1, 2, 5, 21, 1000)
    assert [translated(say_n("{n} point", "{n} points", n), language).replace("\xa0", " ") for n in numbers] == said


def test_a_name_of_the_other_direction_is_kept_apart() -> None:
    assert translated(say("Hello {name}.", name="Ana"), "ar") == "مرحباً \u2068Ana\u2069."
    assert translated(say("Hello {name}.", name="أنا"), "ar") == "مرحباً أنا."
    assert translated(say("Hello {name}.", name="أنا"), "fr") == "Bonjour \u2068أنا\u2069."


def test_a_sentence_that_was_kept_is_said_later_in_any_language() -> None:
    sentences = [say("Hello {name}.", name=say("Somebody")), say_n("{n} point", "{n} points", 3), "Plain."]
    again = [found(each) for each in json.loads(json.dumps([kept(each) for each in sentences]))]
    assert again == ["Hello Somebody.", "3 points", "Plain."]
    assert [translated(again[0], "fr"), translated(again[1], "ru")] == ["Bonjour Quelqu’un.", "3 пункта"]


def test_an_answer_is_translated_where_it_speaks_and_nowhere_else() -> None:
    answer = {"ok": False, "why": "Somebody", "fields": {"name": "Somebody"}, "theirs": {"text": "Somebody"}}
    assert in_language(answer, "fr") == answer | {"why": "Quelqu’un", "fields": {"name": "Quelqu’un"}}
    done = {"ok": True, "result": {"text": "Somebody"}, "notices": ["Somebody"]}
    assert in_language(done, "fr") == done | {"notices": ["Quelqu’un"]}


def test_what_was_made_by_say_is_translated_wherever_it_stands_and_nothing_else_is() -> None:
    rows = {"rows": [{"remarks": [say("Hello {name}.", name="Ana")], "typed": "Somebody"}]}
    assert in_language(rows, "fr") == {"rows": [{"remarks": ["Bonjour Ana."], "typed": "Somebody"}]}


def test_a_sentence_that_was_copied_or_sent_to_another_process_is_still_one() -> None:
    sentence = say("Hello {name}.", name=say("Somebody"))
    for same in (copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence))):  # noqa: S301 - our own
        assert translated(same, "fr") == "Bonjour Quelqu’un."


def test_dates_and_lists_are_written_as_each_language_writes_them() -> None:
    day = dt.date(2026, 11, 3)
    assert [full_date(day, language) for language in ("en", "fr", "zh")] == [
        "3 November 2026",
        "3 novembre 2026",
        "2026年11月3日",
    ]
    assert joined(["Ghana", "Peru", "Chad"], "en") == "Ghana, Peru and Chad"
    assert joined(["Ghana", "Pérou"], "fr") == "Ghana et Pérou"
