"""Commands and views of people and their ways in."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Id, Moment, Sent, View
from app.core.text import Name, OptionalName

Label = Annotated[str, Field(max_length=80)]
"""What a browser calls itself."""


class IssueLink(Command):
    """Make a one-time link for a person; earlier unused ones stop working."""

    name: ClassVar[str] = "link.issue"
    person: Id


class RedeemLink(Command):
    """Open a one-time link: its secret is exchanged for a signed-in session."""

    name: ClassVar[str] = "link.redeem"
    secret: str
    label: Label = ""


class JoinByCode(Command):
    """Come in by the meeting's code, with a name and a delegation."""

    name: ClassVar[str] = "person.join"
    code: str
    person_name: Name
    delegation: OptionalName = ""
    label: Label = ""
    before: Id | None = None
    """The session that this browser has a cookie of, be it one that has ended."""


class SealedTicket(Sent):
    """What was written in a ticket of ours."""

    session: Id
    until: dt.datetime
    mark: Annotated[str, Field(max_length=64)]


class UseTickets(Command):
    """Use sockets' tickets up."""

    name: ClassVar[str] = "ticket.use"
    tickets: Annotated[tuple[SealedTicket, ...], Field(min_length=1, max_length=1000)]


class EndSession(Command):
    """Sign out here."""

    name: ClassVar[str] = "session.end"


class LinkView(View):
    """A new link's secret, shown once."""

    type: Literal["link"] = "link"
    person: int
    secret: str
    until: Moment | None = None


class SignedIn(View):
    """A session just begun: the cookie's secret, and where to go."""

    type: Literal["signed_in"] = "signed_in"
    meeting: int
    person: int
    secret: str


class ConnectingView(View):
    """A session that a ticket let in."""

    type: Literal["connecting"] = "connecting"
    person: int
    meeting: int


class TicketsUsed(View):
    """For each ticket the session that it let in, in their order; None for one that was used already."""

    type: Literal["tickets"] = "tickets"
    id: int = 0
    sessions: tuple[ConnectingView | None, ...]
