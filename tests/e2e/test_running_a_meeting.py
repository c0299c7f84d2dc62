"""What people meet while a meeting runs: being placed, opening rooms, being called back, naming nobody, leaving."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.doors import Browser
from tests.e2e.actors import CoChair, Moderator, Participant, Rapporteur
from tests.e2e.conftest import LetIn
from tests.houses import House


@pytest.fixture
def secretariat(house: House, cast: Cast) -> Browser:
    """The secretariat, who acts beside the browsers."""
    return house.browser(cast, "secretariat")


def must(browser: Browser, name: str, **data: object) -> None:
    answer = browser.ask(name, data)
    assert answer["ok"], answer


def test_who_is_placed_while_the_page_is_open_finds_the_way_to_the_room(
    let_in: LetIn, secretariat: Browser, cast: Cast
) -> None:
    guest = let_in(Participant, "unplaced")
    guest.go("now")
    guest.sees("The rooms are open, and you have none yet.")
    ways = guest.page.get_by_role("navigation", name="Pages").get_by_role("link")
    expect(ways).to_have_count(0)
    for room in cast.rooms[:2]:
        put = {"round": cast.rounds[0], "person": cast.person("unplaced"), "room": room}
        must(secretariat, "placement.put", **put)
        expect(ways).to_have_text(["Now", "My room"])
        expect(ways.nth(1)).to_have_attribute("href", f"/m/{cast.meeting}/room/{room}")
    ways.nth(1).tap()
    expect(guest.page.get_by_role("heading", level=1)).to_have_text("Theme 2")


def test_rooms_that_are_open_are_never_a_short_pause(let_in: LetIn, secretariat: Browser, cast: Cast) -> None:
    guest = let_in(Participant, "unplaced")
    guest.go("now")
    part = next(each for each in cast.things(f"meeting:{cast.meeting}", "part") if each["state"] == "running")
    must(secretariat, "part.end", part=part["id"])
    guest.sees("The rooms are open, and you have none yet.")
    expect(guest.page.get_by_role("heading", level=1)).to_have_text(part["title"])


def test_a_report_back_is_what_is_on_even_where_no_part_is(let_in: LetIn, secretariat: Browser, cast: Cast) -> None:
    cast.close_round()
    for part in cast.things(f"meeting:{cast.meeting}", "part"):
        if part["state"] == "running":
            must(secretariat, "part.end", part=part["id"])
    guest = let_in(Participant, "ghana")
    guest.go("now")
    heading = guest.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("A short pause")
    must(secretariat, "report.call", room=cast.rooms[0])
    expect(heading).to_have_text("Report-backs")
    guest.sees("reports to plenary now.")
    must(secretariat, "report.finish", room=cast.rooms[0])
    expect(guest.page.get_by_text("reports to plenary now.")).to_have_count(0)
    expect(heading).to_have_text("Report-backs")


def test_a_round_of_a_session_that_is_not_open_says_so_first_and_one_press_opens_both(
    let_in: LetIn, secretariat: Browser, cast: Cast
) -> None:
    cast.close_round()
    session = next(each for each in cast.things(f"meeting:{cast.meeting}", "session") if each["state"] == "open")
    must(secretariat, "session.close", session=session["id"])
    chair = let_in(CoChair, "canada")
    chair.go("board")
    chair.page.get_by_label("Round", exact=True).select_option(index=1)
    chair.button("Open the round").click()
    dialog = chair.page.get_by_role("dialog")
    expect(dialog.locator(".banner")).to_contain_text("is not open yet. It opens with the rooms.")
    dialog.get_by_role("button", name="Open the session and the rooms").click()
    expect(dialog).to_have_count(0)
    expect(chair.notice).to_have_text("The round is open.")


def test_a_notice_is_within_reach_above_an_open_dialog_and_outlives_it(let_in: LetIn) -> None:
    chair = let_in(CoChair, "canada")
    chair.go("board")
    chair.button("Big screens").click()
    dialog = chair.page.get_by_role("dialog")
    dialog.get_by_role("button", name="End Big screen").click()
    expect(chair.notice).to_have_text("Big screen shows nothing any more.")
    # The pointer reaches only what nothing covers.
    chair.notice.hover(timeout=2000)
    chair.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(chair.notice).to_be_visible()


def test_while_the_rooms_are_closing_there_is_one_clock_and_no_more_time_to_give(
    let_in: LetIn, secretariat: Browser, cast: Cast
) -> None:
    moderator, rapporteur = let_in(Moderator, "moderator_1"), let_in(Rapporteur, "rapporteur_1")
    guest, chair = let_in(Participant, "ghana"), let_in(CoChair, "canada")
    guest.go("now")
    chair.go("board")
    more = moderator.page.get_by_role("group", name="More time for this room")
    expect(more).to_be_visible()
    expect(chair.page.locator(".rooms time-left")).not_to_have_count(0)
    must(secretariat, "round.recall", round=cast.rounds[0], seconds=60)
    for person in (moderator, rapporteur, guest):
        expect(person.page.locator(".banner--counts time-left")).to_be_visible()
        expect(person.page.locator("time-left")).to_have_count(1)
    expect(more).to_have_count(0)
    expect(chair.page.locator(".now-strip time-left")).to_be_visible()
    expect(chair.page.locator(".rooms time-left")).to_have_count(0)
    must(secretariat, "round.keep_open", round=cast.rounds[0])
    expect(more).to_be_visible()


def test_a_name_taken_by_the_at_sign_is_warned_of_where_nobody_is_named(rapporteur: Rapporteur) -> None:
    rapporteur.composer.focus()
    rapporteur.page.keyboard.type("Boats, says @Cana")
    rapporteur.suggestions.first.wait_for()
    rapporteur.page.keyboard.press("Enter")
    rapporteur.page.keyboard.type("twice")
    expect(rapporteur.composer).to_have_value("Boats, says Canada twice")
    rapporteur.sees("Points of this room name nobody, and this one names Canada.")
    rapporteur.button("Leave the name out").click()
    expect(rapporteur.composer).to_have_value("Boats, says twice")
    expect(rapporteur.composer).to_be_focused()
    expect(rapporteur.button("Leave the name out")).to_have_count(0)


def test_a_moderator_sends_somebody_out_and_can_stop_it(let_in: LetIn, moderator: Moderator, cast: Cast) -> None:
    guest = let_in(Participant, "ghana")
    name = cast.things(f"person:{cast.person('ghana')}", "me")[0]["name"]
    for stop in (True, False):
        moderator.button("Send somebody out").click()
        dialog = moderator.page.get_by_role("dialog")
        dialog.get_by_role("button", name="Send out").click()
        expect(dialog.get_by_role("alert")).to_have_text("Choose who is to leave.")
        dialog.get_by_label(re.compile(re.escape(name))).check()
        dialog.get_by_role("button", name="Send out").click()
        moderator.notice.get_by_role("button", name="Cancel" if stop else "Now").click()
        if stop:
            expect(moderator.notice).to_have_count(0)
            expect(guest.line).to_have_attribute("data-state", "live")
    expect(moderator.notice).to_have_text(f"{name} is out of the meeting.")
    expect(guest.page.locator("#line-banner")).to_be_visible()
    expect(moderator.page.locator("#pane-people bdi", has_text=name)).to_have_count(0)
