"""Who may, for rounds, rooms, points, notes and the summary."""

from __future__ import annotations

from app.matrix.signs import PROGRAM, only, rows

# columns:                                  secretariat co-chair moderator rapporteur participant observer display lobby
ROOMS = rows(
    """
    round.prepare                               | M – – – – – – –
    round.set_policy                            | M M – – – – – –
    round.open                                  | M M – – – – – –
    round.extend                                | M M – – – – – –
    round.recall                                | M M – – – – – –
    round.keep_open                             | M M – – – – – –
    round.close                                 | M M – – – – – –
    room.add                                    | M – – – – – – –
    room.plan                                   | M – – – – – – –
    room.move                                   | M – – – – – – –
    room.remove                                 | M – – – – – – –
    room.edit: its title                        | M – – – – – – –
    room.edit: its number of places             | M M – – – – – –
    room.edit: its question or video link       | M – R – – – – –
    room.extend                                 | M M R – – – – –
    room.narrate                                | C C RF RF – – – –
    room.ask_for_help                           | – – R R – – – –
    room.help_given                             | M M R R – – – –
    note.write                                  | M M RF RF – – – –
    report.call                                 | M M – – – – – –
    report.finish                               | M M – – – – – –
    """
)

POINTS = rows(
    """
    takeaway.propose                            | M M RF RF RF – – –
    takeaway.capture                            | C C RF RF – – – –
    takeaway.edit                               | C C RF RF – – – –
    takeaway.move                               | C C RF RF – – – –
    takeaway.merge                              | C C RF RF – – – –
    takeaway.split                              | C C RF RF – – – –
    takeaway.remove                             | C C RF RF – – – –
    takeaway.undo                               | C C RF RF – – – –
    takeaway.accept                             | C C RF RF – – – –
    takeaway.decline                            | C C RF RF – – – –
    takeaway.approve                            | C C RF RF – – – –
    takeaway.reopen                             | C C RF RF – – – –
    """
)

SUMMARY = rows(
    """
    section.write                               | M M – – – – – –
    section.restore                             | M M – – – – – –
    summary.clear                               | – M – – – – – –
    summary.withdraw                            | – M – – – – – –
    export.request                              | M M – – – – – –
    export.cancel                               | M M – – – – – –
    """
) + only(PROGRAM, "export.progress export.finish export.fail")
