"""The long poll: the same streams by plain HTTP, where a network lets no WebSocket through."""

from __future__ import annotations

from flask import Blueprint, Response, request

from app.core import clock
from app.core.actor import NOBODY
from app.core.db import reading
from app.core.errors import Invalid, SignedOut
from app.core.following import MOST_STREAMS, NOT_HERE, Wanted, catch_up
from app.core.sentences import say
from app.web.asking import answered
from app.web.place import place, who
from app.web.words import language
from app.words.catalogue import translated

polling = Blueprint("polling", __name__)
WAIT = 25.0


@polling.get("/api/streams")
def streams() -> Response:
    """Give what was told on these streams since these revisions, waiting up to 25 s for something to be told."""
    if who() is NOBODY:
        raise SignedOut
    asked = _asked()
    with place().listening(list(asked)) as news:
        found = _news(asked)
        if not found:
            news.wait(WAIT)
            found = _news(asked)
    return answered({"streams": found, "server_time": clock.iso(clock.now())})


def _asked() -> dict[str, int]:
    if not request.args or len(request.args) > MOST_STREAMS:
        message = say("Name between one and {n} streams, each with the last revision you have.", n=MOST_STREAMS)
        raise Invalid(message)
    try:
        return {stream: max(0, int(revision)) for stream, revision in request.args.items()}
    except ValueError as wrong:
        message = "A revision is a number."
        raise Invalid(message) from wrong


def _news(asked: dict[str, int]) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    with reading(place().engine) as db:
        wanted = [Wanted(stream, revision or None) for stream, revision in asked.items()]
        for each, answer in zip(wanted, catch_up(db, who(), wanted), strict=True):
            if answer is None:
                found[each.stream] = {"put_out": translated(NOT_HERE, language())}
            elif answer["revision"] != each.since or "snapshot" in answer:
                found[each.stream] = answer
    return found
