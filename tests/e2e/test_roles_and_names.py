"""What each screen is to somebody who cannot see it: roles and names, held as goldens in `tests/e2e/goldens`.

After a wanted change, `RENEW_GOLDENS=1 pytest tests/e2e/test_roles_and_names.py` writes them anew; the difference in
the version control is what a screen reader's user will notice, and is read like any other change.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.doors import Browser
from tests.e2e.actors import BigScreen, Participant, Person
from tests.e2e.conftest import LetIn
from tests.houses import House

GOLDENS = Path(__file__).parent / "goldens"
RENEW = "RENEW_GOLDENS"
# What is different at every run stands in the goldens as a word.
PASSING = (
    (re.compile(r"\d+:\d\d(:\d\d)?( UTC)?"), "TIME"),
    (re.compile(r"just now|\d+ (sec|min) ago"), "AGO"),
    (re.compile(r"\b\d{3} \d{3} \d{3}\b|(?<=/j/)\d{9}"), "CODE"),
    (re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d+ \w+ \d{4}"), "DAY"),
    (re.compile(r"\b[0-9a-f]{12,}\b"), "DIGEST"),
    (re.compile(r"localhost:\d+"), "ADDRESS"),
    # Who is connected at this moment.
    (re.compile(r"\d+ / \d+|\d+ here now|(?<=definition: \")\d+"), "HERE"),
    (re.compile(r"\d+ participants? from \d+ UN Member States?|\d+ · \d+ States?"), "COUNTED"),
    (re.compile(r" \(away\)"), ""),
    (re.compile(r"(?<=paragraph: )Connecting"), "Connected"),
    (re.compile(r"(?<=/)\d+\b|(?<=#session:)\d+|(?<=#part:)\d+|(?<=#room:)\d+|(?<=%3A)\d+"), "N"),
)


@dataclass(frozen=True)
class Screen:
    """A screen as somebody of the cast opens it; `{room}` stands for the first room."""

    name: str
    who: str
    path: str


SCREENS = [
    Screen("now", "ghana", "now"),
    Screen("room", "ghana", "room/{room}"),
    Screen("capture", "rapporteur_1", "capture/{room}"),
    Screen("moderate", "moderator_1", "moderate/{room}"),
    Screen("board", "canada", "board"),
    Screen("board-secretariat", "secretariat", "board"),
    Screen("plenary", "canada", "plenary"),
    Screen("summary", "canada", "summary"),
    Screen("screen", "screen", "screen"),
]
DOORS = [
    Screen("join", "", "/"),
    Screen("link-unknown", "", "/enter#unknown"),
    Screen("nowhere", "", "/nowhere"),
    Screen("help-moderator", "", "/help/moderator"),
]


@pytest.fixture(scope="module")
def told(house: House) -> Cast:
    """A meeting in which a little of everything is to be told."""
    cast = house.cast()
    canada, moderator, writer, guest = (
        house.browser(cast, who) for who in ("canada", "moderator_1", "rapporteur_1", "ghana")
    )
    room = cast.rooms[0]
    must(canada, "part.start", part=cast.parts["breakouts"])
    must(moderator, "room.edit", room=room, question="What should be built?", video_link="https://video.example/1")
    point = must(writer, "takeaway.capture", room=room, text="Fund what lasts.", kind="challenge", tags=["funds"])
    must(moderator, "takeaway.approve", takeaway=point)
    must(writer, "takeaway.capture", room=room, text="Train before leaving.", kind="takeaway")
    must(moderator, "room.ask_for_help", room=room, what="The channel is silent.")
    must(guest, "takeaway.propose", room=room, text="And reservists?", kind="question")
    return cast


@pytest.fixture
def cast(told: Cast) -> Cast:
    """All tests here look at the same meeting."""
    return told


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_says_its_parts_by_role_and_name(screen: Screen, let_in: LetIn, cast: Cast) -> None:
    kinds: dict[str, type[Person]] = {"screen": BigScreen, "ghana": Participant}
    person = let_in(kinds.get(screen.who, Person), screen.who)
    person.go(screen.path.format(room=cast.rooms[0]))
    expect(person.page.locator("#screen h1, #screen h2, main h1").first).to_be_attached()
    is_as_told(person.page, screen.name)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_a_way_in_says_its_parts_by_role_and_name(house: House, quiet_page: Callable[..., Page], door: Screen) -> None:
    page = quiet_page()
    page.goto(f"http://localhost:{house.port}{door.path}")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Opening your link")
    is_as_told(page, door.name)


def is_as_told(page: Page, name: str) -> None:
    """Compare a page with its golden, or write the golden anew."""
    golden = GOLDENS / f"{name}.yaml"
    seen = page.locator("body").aria_snapshot() + "\n"
    for passing, word in PASSING:
        seen = passing.sub(word, seen)
    if os.environ.get(RENEW):
        golden.write_text(seen, "utf-8")
    assert golden.exists(), f"There is no golden of {name} yet; {RENEW}=1 writes it."
    assert seen.splitlines() == golden.read_text("utf-8").splitlines()


def must(browser: Browser, name: str, **data: object) -> int:
    answer = browser.ask(name, data)
    assert answer["ok"], answer
    return int((answer["result"] or {}).get("id") or 0)
