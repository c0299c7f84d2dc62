"""Whether what a page shows is what a fresh page would show, once nothing is under way any more."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from tests.faults.people.http import SignedOut
from tests.faults.people.person import Person, Tab
from tests.faults.people.socket import Lost, open_socket

PATIENCE = 30.0


async def compare_pages(person: Person, tab: Tab) -> list[str]:
    """Give a sentence for every stream that a page holds otherwise than a fresh copy says.

    Figures are told while we look: only copies of the same revision are compared, again and again until all were.
    """
    missing = set(tab.line.wanted)
    wrong: dict[str, str] = {}
    end = time.monotonic() + PATIENCE
    while missing and time.monotonic() < end:
        try:
            fresh = await _fresh(person, sorted(missing))
        except (Lost, SignedOut):
            await asyncio.sleep(0.1)
            continue
        for answer in fresh:
            wrong[answer["stream"]] = sentence = _difference(tab, answer)
            if not sentence:
                missing.discard(answer["stream"])
        await asyncio.sleep(0.05)
        await tab.line.check()
    who = person.player.who
    return [f"{who}, {stream}: {wrong.get(stream, 'no fresh copy could be had')}" for stream in sorted(missing)]


async def _fresh(person: Person, streams: list[str]) -> list[dict[str, Any]]:
    http = person.http
    socket = await open_socket(http.port, http.origin, await http.ticket(), lambda _event, _body: None, 1.0)
    try:
        answer = await socket.request("follow", {"streams": [{"stream": stream} for stream in streams]})
        if not answer["ok"]:
            raise Lost(answer["why"])
        return [each for each in answer["streams"] if each["ok"]]
    finally:
        socket.close()


def _difference(tab: Tab, fresh: dict[str, Any]) -> str:
    copy = tab.store.copies.get(fresh["stream"])
    if copy is None:
        return "the page does not hold it"
    if copy.revision != fresh["revision"] or copy.epoch != fresh["epoch"]:
        return f"the page stands at {copy.revision}, a fresh copy at {fresh['revision']}"
    there = {(thing["type"], str(thing["id"])): thing for thing in fresh["snapshot"]}
    differing = [key for key in there.keys() | copy.things.keys() if there.get(key) != copy.things.get(key)]
    return (
        ""
        if not differing
        else f"differs in {differing[0]}: {copy.things.get(differing[0])} / {there.get(differing[0])}"
    )
