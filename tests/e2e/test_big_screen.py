"""The big screen: follows the run of show or its remote, shows all of a long text, and says when its line is lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browsers import axe
from tests.cast import Cast
from tests.doors import Browser
from tests.e2e.actors import BigScreen, CoChair
from tests.e2e.conftest import LetIn
from tests.houses import House

HALLS: list[ViewportSize] = [
    {"width": 1280, "height": 720},
    {"width": 1920, "height": 1080},
    {"width": 3840, "height": 2160},
]
LONG = "Training before deployment has to be certified, paid for and repeated, as several delegations said. " * 4


class Hall(BigScreen):
    """The screen in the hall, as it is looked at."""

    def shows(self, view: str) -> None:
        """Wait until a view is on the screen."""
        expect(self.page.locator(".stage")).to_have_attribute("data-view", view)

    def hides_nothing(self) -> None:
        """Fail when something of what is shown stands outside the screen."""
        self.page.wait_for_timeout(100)
        outside = self.page.evaluate("""() => {
            const body = document.querySelector('.stage__body').getBoundingClientRect();
            const seen = [...document.querySelectorAll('.stage__body *')].filter((one) => one.getClientRects().length);
            const down = (box) => box.bottom > body.bottom + 2 || box.top < body.top - 2;
            const out = (box) => down(box) || box.right > body.right + 2 || box.left < body.left - 2;
            return seen.filter((one) => out(one.getBoundingClientRect())).map((one) => one.outerHTML.slice(0, 80));
        }""")
        assert outside == []


@pytest.fixture
def hall(let_in: LetIn) -> Hall:
    return let_in(Hall, "screen")


@pytest.fixture
def secretariat(house: House, cast: Cast) -> Browser:
    """The secretariat, who acts beside the browsers."""
    return house.browser(cast, "secretariat")


def must(browser: Browser, name: str, **data: object) -> int:
    answer = browser.ask(name, data)
    assert answer["ok"], answer
    return int((answer["result"] or {}).get("id") or 0)


def test_the_board_chooses_what_the_hall_sees_and_takes_it_back(hall: Hall, co_chair: CoChair, cast: Cast) -> None:
    co_chair.button("How to join").click()
    hall.shows("join")
    code = str(cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"])
    hall.sees(f"{code[:3]} {code[3:6]} {code[6:]}")
    expect(co_chair.page.locator(".remote .stage")).to_have_attribute("data-view", "join")
    expect(co_chair.button("How to join")).to_have_attribute("aria-pressed", "true")
    co_chair.hears("The big screen shows: How to join.")
    co_chair.notice.get_by_role("button", name="Undo").click()
    hall.shows("rooms")
    expect(co_chair.button("By the run of show")).to_have_attribute("aria-pressed", "true")


def test_by_itself_it_follows_the_run_of_show(hall: Hall, secretariat: Browser, house: House, cast: Cast) -> None:
    writer = house.browser(cast, "rapporteur_1")
    hall.shows("rooms")
    must(secretariat, "part.start", part=cast.parts["remarks"])
    hall.shows("now")
    must(secretariat, "part.start", part=cast.parts["breakouts"])
    hall.shows("rooms")
    expect(hall.page.get_by_role("timer")).to_contain_text("left")
    must(secretariat, "session.open", session=cast.sessions[0])
    point = must(writer, "takeaway.capture", room=cast.rooms[0], text="Trust is built before it is needed.")
    must(writer, "takeaway.approve", takeaway=point)
    must(secretariat, "round.close", round=cast.rounds[0])
    hall.sees("Back to plenary")
    must(secretariat, "part.start", part=cast.parts["plenary"])
    must(secretariat, "report.call", room=cast.rooms[0])
    hall.shows("takeaways")
    hall.sees("Trust is built before it is needed.")
    hall.sees("reported by Rapporteur 1 (Ghana)")
    must(secretariat, "report.finish", room=cast.rooms[0])
    hall.shows("report-back")
    expect(hall.page.locator("[data-report=next]")).to_contain_text("Theme 2")
    must(secretariat, "meeting.close", meeting=cast.meeting)
    hall.sees("Thank you")


def test_no_draft_is_ever_on_it(hall: Hall, secretariat: Browser, house: House, cast: Cast) -> None:
    writer = house.browser(cast, "rapporteur_1")
    must(writer, "takeaway.capture", room=cast.rooms[0], text="Still a draft")
    shown = must(writer, "takeaway.capture", room=cast.rooms[0], text="Approved by the room")
    must(writer, "takeaway.approve", takeaway=shown)
    must(secretariat, "round.close", round=cast.rounds[0])
    must(secretariat, "report.call", room=cast.rooms[0])
    hall.sees("Approved by the room")
    for view in ("takeaways", "report-back", "rooms", "now"):
        must(secretariat, "stage.show", meeting=cast.meeting, view=view)
        hall.shows(view)
        assert "Still a draft" not in hall.page.content()


@pytest.mark.parametrize("size", HALLS, ids=lambda size: f"{size['width']}")
def test_a_long_report_is_turned_over_and_every_point_is_seen_whole(
    hall: Hall, secretariat: Browser, house: House, cast: Cast, size: ViewportSize
) -> None:
    hall.page.set_viewport_size(size)
    writer = house.browser(cast, "rapporteur_1")
    for number in range(8):
        point = must(writer, "takeaway.capture", room=cast.rooms[0], text=f"Point {number}: {LONG}")
        must(writer, "takeaway.approve", takeaway=point)
    must(secretariat, "round.close", round=cast.rounds[0])
    hall.page.clock.install()
    must(secretariat, "report.call", room=cast.rooms[0])
    hall.shows("takeaways")
    # Without a line the page cannot learn the true time, which would undo what this test does to its clock.
    hall.loses_the_line()
    hall.page.clock.pause_at(hall.page.evaluate("Date.now() + 3000"))
    expect(hall.page.locator(".stage__pages")).to_have_text(re.compile(r"\d / \d"))
    pages = int((hall.page.locator(".stage__pages").inner_text()).split(" / ")[1])
    seen: set[str] = set()
    for _ in range(pages):
        # The page's own beat began before the clock was taken in hand; a resize makes it look at the time at once.
        hall.page.evaluate("dispatchEvent(new Event('resize'))")
        hall.hides_nothing()
        visible = hall.page.locator(".stage__points .point:visible .point__text").all_inner_texts()
        seen |= {text.split(":")[0] for text in visible}
        hall.page.clock.run_for(12_000)
    assert seen == {f"Point {number}" for number in range(8)}


def test_a_long_announcement_in_arabic_is_set_smaller_until_all_of_it_is_seen(
    hall: Hall, secretariat: Browser, cast: Cast
) -> None:
    hall.page.goto(f"{hall.meeting}/screen?lang=ar")
    must(
        secretariat, "meeting.say", meeting=cast.meeting, message="تمويل المراحل الانتقالية قبل الانسحاب بعامين. " * 20
    )
    must(secretariat, "stage.show", meeting=cast.meeting, view="message")
    hall.shows("message")
    for size in HALLS:
        hall.page.set_viewport_size(size)
        hall.hides_nothing()


def test_the_light_of_the_hall_is_set_from_the_board(hall: Hall, co_chair: CoChair) -> None:
    hall.page.emulate_media(color_scheme="light")
    co_chair.page.get_by_label("Light in the hall").select_option(label="Dark hall")
    expect(hall.page.locator("html")).to_have_attribute("data-look", "dark")
    co_chair.page.get_by_label("Light in the hall").select_option(label="As its machine is set")
    expect(hall.page.locator("html")).not_to_have_attribute("data-look", "dark")


def test_a_lost_line_is_said_on_the_screen_and_forgotten_when_it_is_back(hall: Hall) -> None:
    expect(hall.line).to_have_attribute("data-state", "live")
    hall.loses_the_line()
    expect(hall.page.locator(".stage__stale")).to_contain_text("No connection since")
    hall.has_the_line_back()
    expect(hall.page.locator(".stage__stale")).to_have_count(0, timeout=20_000)
    expect(hall.line).to_have_attribute("data-state", "live")


@pytest.mark.parametrize("view", ["join", "now", "rooms", "takeaways", "report-back", "message", "blank"])
def test_every_view_is_open_to_all_in_dark_and_bright(hall: Hall, secretariat: Browser, cast: Cast, view: str) -> None:
    must(secretariat, "stage.show", meeting=cast.meeting, view=view)
    hall.shows(view)
    for look in ("dark", "bright"):
        must(secretariat, "stage.show", meeting=cast.meeting, look=look)
        expect(hall.page.locator("html")).to_have_attribute("data-look", "dark" if look == "dark" else "light")
        # A screen without a word has no heading: that is what it is asked to show.
        axe(hall.page, without=("page-has-heading-one",) if view in {"blank", "message"} else ())
        hall.hides_nothing()
