"""What is asked for, command by command; who may ask it stands in the table of `app/matrix`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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

_ARCHIVE = {
    "meeting": {
        "meeting": [
            dict.fromkeys(
                ("process", "running_head", "document_title", "introduction", "message", "video_link", "attribution"),
                "",
            )
            | {"title": "a", "overview": [], "language": "en", "state": "planned", "walk_ins": "lobby"}
            | {"drafts_for_chairs": False, "time_zone": "UTC", "version": 0}
        ],
        **{name: [] for name in ("co_chairs", "sessions", "parts", "speakers", "stage")},
    },
    "people": {"people": [], "roles": [], "placements": []},
    "rooms": {"rounds": [], "rooms": []},
    "points": {"points": []},
    "attendance": {"stays": [], "unmatched": []},
    "summary": {"sections": [], "clearances": []},
    "timeline": {"acts": []},
}

COMMANDS: dict[str, Data] = {
    "link.redeem": _about(secret=_LINK),
    "person.join": _about(code="123456789", person_name="A"),
    "session.end_other": _about(session="spare_session"),
    "link.issue": _about(person="spare"),
    "link.revoke_all": lambda stage: {"meeting": stage.meeting, "people": [stage.spare]},
    "link.issue_all": lambda stage: {"meeting": stage.meeting, "people": [stage.spare]},
    "link.rotate": _about(person="spare"),
    "link.revoke": _about(person="spare"),
    "device.invite": _about(person="waiting"),
    "session.end_others": _about(person="spare"),
    "account.end_session": _about(session=1),
    "account.end_sessions": _about(account=1),
    "ticket.use": _about(tickets=[{"session": 1, "until": _MOMENT, "mark": _LINK}]),
    "attendance.arrive": _about(meeting="meeting", people=[1]),
    "attendance.leave": _about(person="spare", at=_MOMENT),
    "tally.tell": _about(meeting="meeting"),
    "screen.show_code": _about(),
    "screen.begin": _about(secret=_LINK),
    "screen.pair": _about(meeting="meeting", code="100000", screen_name="A"),
    "account.invite": _about(email="a@b.example"),
    "account.make": _about(secret=_LINK, email="a@b.example", account_name="A", password=_KEPT),
    "account.make_own": _about(person="spare", email="a@b.example", account_name="A", password=_KEPT),
    "account.keep_meeting": _about(person="spare"),
    "account.change_password": _about(account=1, session=1, password=_KEPT),
    "account.sign_in": _about(account=1, password=_KEPT),
    "account.sign_out": _about(session=1),
    "account.see": _about(session=1),
    "account.open": _about(person="spare"),
    "step.begin": _about(account=1),
    "step.prove": _about(account=1, code="123456"),
    "step.end": _about(account=1, code="123456"),
    "step.renew_codes": _about(account=1, code="123456"),
    "meeting.create": _about(title="Another"),
    "export.progress": _about(export="export", step="a", page=1),
    "export.finish": _about(export="export", bytes=1, sha256="", pages=1, draft=True),
    "export.fail": _about(export="export", why="a"),
    "roster.import": _about(meeting="meeting", people=[]),
    "roster.undo_import": _about(roster_import="roster_import"),
    "attendance.import": _about(session="session", source="a", stays=[]),
    "meeting.start": _about(meeting="meeting"),
    "meeting.say": _about(meeting="meeting", message="a"),
    "session.open": _about(session="session"),
    "session.close": _about(session="later_session"),
    "part.start": _about(part="part"),
    "part.end": _about(part="part"),
    "part.narrate": _about(part="part", narrative="a", base=_FAR),
    "meeting.edit": _about(meeting="meeting", base=_FAR, title="a"),
    "meeting.fill": _about(meeting="meeting", plan={"title": "a"}),
    "meeting.duplicate": _about(meeting="meeting", title="a"),
    "archive.take": _about(meeting="meeting", purpose="a"),
    "archive.open": _about(archive=_ARCHIVE),
    "archive.remove": _about(meeting="meeting"),
    "co_chair.set": _about(meeting="meeting", base=_FAR, co_chairs=["Canada"]),
    "session.add": _about(meeting="meeting", title="a"),
    "session.edit": _about(session="later_session", base=_FAR, title="a"),
    "session.move": _about(session="later_session", after="session"),
    "part.add": _about(session="later_session", title="a", kind="closing"),
    "part.edit": _about(part="breakouts", base=_FAR, title="a"),
    "part.move": _about(part="breakouts", session="later_session", after=None),
    "speaker.add": _about(part="part", speaker_name="a"),
    "speaker.edit": _about(speaker="speaker", base=_FAR, title="a"),
    "speaker.move": _about(speaker="speaker", after=None),
    "room.plan": _about(room="room", base=_FAR, title="a"),
    "room.move": _about(room="later_room", after=None),
    "person.edit": _about(person="spare", base=_FAR, title="a"),
    "person.add": _about(meeting="meeting", person_name="A"),
    "person.rename": _about(person="spare", person_name="A"),
    "person.admit": _about(person="spare"),
    "role.grant": _about(person="spare", role="moderator", room="later_room"),
    "role.revoke": _about(person="spare", role="moderator", room="later_room"),
    "placement.put": _about(round="later_round", person="spare", room="later_room"),
    "placement.remove": _about(round="later_round", person="spare"),
    "placement.put_many": lambda stage: {
        "round": stage.later_round,
        "moves": [{"person": stage.spare, "room": stage.later_room}],
    },
    "placement.undo": _about(round="later_round"),
    "placement.export": _about(round="later_round"),
    "placement.choose": _about(round="later_round", room="later_room"),
    "round.set_policy": _about(round="later_round", policy="assigned"),
    "stage.show": _about(meeting="meeting", view="join"),
    "round.prepare": _about(part="breakouts"),
    "round.open": _about(round="later_round", minutes=5),
    "round.extend": _about(round="later_round", minutes=5),
    "round.recall": _about(round="later_round"),
    "round.keep_open": _about(round="later_round"),
    "round.close": _about(round="later_round"),
    "room.add": _about(round="later_round", number=9),
    "room.edit": _about(room="room", question="a"),
    "room.extend": _about(room="room", minutes=1),
    "room.narrate": _about(room="room", narrative="a", lead_in="b", base=_FAR),
    "room.ask_for_help": _about(room="room", what="a"),
    "room.help_given": _about(room="room"),
    "note.write": _about(room="room", body="a", base=_FAR),
    "takeaway.propose": _about(room="room", text="a"),
    "takeaway.capture": _about(room="room", text="a"),
    "takeaway.edit": _about(takeaway="point", base=_FAR, text="a"),
    "takeaway.move": _about(takeaway="point", after=None),
    "takeaway.approve": _about(takeaway="point"),
    "takeaway.reopen": _about(takeaway="point"),
    "takeaway.merge": lambda stage: {
        "room": stage.room,
        "takeaways": [stage.point, stage.proposal],
        "text": "a",
        "kind": "takeaway",
    },
    "takeaway.split": _about(takeaway="point"),
    "takeaway.undo": _about(room="room"),
    "takeaway.accept": _about(takeaway="proposal"),
    "takeaway.decline": _about(takeaway="proposal"),
    "takeaway.remove": _about(takeaway="point"),
    "report.call": _about(room="room"),
    "report.finish": _about(room="room"),
    "section.write": _about(meeting="meeting", key="introduction", body="a", base=_FAR),
    "section.restore": _about(meeting="meeting", key="introduction"),
    "summary.clear": _about(meeting="meeting", digest=_DIGEST),
    "summary.withdraw": _about(meeting="meeting"),
    "export.request": _about(meeting="meeting", format="json"),
    "export.cancel": _about(export="export"),
    "lobby.correct": _about(person="waiting", person_name="A"),
    "lobby.turn_away": _about(person="spare", why="a"),
    "lobby.same": _about(person="spare", is_really="spare"),
    "lobby.new": _about(person="spare"),
    "code.rotate": _about(meeting="meeting"),
    "person.ban": _about(person="spare"),
    "person.restore": _about(person="spare"),
    "person.remove": _about(person="spare"),
    "room.remove": _about(room="room"),
    "part.remove": _about(part="breakouts"),
    "session.remove": _about(session="session"),
    "speaker.remove": _about(speaker="speaker"),
    "meeting.close": _about(meeting="meeting"),
    "session.end": _about(),
}
"""About the first room while it is open, in a meeting that keeps drafts from its chairs."""

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
