"""A meeting taken out by its secretariat, and opened again by an account on Meetings home, at real browsers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.accounts.holders import somebody
from tests.browsers import axe
from tests.cast import Cast
from tests.e2e.actors import CoChair
from tests.e2e.conftest import LetIn
from tests.houses import House


def test_a_meeting_is_taken_out_opened_again_and_removed(
    house: House, cast: Cast, let_in: LetIn, quiet_page: Callable[..., Page], tmp_path: Path
) -> None:
    cast.must("rapporteur_1", "takeaway.capture", room=cast.rooms[0], text="One", kind="takeaway", tags=[])
    archive = _taken_out(let_in(CoChair, "secretariat"), tmp_path)
    page = _meetings_home(house, quiet_page())
    expect(page.get_by_text("No meeting yet.")).to_be_visible()
    chooser = page.locator("#archives input[type=file]")
    (tmp_path / "cut.zip").write_bytes(archive.read_bytes()[:-100])
    chooser.set_input_files(tmp_path / "cut.zip")
    expect(page.get_by_role("alert")).to_contain_text("This is no whole archive")
    chooser.set_input_files(archive)
    held = page.get_by_role("region", name="What this archive holds")
    expect(held).to_contain_text("Preparatory meeting")
    expect(held).to_contain_text("1 point")
    axe(page)
    held.get_by_role("button", name="Open it as a new meeting").click()
    page.wait_for_url("**/setup**")
    _removed(house, page)


def _taken_out(person: CoChair, folder: Path) -> Path:
    person.go("setup#review")
    part = person.page.locator("#archive")
    part.get_by_role("button", name="Take the archive").click()
    expect(part.get_by_role("alert")).to_have_text("Please say what the file is for.")
    part.get_by_label("What it is for").fill("For the registry")
    with person.page.expect_download() as fetched:
        part.get_by_role("button", name="Take the archive").click()
    expect(person.notice).to_have_text("The archive is taken. The timeline says so.")
    axe(person.page)
    archive = folder / fetched.value.suggested_filename
    fetched.value.save_as(archive)
    return archive


def _meetings_home(house: House, page: Page) -> Page:
    address = f"http://localhost:{house.port}"
    cookies = [{"name": name, "value": value, "url": address} for name, value in somebody(house).cookies.items()]
    page.context.add_cookies(cookies)  # type: ignore[arg-type]
    page.goto(f"{address}/meetings")
    return page


def _removed(house: House, page: Page) -> None:
    page.goto(f"http://localhost:{house.port}/meetings")
    row = page.get_by_role("listitem").filter(has_text="from an archive")
    expect(row).to_have_count(1)
    row.get_by_role("button", name="Remove").click()
    expect(page.locator("#status")).to_contain_text("“Preparatory meeting” is removed.")
    expect(row).to_have_count(0)
