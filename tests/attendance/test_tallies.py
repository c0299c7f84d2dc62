from datetime import datetime, timedelta

from app.attendance.tallies import Attendee, Tally, Visit, merged, tallies

START = datetime(2020, 11, 3, 13, 0)  # noqa: DTZ001
GHANA_1 = Attendee(1, "GHA", "member_state")
GHANA_2 = Attendee(2, "GHA", "member_state")
PERU = Attendee(3, "PER", "member_state")
DPO = Attendee(4, "un:dpo", "un")
ICRC = Attendee(5, "org:icrc", "observer")
HOLY_SEE = Attendee(6, "VAT", "observer_state")
STRANGER = Attendee(7, "", None)
ABSENT = Attendee(8, "FRA", "member_state")
EVERYBODY = [GHANA_1, GHANA_2, PERU, DPO, ICRC, HOLY_SEE, STRANGER, ABSENT]


def visit(person: int, session: int, begin: float, end: float, room: str | None = None) -> Visit:
    return Visit(person, session, room, START + timedelta(seconds=begin), START + timedelta(seconds=end))


def test_people_and_delegations_are_counted_once_overall_per_session_and_per_room() -> None:
    visits = [visit(person.id, 1, 0, 600) for person in EVERYBODY[:7] if isinstance(person.id, int)]
    visits += [visit(1, 2, 0, 60, "A"), visit(1, 2, 90, 200, "B"), visit(2, 2, 0, 60, "A"), visit(1, 2, 300, 400)]
    found = tallies(EVERYBODY, visits)
    assert found.overall == Tally(
        people=7,
        member_states=2,
        observer_states=1,
        un_entities=1,
        observers=1,
        by_kind={"member_state": 3, "observer_state": 1, "un": 1, "observer": 1, "unknown": 1},
    )
    two_of_ghana = Tally(2, 1, 0, 0, 0, {"member_state": 2})
    assert found.sessions == {1: found.overall, 2: two_of_ghana}
    assert found.rooms == {(2, "A"): two_of_ghana, (2, "B"): Tally(1, 1, 0, 0, 0, {"member_state": 1})}
    assert found.every_session == 2


def test_an_empty_ledger_counts_nobody() -> None:
    found = tallies(EVERYBODY, [])
    assert (found.overall.people, found.sessions, found.every_session) == (0, {}, 0)


def test_a_person_who_reconnects_within_thirty_seconds_has_not_left() -> None:
    assert merged([visit(1, 1, 0, 60), visit(1, 1, 90, 120)]) == (visit(1, 1, 0, 120),)
    assert merged([visit(1, 1, 0, 60), visit(1, 1, 91, 120)]) == (visit(1, 1, 0, 60), visit(1, 1, 91, 120))


def test_two_devices_of_one_person_are_one_visit() -> None:
    assert merged([visit(1, 1, 10, 50), visit(1, 1, 0, 100), visit(1, 1, 60, 70)]) == (visit(1, 1, 0, 100),)


def test_people_sessions_and_rooms_are_kept_apart_when_merging() -> None:
    apart = [visit(2, 1, 0, 9), visit(1, 1, 0, 9), visit(1, 2, 0, 9), visit(1, 2, 0, 9, "A"), visit(1, 2, 0, 9, "B")]
    assert merged(apart) == tuple(apart)


def test_merging_changes_neither_the_time_somebody_was_there_nor_the_tallies() -> None:
    visits = [visit(place % 3 + 1, 1, place * 37 % 500, place * 37 % 500 + 40) for place in range(60)]
    seconds = {
        (v.person, s) for v in visits for s in range(int((v.joined - START).seconds), int((v.left - START).seconds))
    }
    kept = {
        (v.person, s)
        for v in merged(visits, timedelta(0))
        for s in range(int((v.joined - START).seconds), int((v.left - START).seconds))
    }
    assert kept == seconds
    assert tallies(EVERYBODY, merged(visits)) == tallies(EVERYBODY, visits)
