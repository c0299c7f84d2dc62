"""The one door for every change.

Parse the command, load and lock its subject, ask the rule, run, write to the journal, commit; only then tell.
Sockets, HTTP, the command line and background jobs all pass here, so that no second door can drift apart from it.
What is asked at the same time shares one commit: `app/core/turns.py` and `app/core/batch.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from app.core import batch
from app.core.asks import Ask, Outcome
from app.core.errors import Invalid, NotFound, Refusal
from app.core.handling import handlers
from app.core.parsing import parsed
from app.core.turns import Turns

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from app.core.actor import Actor
    from app.core.contract import Command

__all__ = ["Bus", "Outcome"]

_ASK_ID = re.compile(r"[!-~]{8,64}")


@dataclass
class Bus:
    """Carries commands out, in the order in which they were asked."""

    engine: Engine
    tell: list[Callable[[Outcome], None]] = field(default_factory=list)
    """Who is told of each outcome, after its commit and in the order of the commits. A listener asks nothing itself."""
    _turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        self._turns = Turns(partial(batch.settle, self.engine), self.tell)

    def ask(self, actor: Actor, name: str, ask_id: str, data: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON from outside
        """Carry one command out and give its answer, refusals included. The answer `ok` means: it is on disk."""
        try:
            return self._turns.carry_out(_understood(actor, name, ask_id, data)).answer
        except Refusal as refusal:
            return refusal.answer()

    def do(self, actor: Actor, command: Command, ask_id: str) -> dict[str, Any]:
        """Carry out a command of the program's own making; a refusal is raised."""
        answer = self.ask(actor, command.name, ask_id, command.model_dump(mode="json", exclude_unset=True))
        if not answer["ok"]:
            raise Refusal(f"{command.name}: {answer['why']} {answer['fields'] or ''}".strip())
        return cast("dict[str, Any]", answer["result"])


def _understood(actor: Actor, name: str, ask_id: str, data: Any) -> Ask:  # noqa: ANN401 - JSON from outside
    handler = handlers.get(name) if isinstance(name, str) else None
    if handler is None:
        message = "There is no such command. Load the page again: it may be older than the server."
        raise NotFound(message)
    if not isinstance(ask_id, str) or not _ASK_ID.fullmatch(ask_id):
        message = "An ask needs an id of its own, 8 to 64 letters long."
        raise Invalid(message)
    command, notices = parsed(handler.command, data)
    return Ask(actor, handler, command, ask_id, notices)
