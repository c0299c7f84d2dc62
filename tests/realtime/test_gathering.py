"""What many ask in the same moment is carried out in one go."""

from __future__ import annotations

import gevent
import pytest

from app.realtime.gathering import MOST_AT_ONCE, Gathering


class Doubling:
    """Doubles numbers, a list at a time, and remembers the lists; none may be negative."""

    def __init__(self) -> None:
        self.lists: list[list[int]] = []

    def __call__(self, numbers: list[int]) -> list[int]:
        self.lists.append(numbers)
        gevent.sleep(0.01)
        if min(numbers) < 0:
            message = "a negative number"
            raise ValueError(message)
        return [2 * number for number in numbers]


def test_who_asks_alone_is_answered_alone() -> None:
    doubling = Doubling()
    gathering = Gathering(doubling)
    assert [gathering.ask(1), gathering.ask(2)] == [2, 4]
    assert doubling.lists == [[1], [2]]


def test_who_asks_while_it_runs_goes_into_the_next_list() -> None:
    doubling = Doubling()
    gathering = Gathering(doubling)
    asked = [gevent.spawn(gathering.ask, 0)]
    gevent.sleep(0.001)
    asked += [gevent.spawn(gathering.ask, number) for number in range(1, MOST_AT_ONCE + 3)]
    gevent.joinall(asked, raise_error=True)
    assert [each.value for each in asked] == [2 * number for number in range(MOST_AT_ONCE + 3)]
    assert [len(numbers) for numbers in doubling.lists] == [1, MOST_AT_ONCE, 2]


def test_what_cannot_be_done_is_told_to_each_who_asked_and_to_nobody_later() -> None:
    gathering = Gathering(Doubling())
    asked = [gevent.spawn(gathering.ask, number) for number in (12, -13)]
    gevent.joinall(asked)
    assert [str(each.exception) for each in asked] == ["a negative number"] * 2
    assert gathering.ask(14) == 28


def test_an_empty_list_is_never_asked_for() -> None:
    doubling = Doubling()
    assert Gathering(doubling).ask(3) == 6
    with pytest.raises(ValueError, match="a negative number"):
        Gathering(doubling).ask(-13)
    assert all(doubling.lists)
