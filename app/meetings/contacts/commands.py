"""Changing how a person is called and reached."""

from __future__ import annotations

from app.accounts.models import Person
from app.accounts.rules import the_secretariat
from app.core.errors import Gone
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings.contacts.contract import ContactView, EditPerson
from app.meetings.contacts.views import contact
from app.meetings.delegations.naming import code_for
from app.meetings.events import NameChanging
from app.meetings.queries import lock_person
from app.meetings.versions import change, changes_of, refuse_older


@handles(EditPerson, on=lock_person, allow=the_secretariat | the_program_itself, event="person.edited")
def edit_person(command: EditPerson, person: Person, work: Work) -> ContactView:
    """Change a person's name, title, delegation, address or gender; a name is mended wherever it stands."""
    if person.removed_at is not None:
        message = say("{name} was put out of the meeting meanwhile, so this was not changed.", name=person.name)
        raise Gone(message)
    refuse_older(command.base, person.version, contact(person))
    given = changes_of(command)
    if "person_name" in given:
        work.happened(NameChanging(person))
    change(work, person)
    person.name = given.get("person_name", person.name)
    person.title = given.get("title", person.title)
    person.gender = given.get("gender", person.gender)
    person.email = given.get("email", person.email).strip().lower()
    person.delegation = code_for(given["delegation"]) if "delegation" in given else person.delegation
    work.about = person.name
    return contact(person)
