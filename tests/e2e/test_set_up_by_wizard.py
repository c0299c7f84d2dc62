"""The meeting of 2020, set up through the wizard by keyboard and mouse; then the links that it made are opened."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from app.core.actor import SYSTEM, Actor
from app.demo.asking import Doing
from tests.browsers import axe
from tests.doors import Browser
from tests.e2e.actors import LIVE, Person
from tests.houses import House

SCRIPT = Path(__file__).parents[3] / "shared/rehearsal/script.json"
QUESTION = "What can be pledged in this field, by whom and by when?"
KEPT = """async () => {
    const answer = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
    const db = await answer(indexedDB.open("rapport", 1));
    return JSON.stringify(await answer(db.transaction("asks").objectStore("asks").getAll()));
}"""
"""What waits in this browser or was refused."""

HOURS = [("13:00", "15:40"), ("13:00", "16:00")]


class Secretariat(Person):
    """Sets a meeting up; has never seen the program."""

    def on(self, step: str) -> None:
        """Go to a step by its place among the steps."""
        self.page.get_by_role("navigation", name="Steps of the set-up").get_by_role("link", name=step).click()
        expect(self.page.get_by_role("heading", level=2, name=step)).to_be_visible()

    def next(self) -> None:
        """Go on by the button at the foot."""
        self.page.get_by_role("link", name=re.compile("^Next: ")).click()

    def writes(self, label: str, text: str, *, within: Locator | None = None) -> None:
        """Write into a field as its label says."""
        field = (within or self.page).get_by_label(label, exact=True)
        field.fill(text)
        field.press("Tab")

    def chooses(self, field: Locator, name: str) -> None:
        """Choose a delegation from a few letters, by keys."""
        field.focus()
        self.page.keyboard.type(name[:5])
        option = self.page.get_by_role("option", name=name, exact=True)
        expect(option).to_be_visible()
        while option.get_attribute("aria-selected") != "true":
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        expect(field).to_have_value(name)

    def is_saved(self) -> None:
        """Wait until nothing waits to be sent."""
        try:
            expect(self.line).to_have_text(LIVE)
        except AssertionError:
            refused = self.page.locator(".refused, .field__error, .setup .banner").all_inner_texts()
            pytest.fail(f"{self.line.inner_text()}: {refused} {self.page.evaluate(KEPT)}", pytrace=False)

    def things(self, kind: str) -> list[dict[str, Any]]:
        """Give the planned things of a kind as the server has them, in the order they were made."""
        self.is_saved()
        self.page.reload()
        self.is_live()
        stream = next(stream for stream in self.boot()["streams"] if stream["stream"].endswith(":setup"))
        return sorted(
            (thing for thing in stream["things"] if thing["type"] == kind), key=lambda thing: int(thing["id"])
        )


@pytest.fixture
def script() -> dict[str, Any]:
    if not SCRIPT.is_file():
        pytest.skip("the meeting of 2020 is not beside this project")
    found: dict[str, Any] = json.loads(SCRIPT.read_text("utf-8"))
    return found


@pytest.fixture
def secretariat(house: House, quiet_page: Callable[..., Page]) -> Secretariat:
    """The secretariat of a new meeting of which nothing is known but a working title."""
    doing = Doing(house.bus)
    meeting = doing.ask(SYSTEM, "meeting.create", title="New meeting")["id"]
    actor = doing.person(meeting, "Secretariat 1", "")
    doing.role(actor, "secretariat")
    person = Secretariat(quiet_page(), f"http://localhost:{house.port}")
    person.enter(doing.link(actor))
    person.page.goto(f"{person.meeting}/setup")
    person.is_live()
    return person


def test_the_meeting_of_2020_is_set_up_and_its_links_lead_to_their_tasks(
    secretariat: Secretariat, script: dict[str, Any], house: House
) -> None:
    _basics(secretariat, script["meeting"])
    _co_chairs(secretariat, script["meeting"]["co_chairs"])
    _programme(secretariat, script["sessions"])
    rooms = script["sessions"][1]["parts"][0]["rooms"]
    _rooms(secretariat, rooms)
    _people(secretariat, script["meeting"]["co_chairs"], rooms)
    secretariat.on("Review")
    secretariat.sees("Everything that is needed is there")
    _links(secretariat, house, len(script["meeting"]["co_chairs"]) + 2 * len(rooms) + 1)


def _basics(person: Secretariat, meeting: dict[str, Any]) -> None:
    person.writes("Title of the meeting", meeting["title"])
    person.writes("Process it belongs to", meeting["process"])
    person.writes("Running head", meeting["running_head"])
    person.writes("Title of the summary", meeting["document_title"])
    person.writes("Overview", "\n".join(meeting["overview"]))
    person.writes("Introduction", meeting["introduction"])
    person.writes("Time zone", "Europe/London")
    person.writes("Where the video is", "https://video.example/plenary")
    [basics] = person.things("basics")
    written = ("title", "process", "running_head", "document_title", "introduction")
    assert {name: basics[name] for name in written} == {name: meeting[name] for name in written}
    assert basics["overview"].split("\n") == meeting["overview"]
    assert (basics["time_zone"], basics["video_link"]) == ("Europe/London", "https://video.example/plenary")


def _co_chairs(person: Secretariat, names: list[str]) -> None:
    person.next()
    field = person.page.get_by_label("Add a co-chair")
    # Added in another order, and put right with the keys.
    for name in [*names[1:], names[0]]:
        field.focus()
        person.page.keyboard.type(name[:5])
        option = person.page.get_by_role("option", name=name, exact=True)
        expect(option).to_be_visible()
        while option.get_attribute("aria-selected") != "true":
            person.page.keyboard.press("ArrowDown")
        person.page.keyboard.press("Enter")
        # Chosen is added: nothing waits in the field for a second key.
        expect(person.page.locator(".plan__list").get_by_text(name, exact=True)).to_be_visible()
        expect(field).to_have_value("")
    person.is_saved()
    person.page.get_by_role("button", name=f"Move up: {names[0]}").focus()
    person.page.keyboard.press("Alt+ArrowUp")
    person.hears(f"Moved to 2 of {len(names)}")
    person.page.keyboard.press("Alt+ArrowUp")
    person.hears(f"Moved to 1 of {len(names)}")
    assert person.things("basics")[0]["co_chairs"] == names


def _programme(person: Secretariat, sessions: list[dict[str, Any]]) -> None:
    person.on("Sessions and parts")
    words = {"remarks": "Remarks", "panel": "Panel", "breakouts": "Breakout rooms", "plenary": "Plenary"}
    for number, (session, (begins, ends)) in enumerate(zip(sessions, HOURS, strict=True)):
        person.button("Add a session").click()
        card = person.page.locator(".plan__session").nth(number)
        expect(card.get_by_label("Title of the session")).to_be_focused()
        person.writes("Title of the session", session["title"], within=card)
        person.writes("Day", session["date"], within=card)
        person.writes("Begins", begins, within=card)
        person.writes("Ends", ends, within=card)
        for place, part in enumerate(session["parts"]):
            card.get_by_role("button", name=words[part["kind"]], exact=True).click()
            row = card.locator(".plan__part").nth(place)
            expect(row.get_by_label("Title of the part")).to_be_focused()
            person.page.keyboard.press("ControlOrMeta+a")
            person.page.keyboard.type(part["title"])
            person.page.keyboard.press("Tab")
            person.page.keyboard.type("60")
            _speakers(person, row, part.get("speakers", []))
    assert [session["title"] for session in person.things("session_plan")] == [each["title"] for each in sessions]
    told = [(part["title"], part["kind"], part["minutes"]) for part in person.things("part_plan")]
    assert told == [(part["title"], part["kind"], 60) for session in sessions for part in session["parts"]]
    spoken = [speaker["speaker_name"] for speaker in person.things("speaker_plan")]
    planned = [part.get("speakers", []) for session in sessions for part in session["parts"]]
    assert spoken == [speaker["name"] for speakers in planned for speaker in speakers]


def _speakers(person: Secretariat, row: Locator, speakers: list[dict[str, Any]]) -> None:
    if speakers:
        row.locator("summary").click()
    for number, speaker in enumerate(speakers):
        row.get_by_role("button", name="Add a speaker").click()
        line = row.locator(".plan__row").nth(number)
        expect(line.get_by_label("Name")).to_be_focused()
        person.writes("Name", speaker["name"], within=line)
        person.writes("Function", speaker["title"], within=line)
        if speaker.get("delegation"):
            person.chooses(line.get_by_label("Delegation", exact=True), speaker["delegation"])
        person.writes("Minutes", str(speaker["minutes"]), within=line)


def _rooms(person: Secretariat, rooms: list[dict[str, Any]]) -> None:
    person.on("Breakout rooms")
    for number, room in enumerate(rooms):
        person.button("Add a room").click()
        card = person.page.locator(".plan__room").nth(number)
        expect(card.get_by_label("Theme")).to_be_focused()
        person.page.keyboard.type(room["title"])
        person.writes("Question to discuss", QUESTION, within=card)
        person.chooses(card.get_by_label("Moderated by"), room["moderated_by"])
        person.writes("Video link", f"https://video.example/{number + 1}", within=card)
    told = [
        (each["number"], each["title"], each["moderated_by"], each["question"]) for each in person.things("room_plan")
    ]
    assert told == [(room["number"], room["title"], room["moderated_by"], QUESTION) for room in rooms]


def _people(person: Secretariat, chairs: list[str], rooms: list[dict[str, Any]]) -> None:
    person.on("People in charge")
    names = [f"Co-chair ({name})" for name in chairs]
    for room in rooms:
        names += [f"Moderator, group {room['number']}", f"Rapporteur, group {room['number']}"]
    for number, name in enumerate(names):
        slot = person.page.locator(".plan__slot").nth(number)
        slot.get_by_label("Name", exact=True).fill(name)
        person.page.keyboard.press("Enter")
        expect(slot.locator(".plan__row").get_by_label("Name", exact=True)).to_have_value(name)
    screen = person.page.locator(".plan__slot").last
    person.writes("Name", "Big screen", within=screen)
    screen.get_by_role("button", name="Add", exact=True).click()
    expect(screen.locator(".plan__row").get_by_label("Name", exact=True)).to_have_value("Big screen")
    told = {each["person_name"]: each["delegation"] for each in person.things("contact")}
    assert {name: told[name] for name in names[:3]} == {f"Co-chair ({name})": name for name in chairs}
    assert told["Moderator, group 1"] == rooms[0]["moderated_by"]


def _links(person: Secretariat, house: House, many: int) -> None:
    person.on("Links and sheet")
    with person.page.expect_download(timeout=60_000) as started:
        person.button("Links for all, and the sheet to print (PDF)").click()
    assert Path(started.value.path()).read_bytes().startswith(b"%PDF-")
    rows = person.page.locator(".plan__link")
    assert rows.count() == many
    pages = {}
    for number in range(many):
        name = rows.nth(number).locator("strong").inner_text()
        secret = rows.nth(number).locator("code").inner_text().split("#")[1]
        browser = house.visitor()
        browser.enter(secret)
        pages[name] = _first_page(browser)
    assert {page.split("/")[0] for name, page in pages.items() if name.startswith("Co-chair")} == {"board"}
    assert re.fullmatch(r"moderate/\d+", pages["Moderator, group 2"])
    assert re.fullmatch(r"capture/\d+", pages["Rapporteur, group 3"])
    assert pages["Big screen"] == "screen"


def _first_page(browser: Browser) -> str:
    reply = browser.get(f"/m/{browser.meeting}")
    return str(reply.headers["Location"]).split(f"/m/{browser.meeting}/")[1]


def test_two_who_write_in_the_same_field_both_keep_their_words(
    secretariat: Secretariat, quiet_page: Callable[..., Page], house: House
) -> None:
    other = _second(secretariat, quiet_page, house)
    field = "Title of the meeting"
    secretariat.loses_the_line()
    secretariat.page.get_by_label(field).fill("Mine")
    other.writes(field, "Theirs")
    other.is_saved()
    secretariat.has_the_line_back()
    secretariat.sees("Somebody changed this while you were writing.")
    secretariat.button("Keep mine").click()
    expect(other.page.get_by_label(field)).to_have_value("Mine")


def test_two_who_write_in_different_fields_disturb_nobody(
    secretariat: Secretariat, quiet_page: Callable[..., Page], house: House
) -> None:
    other = _second(secretariat, quiet_page, house)
    secretariat.loses_the_line()
    secretariat.writes("Running head", "Mine")
    other.writes("Process it belongs to", "Theirs")
    other.is_saved()
    secretariat.has_the_line_back()
    secretariat.is_saved()
    [basics] = secretariat.things("basics")
    assert (basics["running_head"], basics["process"]) == ("Mine", "Theirs")


def test_what_somebody_types_into_a_session_taken_out_meanwhile_is_kept(
    secretariat: Secretariat, quiet_page: Callable[..., Page], house: House
) -> None:
    secretariat.on("Sessions and parts")
    secretariat.button("Add a session").click()
    other = _second(secretariat, quiet_page, house)
    other.on("Sessions and parts")
    secretariat.loses_the_line()
    secretariat.page.get_by_label("Title of the session").fill("Words that nobody else has")
    other.button("Take out: Session 1").click()
    other.sees("No session is planned yet.")
    secretariat.has_the_line_back()
    secretariat.sees("Somebody took this out while you were writing.")
    secretariat.sees("Words that nobody else has")


def test_two_co_chairs_typed_one_after_the_other_are_both_in_the_chair(secretariat: Secretariat) -> None:
    secretariat.on("Co-chairs")
    secretariat.page.get_by_label("Add a co-chair").focus()
    for name in ("Canada", "Jamaica"):
        secretariat.page.keyboard.type(name)
        secretariat.page.keyboard.press("Enter")
    expect(secretariat.page.locator(".plan__list .plan__name bdi")).to_have_text(["Canada", "Jamaica"])
    assert secretariat.things("basics")[0]["co_chairs"] == ["Canada", "Jamaica"]


def test_who_has_a_link_and_who_came_in_is_known_after_the_page_was_left(
    house: House, quiet_page: Callable[..., Page]
) -> None:
    cast, doing = house.cast(), Doing(house.bus)
    person = Secretariat(quiet_page(), f"http://localhost:{house.port}")
    person.enter(doing.link(cast.actor["secretariat"]))
    newcomer = doing.person(cast.meeting, "Moderator 4", "")
    doing.role(newcomer, "moderator", cast.rooms[0])
    person.page.goto(f"{person.meeting}/setup#links")

    stands = partial(_stands_after_a_reload, person, "Moderator 4")
    stands("no link yet")
    expect(person.page.locator("#out-of-reach")).to_contain_text("RAPPORT_PUBLIC_URL")
    step = person.page.locator(".stepper__step", has_text="Links and sheet").locator(".stepper__note")
    expect(step).to_have_text("some not yet")
    link = doing.link(newcomer)
    stands("link made ")
    expect(step).to_have_text("complete")
    house.visitor().enter(link)
    stands("came in ")
    cast.must("secretariat", "link.revoke", person=newcomer.person_id)
    stands("signed out ")
    doing.link(newcomer)
    stands("link made ")
    cast.must("secretariat", "link.revoke", person=newcomer.person_id)
    stands("revoked ")


def _stands_after_a_reload(person: Secretariat, name: str, words: str) -> None:
    person.page.reload()
    row = person.page.locator(".plan__link", has_text=name).locator(".badge")
    expect(row).to_have_text(re.compile(f"^{words}"))


def test_a_title_too_long_is_said_at_its_field_and_stays_there(secretariat: Secretariat) -> None:
    field = secretariat.page.get_by_label("Title of the meeting")
    field.fill("x" * 5_000)
    field.press("Tab")
    expect(secretariat.page.locator(".field__error")).to_contain_text("5,000")
    expect(field).to_have_attribute("aria-invalid", "true")
    secretariat.page.reload()
    secretariat.is_connected()
    expect(field).to_have_value("x" * 5_000)
    field.fill("A title")
    field.press("Tab")
    secretariat.is_saved()
    assert secretariat.things("basics")[0]["title"] == "A title"


def test_what_is_taken_out_comes_back_with_undo(secretariat: Secretariat) -> None:
    secretariat.on("Sessions and parts")
    secretariat.button("Add a session").click()
    card = secretariat.page.locator(".plan__session")
    secretariat.writes("Day", "2027-02-03", within=card)
    card.get_by_role("button", name="Panel", exact=True).click()
    secretariat.is_saved()
    secretariat.button("Take out: Session 1").click()
    secretariat.sees("No session is planned yet.")
    secretariat.notice.get_by_role("button", name="Undo").click()
    expect(card.get_by_label("Day")).to_have_value("2027-02-03")
    assert [part["title"] for part in secretariat.things("part_plan")] == ["Panel"]


def test_a_co_chair_reads_the_set_up_and_changes_nothing(
    secretariat: Secretariat, quiet_page: Callable[..., Page], house: House
) -> None:
    chair = _second(secretariat, quiet_page, house, role="co_chair")
    chair.sees("You see the set-up as it is. The secretariat changes it.")
    expect(chair.page.get_by_label("Title of the meeting")).to_have_attribute("readonly", "")
    chair.on("Sessions and parts")
    expect(chair.page.get_by_role("button", name="Add a session")).to_have_count(0)


@pytest.mark.parametrize(("lang", "scheme"), [("en", "light"), ("ar", "dark")])
def test_axe_finds_nothing_on_any_step_and_nothing_scrolls_sideways(
    lang: str, scheme: str, house: House, quiet_page: Callable[..., Page]
) -> None:
    cast = house.cast()
    person = Secretariat(quiet_page(color_scheme=scheme), f"http://localhost:{house.port}")
    person.enter(Doing(house.bus).link(cast.actor["secretariat"]))
    person.page.goto(f"{person.meeting}/setup?lang={lang}")
    person.is_live()
    for place in range(7):
        person.page.locator(".stepper__step a").nth(place).click()
        expect(person.page.locator(".stepper__step a").nth(place)).to_have_attribute("aria-current", "step")
        axe(person.page)
        for width in (390, 320):
            person.page.set_viewport_size({"width": width, "height": 800})
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert person.page.evaluate(wide) <= 0, f"step {place + 1} at {width}"
        axe(person.page)
        person.page.set_viewport_size({"width": 1280, "height": 800})


def _second(
    first: Secretariat, quiet_page: Callable[..., Page], house: House, role: str = "secretariat"
) -> Secretariat:
    meeting = int(first.meeting.rsplit("/", 1)[1])
    doing = Doing(house.bus)
    actor: Actor = doing.person(meeting, f"Somebody else {uuid.uuid4().hex[:4]}", "")
    doing.role(actor, role)
    person = Secretariat(quiet_page(), f"http://localhost:{house.port}")
    person.enter(doing.link(actor))
    person.page.goto(f"{person.meeting}/setup")
    person.is_live()
    return person
