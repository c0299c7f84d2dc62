"""Take the pictures: every screen, each as the person whose screen it is, in three widths, English and Arabic."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browsers import launch
from tests.ports import free_port

Scheme = Literal["light", "dark"]

WIDTHS = {390: 844, 834: 1112, 1440: 900}
LANGUAGES = {"en": "en-GB", "ar": "ar"}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SETTLES = 1200
"""Milliseconds until a page has connected and drawn itself."""
ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Screen:
    """A screen: its name, whose it is in the demonstration, and its path; an empty one is where their link leads."""

    name: str
    who: str
    path: str = ""


SCREENS = (
    Screen("join", "", "/"),
    Screen("now", "participant"),
    Screen("room", "participant", "/m/1/room/5"),
    Screen("capture", "Rapporteur 1 (Ghana)"),
    Screen("moderate", "Moderator (Canada)"),
    Screen("board", "Co-chair (Canada)", "/m/1/board"),
    Screen("plenary", "Co-chair (Canada)", "/m/1/plenary"),
    Screen("summary", "Co-chair (Canada)", "/m/1/summary"),
    Screen("preview", "Co-chair (Canada)", "/m/1/summary/preview"),
    Screen("timeline", "Co-chair (Canada)", "/m/1/timeline"),
    Screen("big-screen", "Big screen"),
    Screen("link-unknown", "", "/enter#unknown"),
    Screen("not-for-you", "participant", "/m/1/board"),
)


def main(folder: Path) -> None:
    """Take all pictures into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with demonstration() as (address, said), sync_playwright() as playwright:
        browser = launch(playwright)
        links = dict(re.findall(r"^  (\S.*?)\s{2,}(http\S+)$", said, re.MULTILINE))
        code = re.findall(r"/j/(\d{9})", said)[0]
        photographer = Photographer(browser, address, folder)
        people = {who: photographer.sign_in(who, links, code) for who in {screen.who for screen in SCREENS}}
        for screen in SCREENS:
            for language in LANGUAGES:
                for scheme in SCHEMES:
                    photographer.take(screen, *people[screen.who], language, scheme)
        browser.close()


@contextmanager
def demonstration() -> Iterator[tuple[str, str]]:
    """Run the demonstration; give its address and all that it said at the start."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="rapport-shots-") as data:
        command = [sys.executable, "-P", "-m", "app.cli", "demo", "--port", str(port), "--data", data]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
            said: list[str] = []
            for line in server.stdout or ():
                said.append(line)
                if "Ctrl+C" in line:
                    break
            try:
                yield f"http://localhost:{port}", "".join(said)
            finally:
                server.terminate()


class Photographer:
    """Opens the screens as the people they belong to, and takes their pictures."""

    def __init__(self, browser: Browser, address: str, folder: Path) -> None:
        self._browser = browser
        self._address = address
        self._folder = folder

    def sign_in(self, who: str, links: dict[str, str], code: str) -> tuple[BrowserContext, str]:
        """Give a signed-in browser of this person, and the page it was led to."""
        context = self._browser.new_context()
        if not who:
            return context, self._address
        page = context.new_page()
        if who == "participant":
            page.goto(f"{self._address}/j/{code}")
            page.fill("input[name=name]", "Delegate 1 (Ghana)")
            page.fill("input[name=delegation]", "Ghana")
            page.keyboard.press("Escape")
            page.locator("button[type=submit]").last.click()
        else:
            page.goto(links[who])
        page.wait_for_url("**/m/1/**")
        return context, page.url

    def take(self, screen: Screen, context: BrowserContext, home: str, language: str, scheme: Scheme) -> None:
        """Take a screen's picture in every width."""
        own = {"locale": LANGUAGES[language], "storage_state": context.storage_state()}
        looking = self._browser.new_context(color_scheme=scheme, **own)  # type: ignore[arg-type]  # both as it takes them
        page = looking.new_page()
        path, _, fragment = (f"{self._address}{screen.path}" if screen.path else home).partition("#")
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"{path}?lang={language}{'#' + fragment if fragment else ''}")
            page.wait_for_timeout(SETTLES)
            page.screenshot(path=self._folder / f"{screen.name}-{width}-{language}-{scheme}.png")
        looking.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where the pictures go: ./run shots DIR")
    main(Path(sys.argv[1]))
