"""Undoing one's own acts on the points of a room, as new acts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.core.errors import Conflict, Gone
from app.core.handling import handles
from app.core.journal import Act
from app.core.sentences import say
from app.core.work import Work
from app.meetings.queries import name_of
from breakouts.rooms.models import Room
from breakouts.rooms.queries import lock_room
from breakouts.rooms.rules import the_writers
from breakouts.takeaways import placing, queries, views
from breakouts.takeaways.contract import Undone, UndoTakeaway
from breakouts.takeaways.models import Takeaway
from breakouts.takeaways.tracing import bring_back, state_of, take_off

WORDS = frozenset({"text", "kind", "tags"})
WHEREABOUTS = frozenset({"merged_into", "removed"})


@handles(UndoTakeaway, on=lock_room, allow=the_writers, event="takeaway.undone")
def undo_takeaway(command: UndoTakeaway, room: Room, work: Work) -> Undone:
    """Undo one's own act that is named, or the last one that is not undone yet; asked again, the one before it.

    What somebody else has changed since is left as it is. An undo is an act itself, which cannot be undone.
    """
    act = _the_act(command, work)
    rows = {row.id: row for row in queries.of_ids(work.db, [step["id"] for step in act.undo or []])}
    for step in act.undo or []:
        _untouched_since(rows[step["id"]], step, work)
    for step in reversed(act.undo or []):
        _undo(work.change(rows[step["id"]]), step, work)
    for step in act.undo or []:
        _place_again(rows[step["id"]], step, work)
    act.undone = True
    work.about = room.title
    return Undone(id=(act.undo or [])[0]["id"], undone=act.name)


def _the_act(command: UndoTakeaway, work: Work) -> Act:
    mine = sa.select(Act).where(Act.person_id == work.actor.person_id, Act.room_id == command.room, ~Act.undone)
    if command.act is not None:
        mine = mine.where(Act.ask_id == command.act)
    # An act without steps holds the JSON value null, which is not the database's NULL.
    with_steps = mine.where(Act.name.like("takeaway.%"), sa.cast(Act.undo, sa.Text) != "null")
    act = work.db.scalars(with_steps.order_by(Act.id.desc()).limit(1)).first()
    if act is None:
        nothing = say("There is nothing of yours left to undo in this room.")
        raise Gone(nothing if command.act is None else say("That was undone already."))
    return act


def _undo(row: Takeaway, step: Mapping[str, Any], work: Work) -> None:
    if step["before"] is None:
        take_off(row, work)
    else:
        # Where the point stood is looked after when all are back: another may stand there now.
        mine = {name: step["before"][name] for name in _changed(step) - {"position"}}
        bring_back(row, state_of(row) | mine, work)
    work.db.flush()


def _place_again(row: Takeaway, step: Mapping[str, Any], work: Work) -> None:
    if step["before"] is None:
        return
    wanted = step["before"]["position"] if "position" in _changed(step) else row.position
    row.position = placing.back_to(work, row, wanted) if row.listed else wanted
    work.db.flush()


def _untouched_since(row: Takeaway, step: Mapping[str, Any], work: Work) -> None:
    before, now, changed = step["before"], state_of(row), _changed(step)
    compared = changed - {"edited_by", "edited_at"} | WHEREABOUTS
    if changed & WORDS or (before is not None and before["state"] == "proposed"):
        compared |= WORDS | {"state"}
    differing = frozenset(name for name in compared if now[name] != step["after"][name])
    if differing:
        theirs = {"theirs": views.takeaway(row).thing()} if row.listed else {}
        raise Conflict(_who_did_what(row, differing, work), **theirs)


def _changed(step: Mapping[str, Any]) -> frozenset[str]:
    before, after = step["before"], step["after"]
    if before is None:
        # A point that was made is taken away wherever it stands now.
        return frozenset(after) - {"position"}
    return frozenset(name for name in after if before[name] != after[name])


def _who_did_what(row: Takeaway, differing: frozenset[str], work: Work) -> str:
    if "removed" in differing and row.removed_at is not None:
        who = name_of(work.db, row.removed_by) or say("Somebody")
        return say("{who} has removed this point since; undo leaves that as it is.", who=who)
    if differing & WORDS and row.edited_by != work.actor.person_id:
        who = name_of(work.db, row.edited_by) or say("Somebody")
        return say("{who} has edited this point since; undo leaves that as it is.", who=who)
    if differing == {"position"}:
        return say("Somebody has moved this point since; undo leaves that as it is.")
    return say("Somebody has changed this point since; undo leaves that as it is.")
