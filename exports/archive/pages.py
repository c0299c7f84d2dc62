"""Archives over HTTP: one out, what is in one, one opened, one removed."""

from __future__ import annotations

import re
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

import gevent
from flask import Blueprint, Response, request

from app.accounts.doorstep import from_our_own_account, from_our_own_site
from app.core.actor import NOBODY
from app.core.db import reading
from app.core.errors import Busy, Refusal, SignedOut
from app.core.sentences import say
from app.meetings.models import Meeting
from app.web.asking import answered, from_our_own_page, sent
from app.web.place import account, place, who
from exports.archive import reading as archives
from exports.archive.collecting import collect
from exports.archive.packing import holds, pack
from exports.jobs.runner import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.engine import Engine

P = ParamSpec("P")
Result = TypeVar("Result")

archive = Blueprint("archive", __name__)


@archive.post("/m/<int:meeting>/archive")
def take(meeting: int) -> Response:
    """The meeting as a file, for its secretariat: `{purpose, with_my_notes}`; the timeline says who took it."""
    if who() is NOBODY:
        raise SignedOut
    from_our_own_page()
    wait = place().allowance(who().person_id or 0)
    if wait:
        message = say("That was a lot at once. It is kept here and sent again in a moment.")
        raise Busy(message, retry_after=round(wait + 0.5, 1))
    asked = sent()
    given = asked if isinstance(asked, dict) else {}
    answer = place().bus.ask(who(), "archive.take", str(uuid.uuid4()), {**given, "meeting": meeting})
    if not answer["ok"]:
        return answered(answer)
    data, title = _apart(_packed, place().engine, meeting, who().person_id if given.get("with_my_notes") else None)
    response = Response(data, content_type="application/zip")
    response.headers.set("Content-Disposition", "attachment", filename=file_name(title, meeting))
    return response


@archive.post("/archives/read")
def read() -> Response:
    """What is in an archive, sent as it is; nothing is written."""
    _from_an_account()
    head, found = _apart(archives.read, request.get_data(cache=False))
    meeting = found.meeting.meeting[0]
    told = {
        "title": meeting.title,
        "state": meeting.state,
        "dates": sorted(session.date.isoformat() for session in found.meeting.sessions if session.date),
        "made_at": head.made_at,
        "program": head.program,
        "version": head.version,
        "holds": holds(found),
    }
    return answered({"ok": True, **told})


@archive.post("/archives/open")
def open_one() -> Response:
    """Open an archive, sent as it is, as a new meeting."""
    _from_an_account()
    _head, found = _apart(archives.read, request.get_data(cache=False))
    asked = {"archive": found.model_dump(mode="json")}
    return answered(place().bus.ask(account(), "archive.open", str(uuid.uuid4()), asked))


@archive.post("/archives/remove")
def remove() -> Response:
    """Remove a meeting that was opened from an archive and in which nobody has worked since, with its files."""
    _from_an_account()
    answer = place().bus.ask(account(), "archive.remove", str(uuid.uuid4()), sent())
    for export in answer["result"]["exports"] if answer["ok"] else ():
        for ending in ENDINGS.values():
            with suppress(FileNotFoundError):
                (place().settings.exports_dir / f"{export}{ending}").unlink()
    return answered(answer)


def file_name(title: str, meeting: int) -> str:
    """Give the name of an archive's file."""
    return f"meeting-{re.sub(r'[^A-Za-z0-9]+', '-', title)[:60].strip('-') or meeting}.rapport.zip"


def _from_an_account() -> None:
    from_our_own_account()
    from_our_own_site(f"account {account().account_id}")


def _packed(engine: Engine, meeting: int, notes_of: int | None) -> tuple[bytes, str]:
    with reading(engine) as db:
        return pack(db, meeting, collect(db, meeting, notes_of)), db.get_one(Meeting, meeting).title


def _apart(work: Callable[P, Result], *args: P.args, **more: P.kwargs) -> Result:
    """Work over a whole meeting in a thread of its own, so that everybody else is answered meanwhile."""

    def refused_or_done() -> tuple[Refusal | None, Result | None]:
        # A refusal is an answer; raised in the thread it would stand in the log as an accident.
        try:
            return None, work(*args, **more)
        except Refusal as refusal:
            return refusal, None

    refusal, result = gevent.get_hub().threadpool.apply(refused_or_done)
    if refusal is not None:
        raise refusal
    return cast("Result", result)
