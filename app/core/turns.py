"""Whose turn it is: asks are carried out in the order they came, and those that wait at the same time go together.

Nobody is made to wait for company: what is there when the writer is free goes in one turn, alone if need be.
"""

from __future__ import annotations

import _thread
import threading
from collections import deque
from collections.abc import Callable, Sequence

from app.core.asks import Ask, Outcome
from app.core.loop import give_way

MOST_AT_ONCE = 64
"""So many asks share one commit at the most; the others wait for the next."""


class Turns:
    """Hands what waits to `settle`, tells what came of it, and answers; one turn after the other.

    The writer is a thread of its own (a greenlet in the server) that is there while there is something to do: whoever
    asked may be stopped while waiting without harm to the others. `tell` may grow while asks are carried out.
    """

    def __init__(self, settle: Callable[[Sequence[Ask]], None], tell: Sequence[Callable[[Outcome], None]]) -> None:
        self._settle = settle
        self._tell = tell
        self.waiting: deque[Ask] = deque()
        self._door = threading.Lock()
        self._is_writing = False

    def carry_out(self, ask: Ask) -> Outcome:
        """Give what came of an ask when it is on disk and told; raise what was wrong with it."""
        with self._door:
            self.waiting.append(ask)
            is_first, self._is_writing = not self._is_writing, True
        if is_first:
            _thread.start_new_thread(self._write, ())
        return ask.settled()

    def _write(self) -> None:
        while together := self._next():
            try:
                self._settle(together)
            except Exception as wrong:  # noqa: BLE001 - it is raised where each of them waits
                for ask in together:
                    ask.outcome, ask.wrong = None, wrong
            for ask in together:
                self._tell_of(ask)
                ask.answer()
                # So that whoever was answered can go on before the next is told.
                give_way()

    def _next(self) -> list[Ask]:
        with self._door:
            together = [self.waiting.popleft() for _ in range(min(MOST_AT_ONCE, len(self.waiting)))]
            self._is_writing = bool(together)
        return together

    def _tell_of(self, ask: Ask) -> None:
        if ask.outcome is None:
            return
        for listener in tuple(self._tell):
            try:
                listener(ask.outcome)
            except Exception as wrong:  # noqa: BLE001 - it is raised where this one ask waits; no other is lost by it
                ask.wrong = wrong
