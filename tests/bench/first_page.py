"""Bytes of a participant's first pages as a real browser loads them: the page, its scripts and styles, compressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from app.config import Settings
from app.core.db import reading
from app.demo.building import build
from app.demo.people import Cast
from app.factory import create_program
from app.meetings.models import Meeting
from breakouts.rooms.queries import rooms_of_meeting
from tests.bench.hall import folder
from tests.bench.processes import rapport
from tests.bench.table import Figure, run_alone
from tests.browsers import launch

AIM = 30_000
LOADED = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map(({name, encodedBodySize, transferSize, duration}) => ({name, encodedBodySize, transferSize, duration}))"""


@dataclass(frozen=True)
class Load:
    """What one page made the browser fetch: bytes as they travelled, without headers."""

    page: int
    scripts: int
    styles: int
    rest: int
    files: int


def measure(quick: bool) -> list[Figure]:  # noqa: FBT001 - as on the command line
    """Open Join, Now and the room, each in a browser that has nothing yet."""
    del quick
    with folder() as data:
        code, room, meeting = _demonstration(data)
        with rapport(data) as (_pid, port), sync_playwright() as playwright, launch(playwright) as browser:
            base = f"http://localhost:{port}"
            loads = {
                "Join": _load(browser, f"{base}/j/{code}"),
                "Now": _load(browser, f"{base}/m/{meeting}/now", join=f"{base}/j/{code}"),
                "Plenary room": _load(browser, f"{base}/m/{meeting}/room/{room}", join=f"{base}/j/{code}"),
            }
    return [_figure(name, load) for name, load in loads.items()]


def _figure(name: str, load: Load) -> Figure:
    code = load.scripts + load.styles
    return Figure(
        f"{name}: scripts and styles",
        f"{code / 1000:.1f} kB (JS {load.scripts / 1000:.1f}, CSS {load.styles / 1000:.1f})",
        f"page {load.page / 1000:.1f} kB, {load.files} files, others {load.rest / 1000:.1f} kB",
        "≤ 30 kB",
        code <= AIM,
    )


def _demonstration(data: Any) -> tuple[str, int, int]:  # noqa: ANN401 - a path
    program = create_program(Settings(data_dir=data))
    cast: Cast = build(program.bus, program.engine)
    with reading(program.engine) as db:
        code = db.get_one(Meeting, cast.meeting).join_code
        floor = next(room.id for room in rooms_of_meeting(db, cast.meeting) if room.kind == "plenary")
    program.engine.dispose()
    return code, floor, cast.meeting


def _load(browser: Browser, url: str, join: str = "") -> Load:
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    if join:
        _sign_in(page, join)
        # A page of its own store of files: what signing in fetched must be fetched again.
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(url, wait_until="networkidle")
    rows: list[dict[str, Any]] = page.evaluate(LOADED)
    context.close()
    sizes = {
        kind: sum(row["encodedBodySize"] for row in rows if _kind(row["name"]) == kind) for kind in (".js", ".css", "")
    }
    return Load(
        rows[0]["encodedBodySize"], sizes[".js"], sizes[".css"], sizes[""] - rows[0]["encodedBodySize"], len(rows)
    )


def _sign_in(page: Page, join: str) -> None:
    page.goto(join)
    fields = {"code": join.rpartition("/")[2], "name": "Delegate 1 (Ghana)", "delegation": "Ghana"}
    answer = page.request.post(
        join.partition("/j/")[0] + "/api/join", data=fields, headers={"Origin": join.partition("/j/")[0]}
    )
    if not answer.ok:
        raise RuntimeError(answer.text())


def _kind(address: str) -> str:
    path = address.partition("?")[0]
    return next((ending for ending in (".js", ".css") if path.endswith(ending)), "")


if __name__ == "__main__":
    run_alone(measure)
