"""The people of a meeting at their browsers, and what they do there, in the words of the meeting."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Locator, Page, expect

CAPTURE = "#composer"
BY_KEY = 24
LIVE = re.compile("Connected|All saved")


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def enter(self, secret: str) -> None:
        """Open a personal link and wait until the page is live."""
        self.page.goto(f"{self.address}/enter#{secret}")
        self.page.wait_for_url(re.compile(r"/m/\d+/"))
        self.is_live()

    def go(self, path: str) -> None:
        """Open a page of the meeting, such as "board"."""
        self.page.goto(f"{self.meeting}/{path}")
        self.is_live()

    @property
    def meeting(self) -> str:
        """The address that the meeting's pages begin with."""
        found = re.match(r".*/m/\d+", self.page.url)
        assert found, self.page.url
        return found[0]

    @property
    def line(self) -> Locator:
        """What the masthead says about the line and about what was typed."""
        return self.page.locator("#line")

    @property
    def points(self) -> Locator:
        """The points on the page, in order."""
        return self.page.locator(".points .point__text")

    @property
    def notice(self) -> Locator:
        """The short notice at the foot."""
        return self.page.locator("#toasts .toast")

    def button(self, name: str, *, exact: bool = True) -> Locator:
        """Give a button by its words."""
        return self.page.get_by_role("button", name=name, exact=exact)

    def is_live(self) -> None:
        """Wait until the page hears the server."""
        expect(self.line).to_have_attribute("data-state", "live")

    def sees(self, text: str) -> None:
        """Wait until a text is on the page."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def reads(self, *texts: str) -> None:
        """Wait until the points on the page are exactly these, in this order."""
        expect(self.points).to_have_text(list(texts))

    def hears(self, words: str | re.Pattern[str]) -> None:
        """Wait until the polite status line says something."""
        expect(self.page.locator("#status")).to_contain_text(words)

    def is_connected(self) -> None:
        """Wait until the page hears the server, whether or not all it had to say was accepted."""
        expect(self.line).to_have_attribute("data-state", re.compile("live|late"))
        expect(self.line).not_to_have_text("Connecting")

    def loses_the_line(self) -> None:
        """Cut this browser off the network, and wait until the page has noticed."""
        self.page.context.set_offline(True)
        expect(self.line).to_have_attribute("data-state", "offline", timeout=15_000)

    def has_the_line_back(self) -> None:
        """Give the network back; the page connects in its own time."""
        self.page.context.set_offline(False)

    def reloads_without_a_line(self) -> None:
        """Reload while the network is away: the browser shows an error of its own."""
        with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
            self.page.reload()

    def boot(self) -> dict[str, Any]:
        """Give what the page was started with."""
        found: dict[str, Any] = self.page.evaluate("JSON.parse(document.getElementById('boot').textContent)")
        return found

    def ends(self) -> tuple[str, float]:
        """Give the end of the page's timer, as sent and as its figures tell it (seconds since 1970)."""
        shown: tuple[str, float] = self.page.evaluate("""() => {
            const timer = document.querySelector('time-left');
            const figures = timer.firstElementChild.textContent.split(':');
            const seconds = figures.reduce((sum, figure) => sum * 60 + Number(figure), 0);
            return [timer.getAttribute('ends'), Date.now() / 1000 + seconds];
        }""")
        return shown


class Participant(Person):
    """Somebody who takes part, with a phone."""

    def sends(self, text: str) -> None:
        """Send a point to the rapporteur from the page of the room."""
        self.page.get_by_label("Your point, for the rapporteur").fill(text)
        self.button("Send").click()


class Writer(Person):
    """Somebody who works on a list of points."""

    def row(self, text: str) -> Locator:
        """Give the row of a point."""
        return self.page.locator("li.point").filter(has=self.page.locator(".point__text", has_text=text))

    def approves(self, text: str) -> None:
        """Choose a point for the report-back."""
        button = self.row(text).get_by_role("button", name="For report-back")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")

    def chooses(self, text: str, act: str) -> None:
        """Choose an act in the menu of a point."""
        row = self.row(text)
        row.get_by_label("More for this point").click()
        row.get_by_role("button", name=act).click()


class Moderator(Writer):
    """Runs a room."""

    def asks_for_help(self, more: str) -> None:
        """Call the co-chairs."""
        self.button("Ask for help").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_label("More about it (optional)").fill(more)
        dialog.get_by_role("button", name="Ask for help").click()


class Rapporteur(Writer):
    """Takes down what a room will report back, by keyboard."""

    @property
    def composer(self) -> Locator:
        """The field in which points are written."""
        return self.page.locator(CAPTURE)

    @property
    def suggestions(self) -> Locator:
        """The delegations that are offered after an @."""
        return self.page.locator(".combo__option")

    def types(self, text: str, kind: str = "takeaway") -> None:
        """Write a point with the keys and Enter; its kind is named by a #word."""
        mark = {"takeaway": "", "best practice": "#practice ", "challenge": "#challenge ", "question": "#question "}
        mark |= {
            "pledge option": "#pledge ",
            "area without consensus": "#no-consensus ",
            "area for progress": "#progress ",
        }
        self.composer.focus()
        written = mark[kind] + text
        # Key by key at both ends; the middle of a long text comes at once, as dictation and swiping bring it.
        self.page.keyboard.type(written[:BY_KEY])
        self.page.keyboard.insert_text(written[BY_KEY:-BY_KEY])
        self.page.keyboard.type(written[max(BY_KEY, len(written) - BY_KEY) :])
        self.page.keyboard.press("Enter")
        expect(self.composer).to_have_value("")

    def is_saved(self) -> None:
        """Wait until nothing waits to be sent."""
        expect(self.line).to_have_text("All saved")


class CoChair(Person):
    """Leads the meeting from the board."""

    def now(self, name: str) -> None:
        """Press a button whose act is held back for some seconds, and do not wait for them."""
        self.button(name).click()
        self.notice.get_by_role("button", name="Now").click()
        expect(self.notice.get_by_role("button", name="Now")).to_have_count(0)

    def cell(self, room: str, column: str) -> Locator:
        """Give a cell of the board by the room's title and the column's words."""
        return self.page.locator("table.rooms tr").filter(has_text=room).locator(f"td[data-label='{column}']")

    def downloads(self, folder: Path) -> Path:
        """Fetch the newest export."""
        with self.page.expect_download() as started:
            self.page.get_by_role("link", name="Download").first.click()
        target = folder / started.value.suggested_filename
        started.value.save_as(target)
        return target


class BigScreen(Person):
    """The screen in the hall; it has no room for the state of its line."""

    def is_live(self) -> None:
        """Wait until something is shown."""
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
