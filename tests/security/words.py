"""The words of the canary test: where each is written, and who may ever receive it."""

from __future__ import annotations

CHAIRS = frozenset({"secretariat", "canada"})
SECRETARIAT = frozenset({"secretariat"})
TEAM = frozenset({"moderator_1", "rapporteur_1"})
OTHER_TEAM = frozenset({"moderator_2", "rapporteur_2"})
STAFF = CHAIRS | TEAM | OTHER_TEAM
ROOM = TEAM | {"ghana"}
OTHER_ROOM = OTHER_TEAM | {"brazil"}
ADMITTED = STAFF | {"ghana", "brazil", "unplaced", "observer", "screen"}
LOBBY = frozenset({"lobby"})
NOBODY: frozenset[str] = frozenset()

EARS = (
    *("secretariat", "canada", "moderator_1", "rapporteur_1", "moderator_2", "rapporteur_2", "ghana", "brazil"),
    *("unplaced", "observer", "screen", "lobby", "removed", "zoe", "visitor"),
    *("machine", "account"),
)

WHILE_OPEN = {
    "meeting title": ADMITTED | LOBBY,
    "meeting process": ADMITTED | LOBBY,
    "running head": ADMITTED | LOBBY,
    "document title": CHAIRS,
    "overview": CHAIRS,
    "introduction": CHAIRS,
    "message": ADMITTED,
    "session title": ADMITTED | LOBBY,
    "part title": ADMITTED,
    "speaker name": ADMITTED,
    "speaker title": ADMITTED,
    "part narrative": STAFF,
    "room title": ADMITTED,
    "room question": ADMITTED,
    "other room question": ADMITTED,
    "room video": ROOM | CHAIRS | {"observer"},
    "other room video": OTHER_ROOM | CHAIRS,
    "room narrative": TEAM,
    "room lead-in": TEAM,
    "help": TEAM | CHAIRS,
    "draft": ROOM,
    "draft before its edit": ROOM,
    "draft tag": ROOM,
    "draft removed": ROOM,
    "draft merged": ROOM,
    "merged": ROOM,
    "approved": ROOM | CHAIRS,
    "other draft": OTHER_ROOM,
    "other approved": OTHER_ROOM | CHAIRS,
    "proposal": TEAM | {"ghana"},
    "declined": TEAM | {"ghana"},
    "note of the moderator": frozenset({"moderator_1"}),
    "note of the co-chair": frozenset({"canada"}),
    "note of the secretariat": SECRETARIAT,
    "section": CHAIRS,
    "name of somebody unplaced": CHAIRS,
    "title of somebody": CHAIRS,
    "delegation of somebody": CHAIRS,
    "address of somebody": SECRETARIAT,
    "gender of somebody": SECRETARIAT,
    "wish of somebody": SECRETARIAT,
    "name of somebody in the room": CHAIRS | TEAM,
    "address of the moderator": CHAIRS,
    "name of the moderator": ADMITTED,
    "file of an import": CHAIRS,
    "why somebody was put out": SECRETARIAT,
    "name of somebody put out": CHAIRS,
    "name in the lobby": CHAIRS | LOBBY,
    "why turned away": CHAIRS | LOBBY,
    "secret of a link": SECRETARIAT,
    "cell of a file": SECRETARIAT,
    "address in a file": SECRETARIAT,
    "pairing code": frozenset({"machine"}),
    "secret of a second step": frozenset({"account"}),
    "other meeting": frozenset({"zoe"}),
}
"""Who may have received what, while the rooms are open, in a meeting that keeps drafts from its chairs."""

OF_THE_ROOMS = {
    name
    for name in WHILE_OPEN
    if name.startswith(("draft", "merged", "other draft", "room narrative", "room lead-in", "proposal", "declined"))
}

AFTER = {name: who | (CHAIRS if name in OF_THE_ROOMS else NOBODY) for name, who in WHILE_OPEN.items()} | {
    "approved": ADMITTED
}
"""And after the round has closed and the first room has reported."""
