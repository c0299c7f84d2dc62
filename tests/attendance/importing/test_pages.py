"""Reading a file and asking what its rows would become, by HTTP: by whom, in which language, and without writing."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cast import Cast
from tests.doors import Browser, Reply
from tests.houses import House, running_house

ROSTER = b"Name,Country,E-mail\nDelegate 3 (Ghana),Ghana,g@x.example\nDelegate 7,Suisse,s@x.example\nTotal,,\n"


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


@pytest.fixture(scope="module")
def cast(house: House) -> Cast:
    return house.cast()


@pytest.fixture(scope="module")
def secretary(house: House, cast: Cast) -> Browser:
    return house.browser(cast, "secretariat")


def read(browser: Browser, cast: Cast, data: bytes, query: str = "", **headers: str) -> Reply:
    sent = {
        "Content-Type": "application/octet-stream",
        "X-CSRF": browser.csrf,
        "Origin": browser.origin,
        "Accept": "application/json",
    }
    return browser.send("POST", f"/m/{cast.meeting}/people/read?{query}", data, sent | headers)


def preview(browser: Browser, cast: Cast, rows: list[dict[str, Any]], digest: str = "") -> Reply:
    return browser.post(f"/m/{cast.meeting}/people/preview", {"rows": rows, "digest": digest})


def test_a_file_is_read_with_its_columns_and_its_people(secretary: Browser, cast: Cast) -> None:
    found = read(secretary, cast, ROSTER).json
    assert {key: found[key] for key in ("ok", "encoding", "separator", "heading", "guessed", "above", "before")} == {
        "ok": True,
        "encoding": "utf-8",
        "separator": ",",
        "heading": 0,
        "guessed": False,
        "above": [],
        "before": None,
    }
    assert found["digest"] == hashlib.sha256(ROSTER).hexdigest()
    assert found["columns"][1] == {"heading": "Country", "field": "delegation", "samples": ["Ghana", "Suisse", ""]}
    assert found["rows"][0] == {"row": 2, "name": "Delegate 3 (Ghana)", "delegation": "Ghana", "email": "g@x.example"}
    assert [bad["row"] for bad in found["problems"]] == [4]


def test_columns_are_read_as_they_were_chosen(secretary: Browser, cast: Cast) -> None:
    found = read(secretary, cast, ROSTER, "columns=delegation,name,&heading=0&encoding=cp1252&separator=%2C").json
    assert found["rows"][0] == {"row": 2, "name": "Ghana", "delegation": "Delegate 3 (Ghana)"}
    assert found["encoding"] == "cp1252"


def test_the_preview_says_whom_each_row_is_in_the_readers_language(secretary: Browser, cast: Cast) -> None:
    rows = read(secretary, cast, ROSTER).json["rows"]
    found = preview(secretary, cast, rows).json
    ghana = cast.person("ghana")
    assert found["outcomes"][0] == {
        "row": 2,
        "became": "matched",
        "person": ghana,
        "why": "same delegation and name",
        "delegation": "Ghana",
    }
    assert found["people"] == {str(ghana): {"name": "Delegate 3 (Ghana)", "delegation": "Ghana"}}
    path = f"/m/{cast.meeting}/people/preview?lang=zh"
    assert secretary.post(path, {"rows": rows}).json["outcomes"][1]["delegation"] == "瑞士"


def test_a_refusal_is_one_sentence(secretary: Browser, cast: Cast) -> None:
    reply = read(secretary, cast, b"%PDF-1.7")
    assert (reply.status, reply.json["code"]) == (422, "invalid")
    assert reply.json["why"] == "This is a PDF, not text. Ask for the CSV file or the spreadsheet it was made from."
    path, rows = f"/m/{cast.meeting}/people/preview", {"rows": [{"row": -1, "what": "x"}]}
    nonsense = secretary.post(path, rows, {"Accept": "application/json"})
    assert (nonsense.status, nonsense.json["why"]) == (422, "These rows cannot be read. Choose the file again.")


@pytest.mark.parametrize("who", ["canada", "moderator_1", "ghana", "screen", "zoe"])
def test_only_the_secretariat_of_the_meeting_reads_rosters(house: House, cast: Cast, who: str) -> None:
    browser = house.browser(cast, who)
    assert read(browser, cast, ROSTER).status == 403
    assert preview(browser, cast, []).status == 403


def test_another_sites_page_and_a_stranger_are_refused(house: House, cast: Cast, secretary: Browser) -> None:
    assert read(secretary, cast, ROSTER, "", Origin="https://elsewhere.example").status == 403
    assert read(secretary, cast, ROSTER, "", **{"X-CSRF": "wrong"}).status == 403
    assert read(house.visitor(), cast, ROSTER).status == 401


def test_while_thousands_of_rows_are_planned_others_are_answered(house: House, cast: Cast, secretary: Browser) -> None:
    rows = [{"row": n, "name": f"Delegate {n}", "delegation": f"Foundation {n}"} for n in range(2, 4_002)]
    other, waits, done = house.browser(cast, "ghana"), [0.0], threading.Event()

    def look() -> None:
        while not done.is_set():
            begun = time.monotonic()
            assert other.get("/api/delegations?q=gha").status == 200
            waits.append(time.monotonic() - begun)

    looking = threading.Thread(target=look)
    looking.start()
    found = preview(secretary, cast, rows)
    done.set()
    looking.join()
    assert len(found.json["outcomes"]) == 4_000
    assert len(waits) > 5, "others were answered meanwhile"
    assert max(waits) < 2
