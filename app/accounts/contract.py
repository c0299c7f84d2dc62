"""Commands and views of people and their ways in."""

from __future__ import annotations

from typing import ClassVar, Literal

from app.core.contract import Command, Id, View
from app.core.text import Name, OptionalName


class IssueLink(Command):
    """Make a one-time link for a person; earlier unused ones stop working."""

    name: ClassVar[str] = "link.issue"
    person: Id


class RedeemLink(Command):
    """Open a one-time link: its secret is exchanged for a signed-in session."""

    name: ClassVar[str] = "link.redeem"
    secret: str


class JoinByCode(Command):
    """Come in by the meeting's code, with a name and a delegation."""

    name: ClassVar[str] = "person.join"
    code: str
    person_name: Name
    delegation: OptionalName = ""


class OpenTicket(Command):
    """Make a ticket with which this session may connect one socket."""

    name: ClassVar[str] = "ticket.open"
    session: Id


class UseTicket(Command):
    """Use a socket's ticket up."""

    name: ClassVar[str] = "ticket.use"
    ticket: str


class EndSession(Command):
    """Sign out here."""

    name: ClassVar[str] = "session.end"


class LinkView(View):
    """A new link's secret, shown once."""

    type: Literal["link"] = "link"
    person: int
    secret: str


class SignedIn(View):
    """A session just begun: the cookie's secret, and where to go."""

    type: Literal["signed_in"] = "signed_in"
    meeting: int
    person: int
    secret: str


class TicketView(View):
    """A socket's ticket, or the session that it opened."""

    type: Literal["ticket"] = "ticket"
    secret: str = ""
    person: int
    meeting: int
