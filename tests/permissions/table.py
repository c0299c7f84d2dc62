"""Who may ask for which command, and who may follow which stream: the access model as a table.

The rows follow the permission matrix of the access model; where the live contract differs, the contract holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

PEOPLE = (
    "nobody",
    "lobby",
    "participant_1",
    "participant_2",
    "observer_1",
    "moderator_1",
    "moderator_2",
    "rapporteur_1",
    "rapporteur_2",
    "co_chair",
    "secretariat",
    "display",
    "removed",
    "elsewhere",
)
"""Everybody who tries. The number says whose room it is; the commands below are about the first room."""

NOBODY: frozenset[str] = frozenset()
SECRETARIAT = frozenset({"secretariat"})
CO_CHAIR = frozenset({"co_chair"})
CHAIRS = CO_CHAIR | SECRETARIAT
TEAM = frozenset({"moderator_1", "rapporteur_1"})
MODERATOR = frozenset({"moderator_1"})
ALL_TEAMS = TEAM | {"moderator_2", "rapporteur_2"}
STAFF = CHAIRS | ALL_TEAMS
PLACED = frozenset({"participant_1"})
IN_THE_ROOM = PLACED | TEAM | {"observer_1"}
CHOOSING = frozenset({"participant_1", "participant_2", "observer_1"})
SIGNED_IN = frozenset(PEOPLE) - {"nobody", "removed"}
ADMITTED = SIGNED_IN - {"lobby", "elsewhere"}

Data = Callable[["Stage"], dict[str, Any]]


@dataclass(frozen=True)
class Stage:
    """The ids of what the commands are about."""

    meeting: int
    session: int
    later_session: int
    part: int
    breakouts: int
    round: int
    later_round: int
    room: int
    later_room: int
    point: int
    proposal: int
    export: int
    roster_import: int
    spare: int
    spare_session: int
    speaker: int
    waiting: int
    rooms_part: int = 0
    tasked: int = 0
    of_secretariat: int = 0
    me: int = 0
    my_session: int = 0


def _about(**what: object) -> Data:
    """Give a command's data: a word that names an id of the stage stands for that id."""
    return lambda stage: {
        name: getattr(stage, word) if isinstance(word, str) and hasattr(stage, word) else word
        for name, word in what.items()
    }


_LINK = "x" * 43
_DIGEST = "0" * 64
_KEPT = "$argon2id$" + "x" * 60
_MOMENT = "2020-11-10T13:00:00Z"
_FAR = 99

# Those at the end change what somebody may do, so they are tried last.
COMMANDS: dict[str, tuple[frozenset[str], Data]] = {
    # Ways in belong to the front door, which counts failures; through these doors they are closed to everybody.
    "link.redeem": (NOBODY, _about(secret=_LINK)),
    "person.join": (NOBODY, _about(code="123456789", person_name="A")),
    "session.end_other": (SECRETARIAT, _about(session="spare_session")),
    "link.issue": (SECRETARIAT, _about(person="spare")),
    "link.revoke_all": (SECRETARIAT, lambda stage: {"meeting": stage.meeting, "people": [stage.spare]}),
    "link.issue_all": (SECRETARIAT, lambda stage: {"meeting": stage.meeting, "people": [stage.spare]}),
    "link.rotate": (SECRETARIAT, _about(person="spare")),
    "link.revoke": (SECRETARIAT, _about(person="spare")),
    "device.invite": (frozenset({"lobby"}), _about(person="waiting")),
    "session.end_others": (SECRETARIAT, _about(person="spare")),
    "account.end_session": (NOBODY, _about(session=1)),
    "account.end_sessions": (NOBODY, _about(account=1)),
    "ticket.use": (NOBODY, _about(tickets=[{"session": 1, "until": _MOMENT, "mark": _LINK}])),
    "attendance.arrive": (NOBODY, _about(meeting="meeting", people=[1])),
    "attendance.leave": (NOBODY, _about(person="spare", at=_MOMENT)),
    "tally.tell": (NOBODY, _about(meeting="meeting")),
    # What accounts ask for above the meetings: their own rules stand in tests/accounts, nobody here has an account.
    "screen.show_code": (NOBODY, _about()),
    "screen.begin": (NOBODY, _about(secret=_LINK)),
    "screen.pair": (CHAIRS, _about(meeting="meeting", code="100000", screen_name="A")),
    "account.invite": (NOBODY, _about(email="a@b.example")),
    "account.make": (NOBODY, _about(secret=_LINK, email="a@b.example", account_name="A", password=_KEPT)),
    "account.make_own": (NOBODY, _about(person="spare", email="a@b.example", account_name="A", password=_KEPT)),
    "account.keep_meeting": (NOBODY, _about(person="spare")),
    "account.change_password": (NOBODY, _about(account=1, session=1, password=_KEPT)),
    "account.sign_in": (NOBODY, _about(account=1, password=_KEPT)),
    "account.sign_out": (NOBODY, _about(session=1)),
    "account.see": (NOBODY, _about(session=1)),
    "account.open": (NOBODY, _about(person="spare")),
    "step.begin": (NOBODY, _about(account=1)),
    "step.prove": (NOBODY, _about(account=1, code="123456")),
    "step.end": (NOBODY, _about(account=1, code="123456")),
    "step.renew_codes": (NOBODY, _about(account=1, code="123456")),
    "meeting.create": (NOBODY, _about(title="Another")),
    "export.progress": (NOBODY, _about(export="export", step="a", page=1)),
    "export.finish": (NOBODY, _about(export="export", bytes=1, sha256="", pages=1, draft=True)),
    "export.fail": (NOBODY, _about(export="export", why="a")),
    "roster.import": (SECRETARIAT, _about(meeting="meeting", people=[])),
    "roster.undo_import": (SECRETARIAT, _about(roster_import="roster_import")),
    "attendance.import": (SECRETARIAT, _about(session="session", source="a", stays=[])),
    "meeting.start": (CHAIRS, _about(meeting="meeting")),
    "meeting.say": (CHAIRS, _about(meeting="meeting", message="a")),
    "session.open": (CHAIRS, _about(session="session")),
    "session.close": (CHAIRS, _about(session="later_session")),
    "part.start": (CHAIRS, _about(part="part")),
    "part.end": (CHAIRS, _about(part="part")),
    "part.narrate": (STAFF, _about(part="part", narrative="a", base=_FAR)),
    "meeting.edit": (SECRETARIAT, _about(meeting="meeting", base=_FAR, title="a")),
    "meeting.fill": (SECRETARIAT, _about(meeting="meeting", plan={"title": "a"})),
    "meeting.duplicate": (SECRETARIAT, _about(meeting="meeting", title="a")),
    "co_chair.set": (SECRETARIAT, _about(meeting="meeting", base=_FAR, co_chairs=["Canada"])),
    "session.add": (SECRETARIAT, _about(meeting="meeting", title="a")),
    "session.edit": (SECRETARIAT, _about(session="later_session", base=_FAR, title="a")),
    "session.move": (SECRETARIAT, _about(session="later_session", after="session")),
    "part.add": (SECRETARIAT, _about(session="later_session", title="a", kind="closing")),
    "part.edit": (SECRETARIAT, _about(part="breakouts", base=_FAR, title="a")),
    "part.move": (SECRETARIAT, _about(part="breakouts", session="later_session", after=None)),
    "speaker.add": (SECRETARIAT, _about(part="part", speaker_name="a")),
    "speaker.edit": (SECRETARIAT, _about(speaker="speaker", base=_FAR, title="a")),
    "speaker.move": (SECRETARIAT, _about(speaker="speaker", after=None)),
    "room.plan": (SECRETARIAT, _about(room="room", base=_FAR, title="a")),
    "room.move": (SECRETARIAT, _about(room="later_room", after=None)),
    "person.edit": (SECRETARIAT, _about(person="spare", base=_FAR, title="a")),
    "person.add": (CHAIRS, _about(meeting="meeting", person_name="A")),
    "person.rename": (CHAIRS, _about(person="spare", person_name="A")),
    "person.admit": (CHAIRS, _about(person="spare")),
    "role.grant": (CHAIRS, _about(person="spare", role="moderator", room="later_room")),
    "role.revoke": (CHAIRS, _about(person="spare", role="moderator", room="later_room")),
    "placement.put": (CHAIRS, _about(round="later_round", person="spare", room="later_room")),
    "placement.remove": (CHAIRS, _about(round="later_round", person="spare")),
    "placement.put_many": (
        CHAIRS,
        lambda stage: {"round": stage.later_round, "moves": [{"person": stage.spare, "room": stage.later_room}]},
    ),
    "placement.undo": (CHAIRS, _about(round="later_round")),
    "placement.export": (CHAIRS, _about(round="later_round")),
    "placement.choose": (CHOOSING, _about(round="later_round", room="later_room")),
    "round.set_policy": (CHAIRS, _about(round="later_round", policy="assigned")),
    "stage.show": (CHAIRS, _about(meeting="meeting", view="join")),
    "round.prepare": (CHAIRS, _about(part="breakouts")),
    "round.open": (CHAIRS, _about(round="later_round", minutes=5)),
    "round.extend": (CHAIRS, _about(round="later_round", minutes=5)),
    "round.recall": (CHAIRS, _about(round="later_round")),
    "round.keep_open": (CHAIRS, _about(round="later_round")),
    "round.close": (CHAIRS, _about(round="later_round")),
    "room.add": (CHAIRS, _about(round="later_round", number=9)),
    "room.edit": (CHAIRS | MODERATOR, _about(room="room", question="a")),
    "room.extend": (CHAIRS | MODERATOR, _about(room="room", minutes=1)),
    "room.narrate": (TEAM, _about(room="room", narrative="a", lead_in="b", base=_FAR)),
    "room.ask_for_help": (TEAM, _about(room="room", what="a")),
    "room.help_given": (TEAM | CHAIRS, _about(room="room")),
    "note.write": (TEAM | CHAIRS, _about(room="room", body="a", base=_FAR)),
    "takeaway.propose": (PLACED, _about(room="room", text="a")),
    "takeaway.capture": (TEAM, _about(room="room", text="a")),
    "takeaway.edit": (TEAM, _about(takeaway="point", base=_FAR, text="a")),
    "takeaway.move": (TEAM, _about(takeaway="point", after=None)),
    "takeaway.approve": (TEAM, _about(takeaway="point")),
    "takeaway.reopen": (TEAM, _about(takeaway="point")),
    "takeaway.merge": (
        TEAM,
        lambda stage: {"room": stage.room, "takeaways": [stage.point, stage.proposal], "text": "a", "kind": "takeaway"},
    ),
    "takeaway.split": (TEAM, _about(takeaway="point")),
    "takeaway.undo": (TEAM, _about(room="room")),
    "takeaway.accept": (TEAM, _about(takeaway="proposal")),
    "takeaway.decline": (TEAM, _about(takeaway="proposal")),
    "takeaway.remove": (TEAM, _about(takeaway="point")),
    "report.call": (CHAIRS, _about(room="room")),
    "report.finish": (CHAIRS, _about(room="room")),
    "section.write": (CHAIRS, _about(meeting="meeting", key="introduction", body="a", base=_FAR)),
    "section.restore": (CHAIRS, _about(meeting="meeting", key="introduction")),
    "summary.clear": (CO_CHAIR, _about(meeting="meeting", digest=_DIGEST)),
    "summary.withdraw": (CO_CHAIR, _about(meeting="meeting")),
    "export.request": (CHAIRS, _about(meeting="meeting", format="json")),
    "export.cancel": (CHAIRS, _about(export="export")),
    "lobby.correct": (frozenset({"lobby"}), _about(person="waiting", person_name="A")),
    "lobby.turn_away": (CHAIRS, _about(person="spare", why="a")),
    "lobby.same": (CHAIRS, _about(person="spare", is_really="spare")),
    "lobby.new": (CHAIRS, _about(person="spare")),
    "code.rotate": (SECRETARIAT, _about(meeting="meeting")),
    "person.ban": (CHAIRS, _about(person="spare")),
    "person.restore": (CHAIRS, _about(person="spare")),
    "person.remove": (CHAIRS, _about(person="spare")),
    # What somebody may take out is there for those who come after them: it holds something, so it stays.
    "room.remove": (SECRETARIAT, _about(room="room")),
    "part.remove": (SECRETARIAT, _about(part="breakouts")),
    "session.remove": (SECRETARIAT, _about(session="session")),
    "speaker.remove": (SECRETARIAT, _about(speaker="speaker")),
    "meeting.close": (CHAIRS, _about(meeting="meeting")),
    "session.end": (SIGNED_IN, _about()),
}
"""Who may, and what is asked: about the first room while it is open, in a meeting that keeps drafts from its chairs."""

CASES: dict[str, Data] = {
    "part.narrate: a part in plenary": _about(part="part", narrative="a", base=_FAR),
    "part.narrate: the part of one’s own room": _about(part="rooms_part", narrative="a", base=_FAR),
    "person.remove: without a task": _about(person="spare"),
    "person.remove: with a task": _about(person="tasked"),
    "person.remove: of the secretariat": _about(person="of_secretariat"),
    "person.ban: without the secretariat’s task": _about(person="tasked"),
    "person.ban: of the secretariat": _about(person="of_secretariat"),
    "lobby.correct": _about(person="me", person_name="A"),
    "role.grant: moderator or rapporteur": _about(person="spare", role="moderator", room="later_room"),
    "role.grant: any other role": _about(person="spare", role="observer"),
    "role.revoke: moderator or rapporteur": _about(person="spare", role="moderator", room="later_room"),
    "role.revoke: any other role": _about(person="spare", role="observer"),
    "room.edit: its title": _about(room="room", title="a"),
    "room.edit: its number of places": _about(room="room", capacity=9),
    "room.edit: its question or video link": _about(room="room", question="a"),
    "device.invite": _about(person="me"),
    "session.end_other": _about(session="my_session"),
    "session.end_others": _about(person="me"),
}
"""What is asked where a command has several rows, or is about oneself."""

STREAMS: dict[str, frozenset[str]] = {
    "meeting:{meeting}": ADMITTED,
    "meeting:{meeting}:staff": STAFF,
    "meeting:{meeting}:chairs": CHAIRS,
    "meeting:{meeting}:roster": SECRETARIAT,
    "meeting:{meeting}:setup": CHAIRS,
    "room:{room}": IN_THE_ROOM,
    "room:{room}:staff": TEAM,
    "person:{waiting}": frozenset({"lobby"}),
}
"""Who may follow, while the first room is open."""
