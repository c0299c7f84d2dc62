"""From asking for a document to its file, through cancelling, killed workers, killed servers and lost rights."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Iterator

import pytest

from tests.cast import Cast
from tests.doors import Browser, Line
from tests.houses import House, running_house


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


def _states(cast: Cast) -> dict[int, str]:
    exports = cast.things(f"meeting:{cast.meeting}:chairs", "export")
    return {thing["id"]: thing["state"] for thing in exports}


def _request(chair: Browser, cast: Cast, form: str) -> int:
    return int(chair.ask("export.request", {"meeting": cast.meeting, "format": form})["result"]["id"])


def _done(line: Line, cast: Cast, export: int) -> bool:
    return line.until(lambda: _states(cast)[export] == "done", 60)


def test_a_document_is_made_and_the_rule_asked_again_at_its_download(house: House) -> None:
    cast = house.cast()
    chair = house.browser(cast, "canada")
    line = chair.line()
    assert line.follow(f"meeting:{cast.meeting}:chairs")["ok"]
    export = _request(chair, cast, "markdown")
    assert _done(line, cast, export), _states(cast)
    [made] = cast.things(f"meeting:{cast.meeting}:chairs", "export")
    file = chair.get(f"/exports/{export}/file")
    assert (file.status, hashlib.sha256(file.body).hexdigest(), len(file.body)) == (200, made["sha256"], made["bytes"])
    assert file.headers["Content-Disposition"].startswith("attachment; filename=summary-")
    assert (made["draft"], "Preparatory meeting" in file.text) == (True, True)
    for who in ("ghana", "moderator_1", "zoe"):
        assert house.browser(cast, who).get(f"/exports/{export}/file").status == 403
    cast.must("secretariat", "role.revoke", person=cast.person("canada"), role="co_chair")
    assert chair.get(f"/exports/{export}/file").status == 403
    house.hang_up()


def test_a_cancelled_document_is_not_made(house: House) -> None:
    cast = house.cast()
    chair = house.browser(cast, "canada")
    line = chair.line()
    pdf = _request(chair, cast, "pdf")
    assert chair.ask("export.cancel", {"export": pdf})["ok"]
    other = _request(chair, cast, "json")
    assert _done(line, cast, other), _states(cast)
    assert _states(cast)[pdf] == "cancelled"
    assert chair.get(f"/exports/{pdf}/file").status == 404
    house.hang_up()


@pytest.mark.alone
def test_a_server_killed_while_it_makes_one_makes_it_after_its_restart() -> None:
    with running_house() as house:
        cast = house.cast()
        chair = house.browser(cast, "canada")
        export = _request(chair, cast, "json")
        house.stop(signal.SIGKILL)
        house.start()
        assert _done(chair.line(), cast, export), _states(cast)
        assert chair.get(f"/exports/{export}/file").status == 200


@pytest.mark.alone
def test_a_killed_worker_fails_one_document_and_not_the_next(house: House) -> None:
    cast = house.cast()
    chair = house.browser(cast, "canada")
    line = chair.line()
    first = _request(chair, cast, "pdf")
    assert line.until(lambda: bool(_workers(house)), 20)
    for worker in _workers(house):
        os.kill(worker, signal.SIGKILL)
    assert line.until(lambda: _states(cast)[first] in {"failed", "done"}, 60)
    assert _done(line, cast, _request(chair, cast, "json")), _states(cast)
    house.hang_up()


def _workers(house: House) -> list[int]:
    assert house.process is not None
    children = f"/proc/{house.process.pid}/task/{house.process.pid}/children"
    with open(children, encoding="ascii") as file:  # noqa: PTH123 - a file of the system
        return [int(child) for child in file.read().split()]
