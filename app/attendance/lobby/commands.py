"""Commands of the lobby."""

from __future__ import annotations

from app.accounts.events import PersonAdmitted
from app.accounts.models import Person
from app.accounts.rules import the_person_alone
from app.attendance.lobby import queries
from app.attendance.lobby.contract import CorrectEntry, NewPerson, SamePerson, TurnAway
from app.attendance.lobby.merging import become
from app.attendance.lobby.walk_ins import refuse_banned, suggest
from app.core.contract import Done
from app.core.errors import Gone, Invalid
from app.core.events import when
from app.core.handling import handles
from app.core.work import Work
from app.meetings.delegations.naming import code_for
from app.meetings.events import NameChanging, SessionClosed, SessionOpened
from app.meetings.queries import lock, lock_person
from app.meetings.rules import the_chairs


@handles(CorrectEntry, on=lock_person, allow=the_person_alone, event="lobby.corrected")
def correct(command: CorrectEntry, person: Person, work: Work) -> Done:
    """Mend what one typed at the door; whoever was turned away asks again with it."""
    if not queries.waits(person):
        message = "You are in the meeting already. The secretariat can mend your name."
        raise Gone(message)
    delegation = code_for(command.delegation)
    refuse_banned(work, person.meeting_id, command.person_name, delegation)
    work.change(person)
    if person.turned_away:
        person.turned_away, person.asked_at = "", work.at
    person.name, person.delegation = command.person_name, delegation
    suggest(work, person)
    return Done(id=person.id)


@handles(TurnAway, on=lock_person, allow=the_chairs, event="lobby.turned_away")
def turn_away(command: TurnAway, person: Person, work: Work) -> Done:
    """Do not let somebody in. They read why, and may mend what they typed and ask again."""
    if not queries.waits(person):
        message = "This person is not in the lobby any more."
        raise Gone(message)
    work.change(person).turned_away = command.why
    work.about = person.name
    return Done(id=person.id)


@handles(SamePerson, on=lock_person, allow=the_chairs, event="lobby.recognised")
def same_person(command: SamePerson, person: Person, work: Work) -> Done:
    """Make somebody who came by the code the person of the meeting that they are: counted once, with that place."""
    known = lock(work.db, Person, command.is_really)
    become(work, person, known)
    work.about = known.name
    return Done(id=known.id)


@handles(NewPerson, on=lock_person, allow=the_chairs, event="lobby.new")
def new_person(command: NewPerson, person: Person, work: Work) -> Done:
    """Let somebody in as a new person; nobody asks any more whether they are another."""
    if person.removed_at is not None:
        message = "This person is not in the lobby any more."
        raise Invalid(message)
    work.change(person)
    person.looks_like_id, person.looks_like_why, person.turned_away = None, "", ""
    if person.admitted_at is None:
        person.admitted_at = work.at
        work.rights_changed(person.id)
        work.happened(PersonAdmitted(person))
    work.about = person.name
    return Done(id=command.person)


@when(PersonAdmitted)
def forget_why_not(event: PersonAdmitted, work: Work) -> None:
    """Whoever is let in was not turned away, and is taken for whom they say they are."""
    if event.person.turned_away or event.person.looks_like_id is not None:
        work.change(event.person)
        event.person.turned_away, event.person.looks_like_id, event.person.looks_like_why = "", None, ""


@when(NameChanging)
def show_the_name_of_now(event: NameChanging, work: Work) -> None:
    """Who is asked about is asked about under the name of now."""
    for person in queries.taken_for(work.db, event.person.id):
        work.change(person)


@when(SessionOpened)
def tell_the_lobby_that_it_begins(event: SessionOpened, work: Work) -> None:
    """Those who wait see that the meeting has begun."""
    for person in queries.waiting_in(work.db, event.session.meeting_id):
        work.change(person)


@when(SessionClosed)
def tell_the_lobby_that_it_rests(event: SessionClosed, work: Work) -> None:
    """Those who wait see that the meeting rests."""
    for person in queries.waiting_in(work.db, event.session.meeting_id):
        work.change(person)
