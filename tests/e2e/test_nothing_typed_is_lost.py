"""Whatever happens while somebody types: the words are still there, and arrive once."""

from __future__ import annotations

import datetime as dt
import re
import signal
import uuid
from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa
from playwright.sync_api import Page, expect

from app.core import clock
from app.core.db import writing
from app.demo.asking import Doing
from breakouts.rooms.models import Room
from tests.cast import Cast
from tests.doors import Browser
from tests.e2e.actors import Moderator, Participant, Person, Rapporteur
from tests.e2e.conftest import LetIn
from tests.houses import House, running_house


@pytest.fixture
def secretariat(house: House, cast: Cast) -> Browser:
    """The secretariat, who acts beside the browsers that are tested."""
    return house.browser(cast, "secretariat")


@pytest.fixture
def frail_house() -> Iterator[House]:
    """A server that a test may kill."""
    with running_house() as running:
        yield running


def must(browser: Browser, name: str, **data: object) -> None:
    answer = browser.ask(name, data)
    assert answer["ok"], answer


def another_tab(person: Person) -> Page:
    """Open one more tab in the same browser."""
    return person.page.context.new_page()


def test_a_sentence_is_still_there_after_a_reload(rapporteur: Rapporteur) -> None:
    rapporteur.composer.focus()
    rapporteur.page.keyboard.type("Half of this sen")
    rapporteur.page.reload()
    rapporteur.is_live()
    expect(rapporteur.composer).to_have_value("Half of this sen")
    rapporteur.composer.focus()
    rapporteur.page.keyboard.press("End")
    rapporteur.page.keyboard.type("tence.")
    rapporteur.page.keyboard.press("Enter")
    rapporteur.reads("Half of this sentence.")


def test_a_point_added_in_the_instant_of_a_reload_arrives_once(
    rapporteur: Rapporteur, participant: Participant
) -> None:
    rapporteur.composer.fill("Just before the reload")
    rapporteur.page.evaluate("""() => {
        document.querySelector('form.composer').requestSubmit();
        location.reload();
    }""")
    rapporteur.page.wait_for_load_state()
    rapporteur.is_live()
    rapporteur.reads("Just before the reload")
    participant.reads("Just before the reload")


def test_an_edit_is_still_there_after_a_reload(rapporteur: Rapporteur) -> None:
    rapporteur.types("A point")
    rapporteur.is_saved()
    rapporteur.row("A point").get_by_role("button", name="Edit").click()
    rapporteur.page.get_by_label("Text of the point").fill("A point, half rewri")
    rapporteur.page.reload()
    rapporteur.is_live()
    rapporteur.row("A point").get_by_role("button", name="Edit").click()
    expect(rapporteur.page.get_by_label("Text of the point")).to_have_value("A point, half rewri")


def test_a_session_that_ends_in_mid_sentence_goes_on_with_a_new_link(
    house: House, cast: Cast, rapporteur: Rapporteur, participant: Participant
) -> None:
    rapporteur.composer.focus()
    rapporteur.page.keyboard.type("Before and ")
    tab = another_tab(rapporteur)
    tab.goto(rapporteur.page.url)
    tab.locator(".masthead__tools summary").click()
    tab.locator("#sign-out").click()
    tab.wait_for_url("**/")
    expect(rapporteur.line).to_have_text("Signed out")
    rapporteur.sees("What you typed is kept on this device.")
    rapporteur.page.keyboard.type("after")
    rapporteur.page.keyboard.press("Enter")
    rapporteur.reads("Before and after")
    expect(rapporteur.line).to_have_text("Signed out")
    expect(participant.points).to_have_count(0)
    tab.goto(f"{rapporteur.address}/enter#{Doing(house.bus).link(cast.actor['rapporteur_1'])}")
    tab.wait_for_url(re.compile("/capture/"))
    # The first tab finds out by itself.
    expect(rapporteur.line).to_have_text("All saved", timeout=20_000)
    rapporteur.reads("Before and after")
    participant.reads("Before and after")


def test_what_is_being_written_when_the_room_closes_is_kept_and_marked(
    rapporteur: Rapporteur, participant: Participant, secretariat: Browser, cast: Cast
) -> None:
    rapporteur.composer.focus()
    rapporteur.page.keyboard.type("Written across ")
    must(secretariat, "round.close", round=cast.rounds[0])
    rapporteur.sees("The room closed at")
    rapporteur.page.keyboard.type("the end")
    rapporteur.page.keyboard.press("Enter")
    rapporteur.is_saved()
    rapporteur.reads("Written across the end")
    expect(rapporteur.row("Written across")).to_contain_text("after close")
    expect(rapporteur.notice).to_contain_text(re.compile(r"The room closed at \d\d:\d\d; your point was kept"))
    participant.reads("Written across the end")


def test_a_point_that_is_refused_stays_with_its_reason_and_can_be_sent_again(
    rapporteur: Rapporteur, secretariat: Browser, cast: Cast
) -> None:
    must(secretariat, "round.close", round=cast.rounds[0])
    set_closed(cast, cast.rooms[0], minutes_ago=11)
    rapporteur.types("Eleven minutes too late")
    row = rapporteur.row("Eleven minutes too late")
    expect(row).to_contain_text("Not accepted:")
    rapporteur.page.reload()
    rapporteur.is_connected()
    expect(row).to_contain_text("Not accepted:")
    row.get_by_role("button", name="Copy").click()
    rapporteur.hears(re.compile("Copied|select the text"))
    set_closed(cast, cast.rooms[0], minutes_ago=1)
    row.get_by_role("button", name="Send again").click()
    rapporteur.is_saved()
    rapporteur.reads("Eleven minutes too late")
    expect(row).not_to_contain_text("Not accepted")


def set_closed(cast: Cast, room: int, minutes_ago: float) -> None:
    """Let a room have been closed for so long."""
    at = clock.now() - dt.timedelta(minutes=minutes_ago)
    with writing(cast.bus.engine) as db, db.begin():
        db.execute(sa.update(Room).where(Room.id == room).values(closed_at=at))


def test_who_is_no_longer_rapporteur_keeps_the_text_and_learns_why(
    rapporteur: Rapporteur, secretariat: Browser, cast: Cast
) -> None:
    rapporteur.composer.focus()
    rapporteur.page.keyboard.type("Mine ")
    must(secretariat, "role.revoke", person=cast.person("rapporteur_1"), role="rapporteur", room=cast.rooms[0])
    rapporteur.page.wait_for_timeout(500)
    body = rapporteur.page.locator("#screen")
    expect(body).to_contain_text(re.compile("Mine|kept on this device"))
    rapporteur.page.reload()
    expect(rapporteur.page.locator("body")).to_contain_text("still in this browser")
    kept = rapporteur.page.evaluate("Object.values(localStorage).join()")
    assert "Mine" in kept


def test_points_that_wait_while_the_server_is_killed_arrive_once_and_in_order(
    frail_house: House, quiet_page: Callable[..., Page]
) -> None:
    cast = frail_house.cast()
    writer, reader = (
        person_of(frail_house, cast, kind, who, quiet_page)
        for kind, who in ((Rapporteur, "rapporteur_1"), (Moderator, "moderator_1"))
    )
    assert isinstance(writer, Rapporteur)
    writer.types("Before")
    writer.is_saved()
    frail_house.stop(signal.SIGKILL)
    for text in ("During one", "During two"):
        writer.types(text)
    writer.reads("Before", "During one", "During two")
    frail_house.start()
    expect(writer.line).to_have_text("All saved", timeout=30_000)
    writer.types("After")
    for person in (writer, reader):
        expect(person.line).to_have_attribute("data-state", "live", timeout=30_000)
        person.reads("Before", "During one", "During two", "After")


def person_of(house: House, cast: Cast, kind: type[Person], who: str, pages: Callable[..., Page]) -> Person:
    person = kind(pages(), f"http://localhost:{house.port}")
    person.enter(Doing(house.bus).link(cast.actor[who]))
    return person


def test_two_tabs_of_one_person_show_every_point_once(rapporteur: Rapporteur, participant: Participant) -> None:
    other = Rapporteur(another_tab(rapporteur), rapporteur.address)
    other.page.goto(rapporteur.page.url)
    other.is_live()
    rapporteur.types("From the first tab")
    other.reads("From the first tab")
    other.types("From the second tab")
    rapporteur.reads("From the first tab", "From the second tab")
    rapporteur.page.context.set_offline(offline=True)
    expect(rapporteur.line).to_have_attribute("data-state", "offline", timeout=15_000)
    rapporteur.types("Without a line, first")
    other.types("Without a line, second")
    rapporteur.page.context.set_offline(offline=False)
    for person in (rapporteur, other):
        expect(person.points).to_have_count(4, timeout=15_000)
    rapporteur.is_saved()
    said = ["From the first tab", "From the second tab", "Without a line, first", "Without a line, second"]
    for reader in (rapporteur, other, participant):
        reader.reads(*said)


def test_a_moderator_who_is_put_out_still_has_the_notes(moderator: Moderator, secretariat: Browser, cast: Cast) -> None:
    notes = moderator.page.get_by_label("Private notes")
    notes.click()
    moderator.page.keyboard.type("Never to be lo")
    must(secretariat, "person.remove", person=cast.person("moderator_1"))
    expect(moderator.line).to_have_text("Signed out")
    moderator.page.keyboard.type("st")
    expect(notes).to_have_value("Never to be lost")


def test_notes_written_without_a_line_are_saved_when_it_is_back(moderator: Moderator, house: House, cast: Cast) -> None:
    moderator.loses_the_line()
    moderator.page.get_by_label("Private notes").fill("Written in a tunnel")
    moderator.sees("Kept on this device until the line is back")
    moderator.has_the_line_back()
    expect(moderator.page.locator("#pane-notes")).to_contain_text(re.compile(r"Saved \d\d:\d\d"), timeout=15_000)
    told = house.browser(cast, "moderator_1").ask("note.write", {"room": cast.rooms[0], "body": "x", "base": 99})
    assert told["theirs"]["body"] == "Written in a tunnel"


def test_the_same_ask_sent_twice_is_one_point(rapporteur: Rapporteur, house: House, cast: Cast) -> None:
    ask_id = uuid.uuid4().hex
    same = {"room": cast.rooms[0], "text": "Once", "kind": "takeaway", "tags": []}
    writer = house.browser(cast, "moderator_1")
    assert writer.ask("takeaway.capture", same, ask_id) == writer.ask("takeaway.capture", same, ask_id)
    rapporteur.reads("Once")


def test_a_proposal_that_was_not_sent_is_still_in_the_field_after_a_reload(let_in: LetIn, cast: Cast) -> None:
    person = let_in(Participant, "norway")
    person.go(f"room/{cast.rooms[0]}")
    person.page.get_by_label("Your point, for the rapporteur").fill("Half a prop")
    person.page.reload()
    expect(person.page.get_by_label("Your point, for the rapporteur")).to_have_value("Half a prop")
