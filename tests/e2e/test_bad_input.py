"""Bad input at real browsers: it is shown as the text it is, or refused with a sentence, and runs nowhere."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.demo.asking import Doing
from tests.cast import Cast
from tests.doors import Browser
from tests.e2e.actors import BigScreen, CoChair, Moderator, Participant, Person, Rapporteur
from tests.e2e.conftest import LetIn
from tests.houses import House, running_house

SCRIPT = "<script>document.title='run'</script>"
IMAGE = "<img src=x onerror=\"document.title='run'\">"
CLOSING = "</textarea></script><b>bold</b> &lt;i&gt; {{7*7}} ${7*7}"
NASTY = f"{SCRIPT} {IMAGE} {CLOSING}"
TITLE = f"{IMAGE} & “{CLOSING}”"
BIDI = "delegation\u202e txt.exe\u202c \u2066left\u2069"
BIDI_CLEAN = "delegation txt.exe left"


@pytest.fixture
def cast(house: House) -> Cast:
    """A meeting in which everything that a person may write holds markup."""
    return house.cast(process=IMAGE, running_head=CLOSING, overview=[NASTY], introduction=NASTY)


@pytest.fixture
def full_of_markup(house: House, cast: Cast) -> Cast:
    """The same meeting after everybody wrote markup wherever they may."""
    ask = {who: house.browser(cast, who) for who in ("secretariat", "canada", "moderator_1", "rapporteur_1", "ghana")}
    room = cast.rooms[0]
    must(ask["canada"], "person.rename", person=cast.person("ghana"), person_name=f"Delegate {IMAGE}"[:110])
    must(ask["canada"], "person.rename", person=cast.person("rapporteur_1"), person_name=f"Rapporteur {IMAGE}"[:110])
    must(
        ask["secretariat"],
        "room.edit",
        room=room,
        title=TITLE,
        question=NASTY,
        video_link="javascript:alert(1)",
        may_fail=True,
    )
    must(ask["secretariat"], "room.edit", room=room, title=TITLE, question=NASTY)
    must(ask["canada"], "meeting.say", meeting=cast.meeting, message=NASTY)
    must(ask["canada"], "part.narrate", part=cast.parts["remarks"], narrative=NASTY, base=0)
    point = must(ask["rapporteur_1"], "takeaway.capture", room=room, text=NASTY, kind="challenge", tags=["<b>tag</b>"])
    must(ask["moderator_1"], "takeaway.approve", takeaway=point)
    must(ask["moderator_1"], "note.write", room=room, body=NASTY, base=0)
    must(ask["moderator_1"], "room.narrate", room=room, narrative=NASTY, lead_in=NASTY, base=0)
    must(ask["moderator_1"], "room.ask_for_help", room=room, what=IMAGE)
    must(ask["ghana"], "takeaway.propose", room=room, text=NASTY, kind="question")
    must(ask["canada"], "report.call", room=room)
    return cast


def must(browser: Browser, name: str, *, may_fail: bool = False, **data: object) -> int:
    answer = browser.ask(name, data)
    assert answer["ok"] or may_fail, answer
    return int((answer.get("result") or {}).get("id") or 0)


def is_text(page: Page, *texts: str) -> None:
    """See that these stand on the page as they were written, and that nothing of them ran or became an element."""
    body = page.locator("body")
    for text in texts:
        expect(body).to_contain_text(text)
    assert page.title() != "run"
    assert page.locator("img[onerror], main b, script:not([src]):not([type='application/json'])").count() == 0


def test_markup_stands_as_text_on_every_screen(full_of_markup: Cast, let_in: LetIn, house: House) -> None:
    room = full_of_markup.rooms[0]
    chair = let_in(CoChair, "canada")
    is_text(chair.page, TITLE, IMAGE, NASTY)
    chair.button("People").click()
    is_text(chair.page, f"Delegate {IMAGE}"[:60])
    must(house.browser(full_of_markup, "jamaica"), "round.close", round=full_of_markup.rounds[0])
    for path in ("plenary", "timeline", f"capture/{room}", f"moderate/{room}"):
        chair.page.goto(f"{chair.meeting}/{path}")
        is_text(chair.page, IMAGE)
    for kind, who, path in (
        (Participant, "ghana", "now"),
        (Participant, "norway", f"room/{room}"),
        (Rapporteur, "rapporteur_1", f"capture/{room}"),
        (Moderator, "moderator_1", f"moderate/{room}"),
        (BigScreen, "screen", "screen"),
    ):
        person = let_in(kind, who)
        person.page.goto(f"{person.meeting}/{path}")
        is_text(person.page, TITLE, NASTY)


def test_markup_stands_as_text_in_the_summary_its_preview_and_its_exports(
    full_of_markup: Cast, let_in: LetIn, tmp_path: Path
) -> None:
    chair = let_in(CoChair, "canada", accept_downloads=True)
    chair.go("summary")
    chair.page.locator(".desk__text textarea").fill(NASTY)
    chair.page.locator(".desk__text").get_by_role("button", name="Save", exact=True).click()
    is_text(chair.page, "edited")
    for words in ("Web page", "Markdown", "JSON", "PDF"):
        chair.page.get_by_role("button", name=words).first.click()
    links = chair.page.get_by_role("link", name="Download")
    expect(links).to_have_count(4, timeout=60_000)
    files = [fetched(chair.page, number, tmp_path) for number in range(4)]
    kinds = {file.suffix: file for file in files}
    pdf = subprocess.run(["pdftotext", str(kinds[".pdf"]), "-"], check=True, capture_output=True, text=True).stdout
    assert "document.title='run'" in pdf.replace("’", "'").replace("‘", "'").replace("\n", "")
    assert "<script>" in json.dumps(json.loads(kinds[".json"].read_text("utf-8")), ensure_ascii=False)
    chair.page.goto(kinds[".html"].as_uri())
    is_text(chair.page, SCRIPT)
    assert "<script>" not in kinds[".md"].read_text("utf-8").replace("\\<", "")


def test_the_preview_shows_markup_as_text(full_of_markup: Cast, let_in: LetIn) -> None:
    chair = let_in(CoChair, "canada")
    chair.page.goto(f"{chair.meeting}/summary/preview")
    is_text(chair.page, SCRIPT, CLOSING)


def fetched(page: Page, number: int, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("link", name="Download").nth(number).click()
    target = folder / f"{number}-{started.value.suggested_filename}"
    started.value.save_as(target)
    return target


def test_marks_that_turn_text_around_are_taken_out_and_that_is_said(
    rapporteur: Rapporteur, participant: Participant
) -> None:
    rapporteur.composer.fill(BIDI)
    rapporteur.composer.press("Enter")
    rapporteur.reads(BIDI_CLEAN)
    participant.reads(BIDI_CLEAN)
    expect(rapporteur.notice).to_contain_text("change the writing direction were taken out")


@pytest.mark.parametrize("much", [2_001, 100_000])
def test_a_text_that_is_too_long_stays_in_the_composer_with_a_sentence(rapporteur: Rapporteur, much: int) -> None:
    rapporteur.composer.fill("a" * much)
    rapporteur.composer.press("Enter")
    rapporteur.sees(f"This point has {much} characters; 2000 is the most.")
    expect(rapporteur.composer).to_have_value("a" * much)
    expect(rapporteur.points).to_have_count(0)
    rapporteur.page.reload()
    rapporteur.is_live()
    expect(rapporteur.composer).to_have_value("a" * much)


def test_a_hundred_thousand_characters_of_notes_stay_with_a_sentence(moderator: Moderator) -> None:
    notes = moderator.page.get_by_label("Private notes")
    notes.fill("n" * 100_000)
    moderator.sees("This may have at most 65,536 characters; it has 100,000.")
    expect(notes).to_have_value("n" * 100_000)
    moderator.page.reload()
    moderator.is_connected()
    expect(notes).to_have_value("n" * 100_000)


@pytest.fixture
def door(quiet_page: Callable[..., Page]) -> Iterator[tuple[Page, str, House]]:
    """A page nobody is signed in on, and a server on which nobody has failed yet: it slows down who tries much."""
    with running_house() as house:
        yield quiet_page(), f"http://localhost:{house.port}", house


def test_links_that_do_not_open_say_what_to_do(door: tuple[Page, str, House]) -> None:
    page, address, house = door
    cast = house.cast()
    secret = Doing(house.bus).link(cast.actor["ghana"])
    for wrong in ("unknown", secret[:-5], "%00", "a" * 5_000):
        page.goto("about:blank")
        page.goto(f"{address}/enter#{wrong}")
        expect(page.get_by_role("heading", level=1)).to_have_text("This link does not open the meeting")
        expect(page.locator("#enter-words")).to_contain_text("open it again from the message it came in")
        assert page.url == f"{address}/enter"
    page.goto(f"{address}/enter")
    expect(page.locator("#enter-words")).to_contain_text("The address holds no link")
    person = Person(page, address)
    person.enter(secret)
    other = page.context.browser
    assert other is not None
    stranger = other.new_context().new_page()
    stranger.goto(f"{address}/enter#{secret}")
    expect(stranger.locator("#enter-words")).to_contain_text("This link was opened already; it works once.")
    stranger.context.close()


def test_a_code_that_no_meeting_has_is_said_at_its_field_and_nothing_typed_is_lost(
    door: tuple[Page, str, House],
) -> None:
    page, address, _house = door
    page.goto(address)
    page.get_by_label("Meeting code").fill("٠٠٠٠٠٠٠٠١")
    page.get_by_label("Your name").fill("Delegate 1 (Chad)")
    page.get_by_label("Your delegation").fill("Chad")
    page.get_by_role("button", name="Join").click()
    expect(page.locator("#code-error")).to_contain_text("No meeting has this code.")
    expect(page.get_by_label("Your name")).to_have_value("Delegate 1 (Chad)")
    expect(page.get_by_label("Meeting code")).to_be_focused()
    page.reload()
    expect(page.get_by_label("Your name")).to_have_value("Delegate 1 (Chad)")


def test_pages_that_are_not_there_or_not_for_one_are_sentences(let_in: LetIn, cast: Cast) -> None:
    person = let_in(Participant, "ghana")
    for path, title in (
        ("board", "This page is not for you"),
        (f"capture/{cast.rooms[0]}", "This page is not for you"),
        (f"room/{cast.rooms[1]}", "This page is not for you"),
        ("room/999999", "This page is not for you"),
        ("nonsense", "There is no such page"),
    ):
        answer = person.page.request.get(f"{person.meeting}/{path}", headers={"Accept": "text/html"})
        assert answer.status in {403, 404}, path
        assert title in answer.text(), path
