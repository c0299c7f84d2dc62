"""The words of one person's invitation, in the meeting's language."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts.models import Person
from app.meetings.models import Meeting
from breakouts.rooms.models import Room
from exports.invitations.hours import in_words
from exports.invitations.words.languages import invitation_words

LINK = "{link}"
"""Where the personal link goes: only the page that made it knows it."""

ORDER = ("secretariat", "co_chair", "moderator", "rapporteur", "observer", "display")


def invitation(meeting: Meeting, person: Person, rooms: Sequence[Room], address: str) -> str:
    """Give the invitation as text to paste, with `{link}` where the personal link belongs."""
    words = invitation_words(meeting.language)
    held = tasks(meeting, person, rooms)
    lines = [
        words.greeting.format(name=person.name),
        "",
        words.yours.format(title=meeting.title),
        *(words.task.format(task=task) for task in held),
        words.link.format(link=LINK),
        words.once,
        "",
        *when(meeting),
        *([words.video.format(address=meeting.video_link)] if meeting.video_link else []),
        "",
        words.otherwise.format(code=in_groups(meeting.join_code), address=address),
    ]
    return "\n".join(lines)


def tasks(meeting: Meeting, person: Person, rooms: Sequence[Room]) -> list[str]:
    """Give a person's tasks in words, each once, those of the whole meeting first."""
    words = invitation_words(meeting.language)
    known = {room.id: room for room in rooms}
    found = []
    for grant in sorted(person.roles, key=lambda grant: (_place(grant.role), grant.room_id or 0)):
        role = words.roles.get(grant.role, grant.role)
        room = known.get(grant.room_id or 0)
        where = words.room if room is not None and room.title else words.bare_room
        found.append(f"{role}, {where.format(number=room.number, title=room.title)}" if room is not None else role)
    return list(dict.fromkeys(found))


def when(meeting: Meeting) -> list[str]:
    """Give the days and hours of the sessions, a line each under a heading; nothing where none has a day."""
    words = invitation_words(meeting.language)
    told = [(session.title, in_words(session, meeting.time_zone, words.language)) for session in meeting.sessions]
    dated = [f"– {title}: {hours}" if title else f"– {hours}" for title, hours in told if hours]
    return [words.when, *dated] if dated else []


def in_groups(code: str) -> str:
    """Give the nine figures in groups of three."""
    return f"{code[:3]} {code[3:6]} {code[6:]}".strip()


def _place(role: str) -> int:
    return ORDER.index(role) if role in ORDER else len(ORDER)
