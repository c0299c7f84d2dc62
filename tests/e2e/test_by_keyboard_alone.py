"""Capture, the board and the export without a mouse, and the first steps of a role."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.e2e.actors import CoChair, Person, Rapporteur
from tests.e2e.conftest import LetIn
from tests.e2e.test_open_to_all import tab_to


def test_a_kind_is_chosen_after_its_mark_and_what_is_typed_stays_on_escape(rapporteur: Rapporteur) -> None:
    keys = rapporteur.page.keyboard
    rapporteur.composer.focus()
    keys.type("#area")
    expect(rapporteur.suggestions).to_have_text(["Area without consensus", "Area for progress"])
    keys.press("Escape")
    expect(rapporteur.suggestions).to_have_count(0)
    expect(rapporteur.composer).to_have_value("#area")
    keys.press("Backspace")
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(rapporteur.composer).to_have_value("#area-for-progress ")
    keys.type("Pay what was promised.")
    keys.press("Enter")
    expect(rapporteur.row("Pay what was promised.").locator(".point__kind")).to_have_text("Area for progress")


def test_a_name_that_is_complete_is_not_chosen_once_more_by_enter(rapporteur: Rapporteur) -> None:
    keys = rapporteur.page.keyboard
    rapporteur.composer.focus()
    keys.type("As said by @Ghana")
    expect(rapporteur.suggestions.first).to_have_text("Ghana")
    keys.press("Enter")
    expect(rapporteur.composer).to_have_value("")
    rapporteur.reads("As said by @Ghana")


def test_the_empty_composer_undoes_the_last_act(rapporteur: Rapporteur) -> None:
    rapporteur.types("One point too many")
    rapporteur.is_saved()
    rapporteur.page.keyboard.press("Control+z")
    expect(rapporteur.points).to_have_count(0)
    rapporteur.hears("Undone: the new point is taken away")


def test_a_question_mark_names_the_keys_and_the_focus_returns(rapporteur: Rapporteur) -> None:
    keys_button = rapporteur.button("Keys")
    keys_button.focus()
    rapporteur.page.keyboard.press("?")
    expect(rapporteur.page.get_by_role("dialog")).to_contain_text("undo my last act")
    rapporteur.page.keyboard.press("Escape")
    expect(rapporteur.page.get_by_role("dialog")).to_have_count(0)
    expect(keys_button).to_be_focused()


def test_the_first_steps_are_put_away_for_good_and_brought_back_from_help(let_in: LetIn, cast: Cast) -> None:
    person = let_in(Person, "moderator_1")
    steps = person.page.get_by_role("region", name="If you moderate a breakout room")
    expect(steps).to_be_visible()
    tab_to(person.page, "Understood")
    person.page.keyboard.press("Enter")
    expect(steps).to_have_count(0)
    person.go(f"moderate/{cast.rooms[0]}")
    expect(steps).to_have_count(0)
    person.page.goto(f"{person.address}/help")
    expect(person.page.get_by_role("heading", level=1)).to_have_text("If you moderate a breakout room")
    tab_to(person.page, "Show the first steps on my pages again")
    person.page.keyboard.press("Enter")
    person.page.go_back()
    person.page.reload()
    expect(steps).to_be_visible()


def test_everybody_sees_the_rooms_closing_and_another_key_keeps_them_open(let_in: LetIn) -> None:
    chair = let_in(CoChair, "canada")
    writer = let_in(Rapporteur, "rapporteur_1")
    closing = writer.page.locator(".banner--counts")
    tab_to(chair.page, "Close the round")
    chair.page.keyboard.press("Enter")
    expect(chair.page.get_by_role("dialog")).to_be_visible()
    tab_to_like(chair.page, r"^Close \d")
    chair.page.keyboard.press("Enter")
    expect(closing).to_contain_text("The rooms are closing")
    expect(chair.button("Stop: keep the rooms open").last).to_be_focused()
    chair.page.keyboard.press("Enter")
    expect(closing).to_have_count(0)
    chair.hears("The rooms stay open.")


def test_a_co_chair_edits_the_summary_and_asks_for_the_document_by_keyboard(let_in: LetIn) -> None:
    chair = let_in(CoChair, "canada")
    chair.go("summary")
    tab_to_like(chair.page, r"^Overview")
    chair.page.keyboard.press("Enter")
    words = chair.page.locator("#words")
    tab_to_like(chair.page, r"^Compiled from the meeting")
    expect(words).to_be_focused()
    chair.page.keyboard.type("- Written without a mouse.")
    chair.page.keyboard.press("Control+s")
    chair.hears("Saved:")
    tab_to(chair.page, "Markdown")
    chair.page.keyboard.press("Enter")
    tab_to(chair.page, "Download")
    with chair.page.expect_download() as fetched:
        chair.page.keyboard.press("Enter")
    assert "Written without a mouse." in fetched.value.path().read_text("utf-8")


def tab_to_like(page: Page, pattern: str) -> None:
    """Press Tab until what has a name of this form has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        found = page.evaluate("""() => {
            const at = document.activeElement;
            return (at.labels?.[0] ?? at).innerText.trim() || at.getAttribute('aria-label') || '';
        }""")
        if re.search(pattern, found):
            return
    raise AssertionError(pattern)
