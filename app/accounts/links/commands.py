"""Commands about links that were made."""

from __future__ import annotations

from app.accounts.contract import LinkView
from app.accounts.ending import withdraw_links
from app.accounts.links import queries
from app.accounts.links.contract import IssueLinks, LinksView, RevokeAllLinks, RevokeLinks, RotateLink, Withdrawn
from app.accounts.links.queries import Everybody
from app.accounts.making import make_link
from app.accounts.models import Person
from app.accounts.queries import lock_person
from app.accounts.rules import the_secretariat
from app.core.errors import Invalid
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.work import Work


@handles(RevokeLinks, on=lock_person, allow=the_secretariat, event="link.revoked")
def revoke_links(command: RevokeLinks, person: Person, work: Work) -> Withdrawn:
    """Withdraw a person's links. Browsers that came in by one are signed out at once."""
    links, sessions = withdraw_links(work, [person.id])
    work.about = person.name
    return Withdrawn(id=command.person, links=links, sessions=sessions)


@handles(RotateLink, on=lock_person, allow=the_secretariat, event="link.rotated", keeps_answer=False)
def rotate_link(command: RotateLink, person: Person, work: Work) -> LinkView:
    """Change a person's link for a new one. Browsers that came in by an earlier one are signed out at once."""
    if person.removed_at is not None:
        message = "This person was put out of the meeting. Let them in again first."
        raise Invalid(message)
    withdraw_links(work, [person.id])
    work.about = person.name
    return make_link(work, person)


@handles(RevokeAllLinks, on=queries.those_named, allow=the_secretariat, event="links.revoked")
def revoke_all_links(command: RevokeAllLinks, everybody: Everybody, work: Work) -> Withdrawn:
    """Withdraw many people's links, after a list of them went astray; only who asks stays signed in by theirs."""
    others = [person.id for person in everybody.people if person.id != work.actor.person_id]
    links, sessions = withdraw_links(work, others)
    return Withdrawn(id=command.meeting, links=links, sessions=sessions)


@handles(
    IssueLinks,
    on=queries.those_named,
    allow=the_secretariat | the_program_itself,
    event="links.issued",
    keeps_answer=False,
)
def issue_links(command: IssueLinks, everybody: Everybody, work: Work) -> LinksView:
    """Make links for many people at once, for a sheet of them. Nobody who is in is signed out."""
    order = {person: place for place, person in enumerate(command.people)}
    made = [make_link(work, person) for person in sorted(everybody.people, key=lambda person: order[person.id])]
    return LinksView(id=command.meeting, links=tuple(made))
