"""Joining on invented meetings with known truth: precision and recall over pairs of records of one person."""

from collections import Counter, defaultdict
from itertools import chain

import pytest

from app.attendance.joining import Joined, join
from tests.attendance.messy import DEVICES, HARD_STYLES, STYLES, Style, invent, messy_report, messy_roster

LEAST = 0.99
LEAST_OF_DOUBTFUL = 0.5
"""Labels shown alone, "Delegate 2" of no country, can be found by their e-mail only."""


@pytest.mark.parametrize("labels", [False, True], ids=["names", "labels"])
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
@pytest.mark.parametrize("seed", range(5))
def test_the_same_people_are_joined_and_different_people_are_not(seed: int, style: Style, labels: bool) -> None:  # noqa: FBT001
    people = invent(seed, labels=labels)
    roster, of_row = messy_roster(people, seed + 100)
    first, of_first = messy_report(people, style, seed + 200)
    second, of_second = messy_report(people, STYLES["brackets"], seed + 300)
    joined = join(roster, [first, second])
    pairs = _records(joined, {row.row: truth for row, truth in zip(roster, of_row, strict=True)})
    pairs += _stays_of(joined, (first, second), (of_first, of_second))
    precision, recall = _precision_and_recall(pairs)
    assert (precision >= LEAST, recall >= LEAST) == (True, True), (precision, recall, _wrong(pairs, joined))
    assert {name.name for name in joined.unmatched} >= set(DEVICES)
    assert len(joined.people) == len(people)


@pytest.mark.parametrize("labels", [False, True], ids=["names", "labels"])
@pytest.mark.parametrize("style", HARD_STYLES.values(), ids=HARD_STYLES.keys())
@pytest.mark.parametrize("seed", range(5))
def test_doubtful_names_rather_stay_apart_than_become_somebody_else(seed: int, style: Style, labels: bool) -> None:  # noqa: FBT001
    people = invent(seed, labels=labels)
    roster, of_row = messy_roster([person for person in people if person.id % 9], seed + 100)
    first, of_first = messy_report(people, style, seed + 200)
    second, of_second = messy_report(people, STYLES["brackets"], seed + 300)
    joined = join(roster, [first, second])
    pairs = _records(joined, {row.row: truth for row, truth in zip(roster, of_row, strict=True)})
    pairs += _stays_of(joined, (first, second), (of_first, of_second))
    precision, recall = _precision_and_recall(pairs)
    assert (precision, recall >= LEAST_OF_DOUBTFUL) == (1.0, True), (precision, recall, _wrong(pairs, joined))


def _records(joined: Joined, of_row: dict[int, int]) -> list[tuple[int, int]]:
    return [(of_row[row], person.number) for person in joined.people for row in person.rows]


def _stays_of(joined: Joined, reports: tuple[list, ...], truths: tuple[list, ...]) -> list[tuple[int, int]]:  # type: ignore[type-arg]
    truth = {
        (place, id(stay)): whose
        for place, (report, whoses) in enumerate(zip(reports, truths, strict=True))
        for stay, whose in zip(report, whoses, strict=True)
    }
    found = {(match.report, id(match.stay)): match.person for match in joined.matches}
    alone = (-place for place, _ in enumerate(truth, 1))
    return [(whose, found.get(key, next(alone))) for key, whose in truth.items() if whose is not None]


def _precision_and_recall(pairs: list[tuple[int, int]]) -> tuple[float, float]:
    def same(groups: Counter[int]) -> int:
        return sum(size * (size - 1) // 2 for size in groups.values())

    both = sum(size * (size - 1) // 2 for size in Counter(pairs).values())
    return both / same(Counter(found for _, found in pairs)), both / same(Counter(whose for whose, _ in pairs))


def _wrong(pairs: list[tuple[int, int]], joined: Joined) -> list[object]:
    found = defaultdict(set)
    for whose, number in pairs:
        found[whose].add(number)
    split = [sorted(numbers) for numbers in found.values() if len(numbers) > 1][:5]
    names = {person.number: (person.name, person.affiliation) for person in joined.people}
    return [
        *([names.get(number, number) for number in numbers] for numbers in split),
        list(chain(joined.unmatched))[-3:],
    ]
