"""Choosing one's room on a phone: one tap, the last place, being placed by the secretariat, being moved."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.doors import Browser
from tests.e2e.actors import Participant
from tests.e2e.conftest import LetIn
from tests.houses import House


@pytest.fixture
def secretariat(house: House, cast: Cast) -> Browser:
    """The secretariat, who acts beside the browsers; people choose between the rooms of the second round."""
    browser = house.browser(cast, "secretariat")
    must(browser, "room.edit", room=cast.rooms[2], capacity=1, question="What hinders us?")
    cast.rooms.append(must(browser, "room.add", round=cast.rounds[1], number=4, title="Theme 4", capacity=20))
    must(browser, "round.set_policy", round=cast.rounds[1], policy="choice")
    return browser


def must(browser: Browser, name: str, **data: object) -> int:
    answer = browser.ask(name, data)
    assert answer["ok"], answer
    return int((answer["result"] or {}).get("id") or 0)


def test_a_room_is_chosen_with_one_tap_and_changed_with_another(let_in: LetIn, secretariat: Browser) -> None:
    guest = let_in(Participant, "unplaced")
    guest.go("now")
    guest.sees("Choose your room")
    guest.sees("What hinders us?")
    theme_3, theme_4 = (guest.page.get_by_role("button", name=re.compile(title)) for title in ("Theme 3", "Theme 4"))
    expect(theme_3).to_contain_text("1 place free")
    theme_3.tap()
    expect(theme_3).to_have_attribute("aria-pressed", "true")
    expect(theme_3).to_contain_text("Your room")
    theme_4.tap()
    expect(theme_4).to_have_attribute("aria-pressed", "true")
    expect(theme_3).to_have_attribute("aria-pressed", "false")
    expect(theme_4).to_contain_text("19 places free")
    expect(theme_3).to_contain_text("1 place free")


def test_of_two_who_tap_the_last_place_one_gets_it_and_the_other_is_told_at_once(
    let_in: LetIn, secretariat: Browser
) -> None:
    first, second = let_in(Participant, "unplaced"), let_in(Participant, "brazil")
    for guest in (first, second):
        guest.go("now")
        expect(guest.page.get_by_role("button", name=re.compile("Theme 3"))).to_contain_text("1 place free")
    # Both fingers are on the glass before either page can have heard of the other.
    for guest in (first, second):
        guest.page.evaluate(
            "() => { setTimeout(() => [...document.querySelectorAll('.pick')][0].click(), 300 - Date.now() % 300); }"
        )
    pressed = first.page.locator(".pick[aria-pressed=true]")
    other = second.page.locator(".pick[aria-pressed=true]")
    expect(pressed.or_(first.page.get_by_role("alert"))).to_be_visible()
    expect(other.or_(second.page.get_by_role("alert"))).to_be_visible()
    assert pressed.count() + other.count() == 1
    loser = second if pressed.count() else first
    expect(loser.page.get_by_role("alert")).to_have_text(
        "“Theme 3” is full: its last place was taken before yours. Choose another room."
    )
    expect(loser.page.get_by_role("button", name=re.compile("Theme 3"))).to_contain_text("Full")
    loser.page.get_by_role("button", name=re.compile("Theme 4")).tap()
    expect(loser.page.get_by_role("alert")).to_have_count(0)
    expect(loser.page.get_by_role("button", name=re.compile("Theme 4"))).to_have_attribute("aria-pressed", "true")


def test_whom_the_secretariat_places_is_told_on_the_page(let_in: LetIn, secretariat: Browser, cast: Cast) -> None:
    guest = let_in(Participant, "unplaced")
    guest.go("now")
    guest.page.get_by_role("button", name=re.compile("Theme 4")).tap()
    expect(guest.page.get_by_role("button", name=re.compile("Theme 4"))).to_have_attribute("aria-pressed", "true")
    must(secretariat, "placement.put", round=cast.rounds[1], person=cast.person("unplaced"), room=cast.rooms[2])
    guest.sees("The secretariat has placed you in this room.")
    expect(guest.page.locator(".pick")).to_have_count(1)
    expect(guest.page.locator(".pick")).to_contain_text("Theme 3")


def test_whoever_chose_and_is_moved_in_the_open_round_follows_with_unsent_words_kept(
    let_in: LetIn, secretariat: Browser, cast: Cast
) -> None:
    guest = let_in(Participant, "unplaced")
    guest.go("now")
    guest.page.get_by_role("button", name=re.compile("Theme 3")).tap()
    expect(guest.page.get_by_role("button", name=re.compile("Theme 3"))).to_have_attribute("aria-pressed", "true")
    must(secretariat, "session.open", session=cast.sessions[1])
    must(secretariat, "part.start", part=cast.parts["breakouts again"])
    must(secretariat, "round.open", round=cast.rounds[1], minutes=20)
    expect(guest.page.get_by_text("Choose your room")).to_have_count(0)
    guest.page.get_by_role("link", name="Go to my room").click()
    guest.page.wait_for_url(f"**/room/{cast.rooms[2]}")
    field = guest.page.get_by_label("Your point, for the rapporteur")
    field.fill("Half a thou")
    must(secretariat, "placement.put", round=cast.rounds[1], person=cast.person("unplaced"), room=cast.rooms[3])
    guest.sees("You are in another room now.")
    guest.page.get_by_role("link", name="Go there").click()
    guest.page.wait_for_url(f"**/room/{cast.rooms[3]}")
    guest.sees("Theme 4")
    expect(guest.page.get_by_label("Your point, for the rapporteur")).to_have_value("Half a thou")
