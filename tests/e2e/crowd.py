"""Many participants in one light process, each over a socket of its own, each keeping an account of what it heard.

It reads one line of JSON, `{"port", "streams": […], "people": [{"secret", "room"}]}`, opens every link, follows, and
says `ready`. Another line on its input asks for the account: one line of JSON.
"""

from __future__ import annotations

import json
import select
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from tests.bench.wire import Line
from tests.doors import Browser

AT_ONCE = 2


@dataclass
class Listener:
    """A participant: where each stream stands, the points of its room as they came, and what went wrong."""

    line: Line
    room: str
    revisions: dict[str, int] = field(default_factory=dict)
    points: dict[int, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def follow(self, stream: str) -> None:
        """Follow a stream from its snapshot on."""
        answer = self.line.request("follow", {"stream": stream})
        if not answer["ok"]:
            self.wrong.append(f"{stream}: {answer}")
            return
        self.revisions[stream] = answer["revision"]
        for thing in answer["snapshot"]:
            self._take(stream, thing)

    def hear(self, message: bytes) -> None:
        """Take one message in."""
        if not message.startswith(b'42["told",'):
            return
        told = json.loads(message[2:])[1]
        stream, revision = told["stream"], told["revision"]
        if stream not in self.revisions:
            self.wrong.append(f"heard {stream}, which it does not follow")
        elif revision > self.revisions[stream] + 1:
            self.wrong.append(f"{stream}: {revision} came after {self.revisions[stream]}")
        elif revision <= self.revisions[stream]:
            return  # it was told between the commit and the telling: the copy that was read holds it already
        self.revisions[stream] = revision
        for change in told["changes"]:
            self._take(stream, change.get("put", {}))

    def _take(self, stream: str, thing: dict[str, Any]) -> None:
        if thing.get("type") == "takeaway" and stream == self.room:
            self.points[thing["id"]] = thing["text"]


class Crowd:
    """All of them, heard in one loop."""

    def __init__(self) -> None:
        self._poll = select.epoll()
        self._by_number: dict[int, Listener] = {}

    @property
    def listeners(self) -> list[Listener]:
        """Everybody who came in."""
        return list(self._by_number.values())

    def add(self, listener: Listener) -> None:
        """Take somebody in."""
        number = listener.line.socket.fileno()
        self._by_number[number] = listener
        self._poll.register(number, select.EPOLLIN)

    def watch(self, number: int) -> None:
        """Have `hear` say when this file can be read as well."""
        self._poll.register(number, select.EPOLLIN)

    def hear(self, seconds: float | None = None) -> bool:
        """Take in what has come, pings answered, or wait for it; say whether a watched file can be read."""
        other = False
        for number, _event in self._poll.poll(seconds):
            if number not in self._by_number:
                other = True
            elif not _listen(self._by_number[number]):
                self._poll.unregister(number)
        return other


def main() -> None:
    """Be the crowd until the input ends."""
    asked = json.loads(sys.stdin.readline())
    crowd = Crowd()
    with ThreadPoolExecutor(AT_ONCE) as doors:
        for listener in doors.map(lambda person: _come_in(asked["port"], person, asked["streams"]), asked["people"]):
            crowd.add(listener)
            crowd.hear(0)
    _say("ready")
    crowd.watch(sys.stdin.fileno())
    while True:
        if crowd.hear():
            if not sys.stdin.readline():
                return
            _say(json.dumps(account(crowd.listeners)))


def account(crowd: list[Listener]) -> dict[str, Any]:
    """Give, for each room, the different lists of points that its people have, and everything that went wrong."""
    heard: dict[str, list[list[str]]] = {}
    for listener in crowd:
        lists = heard.setdefault(listener.room, [])
        mine = list(listener.points.values())
        if mine not in lists:
            lists.append(mine)
    return {
        "people": len(crowd),
        "heard": heard,
        "wrong": [problem for listener in crowd for problem in listener.wrong],
    }


def _come_in(port: int, person: dict[str, Any], streams: list[str]) -> Listener:
    browser = Browser(port)
    browser.enter(person["secret"])
    listener = Listener(Line(port, {"ticket": browser.ticket()}), f"room:{person['room']}")
    browser.close()
    for stream in [*streams, listener.room]:
        listener.follow(stream)
    for message in listener.line.aside:
        listener.hear(message)
    return listener


def _listen(listener: Listener) -> bool:
    try:
        for message in listener.line.receive():
            listener.hear(message)
    except OSError as error:
        listener.wrong.append(f"its line broke: {error}")
        return False
    return True


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
