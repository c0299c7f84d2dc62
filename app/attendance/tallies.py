"""Tallies: how many people, of how many delegations, were in a meeting, in each session and in each room."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from app.meetings.delegations.table import KINDS, Kind

GAP = timedelta(seconds=30)
"""Whoever is back within this time has not left."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person to be counted. `delegation` is the code, empty with `kind` None where nobody knows it."""

    id: Hashable
    delegation: str
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Visit:
    """That a person was in a session, in a room of it or (None) in its plenary, from `joined` to `left`."""

    person: Hashable
    session: Hashable
    room: Hashable | None
    joined: datetime
    left: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """Each person counted once: people in all, the delegations of each kind, and the people of each kind.

    `by_kind` has an entry for every kind that somebody is of, in the order of the table, and "unknown" for people
    whose delegation nobody knows.
    """

    people: int
    member_states: int
    observer_states: int
    un_entities: int
    observers: int
    by_kind: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Tallies:
    """The tally of the meeting, of each session and of each room, keyed as in the visits.

    `every_session` counts the people who were in all sessions that anybody was in.
    """

    overall: Tally
    sessions: Mapping[Hashable, Tally]
    rooms: Mapping[tuple[Hashable, Hashable], Tally]
    every_session: int


def tally(people: Iterable[Attendee]) -> Tally:
    """Count these people, each one once however often it comes."""
    unique = {person.id: person for person in people}.values()
    delegations = Counter(kind for kind, _ in {(person.kind, person.delegation) for person in unique})
    by_kind = Counter(str(person.kind or "unknown") for person in unique)
    return Tally(
        people=len(unique),
        member_states=delegations["member_state"],
        observer_states=delegations["observer_state"],
        un_entities=delegations["un"],
        observers=delegations["observer"],
        by_kind={kind: by_kind[kind] for kind in (*KINDS, "unknown") if by_kind[kind]},
    )


def tallies(people: Iterable[Attendee], visits: Iterable[Visit]) -> Tallies:
    """Count who was there. People without a visit are not counted; a visit of nobody in `people` is a KeyError."""
    known = {person.id: person for person in people}
    present: dict[Hashable, set[Hashable]] = {}
    in_rooms: dict[tuple[Hashable, Hashable], set[Hashable]] = {}
    for visit in visits:
        present.setdefault(visit.session, set()).add(visit.person)
        if visit.room is not None:
            in_rooms.setdefault((visit.session, visit.room), set()).add(visit.person)
    everyone: set[Hashable] = set().union(*present.values())
    return Tallies(
        overall=tally(known[person] for person in everyone),
        sessions={session: tally(known[person] for person in there) for session, there in present.items()},
        rooms={place: tally(known[person] for person in there) for place, there in in_rooms.items()},
        every_session=len(set.intersection(*present.values())) if present else 0,
    )


def merged(visits: Iterable[Visit], gap: timedelta = GAP) -> tuple[Visit, ...]:
    """The visits of each person to each place without overlaps: two devices at once, or back within `gap`, are one.

    In order of person (as they first come), place and time.
    """
    order: dict[tuple[Hashable, Hashable, Hashable], int] = {}
    for visit in (listed := list(visits)):
        order.setdefault(_place(visit), len(order))
    listed.sort(key=lambda visit: (order[_place(visit)], visit.joined, visit.left))
    return tuple(whole for _, group in groupby(listed, key=_place) for whole in _merged_in_one_place(list(group), gap))


def _place(visit: Visit) -> tuple[Hashable, Hashable, Hashable]:
    return visit.person, visit.session, visit.room


def _merged_in_one_place(visits: list[Visit], gap: timedelta) -> list[Visit]:
    found = visits[:1]
    for visit in visits[1:]:
        last = found[-1]
        if visit.joined - last.left <= gap:
            found[-1] = Visit(last.person, last.session, last.room, last.joined, max(last.left, visit.left))
        else:
            found.append(visit)
    return found
