"""Whoever typed a meeting's code: who they are, by the meeting's policy, without a second person for anybody."""

from __future__ import annotations

from app.accounts.events import CameByCode
from app.accounts.models import Person, WebSession
from app.accounts.queries import LASTS
from app.attendance.lobby import queries
from app.attendance.lobby.likeness import Known, is_same, likest
from app.core.errors import Gone
from app.core.events import when
from app.core.work import Work
from app.meetings.delegations.naming import code_for, display
from app.meetings.models import Meeting, RetiredCode
from app.meetings.queries import meeting_with_code

CODE_CHANGED = "This code was changed. Look at the screen, or ask the secretariat for the code of now."
BANNED = "The organisers have ended your part in this meeting. Write to the secretariat if this is a mistake."


@when(CameByCode)
def receive(came: CameByCode, work: Work) -> None:
    """Make a person of somebody who typed the meeting's code, or find the one they are.

    Through an open door, whoever gives the name and delegation of somebody without a task who is signed in nowhere is
    that person. A name with a task opens nothing: its owner has a link. Whoever was put out comes back by the lobby
    alone, and whoever was put out for good does not.
    """
    meeting = meeting_with_code(work.db, came.code)
    if meeting is None:
        if came.code and work.db.get(RetiredCode, came.code) is not None:
            raise Gone(CODE_CHANGED, fields={"code": CODE_CHANGED})
        return
    delegation = code_for(came.delegation)
    came.person = _come_back(work, meeting, came.before, Known(0, came.name, delegation))
    if came.person is None:
        receive_at = _through_the_door if meeting.walk_ins == "admit" else _into_the_lobby
        came.person = receive_at(work, meeting, came.name, delegation)
    work.about = display(delegation)


def suggest(work: Work, person: Person) -> None:
    """Look for somebody of the meeting whom a person who waits may be."""
    others = queries.of_delegation_or_name(work.db, person.meeting_id, person.name, person.delegation)
    alike = [queries.known(other) for other in others if other.id != person.id and _may_be_meant(other)]
    found = likest(queries.known(person), alike)
    person.looks_like_id = found.id if found else None
    person.looks_like_why = found.why if found else ""


def refuse_banned(work: Work, meeting: int, name: str, delegation: str) -> None:
    """Refuse the name and delegation of somebody who was put out for good."""
    asking = Known(0, name, delegation)
    for other in queries.of_the_delegation(work.db, meeting, name, delegation):
        if other.banned_at is not None and is_same(asking, queries.known(other)):
            raise Gone(BANNED)


def _come_back(work: Work, meeting: Meeting, before: WebSession | None, asking: Known) -> Person | None:
    """Give the person whom this browser was before, come back under the same name after sleep or a long day."""
    person = work.db.get(Person, before.person_id) if before is not None else None
    if before is None or person is None or person.meeting_id != meeting.id:
        return None
    if person.banned_at is not None:
        raise Gone(BANNED)
    is_over = before.ended_at is not None or (person.roles and work.at - before.began_at > LASTS)
    if is_over or person.removed_at is not None or not is_same(asking, queries.known(person)):
        return None
    return person


def _through_the_door(work: Work, meeting: Meeting, name: str, delegation: str) -> Person:
    asking = Known(0, name, delegation)
    others = queries.of_the_delegation(work.db, meeting.id, name, delegation)
    alike = [other for other in others if is_same(asking, queries.known(other))]
    if any(other.banned_at is not None for other in alike):
        raise Gone(BANNED)
    # Of two who have the name it is not known which is meant.
    meant = alike[0] if len(alike) == 1 else None
    if meant is None:
        return _newcomer(work, meeting, name, delegation)
    if meant.removed_at is not None:
        return _newcomer(work, meeting, name, delegation, like=meant, why="same", waits=True)
    if meant.roles or queries.is_signed_in(work.db, meant.id):
        return _newcomer(work, meeting, name, delegation, like=meant, why="in")
    if meant.admitted_at is None:
        work.change(meant).admitted_at = work.at
    return meant


def _into_the_lobby(work: Work, meeting: Meeting, name: str, delegation: str) -> Person:
    refuse_banned(work, meeting.id, name, delegation)
    newcomer = _newcomer(work, meeting, name, delegation, waits=True)
    suggest(work, newcomer)
    return newcomer


def _newcomer(  # noqa: PLR0913 - what is known of somebody at the door
    work: Work,
    meeting: Meeting,
    name: str,
    delegation: str,
    *,
    like: Person | None = None,
    why: str = "",
    waits: bool = False,
) -> Person:
    return work.add(
        Person(
            meeting_id=meeting.id,
            name=name,
            delegation=delegation,
            roles=[],
            places=[],
            asked_at=work.at if waits else None,
            admitted_at=None if waits else work.at,
            looks_like_id=like.id if like else None,
            looks_like_why=why,
        )
    )


def _may_be_meant(other: Person) -> bool:
    return all(grant.role != "display" for grant in other.roles)
