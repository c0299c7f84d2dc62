"""A meeting in other languages: no English is left on any screen, a choice keeps the page, and answers speak it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from app.words.catalogue import words_of
from tests.cast import Cast
from tests.e2e.actors import Participant, Person, Rapporteur
from tests.e2e.conftest import LetIn
from tests.houses import House

SCREENS = [
    ("ghana", "now"),
    ("ghana", "room/{room}"),
    ("rapporteur_1", "capture/{room}"),
    ("moderator_1", "moderate/{room}"),
    ("canada", "board"),
    ("canada", "plenary"),
    ("canada", "summary"),
    ("secretariat", "timeline"),
    ("secretariat", "people"),
    ("secretariat", "rooms"),
    ("secretariat", "setup"),
]

# Names of things that have no other: the program, languages by their own name, keys, formats, codes.
OWN_NAMES = re.compile(
    r"\b(Rapport|English|Français|Español|Enter|Shift|Tab|Esc|Alt|Ctrl|Mac|PDF|HTML|Markdown|JSON|CSV|QR|UTC|localhost|"
    r"challenge|pledge|https?|[0-9a-f]{8,})\b"
)
ENGLISH = re.compile(r"[A-Za-z]{3,}")

# What a person typed stands in <bdi> or dir="auto"; the rest is ours.
OURS = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
    while (walk.nextNode()) {
        const node = walk.currentNode;
        if (node.parentElement.closest('script, noscript, bdi, [dir=auto], textarea, option')) continue;
        found.add(node.textContent.trim());
    }
    for (const one of document.querySelectorAll('[placeholder]')) found.add(one.placeholder);
    return [...found];
}"""


def english_on(page: Page) -> list[str]:
    """Give the texts of our own on the page that are English."""
    return [text for text in page.evaluate(OURS) if ENGLISH.search(OWN_NAMES.sub("", text))]


@pytest.fixture(scope="module")
def one_meeting(house: House) -> Cast:
    cast = house.cast()
    writer = house.browser(cast, "rapporteur_1")
    for kind in ("takeaway", "challenge"):
        answer = writer.ask(
            "takeaway.capture", {"room": cast.rooms[0], "text": "نقطة", "kind": kind, "tags": ["تمويل"]}
        )
        assert answer["ok"], answer
    return cast


@pytest.fixture
def cast(one_meeting: Cast) -> Cast:
    """All tests here look at the same meeting."""
    return one_meeting


@pytest.mark.parametrize(("who", "path"), SCREENS, ids=str)
def test_no_english_is_left_on_a_screen_in_another_language(let_in: LetIn, cast: Cast, who: str, path: str) -> None:
    person = let_in(Person, who)
    address = f"{person.meeting}/{path.format(room=cast.rooms[0])}"
    person.page.goto(f"{address}?lang=en")
    person.is_live()
    assert english_on(person.page) != [], "there is nothing to see on this screen"
    person.page.goto(f"{address}?lang=zh")
    person.is_live()
    assert english_on(person.page) == []


def test_the_languages_stand_in_the_menu_and_a_choice_keeps_the_page(let_in: LetIn, cast: Cast) -> None:
    writer = let_in(Rapporteur, "rapporteur_1")
    page = writer.page
    page.goto(f"{writer.meeting}/capture/{cast.rooms[0]}")
    writer.is_live()
    page.locator(".masthead summary").last.click()
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert f"/capture/{cast.rooms[0]}" in page.url
    page.goto(f"{writer.meeting}/plenary")
    expect(page.locator("html")).to_have_attribute("lang", "ar")


def test_whoever_forgets_a_field_is_told_so_in_their_language(house: House, let_in: LetIn) -> None:
    page = let_in(Participant, "norway").page
    page.context.clear_cookies()
    page.goto(f"http://localhost:{house.port}/?lang=fr")
    page.get_by_role("button", name=words_of("fr").of("Join"), exact=True).click()
    expect(page.locator("#name-error")).to_have_text(words_of("fr").of("Please write your name."))
    assert page.title().startswith(words_of("fr").of("Join"))


def test_a_tag_beside_arabic_is_drawn_in_its_order(let_in: LetIn, cast: Cast) -> None:
    page = let_in(Person, "rapporteur_1").page
    page.goto(f"{re.sub('/m/.*', '', page.url)}/m/{cast.meeting}/capture/{cast.rooms[0]}?lang=ar")
    tag = page.get_by_text("#تمويل").first
    expect(tag).to_be_visible()
    # In Arabic a sign before its word stands at the word's right; drawn back to front it would be left.
    sign, word = tag.evaluate("""(one) => {
        const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), range = document.createRange(), left = [];
        while (walk.nextNode()) {
            if (!walk.currentNode.data.trim()) continue;
            range.selectNodeContents(walk.currentNode);
            left.push(range.getBoundingClientRect().left);
        }
        return left;
    }""")
    assert sign > word
