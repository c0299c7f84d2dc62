"""Take the pictures: every screen of every role, in three widths, English and Arabic, by day and by night.

What a role's screens are is read from its own pages, so a new screen is in the pictures as soon as it has a link.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browsers import launch
from tests.shots.demonstration import Demonstration, demonstration
from tests.shots.screens import LINKED, README, ROLES, Screen, of_nobody, screens_of

Scheme = Literal["light", "dark"]

WIDTHS = {390: 844, 834: 1112, 1440: 900}
LANGUAGES = {"en": "en-GB", "ar": "ar"}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
LONGEST = 120_000
"""Milliseconds that a page may take to load, to connect and to draw itself; a busy machine is no failure here."""


@dataclass(frozen=True)
class Look:
    """How a picture is taken."""

    width: int
    language: str
    scheme: Scheme


LOOKS = [Look(width, language, scheme) for language in LANGUAGES for scheme in SCHEMES for width in WIDTHS]


def main(folder: Path, *, for_readme: bool) -> None:
    """Take all pictures into the folder, or only those of the README under the names it gives them."""
    folder.mkdir(parents=True, exist_ok=True)
    with demonstration() as shown, sync_playwright() as playwright, launch(playwright) as browser:
        photographer = Photographer(browser, shown, folder)
        started = time.monotonic()
        for role in ROLES:
            photographer.picture(role, for_readme=for_readme)
        print(f"{photographer.taken} pictures in {folder}, {time.monotonic() - started:.0f} s")  # noqa: T201


class Photographer:
    """Opens the screens as the people they belong to, and takes their pictures."""

    def __init__(self, browser: Browser, shown: Demonstration, folder: Path) -> None:
        self._browser = browser
        self._shown = shown
        self._folder = folder
        self.taken = 0

    def picture(self, role: str, *, for_readme: bool) -> None:
        """Take all pictures of a role's screens, or those of the README."""
        context = self._browser.new_context(locale="en-GB")
        home = self._shown.let_in(context, ROLES[role])
        found = of_nobody(self._shown.code) if not ROLES[role] else screens_of(role, home.evaluate(LINKED), home.url)
        for screen in found:
            name = f"{role}-{screen.name}"
            if for_readme and name in README:
                self._take(context, screen, Look(1440, "en", "light"), README[name])
            elif not for_readme:
                for look in LOOKS:
                    self._take(context, screen, look, f"{name}-{look.width}-{look.language}-{look.scheme}")
        context.close()

    def _take(self, context: BrowserContext, screen: Screen, look: Look, name: str) -> None:
        looking = self._browser.new_context(
            color_scheme=look.scheme,
            locale=LANGUAGES[look.language],
            storage_state=context.storage_state(),
            viewport={"width": look.width, "height": WIDTHS[look.width]},
        )
        looking.set_default_timeout(LONGEST)
        page = looking.new_page()
        if not screen.is_first_visit:
            self._shown.put_hints_away(looking)
        path, _, fragment = screen.path.partition("#")
        page.goto(f"{self._shown.address}{path}?lang={look.language}{'#' + fragment if fragment else ''}")
        settle(page)
        page.screenshot(path=self._folder / f"{name}.png")
        self.taken += 1
        looking.close()


def settle(page: Page) -> None:
    """Wait until the page is connected, where it connects, and nothing moves any more."""
    page.wait_for_function(
        "() => !document.getElementById('line') || document.getElementById('line').dataset.state === 'live'",
        timeout=LONGEST,
    )
    # What moves for ever, such as the line of something on its way, is pictured as it goes.
    page.evaluate("""() => Promise.all(document.getAnimations()
        .filter((one) => one.effect.getComputedTiming().iterations !== Infinity).map((one) => one.finished))""")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit("Say where the pictures go: ./run shots DIR")
    main(Path(sys.argv[1]), for_readme="--readme" in sys.argv[2:])
