"""Every screen of every role: axe-core finds nothing, nothing scrolls sideways, the keyboard is enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browsers import axe
from tests.cast import Cast
from tests.doors import Browser
from tests.e2e.actors import BigScreen, CoChair, Participant, Person
from tests.e2e.conftest import LetIn
from tests.houses import House

DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
SMALLEST: ViewportSize = {"width": 320, "height": 640}
LONG = "Anticonstitutionnellement-" * 6 + " ends the mandate " + "تمويل المراحل الانتقالية " * 4


@dataclass(frozen=True)
class Screen:
    """A screen as somebody of the cast opens it; `{room}` stands for the first room."""

    who: str
    path: str


SCREENS = [
    Screen("ghana", "now"),
    Screen("ghana", "room/{room}"),
    Screen("rapporteur_1", "capture/{room}"),
    Screen("moderator_1", "moderate/{room}"),
    Screen("rapporteur_1", "plenary"),
    Screen("canada", "board"),
    Screen("canada", "plenary"),
    Screen("canada", "summary"),
    Screen("secretariat", "timeline"),
    Screen("secretariat", "board"),
    Screen("secretariat", "people"),
    Screen("canada", "people"),
    Screen("secretariat", "rooms"),
    Screen("secretariat", "people"),
    Screen("secretariat", "setup"),
    Screen("screen", "screen"),
    Screen("observer", "now"),
]


@pytest.fixture(scope="module")
def busy(house: House) -> Cast:
    """A meeting in which there is something of every kind to see."""
    cast = house.cast()
    canada, moderator, writer, guest = (
        house.browser(cast, who) for who in ("canada", "moderator_1", "rapporteur_1", "ghana")
    )
    room = cast.rooms[0]
    must(canada, "part.start", part=cast.parts["breakouts"])
    must(canada, "meeting.say", meeting=cast.meeting, message=f"Coffee is served. {LONG}")
    must(moderator, "room.edit", room=room, question=LONG, video_link="https://video.example/1")
    for number in range(4):
        kind = ("takeaway", "challenge", "area without consensus", "question")[number]
        point = must(writer, "takeaway.capture", room=room, text=f"{LONG} {number}", kind=kind, tags=["long", "طويل"])
        if number < 2:
            must(moderator, "takeaway.approve", takeaway=point)
    must(moderator, "note.write", room=room, body=LONG, base=0)
    must(moderator, "room.narrate", room=room, narrative=LONG, lead_in=LONG, base=0)
    must(moderator, "room.ask_for_help", room=room, what=LONG)
    must(guest, "takeaway.propose", room=room, text=LONG, kind="question")
    must(canada, "part.narrate", part=cast.parts["remarks"], narrative=LONG, base=0)
    must(canada, "export.request", meeting=cast.meeting, format="markdown")
    return cast


def must(browser: Browser, name: str, **data: object) -> int:
    answer = browser.ask(name, data)
    assert answer["ok"], answer
    return int((answer["result"] or {}).get("id") or 0)


@pytest.fixture
def cast(busy: Cast) -> Cast:
    """All tests here look at the same meeting."""
    return busy


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen.who} {screen.path}")
def test_axe_finds_nothing_and_nothing_scrolls_sideways(screen: Screen, let_in: LetIn, cast: Cast) -> None:
    person = let_in(BigScreen if screen.who == "screen" else Person, screen.who)
    path = screen.path.format(room=cast.rooms[0])
    for lang in ("en", "ar"):
        person.page.emulate_media(color_scheme="light" if lang == "en" else "dark")
        person.page.goto(f"{person.meeting}/{path}?lang={lang}")
        person.is_live()
        expect(person.page.locator("html")).to_have_attribute("dir", "ltr" if lang == "en" else "rtl")
        for size in (DESK, PHONE):
            person.page.set_viewport_size(size)
            axe(person.page)
        for size in (PHONE, SMALLEST):
            person.page.set_viewport_size(size)
            assert sideways(person.page) == [], f"{screen} in {lang} at {size['width']}"


def sideways(page: Page) -> list[str]:
    """Name what makes the page wider than the window; nothing when it is not."""
    found: list[str] = page.evaluate("""() => {
        const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        if (wide <= 0) return [];
        const out = (box) => box.right > innerWidth + 1 || box.left < -1;
        const all = [...document.body.querySelectorAll('*')].filter((one) => out(one.getBoundingClientRect()));
        return [`${wide} px`, ...all.slice(-3).map((one) => one.outerHTML.slice(0, 120))];
    }""")
    return found


@pytest.mark.parametrize("path", ["/", "/j/123456789", "/enter", "/nowhere", "/sign-in", "/help/rapporteur"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_ways_in_are_open_to_all(house: House, quiet_page: Callable[..., Page], path: str, lang: str) -> None:
    page = quiet_page()
    page.goto(f"http://localhost:{house.port}{path}?lang={lang}")
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        axe(page)
    page.set_viewport_size(SMALLEST)
    assert sideways(page) == []


@pytest.mark.parametrize("act", ["People", "10 minutes more for all", "Close the round"])
def test_the_boards_dialogs_and_notices_are_open_to_all(let_in: LetIn, act: str) -> None:
    chair = let_in(CoChair, "canada")
    chair.button(act).click()
    chair.page.wait_for_timeout(200)
    for size in (DESK, PHONE):
        chair.page.set_viewport_size(size)
        axe(chair.page)
    assert sideways(chair.page) == []


def test_somebody_joins_and_reaches_the_room_with_the_keyboard_alone(
    house: House, cast: Cast, quiet_page: Callable[..., Page]
) -> None:
    page = quiet_page()
    code = str(cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"])
    page.goto(f"http://localhost:{house.port}/j/{code}")
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Delegate 3 (Ghana)")
    page.keyboard.press("Tab")
    page.keyboard.type("ghan")
    expect(page.get_by_role("option", name="Ghana", exact=True)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your delegation")).to_have_value("Ghana")
    page.keyboard.press("Enter")
    page.wait_for_url("**/now")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_participant_walks_from_now_to_the_room_and_sends_a_point_by_keyboard(let_in: LetIn, cast: Cast) -> None:
    guest = let_in(Participant, "norway")
    tab_to(guest.page, "Follow my room here")
    guest.page.keyboard.press("Enter")
    guest.page.wait_for_url(f"**/room/{cast.rooms[0]}")
    tab_to(guest.page, "Your point, for the rapporteur")
    guest.page.keyboard.type("Typed without a mouse")
    tab_to(guest.page, "Send")
    guest.page.keyboard.press("Enter")
    guest.sees("sent, not decided yet")


def test_a_co_chair_gives_all_rooms_more_time_and_takes_it_back_by_keyboard(let_in: LetIn) -> None:
    chair = let_in(CoChair, "canada")
    before = chair.ends()[0]
    tab_to(chair.page, "10 minutes more for all")
    chair.page.keyboard.press("Enter")
    chair.hears("All rooms have 10 minutes more.")
    chair.page.wait_for_function("ends => document.querySelector('time-left').getAttribute('ends') > ends", arg=before)
    tab_to(chair.page, "Undo")
    chair.page.keyboard.press("Enter")
    chair.page.wait_for_function(
        "ends => document.querySelector('time-left').getAttribute('ends') === ends", arg=before
    )


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has this name has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        found = page.evaluate("""() => {
            const at = document.activeElement;
            return (at.labels?.[0] ?? at).innerText.trim() || at.getAttribute('aria-label');
        }""")
        if found == name:
            return
    pytest.fail(f"Tab never reaches “{name}”")
