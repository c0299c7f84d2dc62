"""What reaches a browser, every byte of it: words that are not for this person never do, shown or not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, WebSocket, expect

from app.demo.asking import Doing
from tests.cast import Cast
from tests.doors import Browser
from tests.e2e.actors import Person
from tests.houses import House

DRAFT_1, DRAFT_2, APPROVED_2 = "canary-draft-one", "canary-draft-two", "canary-approved-two"
NOTE, ROOM_TEXT, SECTION = "canary-note", "canary-narrative", "canary-section"
PROPOSAL, PART_TEXT, HELP = "canary-proposal", "canary-part-text", "canary-help"
EVERYTHING = (DRAFT_1, DRAFT_2, APPROVED_2, NOTE, ROOM_TEXT, SECTION, PROPOSAL, PART_TEXT, HELP)
SAID_LAST = "The coffee is ready."


@dataclass
class Ear:
    """A browser of somebody, and all that it received: pages, answers, and every frame of its sockets."""

    who: str
    paths: tuple[str, ...]
    page: Page
    pages: list[str] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """From now on keep what comes."""
        self.page.on("websocket", self._keep)

    def open_all(self) -> None:
        """Fetch every page of this person, as it is sent."""
        base = re.sub(r"(/m/\d+).*", r"\1", self.page.url)
        for path in self.paths:
            reply = self.page.context.request.get(f"{base}/{path}", headers={"Accept": "text/html"})
            assert reply.status == 200, path
            self.pages.append(reply.text())

    def _keep(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self.frames.append(str(frame)))

    def heard(self) -> set[str]:
        """Give which of the words reached this browser."""
        received = "\n".join([*self.pages, *self.frames, self.page.content()])
        return {word for word in EVERYTHING if word in received}


MAY_HEAR = {
    "ghana": {DRAFT_1, PROPOSAL},
    "norway": {DRAFT_1},
    "brazil": {DRAFT_2, APPROVED_2},
    "unplaced": set(),
    "observer": set(),
    "screen": set(),
    "moderator_1": {DRAFT_1, NOTE, ROOM_TEXT, PROPOSAL, HELP, PART_TEXT},
    "rapporteur_1": {DRAFT_1, ROOM_TEXT, PROPOSAL, HELP, PART_TEXT},
    "rapporteur_2": {DRAFT_2, APPROVED_2, PART_TEXT},
    "canada": {APPROVED_2, SECTION, PART_TEXT, HELP},
}
PAGES = {
    "ghana": ("now", "room/{0}"),
    "norway": ("now", "room/{0}"),
    "brazil": ("now", "room/{1}"),
    "observer": ("now",),
    "unplaced": ("now",),
    "screen": ("screen",),
    "moderator_1": ("now", "plenary", "moderate/{0}"),
    "rapporteur_1": ("now", "plenary", "capture/{0}"),
    "rapporteur_2": ("now", "plenary", "capture/{1}"),
    "canada": ("plenary", "summary", "timeline", "board"),
}


def test_words_reach_only_those_for_whom_they_are(house: House, cast: Cast, quiet_page: Callable[..., Page]) -> None:
    ears = [ear_of(who, house, cast, quiet_page) for who in MAY_HEAR]
    everybody_writes(house, cast)
    # What is said last has reached everybody: whatever was told before has too.
    must(house.browser(cast, "secretariat"), "meeting.say", meeting=cast.meeting, message=SAID_LAST)
    for ear in ears:
        until(ear, SAID_LAST)
        ear.open_all()
    heard = {ear.who: ear.heard() for ear in ears}
    assert {who: words - MAY_HEAR[who] for who, words in heard.items() if words - MAY_HEAR[who]} == {}
    # And those who are to read them do: an ear that hears nothing would prove nothing.
    assert DRAFT_1 in heard["ghana"]
    assert DRAFT_2 in heard["brazil"]
    assert NOTE in heard["moderator_1"]
    assert heard["canada"] >= {APPROVED_2, SECTION}


def ear_of(who: str, house: House, cast: Cast, quiet_page: Callable[..., Page]) -> Ear:
    paths = tuple(path.format(*cast.rooms) for path in PAGES[who])
    ear = Ear(who, paths, quiet_page())
    ear.listen()
    person = Person(ear.page, f"http://localhost:{house.port}")
    ear.page.goto(f"{person.address}/enter#{Doing(house.bus).link(cast.actor[who])}")
    ear.page.wait_for_url("**/m/**")
    ear.page.goto(f"{person.meeting}/{paths[-1]}")
    expect(ear.page.locator("h1, h2").first).to_be_visible()
    return ear


def until(ear: Ear, words: str) -> None:
    """Wait until the browser has received these words."""
    for _ in range(100):
        if any(words in frame for frame in ear.frames):
            return
        ear.page.wait_for_timeout(100)
    pytest.fail(f"“{words}” never reached {ear.who}")


def everybody_writes(house: House, cast: Cast) -> None:
    asks = {
        who: house.browser(cast, who)
        for who in ("canada", "moderator_1", "rapporteur_1", "moderator_2", "rapporteur_2", "ghana")
    }
    one, two = cast.rooms[:2]
    must(asks["rapporteur_1"], "takeaway.capture", room=one, text=DRAFT_1)
    must(asks["rapporteur_2"], "takeaway.capture", room=two, text=DRAFT_2)
    approved = must(asks["rapporteur_2"], "takeaway.capture", room=two, text=APPROVED_2)
    must(asks["moderator_2"], "takeaway.approve", takeaway=approved)
    must(asks["moderator_1"], "note.write", room=one, body=NOTE, base=0)
    must(asks["moderator_1"], "room.narrate", room=one, narrative=ROOM_TEXT, lead_in=ROOM_TEXT, base=0)
    must(asks["moderator_1"], "room.ask_for_help", room=one, what=HELP)
    must(asks["ghana"], "takeaway.propose", room=one, text=PROPOSAL, kind="question")
    must(asks["canada"], "part.narrate", part=cast.parts["remarks"], narrative=PART_TEXT, base=0)
    must(asks["canada"], "section.write", meeting=cast.meeting, key="overview", body=SECTION, base=0)


def must(browser: Browser, name: str, **data: object) -> int:
    answer = browser.ask(name, data)
    assert answer["ok"], answer
    return int((answer["result"] or {}).get("id") or 0) if str((answer["result"] or {}).get("id")).isdigit() else 0
