"""The ways in at real browsers: a password with its second step, the lobby, a big screen, a second device."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyotp
from playwright.sync_api import Page, expect

from app.accounts.passwords.inviting import invitation
from tests.browsers import axe
from tests.cast import Cast
from tests.e2e.actors import CoChair
from tests.e2e.conftest import PHONE, LetIn
from tests.houses import House

PASSWORD = "teapot gravel ninety swan"


def test_somebody_makes_an_account_turns_the_second_step_on_and_sets_a_meeting_up(
    house: House, quiet_page: Callable[..., Page]
) -> None:
    address, page = f"http://localhost:{house.port}", quiet_page()
    page.goto(invitation(house.bus, address, "secretariat@un.example", is_new=True))
    expect(page.get_by_label("E-mail address")).to_have_value("secretariat@un.example")
    page.get_by_label("Your name").fill("Secretariat 7")
    page.get_by_label("Password", exact=True).fill("Secretariat 7!!")
    page.get_by_role("button", name="Make the account").click()
    expect(page.locator("#password-error")).to_contain_text("mostly your name")
    expect(page.get_by_label("Your name")).to_have_value("Secretariat 7")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.wait_for_url("**/meetings")
    expect(page.get_by_text("No meeting yet.")).to_be_visible()
    axe(page)
    page.goto(f"{address}/devices")
    page.get_by_role("button", name="Set it up").click()
    app = pyotp.TOTP(page.locator("code.secret").inner_text().replace(" ", ""))
    page.get_by_label("The six figures the app shows now").fill(app.now())
    page.get_by_role("button", name="Turn it on").click()
    code = page.locator(".recovery code").first.inner_text()
    axe(page)
    page.get_by_role("button", name="I have kept them").click()
    _signs_in_elsewhere(quiet_page(**PHONE), address, code)


def _signs_in_elsewhere(page: Page, address: str, code: str) -> None:
    page.goto(f"{address}/meetings")
    page.wait_for_url("**/sign-in")
    axe(page)
    page.get_by_label("E-mail address").fill("Secretariat@UN.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Code of your app").fill(code)
    expect(page.get_by_label("Password", exact=True)).to_have_value(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/meetings")
    page.get_by_label("Title of the meeting").fill("Preparatory meeting on training")
    page.get_by_role("button", name="Set up").click()
    page.wait_for_url(re.compile(r"/m/\d+/setup"))
    page.goto(f"{address}/meetings")
    expect(page.get_by_role("heading", name="Preparatory meeting on training")).to_be_visible()
    expect(page.get_by_text("secretariat", exact=True)).to_be_visible()


def test_the_lobby_joins_the_person_who_waits_to_the_one_on_the_list(
    house: House, cast: Cast, co_chair: CoChair, quiet_page: Callable[..., Page]
) -> None:
    cast.must("canada", "person.add", meeting=cast.meeting, person_name="Delegate 21 (Kenya)", delegation="Kenya")
    waiting = _comes_by_the_code(house, cast, quiet_page(**PHONE), "delegate 21", "Kenya")
    expect(waiting.get_by_text("You asked at")).to_be_visible()
    axe(waiting)
    row = co_chair.page.locator(".lobby__row").filter(has_text="delegate 21")
    expect(row).to_contain_text("Is this Delegate 21 (Kenya) of the list?")
    row.get_by_role("button", name="Yes, the same person").click()
    expect(co_chair.page.locator(".lobby")).to_have_count(0)
    expect(waiting.get_by_text("You asked at")).to_have_count(0)
    expect(waiting.locator(".masthead__meeting")).to_have_text("Preparatory meeting")
    names = [person["name"] for person in cast.things(f"meeting:{cast.meeting}:chairs", "person")]
    assert [name for name in names if "21" in name] == ["Delegate 21 (Kenya)"]


def test_who_waits_reads_their_delegation_in_their_own_language(
    house: House, cast: Cast, quiet_page: Callable[..., Page]
) -> None:
    waiting = _comes_by_the_code(house, cast, quiet_page(**PHONE), "Delegate 23", "République de Corée")
    waiting.goto(f"{waiting.url}?lang=fr")
    expect(waiting.locator(".waiting__typed dd")).to_have_text(["Delegate 23", "République de Corée"])
    waiting.locator(".waiting__typed .button").click()
    # At once: what is typed next goes into the field that has the focus.
    expect(waiting.locator("#name")).to_be_focused()
    expect(waiting.locator("#delegation")).to_have_value("République de Corée")


def test_who_is_turned_away_reads_why_keeps_what_they_typed_and_asks_again(
    house: House, cast: Cast, co_chair: CoChair, quiet_page: Callable[..., Page]
) -> None:
    waiting = _comes_by_the_code(house, cast, quiet_page(**PHONE), "Delegate 22", "Chad")
    co_chair.page.locator(".lobby__row").get_by_role("button", name="Turn away").click()
    dialog = co_chair.page.get_by_role("dialog")
    dialog.get_by_label("Why? They read this.").fill("Please give your full name.")
    dialog.get_by_role("button", name="Turn away").click()
    expect(waiting.get_by_text("Please give your full name.")).to_be_visible()
    waiting.get_by_role("button", name="Mend and ask again").click()
    waiting.get_by_label("Your name").fill("x" * 5_000)
    waiting.get_by_role("button", name="Send").click()
    expect(waiting.locator("#name-error")).to_contain_text("at most 120 characters; it has 5,000")
    expect(waiting.get_by_label("Your name")).to_have_value("x" * 5_000)
    waiting.get_by_label("Your name").fill("Delegate 22 (Chad)")
    waiting.get_by_role("button", name="Send").click()
    co_chair.page.locator(".lobby__row").filter(has_text="Delegate 22 (Chad)").get_by_role(
        "button", name="Let in"
    ).click()
    expect(waiting.locator(".masthead__meeting")).to_have_text("Preparatory meeting")


def test_a_big_screen_is_paired_by_its_code_and_ended_from_the_board(
    house: House, co_chair: CoChair, quiet_page: Callable[..., Page]
) -> None:
    machine = quiet_page()
    machine.goto(f"http://localhost:{house.port}/screen")
    expect(machine.locator("#pairing-code")).to_have_text(re.compile(r"\d{3} \d{3}"))
    axe(machine)
    board = co_chair.page
    board.get_by_role("button", name="Big screens").click()
    board.get_by_label("Code on the screen").fill(machine.locator("#pairing-code").inner_text())
    board.get_by_label("Where it stands (optional)").fill("Hall A")
    board.get_by_role("button", name="Pair a big screen").click()
    machine.wait_for_url(re.compile(r"/m/\d+/screen"))
    expect(machine.get_by_text("Preparatory meeting").first).to_be_visible()
    row = board.locator("#screens .people__row").filter(has_text="Hall A")
    expect(row).to_contain_text("on")
    row.get_by_role("button", name="End").click()
    machine.wait_for_url("**/screen")
    expect(machine.locator("#pairing-code")).to_have_text(re.compile(r"\d{3} \d{3}"))


def test_the_meeting_is_opened_on_a_second_device_and_ended_there_from_the_first(
    let_in: LetIn, quiet_page: Callable[..., Page]
) -> None:
    first = let_in(CoChair, "jamaica")
    first.go("../../devices")
    first.button("Open on another device", exact=False).click()
    expect(first.page.get_by_alt_text("Code for the other device’s camera")).to_be_visible()
    axe(first.page)
    second = quiet_page(**PHONE)
    second.goto(_address_of(first.page))
    second.wait_for_url(re.compile(r"/m/\d+/board"))
    first.page.reload()
    row = first.page.locator(".devices__row").filter(has_text="from another device")
    expect(row).to_contain_text("open now")
    row.get_by_role("button", name="End").click()
    expect(second.get_by_role("link", name="Come in again")).to_be_visible(timeout=3_000)


def _address_of(page: Page) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy as a link").click()
    return str(page.evaluate("navigator.clipboard.readText()"))


def _comes_by_the_code(house: House, cast: Cast, page: Page, name: str, delegation: str) -> Page:
    code = cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"]
    page.goto(f"http://localhost:{house.port}/j/{code}")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your delegation").fill(delegation)
    page.get_by_role("button", name="Join", exact=True).click()
    page.wait_for_url(re.compile(r"/m/\d+/now"))
    return page
