"""Opening and removing: whole or not at all, by whom it may, and nothing of other meetings is touched."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from app.core.actor import SYSTEM
from app.core.db import Base
from exports.archive.files import HEAD
from tests.accounts.holders import Holder, somebody
from tests.cast import Cast
from tests.doors import Reply
from tests.exports.archive.meetings import archive_of, asked, changed, files, full_meeting, opened
from tests.houses import House, running_house


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


@pytest.fixture(scope="module")
def cast(house: House) -> Cast:
    made = house.cast()
    full_meeting(made)
    return made


def test_an_account_looks_into_an_archive_and_opens_it_as_its_secretariat(house: House, cast: Cast) -> None:
    data, who = archive_of(house.bus, cast.meeting), somebody(house)
    told = _send(who, "/archives/read", data)
    assert told.status == 200
    assert (told.json["title"], told.json["dates"], told.json["holds"]["points"]) == (
        "Preparatory meeting",
        ["2020-11-10", "2020-11-11"],
        7,
    )
    meeting = _send(who, "/archives/open", data).json["result"]["id"]
    assert meeting != cast.meeting
    assert who.post("/api/account/open", meeting=meeting).json["ok"]
    shown = who.as_person().boot(f"/m/{meeting}/setup")
    assert [role["role"] for role in shown["me"]["roles"]] == ["secretariat"]


def test_the_secretariat_takes_the_archive_with_its_own_notes_and_the_timeline_says_so(
    house: House, cast: Cast
) -> None:
    browser = house.browser(cast, "secretariat")
    reply = browser.post(f"/m/{cast.meeting}/archive", {"purpose": "For the registry", "with_my_notes": True})
    assert reply.status == 200, reply.text
    assert reply.headers["Content-Disposition"] == "attachment; filename=meeting-Preparatory-meeting.rapport.zip"
    found = files(reply.body)
    assert [note["body"] for note in found["notes.json"]["notes"]] == ["Only the secretariat reads this"]
    assert "For the registry" in browser.get(f"/m/{cast.meeting}/timeline").text
    for who in ("canada", "moderator_1", "ghana"):
        assert house.browser(cast, who).post(f"/m/{cast.meeting}/archive", {"purpose": "a"}).status == 403
    assert browser.post(f"/m/{cast.meeting}/archive", {"purpose": ""}).status == 422


def test_nobody_opens_an_archive_without_an_account_or_from_another_site(house: House, cast: Cast) -> None:
    data = archive_of(house.bus, cast.meeting)
    for path in ("/archives/read", "/archives/open"):
        assert house.visitor().post(path, data).status == 401
        assert _send(somebody(house), path, data, Origin="https://elsewhere.example").status == 403
        assert _send(somebody(house), path, data, **{"X-CSRF": ""}).status == 403


def test_an_archive_that_cannot_be_taken_leaves_nothing_behind(house: House, cast: Cast) -> None:
    before, who = _counts(house), somebody(house)
    reply = _send(who, "/archives/open", archive_of(house.bus, cast.meeting)[:-10])
    assert (reply.status, reply.json["code"]) == (422, "invalid")
    wrong = asked(archive_of(house.bus, cast.meeting))
    wrong["archive"]["points"]["points"][-1]["author"] = 999
    answer = house.bus.ask(SYSTEM, "archive.open", uuid.uuid4().hex, wrong)
    assert (answer["code"], "points.6.author" in answer["why"]) == ("invalid", True)
    after = _counts(house)
    assert {name: number for name, number in after.items() if before[name] != number and "account" not in name} == {}


def test_what_was_opened_can_be_removed_and_nothing_else_changes(house: House, cast: Cast) -> None:
    data, who = archive_of(house.bus, cast.meeting, "all"), somebody(house)
    before = _counts(house)
    meeting = _send(who, "/archives/open", data).json["result"]["id"]
    shown = json.loads(_boot(who.get("/meetings").text))
    assert [(each["id"], each["is_opened"]) for each in shown["meetings"]] == [(meeting, True)]
    assert _counts(house)["takeaway"] == before["takeaway"] + 7
    assert who.post("/archives/remove", meeting=meeting).json["ok"]
    after = _counts(house)
    changed_now = {name for name, number in after.items() if before[name] != number}
    # What the server tells of other meetings meanwhile is theirs.
    assert changed_now <= {"act", "stream", "account_session", "journal", "measured"}
    with house.bus.engine.connect() as connection:
        for table in ("journal", "measured"):
            streams = connection.scalars(sa.select(sa.column("stream", sa.String)).select_from(sa.table(table)))
            assert [name for name in streams if f"{name}:".startswith(f"meeting:{meeting}:")] == []
    assert files(archive_of(house.bus, cast.meeting, "all")) == files(data)


def test_what_somebody_worked_in_or_what_was_never_opened_is_kept(house: House, cast: Cast) -> None:
    who = somebody(house)
    meeting = _send(who, "/archives/open", archive_of(house.bus, cast.meeting)).json["result"]["id"]
    who.post("/api/account/open", meeting=meeting)
    browser = who.as_person()
    browser.csrf = str(browser.boot(f"/m/{meeting}/setup")["csrf"])
    assert browser.ask("meeting.say", {"meeting": meeting, "message": "Welcome back"})["ok"]
    kept = who.post("/archives/remove", meeting=meeting).json
    assert (kept["code"], "Somebody has worked" in kept["why"]) == ("gone", True)
    own = who.ask("meeting.create", title="Made here")["result"]["id"]
    assert who.post("/archives/remove", meeting=own).json["code"] == "gone"
    assert who.post("/archives/remove", meeting=cast.meeting).json["code"] == "forbidden"
    other = opened(house.bus, archive_of(house.bus, cast.meeting))
    assert who.post("/archives/remove", meeting=other).json["code"] == "forbidden"


def test_who_prepared_it_there_is_the_same_person_where_it_is_opened(house: House, cast: Cast) -> None:
    who = somebody(house)

    def with_address(found: dict[str, Any]) -> None:
        found["people.json"]["people"][2]["email"] = who.email

    data = changed(archive_of(house.bus, cast.meeting, "all"), with_address)
    meeting = _send(who, "/archives/open", data).json["result"]["id"]
    here, there = files(archive_of(house.bus, meeting, "all")), files(data)
    assert {name: here[name] for name in here if name != HEAD} == {name: there[name] for name in there if name != HEAD}
    who.post("/api/account/open", meeting=meeting)
    assert who.as_person().boot(f"/m/{meeting}/setup")["me"]["name"] == "Secretariat 1"


def _send(who: Holder, path: str, data: bytes, **other: str) -> Reply:
    cookies = "; ".join(f"{name}={value}" for name, value in who.cookies.items())
    headers = {"Cookie": cookies, "X-CSRF": who.csrf(), "Accept": "application/json"}
    headers["Content-Type"] = "application/octet-stream"
    return who.browser.post(path, data, headers | other)


def _counts(house: House) -> dict[str, int]:
    with house.bus.engine.connect() as connection:
        return {
            table.name: int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())
            for table in Base.metadata.sorted_tables
        }


def _boot(page: str) -> str:
    return page.split('id="boot">')[1].split("</script>", maxsplit=1)[0]
