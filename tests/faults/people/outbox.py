"""What a person asked and the server has not yet answered, sent in the order it was asked: as core/outbox.js."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.core import clock
from tests.faults.judging.history import Ask, History
from tests.faults.people.disk import Disk, Record
from tests.faults.people.line import Line
from tests.faults.people.socket import Lost, end

TEXTS = ("text", "body", "narrative", "lead_in", "question", "message")
RETRY_AFTER = 2.0


class Held(Exception):  # noqa: N818 - an answer that is none yet
    """The server cannot say yet; it is asked again after a while."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Outbox:
    """The outbox of one tab. The tabs of one person share the disk, and where there are locks, take turns sending."""

    def __init__(self, person: int, line: Line, disk: Disk, history: History, turn: asyncio.Lock | None) -> None:
        self._person, self._line, self._disk, self._history, self._turn = person, line, disk, history, turn
        self.others: list[Outbox] = []
        self.skew = 0.0
        """Seconds by which this device's clock is wrong."""
        self.patient = True
        """Whether one ask waits for the answer of the one before."""
        self._records = {record.id: record for record in disk.all()}
        self._last = max((record.at for record in self._records.values()), default=0.0)
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        line.live = self._news.set

    def start(self) -> None:
        """Begin to send."""
        self._news.set()
        self._task = asyncio.ensure_future(self._run())

    async def stop(self) -> None:
        """Forget everything but the disk, as a page does that is closed."""
        if self._task is not None:
            await end([self._task])

    @property
    def waiting(self) -> list[Record]:
        """What has no answer yet, in the order it was asked."""
        return [record for record in self._list() if record.state == "waiting"]

    @property
    def refused(self) -> list[Record]:
        """What the server would not take, kept for the person."""
        return [record for record in self._list() if record.state == "refused"]

    def ask(self, name: str, data: dict[str, Any], *, slot: str = "", was: dict[str, Any] | None = None) -> Record:
        """Ask for something; on disk when this returns."""
        self._last = max(self._last + 1e-6, clock.now().timestamp() + self.skew)
        keep = any(data.get(field) for field in TEXTS)
        record = Record(uuid.uuid4().hex, name, data, self._last, slot=slot, was=was, keep=keep)
        before = self._before_in_slot(record) if slot else None
        if before is not None:
            self._join(record, before)
        self._history.asked(Ask(record.id, self._person, name, record.data, record.at))
        if before is not None and not before.sent:
            self._replaced(before, "joined", record)
            self._forget(before.id)
        self._records[record.id] = record
        self._keep(record)
        self._news.set()
        return record

    def _list(self) -> list[Record]:
        return sorted(self._records.values(), key=lambda record: record.at)

    def _before_in_slot(self, record: Record) -> Record | None:
        same = [r for r in self._list() if (r.slot, r.name) == (record.slot, record.name) and r.state != "refused"]
        return same[-1] if same else None

    def _join(self, record: Record, before: Record) -> None:
        if before.sent:
            if "base" in record.data:
                saved = before.state == "saved" and before.result
                later: Any = {"answer_of": before.id, "take": "version"}
                base = max(record.data["base"], before.result["version"]) if saved and before.result else later
                record.data = {**record.data, "base": base}
            return
        first = {"base": before.data["base"]} if "base" in before.data else {}
        record.data = {**before.data, **record.data, **first}
        record.was = record.was and {**record.was, **(before.was or {})}

    def _keep(self, record: Record) -> None:
        self._disk.put(record)
        for other in self.others:
            other.heard_asked(record)

    def _forget(self, ask_id: str) -> None:
        self._records.pop(ask_id, None)
        self._disk.remove(ask_id)
        for other in self.others:
            other.heard_gone(ask_id)

    async def _run(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            while self._line.open and self.waiting:
                try:
                    await self._in_turn()
                except Held as held:
                    await asyncio.sleep(held.seconds * self._line.pace)
                except Lost:
                    await asyncio.sleep(RETRY_AFTER * self._line.pace)

    async def _in_turn(self) -> None:
        if self._turn is None:
            await self._send_all()
            return
        async with self._turn:
            await self._send_all()

    async def _send_all(self) -> None:
        if not self.patient:
            await asyncio.gather(*(self._send(record) for record in reversed(self.waiting)))
        while self._line.open and self.waiting:
            record = self.waiting[0]
            # Another tab may have had its answer while this one waited for its turn.
            if not self._disk.has(record.id):
                self._records.pop(record.id)
            else:
                await self._send(record)

    async def _send(self, record: Record) -> None:
        record.sent = True
        if any(_unanswered(value) for value in record.data.values()):
            why = "The point this belongs to was not accepted."
            self._history.asks[record.id].answers.append({"ok": False, "code": "not_found", "why": why})
            self._settle(record, {"ok": False, "code": "not_found", "why": why})
            return
        try:
            answer = await self._answer(record)
        except (Lost, Held):
            # It may have arrived all the same, so nothing may be joined to it any more, not even after a reload.
            if self._disk.has(record.id):
                self._disk.put(record)
            raise
        self._settle(record, answer)

    async def _answer(self, record: Record) -> dict[str, Any]:
        asked = self._history.asks[record.id]
        asked.data, asked.sent = record.data, asked.sent + 1
        answer = await self._line.ask(record.name, record.id, record.data)
        self._history.answered(record.id, answer)
        if answer.get("code") == "signed_out":
            self._line.renew()
        if answer.get("code") in {"busy", "signed_out"}:
            raise Held(answer.get("retry_after") or RETRY_AFTER)
        return answer

    def _settle(self, record: Record, answer: dict[str, Any]) -> None:
        theirs = answer.get("theirs") or {}
        if record.id not in self._records or self._records[record.id].state != "waiting":
            return
        newer = answer.get("code") == "conflict" and theirs.get("version") != record.data.get("base")
        if newer and record.was and _same(record, theirs):
            self._again(record, theirs)
            return
        self.take(record.id, answer)
        for other in self.others:
            other.take(record.id, answer)
        if not answer["ok"] and record.keep:
            self._keep(record)
        else:
            self._disk.remove(record.id)

    def _again(self, record: Record, theirs: dict[str, Any]) -> None:
        rest = {field: theirs[field] for field in record.data if field in theirs and field not in (record.was or {})}
        data = {**record.data, **rest, "base": theirs["version"]}
        fresh = replace(record, id=uuid.uuid4().hex, data=data, sent=False)
        for later in self.waiting:
            later.data = _mapped(later.data, record.id, lambda value: {**value, "answer_of": fresh.id})
        self._history.asked(Ask(fresh.id, self._person, fresh.name, fresh.data, fresh.at))
        self._replaced(record, "again", fresh)
        self._forget(record.id)
        self._records[fresh.id] = fresh
        self._keep(fresh)

    def _replaced(self, before: Record, fate: Any, fresh: Record) -> None:  # noqa: ANN401 - a Fate
        asked = self._history.asks[before.id]
        asked.fate, asked.follows = fate, fresh.id

    def take(self, ask_id: str, answer: dict[str, Any]) -> None:
        """Take the answer to one of this outbox's asks."""
        record = self._records.get(ask_id)
        if record is None or record.state != "waiting":
            return
        if answer["ok"]:
            record.state, record.result = "saved", answer["result"]
            for later in self.waiting:
                data = _mapped(later.data, ask_id, lambda value: answer["result"][value["take"]])
                if data != later.data:
                    later.data = data
                    self._disk.put(later)
        elif record.keep:
            record.state, record.why = "refused", answer["why"]
        else:
            self._records.pop(ask_id)
        self._history.asks[ask_id].fate = "ok" if answer["ok"] else "refused"

    def heard_asked(self, record: Record) -> None:
        """Another tab asked; it sends it, or this one does if that is closed meanwhile."""
        if record.id not in self._records:
            self._records[record.id] = replace(record)
            self._last = max(self._last, record.at)
            asyncio.get_running_loop().call_later(5.0 * self._line.pace, self._news.set)

    def heard_gone(self, ask_id: str) -> None:
        """Another tab let an ask go."""
        self._records.pop(ask_id, None)


def _unanswered(value: Any) -> bool:  # noqa: ANN401 - JSON values
    if isinstance(value, list):
        return any(_unanswered(each) for each in value)
    return isinstance(value, dict) and "answer_of" in value


def _mapped(data: dict[str, Any], ask_id: str, change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    def one(value: Any) -> Any:  # noqa: ANN401 - JSON values
        if isinstance(value, list):
            return [one(each) for each in value]
        return change(value) if _unanswered(value) and value["answer_of"] == ask_id else value

    return {field: one(value) for field, value in data.items()}


def _same(record: Record, theirs: dict[str, Any]) -> bool:
    was = record.was or {}
    return all(theirs.get(field) in (value, record.data.get(field)) for field, value in was.items())
