"""Who may follow which kind of stream, and which things are told there."""

from __future__ import annotations

from app.matrix.signs import rows

# columns:                                  secretariat co-chair moderator rapporteur participant observer display lobby
STREAMS = rows(
    """
    meeting                                     | M M M M M M P –
    meeting:staff                               | M M M M – – – –
    meeting:chairs                              | M M – – – – – –
    meeting:setup                               | M M – – – – – –
    meeting:roster                              | M – – – – – – –
    room                                        | C C RF RF RF – – –
    room:door                                   | F F RF RF RF RF – –
    room:staff                                  | C C RF RF – – – –
    person                                      | O O O O O O O O
    """
)

THINGS = {
    "meeting": "meeting session part speaker round room room_places stage stage_point tally",
    "meeting:staff": "part_text",
    "meeting:chairs": "board_row tally point section clearance export person waiting",
    "meeting:setup": "basics session_plan part_plan speaker_plan room_plan contact",
    "meeting:roster": "personal roster_import",
    "room": "room_door takeaway",
    "room:door": "room_door",
    "room:staff": "room_text takeaway_hand proposal source member help",
    "person": "me note proposal_mine wait",
}
"""The types of the things of each kind of stream: whatever else is told there is a leak."""
