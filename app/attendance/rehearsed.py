"""Counting a meeting of which only a roster and attendance reports are left, one report to each session."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from app.attendance.joining import Joined, join
from app.attendance.reports.stay import Report
from app.attendance.roster import RosterRow
from app.attendance.sentence import participation
from app.attendance.tallies import Attendee, Tallies, Visit, merged, tallies


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of a roster and its reports: who is who, every visit, the tallies, and the participation sentence.

    Sessions are numbered from 1 in the order of the reports; rooms go by the breakout choice in the roster.
    """

    joined: Joined
    visits: tuple[Visit, ...]
    tallies: Tallies
    sentence: str


def count_meeting(roster: Iterable[RosterRow], reports: Sequence[Report], breakouts_in: int | None) -> Figures:
    """Count a meeting.

    `breakouts_in` is the number of the session with breakout rooms: there, everybody present with a breakout choice was
    in that room; None where no session had rooms.
    """
    joined = join(roster, [report.stays for report in reports])
    rooms = {person.number: person.breakout or None for person in joined.people}
    visits = [
        Visit(
            match.person,
            match.report + 1,
            rooms[match.person] if match.report + 1 == breakouts_in else None,
            match.stay.joined,
            match.stay.left,
        )
        for match in joined.matches
    ]
    counted = tallies(_attendees(joined), visits)
    words = participation(
        people=counted.overall.people,
        member_states=counted.overall.member_states,
        un_people=counted.overall.by_kind.get("un", 0),
        observers=counted.overall.observers,
        sessions=len(counted.sessions),
    )
    return Figures(joined, merged(visits), counted, words)


def _attendees(joined: Joined) -> list[Attendee]:
    pairs = [(person.number, person.delegation) for person in joined.people]
    return [Attendee(number, where.code if where else "", where.kind if where else None) for number, where in pairs]


def as_expected(figures: Figures) -> dict[str, Hashable | dict[str, int] | list[str]]:
    """The figures under the names that a rehearsal folder uses for what it expects."""
    overall = figures.tallies.overall
    found: dict[str, Hashable | dict[str, int] | list[str]] = {
        "participants": overall.people,
        "member_states": overall.member_states,
        "un_entities": overall.un_entities,
        "observers": overall.observers,
        "by_kind": dict(overall.by_kind),
        "both_sessions": figures.tallies.every_session,
        "rooms": {str(room): tally.people for (_, room), tally in sorted(figures.tallies.rooms.items(), key=str)},
        "roster_duplicates": len(figures.joined.doubles),
        "sentence": figures.sentence,
    }
    for session, tally in figures.tallies.sessions.items():
        found[f"session_{session}"] = tally.people
    for unmatched in figures.joined.unmatched:
        names = found.setdefault(f"unmatched_session_{unmatched.report + 1}", [])
        if isinstance(names, list):
            names.append(unmatched.name)
    return found
