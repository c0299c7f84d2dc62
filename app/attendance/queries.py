"""Reads of the ledger: every total on a screen, in a report or in the summary comes from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.models import Person
from app.attendance.models import Stay, Unmatched
from app.attendance.sentence import participation
from app.attendance.tallies import Attendee, Tally, tally
from app.meetings.delegations.naming import kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Participation:
    """The figures of a meeting: overall, by session id and by room id, and the participation sentence.

    `present` counts who is there now, by room id, and under None anywhere in the meeting.
    """

    overall: Tally
    sessions: dict[int, Tally]
    rooms: dict[int, Tally]
    every_session: int
    present: dict[int | None, int]
    sentence: str


def participation_of(db: Session, meeting_id: int) -> Participation:
    """Count who took part in the meeting, each person once in each count."""
    stays = sa.select(
        Stay.person_id,
        Stay.session_id,
        Stay.room_id,
        Person.delegation,
        sa.func.max(Stay.left_at.is_(None).cast(sa.Integer)),
    )
    rows = db.execute(
        stays.join(Person, Person.id == Stay.person_id)
        .where(Stay.meeting_id == meeting_id)
        .group_by(Stay.person_id, Stay.session_id, Stay.room_id, Person.delegation)
    ).all()
    sessions: dict[int, dict[int, Attendee]] = {}
    rooms: dict[int, dict[int, Attendee]] = {}
    here: dict[int | None, set[int]] = {None: set()}
    for person_id, session_id, room_id, delegation, is_open in rows:
        attendee = Attendee(person_id, delegation, kind(delegation))
        sessions.setdefault(session_id, {})[person_id] = attendee
        if room_id is not None:
            rooms.setdefault(room_id, {})[person_id] = attendee
        if is_open:
            here[None].add(person_id)
            here.setdefault(room_id, set()).add(person_id)
    everybody = {person_id: attendee for there in sessions.values() for person_id, attendee in there.items()}
    overall = tally(everybody.values())
    return Participation(
        overall=overall,
        sessions={session_id: tally(there.values()) for session_id, there in sessions.items()},
        rooms={room_id: tally(there.values()) for room_id, there in rooms.items()},
        every_session=len(set.intersection(*(set(there) for there in sessions.values()))) if sessions else 0,
        present={room_id: len(there) for room_id, there in here.items()},
        sentence=participation(
            people=overall.people,
            member_states=overall.member_states,
            un_people=overall.by_kind.get("un", 0),
            observers=overall.observers,
            sessions=len(sessions),
        ),
    )


def participation_at_beat(db: Session, meeting_id: int) -> Participation:
    """Count as `participation_of`, once for all measures of a beat: they share its session, which changes no stay."""
    counted: dict[int, Participation] = db.info.setdefault("participation", {})
    return counted.get(meeting_id) or counted.setdefault(meeting_id, participation_of(db, meeting_id))


def unmatched_in(db: Session, session_id: int) -> Sequence[Unmatched]:
    """Give the names in the reports of a session that are no participants, in the order of the report."""
    return db.scalars(sa.select(Unmatched).where(Unmatched.session_id == session_id).order_by(Unmatched.id)).all()
