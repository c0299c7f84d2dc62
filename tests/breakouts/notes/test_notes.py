from __future__ import annotations

import datetime as dt
import uuid

import sqlalchemy as sa

from app.core import clock, journal
from app.core.db import reading
from tests.cast import Cast
from tests.mirror import all_streams

AT = dt.datetime(2026, 11, 10, 14, 32, 10, tzinfo=dt.UTC)


def test_a_moderator_writes_notes_that_come_back_on_their_own_stream(cast: Cast) -> None:
    room = cast.rooms[0]
    with clock.set_to(AT):
        answer = cast.ask("moderator_1", "note.write", room=room, body="Ask Peru first", base=0)
    kept = {"type": "note_kept", "id": room, "room": room, "version": 1, "edited_at": "2026-11-10T14:32:10.000Z"}
    assert answer == {"ok": True, "result": kept, "notices": []}
    mine = kept | {"type": "note", "body": "Ask Peru first"}
    assert cast.things(f"person:{cast.person('moderator_1')}", "note") == [mine]
    rewritten = cast.must("moderator_1", "note.write", room=room, body="Ask Fiji first", base=1)
    assert rewritten["version"] == 2
    assert [note["body"] for note in cast.things(f"person:{cast.person('moderator_1')}", "note")] == ["Ask Fiji first"]


def test_nobody_else_ever_receives_a_private_note(cast: Cast) -> None:
    for who in ("moderator_1", "rapporteur_1", "canada"):
        cast.must(who, "note.write", room=cast.rooms[0], body=f"canary of {who}", base=0)
    cast.must("rapporteur_1", "note.write", room=cast.rooms[0], body="a later canary", base=1)
    writers = {f"person:{cast.person(who)}" for who in ("moderator_1", "rapporteur_1", "canada")}
    with reading(cast.bus.engine) as db:
        told = {entry.stream for entry in db.scalars(sa.select(journal.Entry)) if "canary" in str(entry.changes)}
    assert told == writers
    assert {stream for stream in all_streams(cast.bus) if "canary" in str(cast.things(stream))} == writers


def test_no_word_of_a_note_stays_in_the_timeline_or_in_a_kept_answer(cast: Cast) -> None:
    cast.must("moderator_1", "note.write", room=cast.rooms[0], body="canary", base=0)
    with reading(cast.bus.engine) as db:
        act = db.scalars(sa.select(journal.Act).where(journal.Act.name == "note.write")).one()
        assert act.about == "Theme 1"
        assert "canary" not in str(act.answer)
        assert act.undo is None


def test_those_who_run_the_room_keep_notes_each_their_own(sqlite_cast: Cast) -> None:
    tried = (
        *("canada", "secretariat", "moderator_1", "rapporteur_1"),
        *("moderator_2", "ghana", "observer", "screen", "unplaced", "zoe"),
    )
    answers = {who: sqlite_cast.ask(who, "note.write", room=sqlite_cast.rooms[0], body=who, base=0) for who in tried}
    may = [who for who in tried if answers[who]["ok"]]
    assert may == ["canada", "secretariat", "moderator_1", "rapporteur_1"]
    assert {answers[who]["code"] for who in tried if who not in may} == {"forbidden"}
    for who in may:
        notes = sqlite_cast.things(f"person:{sqlite_cast.person(who)}", "note")
        assert [note["body"] for note in notes] == [who]


def test_on_the_plenary_floor_the_whole_staff_keeps_notes(sqlite_cast: Cast) -> None:
    tried = ("canada", "moderator_2", "rapporteur_3", "ghana", "observer", "screen", "zoe")
    may = [who for who in tried if sqlite_cast.ask(who, "note.write", room=sqlite_cast.floor, body="x", base=0)["ok"]]
    assert may == ["canada", "moderator_2", "rapporteur_3"]


def test_notes_changed_in_another_window_are_shown_beside_ones_own(cast: Cast) -> None:
    room = cast.rooms[0]
    cast.must("moderator_1", "note.write", room=room, body="one", base=0)
    cast.must("moderator_1", "note.write", room=room, body="two", base=1)
    for base in (0, 1):
        assert cast.ask("moderator_1", "note.write", room=room, body="three", base=base) == {
            "ok": False,
            "code": "conflict",
            "why": "You changed these notes in another window. Both are kept; compare the two.",
            "fields": {},
            "theirs": cast.things(f"person:{cast.person('moderator_1')}", "note")[0],
        }
    assert [note["body"] for note in cast.things(f"person:{cast.person('moderator_1')}", "note")] == ["two"]


def test_the_same_notes_asked_twice_are_written_once(cast: Cast) -> None:
    ask_id = uuid.uuid4().hex
    first = cast.ask_under(ask_id, "moderator_1", "note.write", room=cast.rooms[0], body="one", base=0)
    again = cast.ask_under(ask_id, "moderator_1", "note.write", room=cast.rooms[0], body="one", base=0)
    assert first["ok"]
    assert again == first
    assert [note["version"] for note in cast.things(f"person:{cast.person('moderator_1')}", "note")] == [1]


def test_a_moderator_keeps_the_notes_but_no_longer_writes_them_when_the_role_ends(sqlite_cast: Cast) -> None:
    room, person = sqlite_cast.rooms[0], sqlite_cast.person("moderator_1")
    sqlite_cast.must("moderator_1", "note.write", room=room, body="one", base=0)
    sqlite_cast.must("canada", "role.revoke", person=person, role="moderator", room=room)
    refused = sqlite_cast.ask("moderator_1", "note.write", room=room, body="two", base=1)
    assert refused["code"] == "forbidden"
    assert [note["body"] for note in sqlite_cast.things(f"person:{person}", "note")] == ["one"]
