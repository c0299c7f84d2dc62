"""Who may, for the meeting, its programme and its people."""

from __future__ import annotations

from app.matrix.signs import rows

# columns:                                  secretariat co-chair moderator rapporteur participant observer display lobby
PROGRAMME = rows(
    """
    meeting.edit                                | M – – – – – – –
    meeting.fill                                | M – – – – – – –
    meeting.duplicate                           | M – – – – – – –
    archive.take                                | M – – – – – – –
    co_chair.set                                | M – – – – – – –
    session.add                                 | M – – – – – – –
    session.edit                                | M – – – – – – –
    session.move                                | M – – – – – – –
    session.remove                              | M – – – – – – –
    part.add                                    | M – – – – – – –
    part.edit                                   | M – – – – – – –
    part.move                                   | M – – – – – – –
    part.remove                                 | M – – – – – – –
    speaker.add                                 | M – – – – – – –
    speaker.edit                                | M – – – – – – –
    speaker.move                                | M – – – – – – –
    speaker.remove                              | M – – – – – – –
    meeting.start                               | M M – – – – – –
    meeting.close                               | M M – – – – – –
    meeting.say                                 | M M – – – – – –
    session.open                                | M M – – – – – –
    session.close                               | M M – – – – – –
    part.start                                  | M M – – – – – –
    part.end                                    | M M – – – – – –
    part.narrate: a part in plenary             | M M M M – – – –
    part.narrate: the part of one’s own room    | M M R R – – – –
    stage.show                                  | M M – – – – – –
    """
)

PEOPLE = rows(
    """
    roster.import                               | M – – – – – – –
    roster.undo_import                          | M – – – – – – –
    attendance.import                           | M – – – – – – –
    person.edit                                 | M – – – – – – –
    person.add                                  | M M – – – – – –
    person.rename                               | M M – – – – – –
    person.admit                                | M M R – – – – –
    lobby.correct                               | O O O O O O O O
    lobby.turn_away                             | M M – – – – – –
    lobby.same                                  | M M – – – – – –
    lobby.new                                   | M M – – – – – –
    person.ban: without the secretariat’s task  | M M – – – – – –
    person.ban: of the secretariat              | M – – – – – – –
    person.restore                              | M M – – – – – –
    person.remove: without a task               | M M R – – – – –
    person.remove: with a task                  | M M – – – – – –
    person.remove: of the secretariat           | M – – – – – – –
    role.grant: moderator or rapporteur         | M M – – – – – –
    role.grant: any other role                  | M – – – – – – –
    role.revoke: moderator or rapporteur        | M M – – – – – –
    role.revoke: any other role                 | M – – – – – – –
    placement.put                               | M M – – – – – –
    placement.put_many                          | M M – – – – – –
    placement.remove                            | M M – – – – – –
    placement.undo                              | M M – – – – – –
    placement.export                            | M M – – – – – –
    placement.choose                            | – – – – M M – –
    """
)
