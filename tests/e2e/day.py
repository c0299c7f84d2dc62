"""Everybody of the meeting of 2020 at their browsers, and the crowd beside them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from playwright.sync_api import Page

from app.core.actor import Actor
from tests.e2e.actors import BigScreen, CoChair, Moderator, Participant, Person, Rapporteur
from tests.e2e.hall import PHONES, ROOT, Hall

P = TypeVar("P", bound=Person)
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


class Crowd:
    """Participants over sockets, in a process of their own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def wait(self) -> None:
        """Wait until all of them are in."""
        assert self._read() == "ready"

    def account(self) -> dict[str, Any]:
        """Give what they heard, and everything that went wrong."""
        self._write("account")
        found: dict[str, Any] = json.loads(self._read())
        return found

    def _read(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def _write(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()


@dataclass(frozen=True)
class Day:
    """The people at their browsers."""

    hall: Hall
    chair: CoChair
    moderators: tuple[Moderator, ...]
    rapporteurs: tuple[Rapporteur, ...]
    screen: BigScreen
    participants: list[Participant]

    def guests(self, room: int) -> list[Participant]:
        """Give the participants with a phone in a room, by its place in the list."""
        return [guest for number, guest in enumerate(self.participants) if self.hall.room_of(number) == room]

    def everybody(self) -> list[Person]:
        """Give everybody whose page has a timer while the rooms are open."""
        return [self.chair, *self.moderators, *self.rapporteurs, *self.participants, self.screen]


@contextmanager
def crowd(hall: Hall, port: int) -> Iterator[Crowd]:
    """Let everybody without a phone of ours come in over sockets."""
    people = [
        {"secret": hall.link(person), "room": hall.rooms[hall.room_of(number)]}
        for number, person in enumerate(hall.people)
        if number >= PHONES
    ]
    command = [sys.executable, "-P", "-m", "tests.e2e.crowd"]
    with subprocess.Popen(
        command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        found = Crowd(process)
        found._write(json.dumps({"port": port, "streams": [f"meeting:{hall.meeting}"], "people": people}))  # noqa: SLF001 - its maker
        yield found


class Door:
    """Lets people open their link in a browser of their own."""

    def __init__(self, hall: Hall, port: int, open_page: Callable[..., Page]) -> None:
        self._hall = hall
        self._address = f"http://localhost:{port}"
        self._open_page = open_page

    def staff(self) -> Day:
        """Let those come who run the meeting."""
        return Day(
            self._hall,
            self._one(CoChair, self._hall.chairs[0], accept_downloads=True),
            tuple(self._one(Moderator, actor) for actor in self._hall.moderators),
            tuple(self._one(Rapporteur, actor) for actor in self._hall.rapporteurs),
            self._one(BigScreen, self._hall.display),
            [],
        )

    def guests(self, day: Day) -> None:
        """Let the participants come with their phones, each to the page of the room."""
        for actor in self._hall.people[:PHONES]:
            guest = self._one(Participant, actor, **PHONE)
            guest.page.get_by_role("link", name="Go to my room").click()
            guest.page.wait_for_url("**/room/*")
            guest.is_live()
            day.participants.append(guest)

    def _one(self, kind: type[P], actor: Actor, **options: object) -> P:
        person = kind(self._open_page(**options), self._address)
        person.enter(self._hall.link(actor))
        return person
