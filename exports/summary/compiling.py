"""The one source that a summary is compiled from, read in a fixed number of statements per session and room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.attendance.queries import Participation, participation_of
from app.core import clock
from app.meetings.delegations.naming import display
from app.meetings.models import Meeting, MeetingSession, Part
from app.meetings.queries import with_programme
from breakouts.rooms.models import Room
from breakouts.rooms.queries import rooms_of_meeting
from breakouts.takeaways.queries import approved_points
from exports.compile import compile_summary
from exports.sections import Summary
from exports.source import Clearance as ClearanceSource
from exports.source import (
    PartSource,
    PointSource,
    RoomSource,
    SectionEdit,
    SessionSource,
    SpeakerSource,
    SummarySource,
    Tallies,
)
from exports.summary.models import Clearance, SectionText

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from app.attendance.tallies import Tally
    from breakouts.takeaways.models import Takeaway


def compiled(db: Session, meeting_id: int) -> tuple[SummarySource, Summary]:
    """Compile the summary of a meeting as it is now; released when every co-chair has cleared this very text.

    Its digest is that of the text alone: with the first clearance in it, the second co-chair would clear another text.
    """
    draft = _source(db, meeting_id, clearances=(), released=False)
    summary = compile_summary(draft)
    standing = _standing_clearances(db, meeting_id, summary.digest)
    chairs = db.get_one(Meeting, meeting_id).co_chairs
    released = bool(chairs) and {clearance.delegation for clearance in standing} >= {
        chair.delegation for chair in chairs
    }
    cleared = tuple(ClearanceSource(display(clearance.delegation), clearance.at) for clearance in standing)
    source = _source(db, meeting_id, clearances=cleared, released=released)
    return source, replace(compile_summary(source), digest=summary.digest)


def _standing_clearances(db: Session, meeting_id: int, digest: str) -> Sequence[Clearance]:
    mine = sa.select(Clearance).where(Clearance.meeting_id == meeting_id, Clearance.digest == digest)
    return db.scalars(mine.order_by(Clearance.at, Clearance.delegation)).all()


def _source(db: Session, meeting_id: int, *, clearances: tuple[ClearanceSource, ...], released: bool) -> SummarySource:
    meeting = with_programme(db, meeting_id)
    took_part = participation_of(db, meeting_id)
    rooms = rooms_of_meeting(db, meeting_id)
    points = _by_room(approved_points(db, meeting_id))
    edits = db.scalars(
        sa.select(SectionText)
        .where(SectionText.meeting_id == meeting_id, ~SectionText.restored)
        .order_by(SectionText.key)
    )
    talking = frozenset() if meeting.drafts_for_chairs else _talking(rooms)
    sessions = tuple(_session(session, rooms, points, took_part, talking) for session in meeting.sessions)
    return SummarySource(
        meeting_id=meeting.id,
        title=meeting.title,
        process=meeting.process,
        running_head=meeting.running_head,
        document_title=meeting.document_title,
        language=meeting.language,
        co_chairs=tuple(display(chair.delegation) for chair in meeting.co_chairs),
        host_line="",
        overview=tuple(meeting.overview),
        introduction=meeting.introduction,
        sessions=sessions,
        tallies=_tallies(meeting.sessions, rooms, took_part),
        edits=tuple(SectionEdit(edit.key, edit.body, edit.base) for edit in edits),
        clearances=clearances,
        released=released,
        as_of=_as_of(clearances),
        time_zone=meeting.time_zone,
    )


def _by_room(points: Sequence[Takeaway]) -> dict[int, list[Takeaway]]:
    rooms: dict[int, list[Takeaway]] = {}
    for point in points:
        rooms.setdefault(point.room_id, []).append(point)
    return rooms


def _as_of(clearances: tuple[ClearanceSource, ...]) -> dt.datetime:
    return max((clearance.at for clearance in clearances if clearance.at), default=clock.now())


def _talking(rooms: Sequence[Room]) -> frozenset[int]:
    """Give the rooms whose text nobody outside reads yet: the draft is read by the chairs while people still talk."""
    return frozenset(room.id for room in rooms if room.kind == "breakout" and room.state == "open")


def _session(
    session: MeetingSession,
    rooms: Sequence[Room],
    points: Mapping[int, Sequence[Takeaway]],
    took_part: Participation,
    talking: frozenset[int],
) -> SessionSource:
    parts = tuple(
        _part(part, [room for room in rooms if room.part_id == part.id], points, took_part, talking)
        for part in session.parts
    )
    return SessionSource(id=session.id, position=session.position, title=session.title, date=session.date, parts=parts)


def _part(
    part: Part,
    rooms: Sequence[Room],
    points: Mapping[int, Sequence[Takeaway]],
    took_part: Participation,
    talking: frozenset[int],
) -> PartSource:
    floor = [point for room in rooms if room.kind == "plenary" for point in points.get(room.id, ())]
    return PartSource(
        id=part.id,
        title=part.title,
        kind=part.kind,
        narrative=part.narrative,
        speakers=tuple(SpeakerSource(each.name, each.title, display(each.delegation)) for each in part.speakers),
        points=tuple(_point(point) for point in floor),
        rooms=tuple(
            _room(room, points.get(room.id, ()), took_part, talking) for room in rooms if room.kind == "breakout"
        ),
    )


def _room(room: Room, points: Sequence[Takeaway], took_part: Participation, talking: frozenset[int]) -> RoomSource:
    people, delegations = _size(took_part.rooms.get(room.id))
    return RoomSource(
        id=room.id,
        number=room.number,
        title=room.title,
        question=room.question,
        moderated_by=display(room.moderated_by),
        attribution=room.attribution,
        narrative="" if room.id in talking else room.narrative,
        lead_in="" if room.id in talking else room.lead_in,
        points=tuple(_point(point) for point in points),
        people=people,
        delegations=delegations,
    )


def _point(point: Takeaway) -> PointSource:
    return PointSource(point.id, point.kind, point.text, tuple(point.tags), point.after_close)


def _size(counted: Tally | None) -> tuple[int, int]:
    if counted is None:
        return 0, 0
    return counted.people, counted.member_states + counted.observer_states + counted.un_entities + counted.observers


def _tallies(sessions: Sequence[MeetingSession], rooms: Sequence[Room], took_part: Participation) -> Tallies:
    overall = took_part.overall
    sizes = [_size(took_part.sessions.get(session.id)) for session in sessions]
    return Tallies(
        participants=overall.people,
        member_states=overall.member_states,
        observer_states=overall.observer_states,
        un_entities=overall.un_entities,
        observers=overall.observers,
        by_kind=dict(overall.by_kind),
        sessions=tuple(people for people, _delegations in sizes),
        session_delegations=tuple(delegations for _people, delegations in sizes),
        every_session=took_part.every_session,
        rooms=tuple(
            (room.number, room.title, *_size(took_part.rooms.get(room.id))) for room in rooms if room.kind == "breakout"
        ),
        sentence=took_part.sentence,
    )
