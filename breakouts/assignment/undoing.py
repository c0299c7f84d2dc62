"""Taking a move back, as a new act: one person's or thousands'."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.core.errors import Conflict, Gone
from app.core.handling import handles
from app.core.journal import Act
from app.core.sentences import say_n
from app.core.work import Work
from app.meetings.rules import the_chairs
from breakouts.assignment import queries
from breakouts.assignment.contract import Moved, UndoPlacement
from breakouts.assignment.placing import by_id, put, warn_of_full_rooms, where
from breakouts.rounds.models import Round
from breakouts.rounds.queries import lock_round

ACTS = ("placement.put", "placement.remove", "placement.put_many")
LOOKED_AT = 200
"""So many of somebody's newest moves are looked at for one of this round."""


@handles(UndoPlacement, on=lock_round, allow=the_chairs, event="placement.undone")
def undo_placement(command: UndoPlacement, subject: Round, work: Work) -> Moved:
    """Take back one's own move that is named, or the last one in this round that is not undone yet.

    Whoever was moved by somebody else since, or has left the meeting, stays as they are. An undo cannot be undone.
    """
    act = _the_act(command, subject, work)
    steps: list[dict[str, Any]] = act.undo or []
    still_here = queries.still_here(work.db, [step["person"] for step in steps])
    people = queries.lock_people(work.db, subject.meeting_id, still_here)
    rooms = by_id(work, subject)
    undone = []
    for step in steps:
        person = people.get(step["person"])
        if person is not None and where(person, subject) == step["after"]:
            room_id, how = step["before"] or (None, "put")
            put(person, subject, rooms[room_id] if room_id else None, how, work)
            undone.append(room_id)
    if not undone:
        message = "Somebody else has moved these people since; they stay where they are."
        raise Conflict(message)
    act.undone = True
    left = len(steps) - len(undone)
    if left:
        one, other = (
            "{n} person was moved by somebody else since and stays.",
            ("{n} people were moved by somebody else since and stay."),
        )
        work.notices.append(say_n(one, other, left))
    warn_of_full_rooms(work, subject, (room_id for room_id in undone if room_id))
    work.about = f"{len(undone)}"
    return Moved(id=subject.id, moved=len(undone), left=left)


def _the_act(command: UndoPlacement, subject: Round, work: Work) -> Act:
    mine = sa.select(Act).where(Act.person_id == work.actor.person_id, Act.name.in_(ACTS), ~Act.undone)
    if command.act is not None:
        mine = mine.where(Act.ask_id == command.act)
    for act in work.db.scalars(mine.order_by(Act.id.desc()).limit(LOOKED_AT)):
        if act.undo and act.undo[0]["round"] == subject.id:
            return act
    message = "There is no move of yours left to undo in this round."
    raise Gone(message)
