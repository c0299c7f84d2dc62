"""The cards of the roles on paper, and the look a device keeps."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from app.guide.cards import CARDS
from tests.browsers import axe
from tests.e2e.actors import Participant
from tests.e2e.conftest import LetIn
from tests.houses import House


@pytest.mark.parametrize("lang", ["en", "ar", "ru"])
def test_each_card_is_one_sheet_of_paper_and_open_to_all(
    house: House, quiet_page: Callable[..., Page], lang: str
) -> None:
    page = quiet_page()
    sheets = {}
    for role in CARDS:
        page.goto(f"http://localhost:{house.port}/help/{role}?lang={lang}")
        axe(page)
        with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
            sheets[role] = len(printed.pages)
    assert sheets == dict.fromkeys(CARDS, 1)


def test_a_participant_turns_the_light_out_and_it_stays_out(let_in: LetIn) -> None:
    guest = let_in(Participant, "ghana")
    root = guest.page.locator("html")
    guest.page.locator(".masthead summary").click()
    guest.button("Dark").click()
    expect(root).to_have_attribute("data-look", "dark")
    guest.button("More contrast").click()
    guest.page.reload()
    expect(root).to_have_attribute("data-look", "dark")
    expect(root).to_have_attribute("data-contrast", "more")
    axe(guest.page)
    guest.page.locator(".masthead summary").click()
    expect(guest.button("Dark")).to_have_attribute("aria-pressed", "true")
    guest.button("Dark").click()
    expect(root).not_to_have_attribute("data-look", "dark")


def test_the_design_page_is_not_for_the_public(house: House, quiet_page: Callable[..., Page]) -> None:
    answer = quiet_page().goto(f"http://localhost:{house.port}/design")
    assert answer
    assert answer.status == 404
