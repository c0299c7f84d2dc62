"""Ways in: links, the meeting's code, tickets; and the way out."""

from __future__ import annotations

import re
import unicodedata

import sqlalchemy as sa

from app.accounts import queries
from app.accounts.beginning import begin_session
from app.accounts.contract import (
    EndSession,
    IssueLink,
    JoinByCode,
    LinkView,
    RedeemLink,
    SignedIn,
    TicketsUsed,
    UseTickets,
)
from app.accounts.events import CameByCode, PersonAdmitted
from app.accounts.making import make_link
from app.accounts.models import Link, Person, Ticket, WebSession
from app.accounts.rules import the_secretariat
from app.core.contract import Done
from app.core.db import insert_into
from app.core.errors import NotFound, SignedOut
from app.core.handling import handles
from app.core.rules import anybody, somebody_at_the_front_door, the_program_itself
from app.core.work import Work


@handles(
    IssueLink,
    on=queries.lock_person,
    allow=the_secretariat | the_program_itself,
    event="link.issued",
    keeps_answer=False,
)
def issue_link(command: IssueLink, person: Person, work: Work) -> LinkView:
    """Make a one-time link for a person.

    The answer holds its secret, once; earlier unused links of theirs stop working.
    """
    work.about = person.name
    return make_link(work, person)


@handles(RedeemLink, on=queries.lock_link, allow=somebody_at_the_front_door, event="link.redeemed", keeps_answer=False)
def redeem_link(command: RedeemLink, found: Link | None, work: Work) -> SignedIn:
    """Open a one-time link: it is used up, and this browser is signed in as its person."""
    person = work.db.get(Person, found.person_id) if found is not None else None
    if person is not None and person.removed_at is not None:
        message = "This link no longer leads into the meeting. Ask the secretariat."
        raise NotFound(message)
    link = queries.usable(found)
    person = work.db.get_one(Person, link.person_id)
    link.used_at = work.at
    # Whoever waits in the lobby waits there on every device.
    if person.admitted_at is None and link.purpose == "invitation":
        work.change(person).admitted_at = work.at
        work.happened(PersonAdmitted(person))
    return begin_session(work, person, command.label, link=link.id)


@handles(
    JoinByCode,
    on=queries.nothing_to_lock,
    allow=somebody_at_the_front_door,
    event="person.joined",
    keeps_answer=False,
)
def join_by_code(command: JoinByCode, _nothing: None, work: Work) -> SignedIn:
    """Come in by the meeting's nine-digit code.

    Where the meeting has a lobby, somebody lets the person in from there.
    """
    before = work.db.get(WebSession, command.before) if command.before is not None else None
    came = CameByCode(_digits(command.code), command.person_name, command.delegation, before)
    work.happened(came)
    if came.person is None:
        message = "No meeting has this code. Look at the screen or the invitation again: it has nine digits."
        raise NotFound(message, fields={"code": message})
    return begin_session(work, came.person, command.label)


@handles(UseTickets, on=queries.nothing_to_lock, allow=the_program_itself, event="ticket.used", keeps_answer=False)
def use_tickets(command: UseTickets, _nothing: None, work: Work) -> TicketsUsed:
    """Use sockets' tickets up, and name the sessions they belong to; one that was used before lets nobody in."""
    work.db.execute(sa.delete(Ticket).where(Ticket.until < work.at))
    standing = queries.standing_sessions(work.db, {each.session for each in command.tickets})
    good = [each for each in command.tickets if each.session in standing]
    rows = [{"digest": each.mark, "session_id": each.session, "until": each.until} for each in good]
    insert = insert_into(work.db, Ticket).on_conflict_do_nothing().returning(Ticket.digest)
    fresh = set(work.db.scalars(insert, rows)) if rows else set()
    work.db.execute(sa.update(WebSession).where(WebSession.id.in_(standing)).values(seen_at=work.at))
    connecting = (standing.get(each.session) if each.mark in fresh else None for each in command.tickets)
    return TicketsUsed(sessions=tuple(connecting))


@handles(EndSession, on=queries.no_subject, allow=anybody, event="session.ended")
def end_session(command: EndSession, _nothing: None, work: Work) -> Done:
    """Sign out of this browser; its live connections are closed at once."""
    del command
    session = work.db.get(WebSession, work.actor.session_id) if work.actor.session_id else None
    if session is None:
        raise SignedOut
    session.ended_at = work.at
    work.rights_changed(session.person_id)
    return Done()


def _digits(code: str) -> str:
    # People type the digits of their own script, with blanks and dashes between the groups.
    return re.sub(r"\D", "", "".join(str(unicodedata.decimal(sign, sign)) for sign in code[:60]))
