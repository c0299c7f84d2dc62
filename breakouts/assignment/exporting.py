"""Taking the list of rooms and people out as CSV: a command, so that the timeline says who took it and when."""

from __future__ import annotations

from app.accounts.rules import standing
from app.core.handling import handles
from app.core.work import Work
from app.meetings.delegations.naming import display
from app.meetings.queries import people
from app.meetings.rules import the_chairs
from breakouts.assignment import sheet
from breakouts.assignment.contract import ExportPlaces, Sheet
from breakouts.assignment.placing import place_of
from breakouts.rooms.queries import rooms_of_round
from breakouts.rounds.models import Round
from breakouts.rounds.queries import lock_round


@handles(ExportPlaces, on=lock_round, allow=the_chairs, event="places.exported", keeps_answer=False)
def export_places(command: ExportPlaces, subject: Round, work: Work) -> Sheet:
    """Give everybody with their room, room by room; e-mail addresses for the secretariat only."""
    del command
    with_email = "secretariat" in standing(work).names
    rooms = {room.id: room for room in rooms_of_round(work.db, subject.id)}
    rows = []
    for person in people(work.db, subject.meeting_id):
        place = place_of(person, subject)
        room = rooms.get(place.room_id) if place else None
        number, title = (room.number, room.title) if room else (0, "")
        cells = [person.name, display(person.delegation), *([person.email] if with_email else [])]
        rows.append(((number == 0, number, person.delegation, person.name), [*cells, str(number or ""), title]))
    headings = ["Name", "Delegation", *(["E-mail"] if with_email else []), "Room", "Theme"]
    text = sheet.written(headings, [cells for _order, cells in sorted(rows)])
    return Sheet(id=subject.id, file=f"rooms-and-people-round-{subject.id}.csv", text=text)
