"""The final form of a released summary is everybody's who is in the meeting, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.core.db import reading
from exports.summary.compiling import compiled
from tests.cast import Cast
from tests.doors import Browser
from tests.houses import House, running_house

TRIED = ("canada", "moderator_1", "rapporteur_2", "ghana", "unplaced", "observer", "screen", "zoe")
EVERYBODY_BUT = {"screen", "zoe"}


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


def test_everybody_in_the_meeting_downloads_what_is_released_and_nothing_once_it_is_withdrawn(house: House) -> None:
    cast = house.cast()
    draft = _made(house, cast)
    _clear(house, cast)
    final = _made(house, cast)
    browsers = {who: house.browser(cast, who) for who in TRIED}
    assert _readers(browsers, draft) == {"canada"}
    assert _readers(browsers, final) == set(TRIED) - EVERYBODY_BUT
    path = f"/exports/{final}/file"
    assert [who for who in ("ghana", "observer") if path in browsers[who].get(f"/m/{cast.meeting}/now").text] == [
        "ghana",
        "observer",
    ]
    cast.must("jamaica", "summary.withdraw", meeting=cast.meeting)
    assert _readers(browsers, final) == {"canada"}
    assert house.visitor().get(path).status == 401
    house.hang_up()


def _made(house: House, cast: Cast) -> int:
    chair = house.browser(cast, "canada")
    line = chair.line()
    assert line.follow(f"meeting:{cast.meeting}:chairs")["ok"]
    export = int(chair.ask("export.request", {"meeting": cast.meeting, "format": "pdf"})["result"]["id"])
    done = {"type": "export", "id": export, "state": "done"}
    assert line.until(
        lambda: any(
            done.items() <= change.get("put", {}).items() for told in line.told() for change in told["changes"]
        ),
        60,
    )
    return export


def _clear(house: House, cast: Cast) -> None:
    with reading(house.bus.engine) as db:
        digest = compiled(db, cast.meeting)[1].digest
    for chair in ("canada", "jamaica"):
        cast.must(chair, "summary.clear", meeting=cast.meeting, digest=digest)


def _readers(browsers: dict[str, Browser], export: int) -> set[str]:
    return {who for who, browser in browsers.items() if browser.get(f"/exports/{export}/file").status == 200}
