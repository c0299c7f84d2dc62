"""Ways in: links, the meeting's code, tickets; and the way out."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

import sqlalchemy as sa

from app.accounts import queries
from app.accounts.contract import (
    EndSession,
    IssueLink,
    JoinByCode,
    LinkView,
    OpenTicket,
    RedeemLink,
    SignedIn,
    TicketView,
    UseTicket,
)
from app.accounts.events import CameByCode, PersonAdmitted
from app.accounts.models import Link, Person, Ticket, WebSession
from app.accounts.rules import the_secretariat, the_session_itself
from app.accounts.secrets import digest, new_secret
from app.core.contract import Done
from app.core.errors import NotFound, SignedOut
from app.core.handling import handles
from app.core.rules import anybody, somebody_at_the_front_door, the_program_itself
from app.core.work import Work

TICKET_LASTS = dt.timedelta(seconds=30)


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
    del command
    unused = sa.update(Link).where(Link.person_id == person.id, Link.used_at.is_(None), Link.revoked_at.is_(None))
    work.db.execute(unused.values(revoked_at=work.at))
    secret = new_secret()
    link = work.add(Link(person_id=person.id, meeting_id=person.meeting_id, digest=digest(secret), issued_at=work.at))
    work.about = person.name
    return LinkView(id=link.id, person=person.id, secret=secret)


@handles(RedeemLink, on=queries.lock_link, allow=somebody_at_the_front_door, event="link.redeemed", keeps_answer=False)
def redeem_link(command: RedeemLink, found: Link | None, work: Work) -> SignedIn:
    """Open a one-time link: it is used up, and this browser is signed in as its person."""
    del command
    link = queries.usable(found)
    person = work.db.get_one(Person, link.person_id)
    if person.removed_at is not None:
        message = "This link no longer leads into the meeting. Ask the secretariat."
        raise NotFound(message)
    link.used_at = work.at
    if person.admitted_at is None:
        work.change(person).admitted_at = work.at
        work.happened(PersonAdmitted(person))
    return _begin_session(work, person)


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
    came = CameByCode(code=_digits(command.code), name=command.person_name, delegation=command.delegation)
    work.happened(came)
    if came.person is None:
        message = "No meeting has this code. Look at the screen or the invitation again: it has nine digits."
        raise NotFound(message, fields={"code": message})
    return _begin_session(work, came.person)


@handles(OpenTicket, on=queries.lock_session, allow=the_session_itself, event="ticket.opened", keeps_answer=False)
def open_ticket(command: OpenTicket, session: WebSession, work: Work) -> TicketView:
    """Make a ticket with which this session may connect one socket within half a minute."""
    del command
    secret = new_secret()
    work.db.execute(sa.delete(Ticket).where(Ticket.until < work.at))
    work.db.add(Ticket(digest=digest(secret), session_id=session.id, until=work.at + TICKET_LASTS))
    session.seen_at = work.at
    return TicketView(id=session.id, secret=secret, person=session.person_id, meeting=session.meeting_id)


@handles(UseTicket, on=queries.nothing_to_lock, allow=the_program_itself, event="ticket.used", keeps_answer=False)
def use_ticket(command: UseTicket, _nothing: None, work: Work) -> TicketView:
    """Use a socket's ticket up and name the session it belongs to."""
    used = (
        sa.delete(Ticket)
        .where(Ticket.digest == digest(command.ticket), Ticket.until >= work.at)
        .returning(Ticket.session_id)
    )
    session_id = work.db.scalar(used)
    session = queries.standing_session(work.db, session_id) if session_id else None
    if session is None:
        raise SignedOut
    return TicketView(id=session.id, person=session.person_id, meeting=session.meeting_id)


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


def _begin_session(work: Work, person: Person) -> SignedIn:
    secret = new_secret()
    session = WebSession(
        person_id=person.id,
        meeting_id=person.meeting_id,
        digest=digest(secret),
        csrf=new_secret(),
        began_at=work.at,
        seen_at=work.at,
    )
    work.db.add(session)
    work.db.flush()
    work.meeting_id, work.person_id = person.meeting_id, person.id
    return SignedIn(id=session.id, meeting=person.meeting_id, person=person.id, secret=secret)


def _digits(code: str) -> str:
    # People type the digits of their own script, with blanks and dashes between the groups.
    return re.sub(r"\D", "", "".join(str(unicodedata.decimal(sign, sign)) for sign in code[:60]))
