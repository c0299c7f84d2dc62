"""A real server in its own process, and the people of a meeting at real browsers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

import pytest
from playwright.sync_api import ConsoleMessage, Page

from app.demo.asking import Doing
from tests.cast import Cast
from tests.e2e.actors import CoChair, Moderator, Participant, Person, Rapporteur
from tests.houses import House, running_house

P = TypeVar("P", bound=Person)
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
# A browser says this of every refusal and of every line that breaks; the pages say what it means.
EXPECTED_ON_CONSOLE = ("Failed to load resource", "WebSocket connection to")


class LetIn(Protocol):
    """Opens somebody's link in a browser of their own."""

    def __call__(self, kind: type[P], who: str, **options: object) -> P:
        """Give the person of the cast of that name as such an actor."""


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    """A server that all tests share; each has a meeting of its own."""
    with running_house() as running:
        yield running


@pytest.fixture
def cast(house: House) -> Cast:
    """A meeting with its people; the rooms of its first round are open."""
    return house.cast()


@pytest.fixture
def quiet_page(open_page: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    """Open pages as `open_page` does; at the end none of them may have written an error to its console."""
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(EXPECTED_ON_CONSOLE):
            errors.append(message.text)

    def opened(**options: object) -> Page:
        page = open_page(**options)
        page.context.on("console", note)
        return page

    yield opened
    assert errors == []


@pytest.fixture
def let_in(house: House, cast: Cast, quiet_page: Callable[..., Page]) -> LetIn:
    """Open the link of somebody of the cast: `let_in(Rapporteur, "rapporteur_1")`."""

    def enter(kind: type[P], who: str, **options: object) -> P:
        phone = PHONE if kind is Participant else {}
        person = kind(quiet_page(**(phone | options)), f"http://localhost:{house.port}")
        person.enter(Doing(house.bus).link(cast.actor[who]))
        return person

    return enter


@pytest.fixture
def rapporteur(let_in: LetIn) -> Rapporteur:
    """The rapporteur of the first room."""
    return let_in(Rapporteur, "rapporteur_1")


@pytest.fixture
def moderator(let_in: LetIn) -> Moderator:
    """The moderator of the first room."""
    return let_in(Moderator, "moderator_1")


@pytest.fixture
def participant(let_in: LetIn, cast: Cast) -> Participant:
    """A participant of the first room, on the page of the room."""
    person = let_in(Participant, "ghana")
    person.go(f"room/{cast.rooms[0]}")
    return person


@pytest.fixture
def co_chair(let_in: LetIn) -> CoChair:
    """A co-chair, on the board."""
    return let_in(CoChair, "canada")
