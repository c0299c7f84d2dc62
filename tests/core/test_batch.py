"""Several asks share a commit, and none of them notices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, OperationalError

from app.core import batch, clock
from app.core.contract import Done
from app.core.errors import Conflict
from app.core.work import Work
from app.meetings.contract import SayToAll
from app.meetings.models import Meeting
from tests.cast import Cast
from tests.core.batches import ask_of, counted, do_instead, gaps, point_of, settled, texts


def _change(command: SayToAll, meeting: Meeting, work: Work) -> None:
    work.change(meeting).message = command.message
    work.db.flush()


def _then_refuse(command: SayToAll, meeting: Meeting, work: Work) -> Done:
    _change(command, meeting, work)
    raise Conflict("Too late.")


def _then_break(command: SayToAll, meeting: Meeting, work: Work) -> Done:
    _change(command, meeting, work)
    raise ZeroDivisionError


def _in_silence(command: SayToAll, meeting: Meeting, work: Work) -> Done:
    meeting.message = command.message
    return Done(id=meeting.id)


def _against_a_rule(command: SayToAll, meeting: Meeting, work: Work) -> Done:
    _change(command, meeting, work)
    raise IntegrityError("INSERT", {}, Exception("a key twice"))


def _too_much_for_it(command: SayToAll, meeting: Meeting, work: Work) -> Done:
    _change(command, meeting, work)
    raise OverflowError


FAULTS = {
    _then_refuse: "Conflict",
    _then_break: "ZeroDivisionError",
    _in_silence: "AssertionError",
    _against_a_rule: "Busy",
    _too_much_for_it: "OverflowError",
}


@pytest.mark.parametrize("body", FAULTS)
def test_what_is_refused_or_fails_in_the_middle_leaves_the_others_and_no_trace(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, body: object
) -> None:
    do_instead(monkeypatch, "meeting.say", body)  # type: ignore[arg-type]
    say = ask_of(cast, "canada", "meeting.say", meeting=cast.meeting, message="a")
    first, second = point_of(cast, "rapporteur_1", "First"), point_of(cast, "moderator_1", "Second")
    answers = settled(cast, first, say, second)
    assert [answer.get("ok") for answer in answers] == [True, None, True]
    assert answers[1] == {"wrong": FAULTS[body]}  # type: ignore[index]
    assert texts(cast) == ["First", "Second"]
    assert cast.things(f"meeting:{cast.meeting}", "meeting")[0]["message"] == ""
    assert gaps(cast) == []


def test_all_share_one_commit(cast: Cast) -> None:
    with counted(cast, "commit") as commits:
        answers = settled(cast, *[point_of(cast, "rapporteur_1", f"Point {number}") for number in range(10)])
    assert [answer["result"]["text"] for answer in answers] == [f"Point {number}" for number in range(10)]
    assert len(commits) == 1


@contextmanager
def _failing_commits(cast: Cast, times: int) -> Iterator[None]:
    left = [times]

    def fail(_connection: sa.Connection) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise OperationalError("COMMIT", {}, Exception("the database was restarted"))

    sa.event.listen(cast.bus.engine, "commit", fail)
    try:
        yield
    finally:
        sa.event.remove(cast.bus.engine, "commit", fail)


@pytest.mark.parametrize("failures", [1, 2, 3])
def test_after_a_commit_that_failed_all_are_carried_out_anew_and_once(cast: Cast, failures: int) -> None:
    words = [f"Point {number}" for number in range(4)]
    with _failing_commits(cast, failures), counted(cast, "begin") as begun:
        answers = settled(cast, *[point_of(cast, "rapporteur_1", each) for each in words])
    assert [answer["result"]["text"] for answer in answers] == words == texts(cast)
    assert len(begun) == failures + len(words)
    assert gaps(cast) == []


def test_what_is_never_committed_is_neither_answered_nor_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "PATIENCE", 0.1)
    heard: list[object] = []
    cast.bus.tell.append(heard.append)
    with _failing_commits(cast, 10_000):
        asks = [point_of(cast, who, "A") for who in ("rapporteur_1", "moderator_1")]
        assert settled(cast, *asks) == [{"wrong": "Busy"}, {"wrong": "Busy"}]
        answer = cast.ask_under("the-same-id", "rapporteur_1", "takeaway.capture", room=cast.rooms[0], text="Kept")
    assert (answer["code"], answer["retry_after"]) == ("busy", 2)
    assert heard == []
    assert (texts(cast), gaps(cast)) == ([], [])
    again = cast.ask_under("the-same-id", "rapporteur_1", "takeaway.capture", room=cast.rooms[0], text="Kept")
    assert (again["ok"], texts(cast), len(heard)) == (True, ["Kept"], 1)


def test_a_full_disk_is_busy_until_there_is_room_again(sqlite_cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "PATIENCE", 0.1)
    cast, pages = sqlite_cast, ["PRAGMA max_page_count = 1"]

    def limit(connection: sa.Connection) -> None:
        # No lower than what there is already: the next page is one too many.
        connection.exec_driver_sql(pages[0])

    sa.event.listen(cast.bus.engine, "begin", limit)
    asks = [point_of(cast, "rapporteur_1", "x" * 1_900, f"ask-{number:05}") for number in range(30)]
    first = settled(cast, *asks)
    kept = [answer["result"]["text"] for answer in first if answer.get("ok")]
    assert {"wrong": "Busy"} in first
    assert (texts(cast), gaps(cast)) == (kept, [])
    pages[0] = "PRAGMA max_page_count = 1000000"
    again = [point_of(cast, "rapporteur_1", "x" * 1_900, f"ask-{number:05}") for number in range(30)]
    assert all(answer["ok"] for answer in settled(cast, *again))
    assert (len(texts(cast)), gaps(cast)) == (30, [])


def test_a_refusal_that_rested_on_what_was_not_kept_is_thought_over(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The second edit is refused because of the first, which the database then does not take.
    monkeypatch.setattr(batch, "PATIENCE", 0)
    point = cast.must("rapporteur_1", "takeaway.capture", room=cast.rooms[0], text="A")["id"]
    edits = [
        ask_of(cast, who, "takeaway.edit", takeaway=point, base=base, text=text)
        for who, base, text in (("rapporteur_1", 1, "B"), ("moderator_1", 1, "C"), ("moderator_1", 2, "D"))
    ]
    with _failing_commits(cast, 2):
        answers = settled(cast, *edits)
    assert [answer.get("wrong", "ok") for answer in answers] == ["Busy", "ok", "ok"]
    assert texts(cast) == ["D"]


def test_the_same_ask_twice_in_a_turn_is_carried_out_once(cast: Cast) -> None:
    asks = [point_of(cast, "rapporteur_1", "Once", "the-same-id") for _ in range(3)]
    answers = settled(cast, *asks, point_of(cast, "moderator_1", "Once", "the-same-id"))
    assert answers[0] == answers[1] == answers[2]
    assert answers[3]["result"]["id"] != answers[0]["result"]["id"]
    assert texts(cast) == ["Once", "Once"]


@pytest.mark.parametrize("failures", [0, 1])
def test_everybodys_asks_keep_their_order(cast: Cast, failures: int) -> None:
    who = ("rapporteur_1", "moderator_1")
    with _failing_commits(cast, failures):
        settled(cast, *[point_of(cast, who[number % 2], f"{number}") for number in range(8)])
    assert texts(cast) == [f"{number}" for number in range(8)]


def test_each_ask_has_the_clock_of_its_asker(cast: Cast) -> None:
    moment = dt.datetime(2020, 11, 10, 13, 0, tzinfo=dt.UTC)
    with clock.set_to(moment):
        then = point_of(cast, "rapporteur_1", "Then")
    now = point_of(cast, "rapporteur_1", "Now")
    captured = [answer["result"]["captured_at"] for answer in settled(cast, then, now)]
    assert captured[0] == clock.iso(moment)
    assert captured[1] > "2021"
