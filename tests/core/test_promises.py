"""What was answered `ok` is on disk, and what was not committed was told to nobody."""

from __future__ import annotations

import http.client
import signal
import threading
import uuid

import pytest
import sqlalchemy as sa

from app.core.contract import Done
from app.core.db import reading
from app.core.errors import Conflict
from app.core.handling import Handler, handlers
from app.core.work import Work
from app.meetings.contract import SayToAll
from app.meetings.models import Meeting
from tests.cast import Cast
from tests.houses import running_house


def _then_refuse(command: SayToAll, meeting: Meeting, work: Work) -> Done:
    work.change(meeting).message = command.message
    work.db.flush()
    message = "Too late."
    raise Conflict(message)


def _then_break(command: SayToAll, meeting: Meeting, work: Work) -> Done:
    work.change(meeting).message = command.message
    work.db.flush()
    raise ZeroDivisionError


def _in_silence(command: SayToAll, meeting: Meeting, work: Work) -> Done:
    meeting.message = command.message
    return Done(id=meeting.id)


@pytest.mark.parametrize("body", [_then_refuse, _then_break, _in_silence])
def test_a_command_rolled_back_changes_nothing_and_tells_nobody(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, body: object
) -> None:
    handler = handlers["meeting.say"]
    faulty = Handler(**{**vars(handler), "body": body})
    monkeypatch.setitem(handlers, "meeting.say", faulty)
    heard: list[object] = []
    cast.bus.tell.append(heard.append)
    try:
        assert cast.ask("canada", "meeting.say", meeting=cast.meeting, message="a")["code"] == "conflict"
    except (ZeroDivisionError, AssertionError):
        assert body is not _then_refuse
    assert heard == []
    with reading(cast.bus.engine) as db:
        assert db.scalar(sa.select(Meeting.message).where(Meeting.id == cast.meeting)) == ""


@pytest.mark.alone
def test_nothing_acknowledged_is_lost_when_the_server_is_killed() -> None:
    with running_house() as house:
        cast = house.cast()
        browser = house.browser(cast, "rapporteur_1")
        acknowledged: dict[str, str] = {}
        for round_of_kills in range(3):
            killer = threading.Timer(0.3, house.stop, [signal.SIGKILL])
            killer.start()
            try:
                for number in range(40):
                    ask_id, text = uuid.uuid4().hex, f"Point {round_of_kills}-{number}"
                    if browser.ask("takeaway.capture", {"room": cast.rooms[0], "text": text}, ask_id)["ok"]:
                        acknowledged[ask_id] = text
            except (OSError, http.client.HTTPException):
                pass
            killer.join()
            house.start()
        kept = [thing["text"] for thing in cast.things(f"room:{cast.rooms[0]}", "takeaway")]
        assert len(acknowledged) > 3
        assert set(acknowledged.values()) <= set(kept)
        assert len(kept) == len(set(kept))
        last_id, last_text = list(acknowledged.items())[-1]
        again = browser.ask("takeaway.capture", {"room": cast.rooms[0], "text": last_text}, last_id)
        assert again["ok"]
        assert len(cast.things(f"room:{cast.rooms[0]}", "takeaway")) == len(kept)
