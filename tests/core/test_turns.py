"""Who is carried out with whom, who is told when, and who is answered."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

import pytest

from app.core.actor import SYSTEM
from app.core.asks import Ask, Outcome
from app.core.contract import Command
from app.core.db import reading
from app.core.handling import Handler
from app.core.journal import head
from app.core.turns import MOST_AT_ONCE, Turns
from tests.cast import Cast
from tests.core.batches import counted, gaps, texts

_NOTHING: Any = None
_ANY_HANDLER = Handler(Command, _NOTHING, _NOTHING, "", _NOTHING, keeps_answer=True, is_figures=False)


def _ask(number: int) -> Ask:
    return Ask(SYSTEM, _ANY_HANDLER, Command(), str(number), [])


class Desk:
    """Settles asks when it is allowed to, and notes which came together."""

    def __init__(self) -> None:
        self.turns: list[list[str]] = []
        self.is_open = threading.Event()
        self.has_begun = threading.Event()

    def settle(self, asks: Sequence[Ask]) -> None:
        self.turns.append([ask.ask_id for ask in asks])
        self.has_begun.set()
        assert self.is_open.wait(20)
        for ask in asks:
            ask.outcome = Outcome({"number": ask.ask_id})


def _crowd(desk: Desk, turns: Turns, pool: ThreadPoolExecutor, many: int) -> list[Future[Outcome]]:
    """Let one ask be at work, and then so many others wait, one behind the other."""
    asked = [pool.submit(turns.carry_out, _ask(0))]
    assert desk.has_begun.wait(20)
    for number in range(1, many + 1):
        asked.append(pool.submit(turns.carry_out, _ask(number)))
        while len(turns.waiting) < number:
            pass
    return asked


def test_whoever_is_alone_goes_alone_and_at_once() -> None:
    desk = Desk()
    desk.is_open.set()
    turns = Turns(desk.settle, [])
    answers = [turns.carry_out(_ask(number)).answer for number in range(3)]
    assert answers == [{"number": "0"}, {"number": "1"}, {"number": "2"}]
    assert desk.turns == [["0"], ["1"], ["2"]]


def test_what_waits_goes_together_in_its_order_and_not_too_much_of_it() -> None:
    desk = Desk()
    turns = Turns(desk.settle, [])
    with ThreadPoolExecutor(80) as pool:
        asked = _crowd(desk, turns, pool, 70)
        desk.is_open.set()
        assert [each.result(20).answer for each in asked] == [{"number": str(number)} for number in range(71)]
    in_order = [str(number) for number in range(71)]
    assert desk.turns == [in_order[:1], in_order[1 : 1 + MOST_AT_ONCE], in_order[1 + MOST_AT_ONCE :]]


def test_a_listener_that_fails_loses_nobody_elses_answer_and_no_other_listener() -> None:
    desk = Desk()
    heard: list[Outcome] = []

    def fail(outcome: Outcome) -> None:
        if outcome.answer == {"number": "2"}:
            raise ZeroDivisionError

    turns = Turns(desk.settle, [fail, heard.append])
    with ThreadPoolExecutor(8) as pool:
        asked = _crowd(desk, turns, pool, 4)
        desk.is_open.set()
        wait(asked, 20)
    assert [type(each.exception()).__name__ for each in asked] == ["NoneType"] * 2 + ["ZeroDivisionError"] + [
        "NoneType"
    ] * 2
    assert [outcome.answer["number"] for outcome in heard] == ["0", "1", "2", "3", "4"]


def test_what_nobody_had_thought_of_reaches_all_who_wait_and_the_next_are_served() -> None:
    desk = Desk()
    faults = [ZeroDivisionError()]

    def settle(asks: Sequence[Ask]) -> None:
        desk.settle(asks)
        if faults:
            raise faults.pop()

    turns = Turns(settle, [])
    desk.is_open.set()
    with pytest.raises(ZeroDivisionError):
        turns.carry_out(_ask(0))
    assert turns.carry_out(_ask(1)).answer == {"number": "1"}


def test_everybody_is_told_after_the_commit_and_in_its_order(cast: Cast) -> None:
    stream = f"room:{cast.rooms[0]}"
    told: list[int] = []
    behind: list[int] = []

    def hear(outcome: Outcome) -> None:
        with reading(cast.bus.engine) as db:
            committed = head(db, stream)
        for each in outcome.told:
            if each.stream == stream:
                told.append(each.revision)
                behind.extend([each.revision] if committed < each.revision else [])

    cast.bus.tell.append(hear)
    words = [f"Point {number}" for number in range(40)]
    with counted(cast, "commit") as commits:
        answers = _all_at_once(
            lambda text: cast.ask("rapporteur_1", "takeaway.capture", room=cast.rooms[0], text=text), words
        )
    assert all(answer["ok"] for answer in answers)
    assert sorted(texts(cast)) == sorted(words)
    assert told == list(range(told[0], told[0] + len(words)))
    assert (behind, gaps(cast)) == ([], [])
    assert len(commits) < len(words) / 2


def test_a_person_who_asks_twice_at_once_is_answered_the_same(cast: Cast) -> None:
    ask_id = uuid.uuid4().hex
    room = cast.rooms[0]
    answers = _all_at_once(
        lambda text: cast.ask_under(ask_id, "rapporteur_1", "takeaway.capture", room=room, text=text), ["Once"] * 6
    )
    assert all(answer == answers[0] for answer in answers)
    assert texts(cast) == ["Once"]


def _all_at_once(ask: Callable[[str], dict[str, Any]], words: Sequence[str]) -> list[dict[str, Any]]:
    with ThreadPoolExecutor(len(words)) as pool:
        return list(pool.map(ask, words))
