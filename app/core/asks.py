"""One ask: what somebody wants done, carried out inside a transaction that it may share with others."""

from __future__ import annotations

import contextvars
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.core import clock, journal
from app.core.errors import Forbidden, Invalid
from app.core.sentences import found, kept
from app.core.work import Work

if TYPE_CHECKING:
    from app.core.actor import Actor
    from app.core.contract import Command, View
    from app.core.handling import Handler
    from app.core.journal import Telling, Told
    from app.core.writing import Writing


@dataclass(frozen=True)
class Outcome:
    """An answer, and what is to be told now that the commit is done."""

    answer: dict[str, Any]
    told: tuple[Told, ...] = ()
    recheck: frozenset[int] = frozenset()
    meeting_id: int | None = None
    is_figures: bool = False


@dataclass(frozen=True)
class CarriedOut:
    """What came of an ask inside its transaction: nothing yet that anybody may know of."""

    answer: dict[str, Any]
    telling: Telling | None = None
    recheck: frozenset[int] = frozenset()
    meeting_id: int | None = None
    is_figures: bool = False

    def outcome(self, told: tuple[Told, ...]) -> Outcome:
        """Give what may be known after the commit; `told` are its tellings with their numbers."""
        return Outcome(self.answer, told, self.recheck, self.meeting_id, self.is_figures)


@dataclass(eq=False)
class Ask:
    """One command of one actor, and, once it is settled, its outcome or why there is none."""

    actor: Actor
    handler: Handler
    command: Command
    ask_id: str
    notices: list[str]
    outcome: Outcome | None = None
    wrong: Exception | None = None
    _context: contextvars.Context = field(default_factory=contextvars.copy_context)
    _answered: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._answered.acquire()

    def settled(self) -> Outcome:
        """Wait until it was carried out, on disk and told; give its outcome, or raise what was wrong."""
        self._answered.acquire()
        if self.wrong is not None:
            raise self.wrong
        if self.outcome is None:
            raise AssertionError
        return self.outcome

    def answer(self) -> None:
        """Let the one who asked go on."""
        self._answered.release()

    def carry_out(self, db: Writing) -> CarriedOut:
        """Do what is asked, or raise; the transaction is the caller's. The clock is the asker's own."""
        return self._context.run(self._carry_out, db)

    def _carry_out(self, db: Writing) -> CarriedOut:
        actor, handler = self.actor, self.handler
        earlier = journal.act_before(db.line, actor.key, self.ask_id) if actor.may_repeat else None
        if earlier is not None:
            return CarriedOut(_answer_given_before(*earlier, handler))
        work = db.work = Work(db, actor, clock.now(), list(self.notices))
        subject = handler.load(db, self.command)
        work.meeting_id = getattr(subject, "meeting_id", None) or actor.meeting_id
        work.room_id = getattr(subject, "room_id", None)
        if not handler.allow.holds(work, subject):
            raise Forbidden
        return self._kept(db, work, handler.body(self.command, subject, work))

    def _kept(self, db: Writing, work: Work, result: View) -> CarriedOut:
        changes = work.changes()
        answer = {"ok": True, "result": result.thing(), "notices": work.notices}
        # What the program does by itself is no line of the timeline, and is never asked twice.
        if not work.actor.system:
            journal.remember(db.line, self._act(work, answer))
        telling = journal.Telling(self.handler.event, work.at, changes) if changes else None
        return CarriedOut(answer, telling, frozenset(work.recheck), work.meeting_id, self.handler.is_figures)

    def _act(self, work: Work, answer: dict[str, Any]) -> dict[str, Any]:
        notices = [kept(notice) for notice in work.notices]
        return {
            "actor": self.actor.key,
            "ask_id": self.ask_id,
            "name": self.handler.command.name,
            "person_id": work.person_id or self.actor.person_id,
            "meeting_id": work.meeting_id,
            "room_id": work.room_id,
            "at": work.at,
            "about": work.about[:300],
            "answer": {**answer, "notices": notices} if self.handler.keeps_answer else None,
            "undo": work.undo,
        }


def _answer_given_before(name: str, answer: dict[str, Any] | None, handler: Handler) -> dict[str, Any]:
    if name != handler.command.name or answer is None:
        message = "This ask was made before, with other words. Ask again under a new id."
        raise Invalid(message)
    return answer | {"notices": [found(notice) for notice in answer["notices"]]}
