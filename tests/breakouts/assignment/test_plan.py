"""A balanced plan: never over a room's places, pins kept, delegations as evenly spread as can be."""

from __future__ import annotations

import itertools
import time
from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from breakouts.assignment.plan import plan
from breakouts.assignment.seating import Guest, Space

DELEGATIONS = st.sampled_from(["", "CAN", "GHA", "NOR"])
SPACES = st.lists(st.integers(0, 6), min_size=1, max_size=4).map(
    lambda capacities: [Space(number, capacity) for number, capacity in enumerate(capacities, 1)]
)


Meeting = tuple[list[Guest], list[Space], list[tuple[Guest, int]]]
"""People to be placed, rooms, and people seated already."""


@st.composite
def meetings(draw: st.DrawFn, most: int = 14, *, wishes: bool = True) -> Meeting:
    """Draw people to be placed, rooms, and people seated already, within the places there are."""
    spaces = draw(SPACES)
    ids = itertools.count(1)
    wish = st.sampled_from([None, *(space.id for space in spaces)]) if wishes else st.none()
    person = st.builds(
        lambda delegation, region, gender, wish: Guest(next(ids), delegation, region, gender, wish),
        DELEGATIONS,
        st.sampled_from(["", "africa"]),
        st.sampled_from(["", "f", "m"]),
        wish,
    )
    seated = []
    left = {space.id: space.capacity or 99 for space in spaces}
    for guest in draw(st.lists(person, max_size=5)):
        room = draw(st.sampled_from(spaces)).id
        if left[room]:
            left[room] -= 1
            seated.append((guest, room))
    return draw(st.lists(person, max_size=most)), spaces, seated


def unevenness(rooms: dict[Guest, int], seated: list[tuple[Guest, int]]) -> tuple[int, int]:
    """Give how uneven a seating is: delegations over rooms, then the rooms' sizes, as sums of squares."""
    everybody = [*rooms.items(), *seated]
    spread = Counter((guest.delegation, room) for guest, room in everybody if guest.delegation)
    sizes = Counter(room for _guest, room in everybody)
    return sum(n * n for n in spread.values()), sum(n * n for n in sizes.values())


@given(meetings())
def test_nobody_is_placed_beyond_the_places_and_nobody_is_left_out_while_there_are_some(
    meeting: Meeting,
) -> None:
    guests, spaces, seated = meeting
    made = plan(guests, spaces, seated)
    sizes = Counter([*made.rooms.values(), *(room for _guest, room in seated)])
    assert all(not space.capacity or sizes[space.id] <= space.capacity for space in spaces)
    assert made.rooms.keys() | set(made.without) == {guest.id for guest in guests}
    if made.without:
        assert all(space.capacity and sizes[space.id] == space.capacity for space in spaces)


@given(meetings())
def test_only_those_without_a_place_are_placed(
    meeting: Meeting,
) -> None:
    guests, spaces, seated = meeting
    assert not plan(guests, spaces, seated).rooms.keys() & {guest.id for guest, _room in seated}


@given(meetings(), st.randoms())
def test_the_same_people_get_the_same_rooms_in_whatever_order_they_come(meeting: Meeting, random: Random) -> None:
    guests, spaces, seated = meeting
    shuffled, sat = random.sample(guests, len(guests)), random.sample(seated, len(seated))
    assert plan(shuffled, spaces, sat) == plan(guests, spaces, seated)


@settings(deadline=None, max_examples=150)
@given(meetings(most=6, wishes=False))
def test_no_other_seating_of_the_same_people_is_more_even(
    meeting: Meeting,
) -> None:
    guests, spaces, seated = meeting
    rooms = plan(guests, spaces, seated).rooms
    placed = [guest for guest in guests if guest.id in rooms]
    mine = unevenness({guest: rooms[guest.id] for guest in placed}, seated)
    taken = Counter(room for _guest, room in seated)
    others = []
    for chosen in itertools.product([space.id for space in spaces], repeat=len(placed)):
        sizes = taken + Counter(chosen)
        if all(not space.capacity or sizes[space.id] <= space.capacity for space in spaces):
            others.append(unevenness(dict(zip(placed, chosen, strict=True)), seated))
    assert mine == min(others)


@given(st.lists(DELEGATIONS, max_size=60), st.integers(1, 6))
def test_without_limits_each_delegation_and_each_room_differs_by_one_at_most(
    delegations: list[str], number: int
) -> None:
    guests = [Guest(at, delegation) for at, delegation in enumerate(delegations, 1)]
    spaces = [Space(at) for at in range(1, number + 1)]
    rooms = plan(guests, spaces).rooms
    sizes = Counter(rooms.values())
    assert max(sizes[space.id] for space in spaces) - min(sizes[space.id] for space in spaces) <= 1
    for delegation in set(delegations) - {""}:
        counts = Counter(rooms[guest.id] for guest in guests if guest.delegation == delegation)
        assert max(counts[space.id] for space in spaces) - min(counts[space.id] for space in spaces) <= 1


@given(meetings())
def test_a_wish_is_granted_while_the_room_has_places(
    meeting: Meeting,
) -> None:
    guests, spaces, seated = meeting
    made = plan(guests, spaces, seated)
    assert all(made.rooms[guest.id] == guest.wish for guest in guests if guest.id in made.wished)
    for space in spaces:
        wishing = [guest for guest in guests if guest.wish == space.id]
        sat = sum(room == space.id for _guest, room in seated)
        places = space.capacity - sat if space.capacity else len(wishing)
        assert len(made.wished & {guest.id for guest in wishing}) == min(len(wishing), places)


def test_of_those_who_wish_for_a_full_room_one_of_each_delegation_gets_in_first() -> None:
    guests = [Guest(number, "CAN", wish=1) for number in (1, 2, 3)] + [Guest(4, "GHA", wish=1)]
    made = plan(guests, [Space(1, 2), Space(2)])
    assert (made.rooms, made.wished) == ({1: 1, 4: 1, 2: 2, 3: 2}, frozenset({1, 4}))


def test_among_equals_regions_and_genders_are_mixed() -> None:
    women = [Guest(number, region="africa", gender="f") for number in (1, 2)]
    men = [Guest(number, region="africa", gender="m") for number in (3, 4)]
    rooms = plan([*women, *men], [Space(1), Space(2)]).rooms
    assert rooms[1] != rooms[2]
    assert rooms[3] != rooms[4]


def test_three_thousand_people_are_planned_within_a_few_seconds() -> None:
    guests = [
        Guest(number, f"D{number * number % 190}", f"R{number % 5}", "fm"[number % 2]) for number in range(1, 3001)
    ]
    spaces = [Space(number, 200 + number) for number in range(1, 16)]
    seated = [(Guest(5000 + number, f"D{number % 7}"), 1 + number % 3) for number in range(60)]
    began = time.monotonic()
    made = plan(guests, spaces, seated)
    assert (len(made.rooms), made.without) == (3000, ())
    assert time.monotonic() - began < 10
