"""Choosing one's own room, as long as there are places and the time for it is not over."""

from __future__ import annotations

from app.accounts.models import Person
from app.core.contract import Done
from app.core.errors import Conflict, Gone, Invalid
from app.core.handling import handles
from app.core.sentences import say
from app.core.work import Work
from app.meetings.queries import lock
from breakouts.assignment import queries
from breakouts.assignment.contract import ChooseRoom
from breakouts.assignment.placing import by_id, place_of, put
from breakouts.assignment.rules import somebody_who_chooses
from breakouts.rooms.models import Room
from breakouts.rounds.models import Round
from breakouts.rounds.queries import lock_round


@handles(ChooseRoom, on=lock_round, allow=somebody_who_chooses, event="room.chosen")
def choose_room(command: ChooseRoom, subject: Round, work: Work) -> Done:
    """Choose one's own room, or leave the choice open again.

    Of two who take the last place at the same moment one gets it: the round is locked while places are counted.
    """
    _is_open_to_choice(subject, work)
    rooms = by_id(work, subject)
    if command.room is not None and command.room not in rooms:
        message = "This room belongs to another round. Load the page again and choose anew."
        raise Invalid(message)
    person = lock(work.db, Person, work.actor.person_id or 0)
    place = place_of(person, subject)
    if place is not None and place.how == "put":
        words = "The secretariat has placed you in “{room}”. Ask them if it should be another room."
        raise Conflict(say(words, room=rooms[place.room_id].title))
    room = rooms[command.room] if command.room is not None else None
    if (place.room_id if place else None) != command.room:
        _has_a_place(room, subject, work)
        put(person, subject, room, "chosen", work)
    work.about = room.title if room else ""
    return Done(id=person.id)


def _is_open_to_choice(subject: Round, work: Work) -> None:
    if subject.policy != "choice":
        message = "In this round the secretariat gives the rooms."
        raise Gone(message)
    if subject.state != "planned":
        message = "The rooms have opened, so the time to choose is over. Ask the secretariat to move you."
        raise Gone(message)
    if subject.choose_until is not None and work.at >= subject.choose_until:
        message = "The time to choose is over. Ask the secretariat to move you."
        raise Gone(message)


def _has_a_place(room: Room | None, subject: Round, work: Work) -> None:
    if room is None or not room.capacity:
        return
    if queries.taken(work.db, subject.id).get(room.id, 0) >= room.capacity:
        words = "“{room}” is full: its last place was taken before yours. Choose another room."
        raise Conflict(say(words, room=room.title))
