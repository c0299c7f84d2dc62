"""The figures of a rehearsal, under the names that a folder uses for what it expects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.attendance.queries import participation_of, unmatched_in

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.attendance.joining import Joined
    from app.rehearsal.setting_up import MeetingSet


def figures(db: Session, played: MeetingSet, joined: Joined) -> dict[str, Any]:
    """Give every tally from the ledger; sessions are numbered from 1, rooms as in the script."""
    took_part = participation_of(db, played.meeting)
    overall = took_part.overall
    found: dict[str, Any] = {
        "participants": overall.people,
        "member_states": overall.member_states,
        "observer_states": overall.observer_states,
        "un_entities": overall.un_entities,
        "observers": overall.observers,
        "by_kind": dict(overall.by_kind),
    }
    for number, session in enumerate(played.sessions, 1):
        found[f"session_{number}"] = took_part.sessions[session].people if session in took_part.sessions else 0
    found["both_sessions"] = took_part.every_session if len(played.sessions) > 1 else overall.people
    found["rooms"] = _rooms(played, {room: tally.people for room, tally in took_part.rooms.items()})
    found["roster_duplicates"] = len(joined.doubles)
    for number, session in enumerate(played.sessions, 1):
        found[f"unmatched_session_{number}"] = [row.name for row in unmatched_in(db, session)]
    found["sentence"] = took_part.sentence
    return found


def _rooms(played: MeetingSet, people: dict[int, int]) -> dict[str, int]:
    names: dict[str, int] = {}
    for room in played.rooms:
        name = str(room.number)
        # Two rounds may number their rooms alike: the later one is named with its session.
        if name in names:
            name = f"{played.sessions.index(room.session) + 1}.{room.number}"
        names[name] = people.get(room.id, 0)
    return names
