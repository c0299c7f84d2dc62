"""Who may do what with the points of a room, beside those who write them."""

from __future__ import annotations

from app.meetings.rules import the_chairs
from breakouts.rooms.rules import a_participant_placed_here, the_team

whoever_takes_part = a_participant_placed_here | the_team | the_chairs
"""Those placed in the room, its team, and those who run the meeting: a proposal is read by the room's team alone."""
