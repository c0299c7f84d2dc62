"""Commands about who is put out."""

from __future__ import annotations

from app.accounts.ending import shut_out
from app.accounts.models import Person
from app.core.contract import Done
from app.core.errors import Invalid
from app.core.handling import handles
from app.core.work import Work
from app.meetings.bans.contract import BanPerson, RestorePerson
from app.meetings.events import NameChanging, PersonRemoved
from app.meetings.queries import lock_person
from app.meetings.roster.keeping import may_put_out
from app.meetings.rules import the_chairs


@handles(BanPerson, on=lock_person, allow=the_chairs, event="person.banned")
def ban_person(command: BanPerson, person: Person, work: Work) -> Done:
    """Put a person out for good, in every window and on every device; what they wrote stays.

    All links of theirs are withdrawn, and whoever types their name and delegation with the code is refused.
    """
    if person.id == work.actor.person_id:
        message = "You cannot put yourself out. Sign out instead, or ask another organiser."
        raise Invalid(message)
    may_put_out(work, person)
    work.happened(NameChanging(person))
    work.change(person)
    person.banned_at, person.put_out_because = work.at, command.why
    if person.removed_at is None:
        person.removed_at = work.at
        work.happened(PersonRemoved(person))
    shut_out(work, person.id)
    work.about = person.name
    return Done(id=person.id)


@handles(RestorePerson, on=lock_person, allow=the_chairs, event="person.restored")
def restore_person(command: RestorePerson, person: Person, work: Work) -> Done:
    """Take a person back. Nobody is let in by that: they come by a new link or by the code."""
    if person.is_really_id is not None:
        message = "This person is on the list under another name."
        raise Invalid(message)
    work.happened(NameChanging(person))
    work.change(person)
    person.removed_at, person.banned_at, person.put_out_because = None, None, ""
    work.about = person.name
    return Done(id=command.person)
