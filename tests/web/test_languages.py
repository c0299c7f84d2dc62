"""The language of pages and answers: who is spoken to how, and that a choice is kept."""

from __future__ import annotations

import re
import uuid

import pytest

from app.words.catalogue import NAMES, words_of
from tests.cast import Cast
from tests.doors import Browser
from tests.houses import House


def lang_of(page: str) -> tuple[str, str]:
    """Give the language and the direction that a page says it has."""
    found = re.search(r'<html lang="(\w+)" dir="(\w+)"', page)
    assert found is not None
    return found[1], found[2]


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("", ("en", "ltr")),
        ("fr-CH, fr;q=0.9, en;q=0.8", ("fr", "ltr")),
        ("zh-CN", ("zh", "ltr")),
        ("ar-EG, en;q=0.5", ("ar", "rtl")),
        ("de, en;q=0.5", ("en", "ltr")),
        ("de", ("en", "ltr")),
    ],
)
def test_a_page_is_in_the_language_that_the_browser_asks_for(house: House, wanted: str, given: tuple[str, str]) -> None:
    assert lang_of(house.visitor().get("/", Accept_Language=wanted).text) == given


def test_a_language_asked_for_by_name_is_kept_and_outweighs_the_browsers(house: House) -> None:
    visitor = house.visitor()
    reply = visitor.get("/?lang=ru", Accept_Language="fr")
    cookie = str(reply.headers["Set-Cookie"])
    assert lang_of(reply.text) == ("ru", "ltr")
    assert cookie.startswith("language=ru;")
    assert "SameSite=Lax" in cookie
    visitor.cookie = cookie.partition(";")[0]
    assert lang_of(visitor.get("/", Accept_Language="fr").text) == ("ru", "ltr")
    assert lang_of(visitor.get("/?lang=es").text) == ("es", "ltr")


def test_a_language_we_do_not_have_changes_nothing(house: House) -> None:
    reply = house.visitor().get("/?lang=tlh%22", Accept_Language="fr")
    assert (lang_of(reply.text), reply.headers["Set-Cookie"]) == (("fr", "ltr"), None)


def test_every_page_offers_each_language_by_its_own_name_and_keeps_its_place(house: House, cast: Cast) -> None:
    page = house.browser(cast, "canada").get(f"/m/{cast.meeting}/timeline?person=1&lang=fr").text
    offered = re.findall(r'<a[^>]* href="([^"]*)" hreflang="(\w+)"[^>]*>([^<]*)</a>', page)
    assert {code: name for _href, code, name in offered} == NAMES
    assert f"/m/{cast.meeting}/timeline?person=1&amp;lang=ar" in {href for href, _code, _name in offered}


def test_a_page_in_another_language_loads_its_words_before_its_scripts(house: House) -> None:
    page = house.visitor().get("/?lang=ar").text
    scripts = re.findall(r'<script type="module" src="([^"]+)"', page)
    words, screen = (next(at for at in scripts if part in at) for part in ("/words/ar/", "/js/screens/join.js"))
    assert scripts.index(words) < scripts.index(screen)
    reply = house.visitor().get(words)
    assert reply.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert words_of("ar").of("A code has nine figures.") in reply.text
    assert "/words/" not in house.visitor().get("/?lang=en").text


@pytest.mark.parametrize("name", ["words/en/screens.join.js", "words/xx/screens.join.js", "words/ar/screens.none.js"])
def test_words_that_nobody_needs_do_not_exist(house: House, name: str) -> None:
    assert house.visitor().get(f"/s/0/{name}").status == 404


def test_a_refusal_is_said_in_the_language_of_whoever_asks(house: House, cast: Cast) -> None:
    visitor = house.visitor()
    asked = {"code": "111 222 333", "name": "Delegate 3 (Chad)", "delegation": "Chad"}
    answer = visitor.post("/api/join", asked, {"Accept-Language": "fr"}).json
    english = "No meeting has this code. Look at the screen or the invitation again: it has nine digits."
    assert (answer["code"], answer["why"]) == ("not_found", words_of("fr").of(english))
    assert answer["why"] != english


def test_an_error_page_is_in_the_language_too(house: House) -> None:
    page = house.visitor().get("/nowhere", Accept_Language="es", Accept="text/html").text
    assert words_of("es").of("There is no such page") in page


def _longest(browser: Browser, cast: Cast) -> tuple[str, dict[str, object]]:
    return "takeaway.capture", {"room": cast.rooms[0], "text": "a\u202eb", "kind": "takeaway", "tags": []}


def test_by_either_door_the_notices_of_an_answer_are_in_the_browsers_language(house: House, cast: Cast) -> None:
    english = "Invisible marks that change the writing direction were taken out."
    browser = house.browser(cast, "rapporteur_1")
    name, data = _longest(browser, cast)
    signed_in = browser.cookie
    for language in ("fr", "ar"):
        browser.cookie = f"{signed_in}; language={language}"
        line = browser.line()
        answers = [browser.ask(name, data), line.ask(name, data)]
        assert [answer["notices"] for answer in answers] == [[words_of(language).of(english)]] * 2
    browser.cookie = signed_in
    assert browser.ask(name, data)["notices"] == [english]
    browser.close()


def test_an_ask_made_again_is_answered_again_in_the_language_it_is_asked_in(house: House, cast: Cast) -> None:
    browser = house.browser(cast, "rapporteur_1")
    name, data = _longest(browser, cast)
    ask_id, signed_in = uuid.uuid4().hex, browser.cookie
    first = browser.ask(name, data, ask_id)
    browser.cookie = f"{signed_in}; language=es"
    again = browser.ask(name, data, ask_id)
    assert again == first | {"notices": [words_of("es").of(first["notices"][0])]}
    assert again["notices"] != first["notices"]
    browser.close()


@pytest.mark.parametrize("lang", ["fr", "es", "ru", "zh", "ar"])
def test_a_refusal_without_a_sentence_of_its_own_is_said_in_the_readers_language(house: House, lang: str) -> None:
    page = house.visitor().get(f"/m/1/now?lang={lang}")
    assert page.status == 401
    assert "You are signed out here" not in page.text
