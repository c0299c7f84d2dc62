"""The whole table."""

from __future__ import annotations

from app.matrix.meetings import PEOPLE, PROGRAMME
from app.matrix.rooms import POINTS, ROOMS, SUMMARY
from app.matrix.streams import STREAMS
from app.matrix.ways_in import WAYS_IN

SUBJECTS = {
    "Ways in": WAYS_IN,
    "The meeting and its programme": PROGRAMME,
    "People": PEOPLE,
    "Rounds and rooms": ROOMS,
    "Points": POINTS,
    "The summary": SUMMARY,
}

COMMANDS = {row.title: row for subject in SUBJECTS.values() for row in subject}
"""Every row by its title."""

FOLLOWING = {row.title: row for row in STREAMS}
"""Every kind of stream."""
