"""Capture by keyboard: what each key does in the composer and in the list."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.e2e.actors import Participant, Rapporteur
from tests.e2e.conftest import LetIn

THREE = ("First point", "Second point", "Third point")


@pytest.fixture
def with_three(rapporteur: Rapporteur) -> Rapporteur:
    """The rapporteur of a room that has three points."""
    for text in THREE:
        rapporteur.types(text)
    rapporteur.reads(*THREE)
    rapporteur.is_saved()
    return rapporteur


def focused(rapporteur: Rapporteur) -> str:
    """The text of the row that has the focus, or the id of the element that has."""
    found: str = rapporteur.page.evaluate("""() => {
        const at = document.activeElement;
        return at.matches('li.point') ? at.querySelector('.point__text').textContent : at.id;
    }""")
    return found


def test_enter_adds_a_point_that_the_room_sees_at_once(rapporteur: Rapporteur, participant: Participant) -> None:
    rapporteur.types("Neighbours were not consulted.")
    rapporteur.reads("Neighbours were not consulted.")
    participant.reads("Neighbours were not consulted.")
    rapporteur.hears("Point added")
    assert focused(rapporteur) == "composer"


def test_shift_and_enter_break_the_line(rapporteur: Rapporteur) -> None:
    rapporteur.composer.focus()
    rapporteur.page.keyboard.type("One line")
    rapporteur.page.keyboard.press("Shift+Enter")
    rapporteur.page.keyboard.type("and another")
    expect(rapporteur.composer).to_have_value("One line\nand another")
    rapporteur.page.keyboard.press("Enter")
    assert rapporteur.points.first.text_content() == "One line\nand another"


def test_enter_in_an_empty_composer_does_nothing(rapporteur: Rapporteur) -> None:
    rapporteur.composer.focus()
    for key in ("Enter", "Space", "Enter"):
        rapporteur.page.keyboard.press(key)
    rapporteur.types("The only point")
    rapporteur.reads("The only point")


def test_enter_chooses_a_word_while_an_input_method_composes(rapporteur: Rapporteur) -> None:
    rapporteur.composer.focus()
    line = rapporteur.page.context.new_cdp_session(rapporteur.page)
    line.send("Input.imeSetComposition", {"text": "へいわ", "selectionStart": 3, "selectionEnd": 3})
    composing = {"key": "Enter", "bubbles": True, "cancelable": True, "isComposing": True}
    rapporteur.composer.dispatch_event("keydown", composing)
    expect(rapporteur.composer).to_have_value("へいわ")
    line.send("Input.insertText", {"text": "平和"})
    expect(rapporteur.composer).to_have_value("平和")
    expect(rapporteur.points).to_have_count(0)
    rapporteur.page.keyboard.press("Enter")
    rapporteur.reads("平和")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("#challenge Funds end early", "challenge"),
        ("Funds end early #pledge", "pledge option"),
        ("#no-consensus Funds end early", "area without consensus"),
    ],
)
def test_a_word_with_a_hash_names_the_kind(rapporteur: Rapporteur, typed: str, kind: str) -> None:
    rapporteur.types(typed)
    rapporteur.reads("Funds end early")
    expect(rapporteur.row("Funds end early")).to_have_attribute("data-kind", kind)


def test_other_words_with_a_hash_are_tags(rapporteur: Rapporteur, participant: Participant) -> None:
    rapporteur.types("Reservists are short of time #reserves #قوات")
    expect(rapporteur.row("Reservists").locator(".tag")).to_have_text(["#reserves", "#قوات"])
    participant.sees("#قوات")


def test_a_delegation_is_chosen_after_an_at_sign_with_arrows_and_tab(rapporteur: Rapporteur) -> None:
    rapporteur.composer.focus()
    rapporteur.page.keyboard.type("Proposed by @kor")
    options = rapporteur.suggestions
    expect(options.filter(has_text="Republic of Korea").first).to_be_visible()
    names = options.all_text_contents()
    rapporteur.page.keyboard.press("ArrowDown")
    expect(options.nth(1 % len(names))).to_have_attribute("aria-selected", "true")
    rapporteur.page.keyboard.press("Tab")
    expect(rapporteur.composer).to_have_value(f"Proposed by {names[1 % len(names)]} ")
    assert focused(rapporteur) == "composer"
    expect(options).to_have_count(0)


def test_escape_closes_the_list_of_delegations_and_keeps_what_was_typed(rapporteur: Rapporteur) -> None:
    rapporteur.composer.focus()
    rapporteur.page.keyboard.type("@gha")
    expect(rapporteur.suggestions.first).to_be_visible()
    rapporteur.page.keyboard.press("Escape")
    expect(rapporteur.suggestions).to_have_count(0)
    expect(rapporteur.composer).to_have_value("@gha")
    rapporteur.page.keyboard.press("Enter")
    rapporteur.reads("@gha")


def test_tab_leaves_the_composer_when_no_list_is_open(rapporteur: Rapporteur) -> None:
    rapporteur.composer.focus()
    rapporteur.page.keyboard.type("half a sentence")
    rapporteur.page.keyboard.press("Tab")
    assert focused(rapporteur) != "composer"
    expect(rapporteur.composer).to_have_value("half a sentence")


def test_the_arrow_up_in_the_empty_composer_edits_the_last_point(
    with_three: Rapporteur, participant: Participant
) -> None:
    with_three.composer.focus()
    with_three.page.keyboard.press("ArrowUp")
    with_three.page.keyboard.type(", made clearer")
    with_three.page.keyboard.press("Enter")
    with_three.reads("First point", "Second point", "Third point, made clearer")
    participant.reads("First point", "Second point", "Third point, made clearer")
    expect(with_three.composer).to_be_focused()


def test_keys_that_come_before_the_next_frame_go_where_the_person_is(with_three: Rapporteur) -> None:
    with_three.page.evaluate("""() => {
        const soon = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (draw) => setTimeout(() => soon(draw), 400);
    }""")
    with_three.composer.focus()
    with_three.page.keyboard.press("ArrowUp")
    with_three.page.keyboard.type(", made clearer")
    with_three.page.keyboard.press("Enter")
    with_three.page.keyboard.type("and a fourth")
    with_three.page.keyboard.press("Enter")
    with_three.reads("First point", "Second point", "Third point, made clearer", "and a fourth")


def test_escape_returns_to_the_composer_and_restores_the_point(with_three: Rapporteur) -> None:
    with_three.composer.focus()
    with_three.page.keyboard.press("ArrowUp")
    with_three.page.keyboard.type(" spoilt")
    with_three.page.keyboard.press("Escape")
    with_three.reads(*THREE)
    expect(with_three.composer).to_be_focused()


def test_alt_and_an_arrow_move_a_point_that_keeps_the_focus(with_three: Rapporteur, participant: Participant) -> None:
    with_three.row("Third point").focus()
    with_three.page.keyboard.press("Alt+ArrowUp")
    with_three.reads("First point", "Third point", "Second point")
    with_three.hears("Moved to 2 of 3")
    assert focused(with_three) == "Third point"
    with_three.page.keyboard.press("Alt+ArrowUp")
    with_three.hears("Moved to 1 of 3")
    with_three.page.keyboard.press("Alt+ArrowUp")
    with_three.page.keyboard.press("Alt+ArrowDown")
    with_three.reads("First point", "Third point", "Second point")
    assert focused(with_three) == "Third point"
    participant.reads("First point", "Third point", "Second point")


def test_the_menu_moves_a_point_without_keys_or_dragging(with_three: Rapporteur, participant: Participant) -> None:
    with_three.chooses("First point", "Move to…")
    dialog = with_three.page.get_by_role("dialog")
    dialog.get_by_label("To place").select_option("2")
    dialog.get_by_role("button", name="Move", exact=True).click()
    with_three.hears("Moved to 3 of 3")
    with_three.reads("Second point", "Third point", "First point")
    participant.reads("Second point", "Third point", "First point")


def test_two_points_are_merged_and_split_again(with_three: Rapporteur, participant: Participant) -> None:
    with_three.chooses("First point", "Choose for merging")
    with_three.chooses("Third point", "Choose for merging")
    with_three.button("Merge…").click()
    dialog = with_three.page.get_by_role("dialog")
    expect(dialog.get_by_label("The joined text")).to_have_value("First point\nThird point")
    dialog.get_by_label("The joined text").fill("First and third point")
    dialog.get_by_role("button", name="Merge", exact=True).click()
    with_three.reads("First and third point", "Second point")
    participant.reads("First and third point", "Second point")
    expect(with_three.row("First and third")).to_contain_text("From 2 points")
    with_three.is_saved()
    with_three.chooses("First and third", "Split again")
    expect(with_three.points).to_have_count(3)
    with_three.sees("Third point")


def test_control_and_z_outside_a_text_undo_the_last_act_as_a_new_one(
    with_three: Rapporteur, participant: Participant
) -> None:
    with_three.row("Second point").focus()
    with_three.page.keyboard.press("Delete")
    with_three.reads("First point", "Third point")
    participant.reads("First point", "Third point")
    with_three.page.keyboard.press("Control+z")
    with_three.hears("Undone")
    with_three.reads(*THREE)
    participant.reads(*THREE)


def test_control_and_z_in_the_composer_only_undo_typing(with_three: Rapporteur) -> None:
    with_three.composer.focus()
    with_three.page.keyboard.type("abc")
    with_three.page.keyboard.press("Control+z")
    with_three.page.wait_for_timeout(300)
    with_three.reads(*THREE)


def test_pasting_six_lines_asks_whether_they_are_six_points(rapporteur: Rapporteur, participant: Participant) -> None:
    lines = ["- one", "2. two", "• three", "four", "", "five", "six"]
    paste(rapporteur, "\r\n".join(lines))
    rapporteur.sees("Add 6 points?")
    rapporteur.page.keyboard.press("Enter")
    rapporteur.reads("one", "two", "three", "four", "five", "six")
    participant.reads("one", "two", "three", "four", "five", "six")
    expect(rapporteur.composer).to_be_focused()


def test_escape_keeps_pasted_lines_as_one_text(rapporteur: Rapporteur) -> None:
    paste(rapporteur, "one\ntwo")
    rapporteur.sees("Add 2 points?")
    rapporteur.page.keyboard.press("Escape")
    expect(rapporteur.composer).to_have_value("one\ntwo")
    expect(rapporteur.points).to_have_count(0)


def paste(rapporteur: Rapporteur, text: str) -> None:
    """Paste a text into the composer, as from another program."""
    rapporteur.composer.focus()
    rapporteur.page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            const event = {clipboardData: data, bubbles: true, cancelable: true};
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", event));
        }""",
        text,
    )


def test_a_question_mark_outside_a_text_lists_the_keys(with_three: Rapporteur) -> None:
    with_three.row("First point").focus()
    with_three.page.keyboard.press("?")
    dialog = with_three.page.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("in the empty composer: edit my last point")
    with_three.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert focused(with_three) == "First point"
    with_three.composer.focus()
    with_three.page.keyboard.type("why?")
    expect(with_three.composer).to_have_value("why?")


def test_two_people_who_edit_the_same_point_both_keep_their_words(
    with_three: Rapporteur, let_in: LetIn, cast: Cast
) -> None:
    other = let_in(Rapporteur, "moderator_1")
    other.go(f"capture/{cast.rooms[0]}")
    for person in (with_three, other):
        person.row("Second point").get_by_role("button", name="Edit").click()
    editors = [person.page.get_by_label("Text of the point") for person in (with_three, other)]
    editors[0].fill("Second point as the rapporteur writes it")
    editors[1].fill("Second point as the moderator writes it")
    editors[0].press("Enter")
    with_three.is_saved()
    editors[1].press("Enter")
    other.sees("Somebody changed this while you were writing.")
    other.sees("Second point as the rapporteur writes it")
    other.sees("Second point as the moderator writes it")
    with_three.reads("First point", "Second point as the rapporteur writes it", "Third point")
    other.button("Keep mine").click()
    with_three.reads("First point", "Second point as the moderator writes it", "Third point")
    expect(with_three.row("as the moderator")).to_contain_text(re.compile("edited by .*Moderator 1"))
