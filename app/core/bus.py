"""The one door for every change.

Parse the command, load and lock its subject, ask the rule, run, write to the journal, commit; only then tell.
Sockets, HTTP, the command line and background jobs all pass here, so that no second door can drift apart from it.
"""

from __future__ import annotations

import re
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError
from sqlalchemy import event as sa_event
from sqlalchemy.exc import IntegrityError, OperationalError

from app.core import clock, journal
from app.core.contract import Command, View
from app.core.db import Writing, writing
from app.core.errors import Busy, Forbidden, Invalid, NotFound, Refusal
from app.core.handling import Handler, handlers
from app.core.journal import Told
from app.core.sentences import found, kept, say
from app.core.work import Work

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails
    from sqlalchemy.engine import Engine
    from sqlalchemy.orm import Session

    from app.core.actor import Actor

ATTEMPTS = 8
"""How often a command is carried out anew when the database was restarted or two writers met."""


@dataclass(frozen=True)
class Outcome:
    """An answer, and what is to be told now that the commit is done."""

    answer: dict[str, Any]
    told: tuple[Told, ...] = ()
    recheck: frozenset[int] = frozenset()
    meeting_id: int | None = None
    is_figures: bool = False


_ASK_ID = re.compile(r"[!-~]{8,64}")


@dataclass
class Bus:
    """Carries commands out, one transaction each, one person's in the order they were asked."""

    engine: Engine
    tell: list[Callable[[Outcome], None]] = field(default_factory=list)
    _queues: weakref.WeakValueDictionary[str, _Queue] = field(default_factory=weakref.WeakValueDictionary)

    def ask(self, actor: Actor, name: str, ask_id: str, data: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON from outside
        """Carry one command out and give its answer, refusals included. The answer `ok` means: it is on disk."""
        queue = self._queues.get(actor.key) or self._queues.setdefault(actor.key, _Queue())
        with queue.lock:
            try:
                outcome = self._carry_out(actor, name, ask_id, data)
            except Refusal as refusal:
                return refusal.answer()
        for listener in self.tell:
            listener(outcome)
        return outcome.answer

    def do(self, actor: Actor, command: Command, ask_id: str) -> dict[str, Any]:
        """Carry out a command of the program's own making; a refusal is raised."""
        answer = self.ask(actor, command.name, ask_id, command.model_dump(mode="json", exclude_unset=True))
        if not answer["ok"]:
            raise Refusal(f"{command.name}: {answer['why']} {answer['fields'] or ''}".strip())
        return cast("dict[str, Any]", answer["result"])

    def _carry_out(self, actor: Actor, name: str, ask_id: str, data: Any) -> Outcome:  # noqa: ANN401 - JSON from outside
        handler = handlers.get(name) if isinstance(name, str) else None
        if handler is None:
            message = "There is no such command. Load the page again: it may be older than the server."
            raise NotFound(message)
        if not isinstance(ask_id, str) or not _ASK_ID.fullmatch(ask_id):
            message = "An ask needs an id of its own, 8 to 64 letters long."
            raise Invalid(message)
        command, notices = _parsed(handler.command, data)
        for attempt in range(ATTEMPTS):
            try:
                return self._in_one_transaction(handler, command, actor, ask_id, list(notices))
            except (OperationalError, IntegrityError) as trouble:
                # Two writers met, or the database was restarted: nothing was committed, so it is carried out anew.
                if attempt == ATTEMPTS - 1:
                    message = "The server could not save this just now. It is kept here and sent again."
                    raise Busy(message, retry_after=2) from trouble
                time.sleep(0.02 * 2**attempt)
        raise AssertionError

    def _in_one_transaction(
        self, handler: Handler, command: Command, actor: Actor, ask_id: str, notices: list[str]
    ) -> Outcome:
        with writing(self.engine) as db, db.begin():
            earlier = journal.act_before(db, actor.key, ask_id) if actor.may_repeat else None
            if earlier is not None:
                return Outcome(_answer_given_before(*earlier, handler))
            work = Work(db, actor, clock.now(), notices)
            db.info[_AT_WORK] = work
            subject = handler.load(db, command)
            work.meeting_id = getattr(subject, "meeting_id", None) or actor.meeting_id
            work.room_id = getattr(subject, "room_id", None)
            if not handler.allow.holds(work, subject):
                raise Forbidden
            result = handler.body(command, subject, work)
            return _written(work, handler, ask_id, result)


class _Queue:
    """One person's place in the order of asks."""

    def __init__(self) -> None:
        self.lock = threading.Lock()


_AT_WORK = "work"


@sa_event.listens_for(Writing, "before_flush")
def _stop_silent_changes(db: Session, _context: object, _instances: object) -> None:
    """Stop a command that changes what somebody sees without saying so: its readers would never be told."""
    work: Work | None = db.info.get(_AT_WORK)
    missing = work.undeclared() if work else []
    if missing:
        message = f"changed without work.change(): {missing[0]!r}"
        raise AssertionError(message)


def _parsed(command: type[Command], data: Any) -> tuple[Command, list[str]]:  # noqa: ANN401 - JSON from outside
    context: dict[str, list[str]] = {"notices": []}
    try:
        return command.model_validate(data, context=context), context["notices"]
    except ValidationError as wrong:
        fields = {".".join(str(step) for step in error["loc"]) or "data": _plain(error) for error in wrong.errors()}
        message = next(iter(fields.values())) if len(fields) == 1 else "Some fields need another look."
        raise Invalid(message, fields=fields) from wrong


_UNFIT = say("This is not in the form that is expected here.")
_NUMBER = say("A whole number is needed here.")
_SENTENCES = {
    "missing": say("This is needed."),
    "extra_forbidden": say("This field is not known here. Load the page again: it may be older than the server."),
    "string_type": say("Text is needed here."),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": _NUMBER,
    "model_type": say("A request is an object with named fields."),
    "bool_type": say("This is either true or false."),
    "literal_error": say("This is none of the values that can be chosen here."),
    "greater_than": say("This has to be more than {gt}."),
    "greater_than_equal": say("This has to be at least {ge}."),
    "less_than": say("This has to be less than {lt}."),
    "less_than_equal": say("This may be at most {le}."),
    "too_long": say("This is more than is taken at once."),
    "too_short": say("Something is missing here."),
    "string_too_long": say("This is too long. Shorten it."),
    "string_too_short": say("Please fill this in."),
}


def _plain(error: ErrorDetails) -> str:
    given = error.get("ctx", {})
    own = given.get("error")
    if isinstance(own, ValueError):
        # The exception still has its sentence; pydantic's message has only its English.
        return cast("str", own.args[0])
    sentence = _SENTENCES.get(error["type"], _UNFIT)
    return say(sentence, **{name: limit for name, limit in given.items() if isinstance(limit, int | str)})


def _answer_given_before(name: str, answer: dict[str, Any] | None, handler: Handler) -> dict[str, Any]:
    if name != handler.command.name or answer is None:
        message = "This ask was made before, with other words. Ask again under a new id."
        raise Invalid(message)
    return answer | {"notices": [found(notice) for notice in answer["notices"]]}


def _written(work: Work, handler: Handler, ask_id: str, result: View) -> Outcome:
    changes = work.changes()
    answer = {"ok": True, "result": result.thing(), "notices": work.notices}
    # What the program does by itself is no line of the timeline, and is never asked twice.
    if not work.actor.system:
        _remember(work, handler, ask_id, answer)
    told = journal.write(work.db, handler.event, changes, work.at)
    return Outcome(answer, tuple(told), frozenset(work.recheck), work.meeting_id, handler.is_figures)


def _remember(work: Work, handler: Handler, ask_id: str, answer: dict[str, Any]) -> None:
    act = {
        "actor": work.actor.key,
        "ask_id": ask_id,
        "name": handler.command.name,
        "person_id": work.person_id or work.actor.person_id,
        "meeting_id": work.meeting_id,
        "room_id": work.room_id,
        "at": work.at,
        "about": work.about[:300],
        "answer": {**answer, "notices": [kept(notice) for notice in work.notices]} if handler.keeps_answer else None,
        "undo": work.undo,
    }
    journal.remember(work.db, act)
