"""The second session of the meeting of 2020, played whole: real browsers, a crowd, and what goes wrong on a day."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.actors import Person
from tests.e2e.day import Day, Door, crowd
from tests.e2e.hall import CROWD, prepare
from tests.houses import House

A_MINUTE = 60
OWN_WORDS = "The co-chairs thank the rapporteurs, whose words these are."


@pytest.fixture
def house() -> Iterator[House]:
    """A server for this meeting alone."""
    folder = Path(tempfile.mkdtemp(prefix="rapport-2020-"))
    house = House(folder)
    yield house
    house.close()
    shutil.rmtree(folder, ignore_errors=True)


def test_the_meeting_of_2020_from_the_first_point_to_the_pdf(
    house: House, quiet_page: Callable[..., Page], tmp_path: Path
) -> None:
    house.start()
    hall = prepare(house.bus)
    door = Door(hall, house.port, quiet_page)
    day = door.staff()
    the_co_chair_opens_the_session_and_the_rooms(day)
    cut_off = room_two_loses_the_line(day)
    with crowd(hall, house.port) as beside:
        door.guests(day)
        beside.wait()
        everybody_is_counted(day)
        rooms_one_and_three_are_captured(day)
        room_one_asks_for_help(day)
        all_rooms_get_ten_minutes(day)
        room_two_comes_back(day, cut_off)
        the_rooms_close_and_a_late_point_is_kept(day)
        moderators_approve(day)
        the_rooms_report_back(day)
        document = the_summary_is_edited_and_exported(day, tmp_path)
        the_document_says_it_all(day, document)
        account = beside.account()
    assert (account["people"], account["wrong"]) == (CROWD, [])
    assert account["heard"] == {f"room:{room}": [texts(day, place)] for place, room in enumerate(hall.rooms)}
    assert house.accidents() == []


def texts(day: Day, room: int) -> list[str]:
    """Give the points of a room as they are kept: spaces that stand twice in the script stand once."""
    return [" ".join(point.text.split()) for point in day.hall.breakouts[room].points]


def the_co_chair_opens_the_session_and_the_rooms(day: Day) -> None:
    chair = day.chair
    chair.go("plenary")
    chair.now("Open this session")
    chair.button(day.hall.script.sessions[1].parts[0].title).click()
    chair.now("Start this part")
    chair.go("board")
    chair.button("Open the round").click()
    chair.page.get_by_role("dialog").get_by_role("button", name="Open", exact=True).click()


def everybody_is_counted(day: Day) -> None:
    # A co-chair, the moderators and the rapporteurs are here as well; a screen is nobody.
    # The rapporteur without a line has left meanwhile, or is about to.
    everybody = len(day.hall.people) + 1 + len(day.moderators) + len(day.rapporteurs)
    here = re.compile(f"^({everybody}|{everybody - 1})$")
    expect(day.screen.page.locator(".stage__figures dd").first).to_have_text(here)
    expect(day.screen.page.locator(".stage__figures dd").nth(1)).to_have_text(str(everybody))


def room_two_loses_the_line(day: Day) -> float:
    writer, said = day.rapporteurs[1], day.hall.breakouts[1].points
    for point in said[:2]:
        writer.types(point.text, point.kind)
    is_seen(day, 1, texts(day, 1)[:2])
    writer.is_saved()
    writer.loses_the_line()
    cut_off = time.monotonic()
    for point in said[2:4]:
        writer.types(point.text, point.kind)
    expect(writer.line).to_have_text("Offline: 2 waiting")
    writer.reads(*texts(day, 1)[:4])
    writer.reloads_without_a_line()
    return cut_off


def rooms_one_and_three_are_captured(day: Day) -> None:
    for place in (0, 2):
        # The last point of the third room is typed when it has closed.
        said = day.hall.breakouts[place].points[: -1 if place == 2 else None]
        for number, point in enumerate(said, 1):
            day.rapporteurs[place].types(point.text, point.kind)
            is_seen(day, place, texts(day, place)[:number])
            expect(day.chair.cell(day.hall.breakouts[place].title, "Points")).to_have_text(str(number))


def is_seen(day: Day, room: int, said: list[str]) -> None:
    for person in (day.moderators[room], *day.guests(room)):
        person.reads(*said)


def room_one_asks_for_help(day: Day) -> None:
    day.moderators[0].asks_for_help("no interpretation into French")
    row = day.chair.page.locator("table.rooms tr").filter(has_text=day.hall.breakouts[0].title)
    expect(row).to_contain_text("no interpretation into French")
    row.get_by_role("button", name="Help is given").click()
    expect(day.moderators[0].button("Ask for help")).to_be_visible()


def all_rooms_get_ten_minutes(day: Day) -> None:
    before = ends(day)
    assert len(set(before)) == 1
    day.chair.button("10 minutes more for all").click()
    expect(day.chair.notice).to_contain_text("All rooms have 10 minutes more.")
    for person in present(day):
        person.page.wait_for_function(
            "ends => document.querySelector('time-left').getAttribute('ends') !== ends", arg=before[0]
        )
    assert len(set(ends(day))) == 1
    shown = [person.ends()[1] for person in present(day)]
    assert max(shown) - min(shown) < 2.5, shown


def present(day: Day) -> list[Person]:
    # The rapporteur of the second room is still without a line.
    return [person for person in day.everybody() if person is not day.rapporteurs[1]]


def ends(day: Day) -> list[str]:
    return [person.ends()[0] for person in present(day)]


def room_two_comes_back(day: Day, cut_off: float) -> None:
    writer = day.rapporteurs[1]
    day.chair.page.wait_for_timeout(max(0, cut_off + A_MINUTE - time.monotonic()) * 1000)
    writer.has_the_line_back()
    writer.page.goto(f"{day.chair.meeting}/capture/{day.hall.rooms[1]}")
    writer.is_saved()
    writer.reads(*texts(day, 1)[:4])
    for point in day.hall.breakouts[1].points[4:]:
        writer.types(point.text, point.kind)
    is_seen(day, 1, texts(day, 1))
    assert writer.ends()[0] == day.chair.ends()[0]


def the_rooms_close_and_a_late_point_is_kept(day: Day) -> None:
    chair, writer, late = day.chair, day.rapporteurs[2], day.hall.breakouts[2].points[-1]
    chair.button("Close the round").click()
    dialog = chair.page.get_by_role("dialog")
    expect(dialog).to_contain_text("3 rooms")
    dialog.get_by_role("button", name=re.compile("^Close 3 rooms")).click()
    writer.page.locator(".banner", has_text="The room closed").wait_for(timeout=20_000)
    writer.types(late.text, late.kind)
    expect(writer.row(late.text)).to_contain_text("after close")
    expect(day.moderators[2].row(late.text)).to_contain_text("after close")
    expect(chair.cell(day.hall.breakouts[2].title, "Points")).to_contain_text("1 after close")
    is_seen(day, 2, texts(day, 2))


def moderators_approve(day: Day) -> None:
    for place, moderator in enumerate(day.moderators):
        for text in texts(day, place):
            moderator.approves(text)
        chosen = day.chair.cell(day.hall.breakouts[place].title, "For report-back")
        expect(chosen).to_have_text(str(len(texts(day, place))))


def the_rooms_report_back(day: Day) -> None:
    chair, plenary = day.chair, day.hall.script.sessions[1].parts[1]
    chair.go("plenary")
    chair.button(plenary.title).click()
    chair.now("Start this part")
    chair.go("board")
    for place, room in enumerate(day.hall.breakouts):
        row = chair.page.locator(".reports__row").filter(has_text=room.title)
        row.get_by_role("button", name="Call").click()
        expect(day.screen.page.get_by_role("heading", name=room.title)).to_be_visible()
        day.screen.reads(*texts(day, place))
        row.get_by_role("button", name="Finish").click()
        expect(row).to_contain_text("given")


def the_summary_is_edited_and_exported(day: Day, folder: Path) -> Path:
    chair, room = day.chair, day.hall.breakouts[0]
    chair.go("summary")
    outline = chair.page.get_by_role("navigation", name="Sections of the summary")
    outline.get_by_role("link", name=re.compile(re.escape(room.title))).first.click()
    field = chair.page.locator(".desk__text textarea")
    words = f"{field.input_value()}\n\n{OWN_WORDS}"
    field.fill(words)
    chair.page.locator(".desk__text").get_by_role("button", name=re.compile("^(Save|Keep)")).click()
    expect(outline.get_by_text("edited")).to_be_visible()
    # What the section is compiled from changes afterwards; the co-chair's words stand.
    day.moderators[0].page.get_by_label("What was discussed").fill("Written later by the moderator.")
    expect(outline.get_by_text("source changed")).to_be_visible()
    expect(field).to_have_value(words)
    chair.page.get_by_role("button", name="PDF").click()
    expect(chair.page.get_by_role("link", name="Download")).to_be_visible(timeout=60_000)
    return chair.downloads(folder)


def the_document_says_it_all(day: Day, document: Path) -> None:
    said = subprocess.run(
        ["pdftotext", "-layout", str(document), "-"], check=True, capture_output=True, text=True
    ).stdout
    # A sentence that runs over the end of a page has the foot and the head of pages in its middle.
    head = day.hall.script.meeting.running_head
    furniture = re.compile(rf"Page \d+ of \d+\s*$|^\f?{re.escape(head)}.*DRAFT" if head else r"Page \d+ of \d+\s*$")
    flat = squeezed("\n".join(line for line in said.splitlines() if not furniture.search(line)))
    headings = [part.title for session in day.hall.script.sessions for part in session.parts]
    assert [line.strip() for line in said.splitlines() if line.strip() in headings] == headings
    body = flat.find(squeezed(day.hall.script.meeting.overview[0]))
    places = [flat.find(squeezed(f"Breakout Group {room.number} – {room.title}"), body) for room in day.hall.breakouts]
    assert -1 not in places
    assert places == sorted(places)
    missing = [
        point.text
        for room in day.hall.breakouts
        for point in room.points
        if squeezed(point.text.rstrip(";. ")) not in flat
    ]
    assert missing == []
    assert squeezed(OWN_WORDS) in flat
    assert "Written later by the moderator" not in said
    sentence = "over 260 participants from more than 80 UN Member States, as well as the UN, over two sessions"
    assert squeezed(sentence) in flat
    assert "DRAFT" in said


def squeezed(text: str) -> str:
    """Without whitespace, hyphens and the case of letters, which lines and styles change."""
    return re.sub(r"[\s\-‐\u00ad]", "", text).casefold().replace("’", "'")
