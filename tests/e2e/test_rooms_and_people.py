"""Rooms and people: moved by keyboard, by mouse and by a list, filled by a plan, and everything taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browsers import axe
from tests.cast import Cast
from tests.e2e.actors import Participant, Person
from tests.e2e.conftest import LetIn
from tests.houses import House


class Secretary(Person):
    """Somebody of the secretariat, on the page of rooms and people."""

    def room(self, title: str) -> Locator:
        """Give a column by the theme of its room."""
        heading = self.page.get_by_role("heading", name=title)
        return self.page.locator(".seats__room").filter(has=heading)

    def reads_in(self, title: str, *names: str) -> None:
        """Wait until exactly these people are in a room, in this order."""
        expect(self.room(title).locator(".seat__name")).to_have_text(list(names))


@pytest.fixture
def secretary(let_in: LetIn) -> Secretary:
    person = let_in(Secretary, "secretariat")
    person.go("rooms")
    return person


def test_people_are_moved_with_the_keyboard_alone_and_back(secretary: Secretary) -> None:
    secretary.reads_in("Theme 1", "Observer 1", "Delegate 3 (Ghana)", "Delegate 4 (Norway)")
    page = secretary.page
    page.get_by_label("Delegate 3 (Ghana)").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    secretary.sees("2 people are chosen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Move 2 people to…")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText").startswith("2"):
            break
    page.keyboard.press("Enter")
    secretary.reads_in("Theme 2", "Delegate 5 (Brazil)", "Delegate 3 (Ghana)", "Delegate 4 (Norway)")
    secretary.hears("2 people are called into “Theme 2” now.")
    secretary.notice.get_by_role("button", name="Undo").click()
    secretary.reads_in("Theme 1", "Observer 1", "Delegate 3 (Ghana)", "Delegate 4 (Norway)")


def test_somebody_is_dragged_into_another_room_and_their_page_follows(
    secretary: Secretary, participant: Participant
) -> None:
    row = secretary.room("Theme 1").locator(".seat").filter(has_text="Ghana")
    row.locator(".seat__name").hover()
    secretary.page.mouse.down()
    secretary.room("Theme 2").hover()
    expect(secretary.page.locator(".seats__ghost")).to_have_text("Delegate 3 (Ghana)")
    expect(secretary.room("Theme 2")).to_have_attribute("data-aim", "")
    secretary.page.mouse.up()
    secretary.reads_in("Theme 2", "Delegate 5 (Brazil)", "Delegate 3 (Ghana)")
    secretary.hears("Delegate 3 (Ghana) is called into “Theme 2” now.")
    participant.sees("You are in another room now.")
    expect(secretary.room("Theme 2").locator(".seat").filter(has_text="Ghana")).to_contain_text("pinned")


def test_a_drag_is_left_with_escape_and_nobody_is_chosen_by_it(secretary: Secretary) -> None:
    secretary.room("Theme 1").locator(".seat__name").first.hover()
    secretary.page.mouse.down()
    secretary.room("Theme 2").hover()
    expect(secretary.page.locator(".seats__ghost")).to_be_visible()
    secretary.page.keyboard.press("Escape")
    expect(secretary.page.locator(".seats__ghost")).to_have_count(0)
    secretary.page.mouse.up()
    secretary.reads_in("Theme 1", "Observer 1", "Delegate 3 (Ghana)", "Delegate 4 (Norway)")
    expect(secretary.page.locator(".seats__bar")).to_have_count(0)


def test_whoever_is_searched_for_is_shown_alone(secretary: Secretary) -> None:
    secretary.page.get_by_label("Find by name or delegation").fill("nórway")
    secretary.reads_in("Theme 1", "Delegate 4 (Norway)")
    secretary.reads_in("Theme 2")


def test_the_rest_is_filled_as_the_preview_has_shown_and_emptied_by_undo(secretary: Secretary) -> None:
    secretary.button("Fill the rest").click()
    secretary.sees("1 person gets a room")
    secretary.button("Leave it").click()
    secretary.reads_in("Without a room", "Delegate 6 (Chad)")
    secretary.button("Fill the rest").click()
    secretary.button("Place 1 person").click()
    secretary.reads_in("Theme 2", "Delegate 5 (Brazil)", "Delegate 6 (Chad)")
    secretary.sees("Everybody has a room.")
    secretary.notice.get_by_role("button", name="Undo").click()
    secretary.reads_in("Without a room", "Delegate 6 (Chad)")


def test_a_list_is_read_in_after_a_look_at_every_row_and_taken_back_as_a_whole(
    secretary: Secretary, tmp_path: Path
) -> None:
    file = tmp_path / "rooms.csv"
    file.write_text(
        "Name;Room\nDelegate 3 (Ghana);2\nDelegate 6 (Chad);Theme 2\nSomebody unknown;1\nDelegate 5 (Brazil);2\n",
        "utf-8",
    )
    secretary.button("CSV in").click()
    secretary.page.locator("input[type=file]").set_input_files(file)
    table = secretary.page.locator("table.list tbody tr")
    expect(table).to_have_text(
        [
            "4Somebody unknown 1 nobody of this name",
            "2Delegate 3 (Ghana) 2. Theme 2 moves",
            "3Delegate 6 (Chad) 2. Theme 2 moves",
            "5Delegate 5 (Brazil) 2. Theme 2 is there already",
        ]
    )
    secretary.reads_in("Without a room", "Delegate 6 (Chad)")
    secretary.button("Move 2 people").click()
    secretary.reads_in("Theme 2", "Delegate 5 (Brazil)", "Delegate 6 (Chad)", "Delegate 3 (Ghana)")
    secretary.hears("2 people are moved as in the list.")
    secretary.notice.get_by_role("button", name="Undo").click()
    secretary.reads_in("Theme 2", "Delegate 5 (Brazil)")
    secretary.reads_in("Without a room", "Delegate 6 (Chad)")


def test_what_is_no_list_is_refused_in_a_sentence(secretary: Secretary, tmp_path: Path) -> None:
    file = tmp_path / "photo.csv"
    file.write_bytes(b"%PDF-1.7")
    secretary.button("CSV in").click()
    secretary.page.locator("input[type=file]").set_input_files(file)
    secretary.sees("this is a PDF, not text")


def test_the_list_is_taken_out_with_addresses_for_the_secretariat(secretary: Secretary, tmp_path: Path) -> None:
    with secretary.page.expect_download() as started:
        secretary.button("CSV out").click()
    target = tmp_path / "out.csv"
    started.value.save_as(target)
    lines = target.read_bytes().decode("utf-8").splitlines()
    assert lines[0] == "\ufeffName,Delegation,E-mail,Room,Theme"
    assert "Delegate 3 (Ghana),Ghana,,1,Theme 1" in lines


def test_the_page_and_its_dialogs_are_open_to_all(secretary: Secretary, house: House, cast: Cast) -> None:
    for lang in ("en", "ar"):
        secretary.page.emulate_media(color_scheme="light" if lang == "en" else "dark")
        secretary.page.goto(f"{secretary.meeting}/rooms?lang={lang}")
        secretary.is_live()
        for size in ((1440, 900), (390, 844), (320, 640)):
            secretary.page.set_viewport_size({"width": size[0], "height": size[1]})
            axe(secretary.page)
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert secretary.page.evaluate(wide) <= 0
    # The page keeps the language that was asked for last.
    secretary.page.goto(f"{secretary.meeting}/rooms?lang=en")
    secretary.is_live()
    for name in ("Fill the rest", "CSV in"):
        secretary.button(name).click()
        expect(secretary.page.get_by_role("dialog")).to_be_visible()
        axe(secretary.page)
        secretary.page.keyboard.press("Escape")
        expect(secretary.page.get_by_role("dialog")).to_have_count(0)


def test_co_chairs_may_and_others_may_not_open_it_or_ask_what_it_knows(house: House, cast: Cast) -> None:
    question = f"/m/{cast.meeting}/rooms/plan.json?round={cast.rounds[0]}"
    allowed = {who: house.browser(cast, who).get(question).status for who in ("canada", "secretariat")}
    refused = {who: house.browser(cast, who).get(question).status for who in ("moderator_1", "ghana", "screen")}
    assert (allowed, refused) == (
        {"canada": 200, "secretariat": 200},
        {"moderator_1": 403, "ghana": 403, "screen": 403},
    )
    strange = house.browser(cast, "canada")
    other = house.cast()
    assert strange.get(f"/m/{cast.meeting}/rooms/plan.json?round={other.rounds[0]}").status == 403
    assert strange.post(f"/m/{cast.meeting}/rooms/read?round={cast.rounds[0]}", {}, {"X-CSRF": "no"}).status == 403
