"""Gathering: what many ask in the same moment is carried out in one go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast

import gevent
from gevent.event import AsyncResult

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

MOST_AT_ONCE = 200


class Gathering(Generic[Asked, Answer]):
    """Gives each one its answer from a function that answers a list at a time.

    Nobody is made to wait for company: what is there when the function can run goes in together, alone if need be.
    """

    def __init__(self, answer_all: Callable[[list[Asked]], list[Answer]]) -> None:
        self._answer_all = answer_all
        self._waiting: list[tuple[Asked, AsyncResult[Any]]] = []
        self._is_running = False

    def ask(self, asked: Asked) -> Answer:
        """Wait for the answer; what the function raises is raised here."""
        result: AsyncResult[Any] = AsyncResult()
        self._waiting.append((asked, result))
        if not self._is_running:
            self._is_running = True
            gevent.spawn(self._run)
        return cast("Answer", result.get())

    def _run(self) -> None:
        while self._waiting:
            together, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            try:
                answers = self._answer_all([asked for asked, _result in together])
            except Exception as wrong:  # noqa: BLE001 - it is raised where each of them waits
                for _asked, result in together:
                    result.set_exception(wrong)
            else:
                for (_asked, result), answer in zip(together, answers, strict=True):
                    result.set(answer)
            gevent.sleep(0)
        self._is_running = False
