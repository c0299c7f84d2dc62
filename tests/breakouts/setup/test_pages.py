"""The wizard's page and its files, as they are fetched: by whom, and what bad files are answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import unquote

import pytest

from tests.cast import Cast
from tests.doors import Browser, Reply
from tests.houses import House, running_house

FETCHED = ("setup/file.json", "setup/poster.pdf", "setup/invitation/{person}", "setup/calendar/{person}.ics")


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


@pytest.fixture(scope="module")
def cast(house: House) -> Cast:
    """A meeting on that server; the rooms of its first round are open."""
    return house.cast()


@pytest.fixture(scope="module")
def secretariat(house: House, cast: Cast) -> Browser:
    return house.browser(cast, "secretariat")


def read(browser: Browser, data: bytes) -> Reply:
    kind = {"Content-Type": "application/octet-stream", "Accept": "application/json"}
    return browser.post(f"/m/{browser.meeting}/setup/read", data, kind)


@pytest.mark.parametrize(
    ("who", "status"), [("secretariat", 200), ("canada", 200), ("moderator_1", 403), ("ghana", 403), ("zoe", 403)]
)
def test_the_wizard_is_seen_by_those_who_run_the_meeting(house: House, cast: Cast, who: str, status: int) -> None:
    assert house.browser(cast, who).get(f"/m/{cast.meeting}/setup").status == status


@pytest.mark.parametrize("path", FETCHED)
def test_what_is_fetched_from_it_is_for_the_secretariat_alone(
    house: House, cast: Cast, secretariat: Browser, path: str
) -> None:
    address = f"/m/{cast.meeting}/{path.format(person=cast.person('moderator_1'))}"
    assert secretariat.get(address).status == 200
    assert [house.browser(cast, who).get(address).status for who in ("canada", "moderator_1", "zoe")] == [403] * 3
    assert house.visitor().get(address).status == 401


def test_nobody_of_another_meeting_is_invited_to_this_one(cast: Cast, secretariat: Browser) -> None:
    address = f"/m/{cast.meeting}/setup/invitation/{cast.person('zoe')}"
    assert secretariat.get(address, Accept="application/json").json["code"] == "forbidden"


def test_an_exported_set_up_is_read_again(secretariat: Browser, cast: Cast) -> None:
    reply = secretariat.get(f"/m/{cast.meeting}/setup/file.json?people=1")
    assert unquote(str(reply.headers["Content-Disposition"])).endswith("set-up-Preparatory-meeting.json")
    answer = read(secretariat, reply.body).json
    assert answer["holds"]["title"] == "Preparatory meeting"
    assert [len(session["parts"]) for session in answer["holds"]["sessions"]] == [4, 1]
    assert [part["rooms"] for part in answer["holds"]["sessions"][0]["parts"]] == [0, 2, 0, 0]
    assert answer["holds"]["people"] == 10
    assert secretariat.ask("meeting.fill", {"meeting": cast.meeting, "plan": answer["plan"]})["code"] == "gone"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\xff", "This file is not text in UTF-8. Save it as UTF-8 and try again."),
        (b'{"sessions": [{"title": "a', "This file breaks off in the middle."),
        (json.dumps({"meeting": {"title": "x" * 5_000}}).encode(), "“title” in this file cannot be taken:"),
        (json.dumps({"sessions": [{"begins": "half past nine"}]}).encode(), "“sessions.0.begins” in this file"),
    ],
)
def test_a_file_that_cannot_be_taken_is_answered_in_a_sentence(secretariat: Browser, data: bytes, words: str) -> None:
    reply = read(secretariat, data)
    assert (reply.status, reply.json["code"]) == (422, "invalid")
    assert reply.json["why"].startswith(words)


def test_a_file_of_twenty_megabytes_is_refused_before_it_is_read(secretariat: Browser) -> None:
    reply = read(secretariat, b" " * (20 * 1024 * 1024))
    assert (reply.status, reply.json["ok"]) == (413, False)


@pytest.mark.alone
def test_a_sheet_is_made_of_the_links_just_made_and_of_no_others(secretariat: Browser, cast: Cast) -> None:
    person = cast.person("rapporteur_2")
    address = f"/m/{cast.meeting}/setup/sheet.pdf"
    old, new = (secretariat.ask("link.issue", {"person": person})["result"]["secret"] for _ in range(2))
    replaced = secretariat.post(address, {"cards": [{"person": person, "secret": old}]})
    made = secretariat.post(address, {"cards": [{"person": person, "secret": new}]})
    strange = secretariat.post(address, {"cards": [{"person": cast.person("moderator_2"), "secret": new}]})
    assert (replaced.status, strange.status, made.status) == (409, 409, 200)
    assert made.body.startswith(b"%PDF-")
    assert new.encode() not in made.body


@pytest.mark.parametrize("cards", [None, [], [1], [{"person": 1}], [{"person": "a", "secret": "b"}], [{}] * 500])
def test_a_sheet_without_proper_cards_is_refused(secretariat: Browser, cast: Cast, cards: object) -> None:
    reply = secretariat.post(f"/m/{cast.meeting}/setup/sheet.pdf", {"cards": cards})
    assert reply.status == 422
