"""Commands about devices."""

from __future__ import annotations

import datetime as dt

from app.accounts.contract import LinkView
from app.accounts.devices import queries
from app.accounts.devices.contract import (
    EndAccountSession,
    EndAccountSessions,
    Ended,
    EndOther,
    EndOthers,
    InviteDevice,
)
from app.accounts.devices.rules import no_big_screen, the_person_signed_in_there
from app.accounts.ending import end_sessions
from app.accounts.identity.ending import end_account_session, end_account_sessions
from app.accounts.identity.models import Account, AccountSession
from app.accounts.identity.queries import lock_account, lock_account_session
from app.accounts.identity.rules import the_account_itself
from app.accounts.making import make_link
from app.accounts.models import Person, WebSession
from app.accounts.queries import lock_person
from app.accounts.rules import the_person_alone, the_secretariat
from app.core.handling import handles
from app.core.work import Work

LINK_LASTS = dt.timedelta(minutes=2)


@handles(
    InviteDevice,
    on=lock_person,
    allow=the_person_alone & no_big_screen,
    event="device.invited",
    keeps_answer=False,
)
def invite_device(command: InviteDevice, person: Person, work: Work) -> LinkView:
    """Make a link of two minutes that signs the same person in on another device."""
    return make_link(work, person, "device", LINK_LASTS)


@handles(EndOther, on=queries.lock_standing, allow=the_person_signed_in_there | the_secretariat, event="session.ended")
def end_other(command: EndOther, session: WebSession, work: Work) -> Ended:
    """Sign a browser out, one's own or, for the secretariat, anybody's; its pages fall silent at once."""
    session.ended_at = work.at
    work.rights_changed(session.person_id)
    work.about = work.db.get_one(Person, session.person_id).name
    return Ended(id=command.session, sessions=1)


@handles(EndOthers, on=lock_person, allow=the_person_alone | the_secretariat, event="sessions.ended")
def end_others(command: EndOthers, person: Person, work: Work) -> Ended:
    """Sign a person out of all browsers but the one that asks."""
    work.about = person.name
    return Ended(id=command.person, sessions=end_sessions(work, WebSession.person_id == person.id))


@handles(EndAccountSession, on=lock_account_session, allow=the_account_itself, event="account.session_ended")
def end_one(command: EndAccountSession, session: AccountSession, work: Work) -> Ended:
    """Sign an account out of one browser, with the meetings that it opened there."""
    end_account_session(work, session)
    return Ended(id=command.session, sessions=1)


@handles(EndAccountSessions, on=lock_account, allow=the_account_itself, event="account.sessions_ended")
def end_all_but_here(command: EndAccountSessions, account: Account, work: Work) -> Ended:
    """Sign an account out of all browsers but the one that asks."""
    ended = end_account_sessions(work, account.id, but=work.actor.account_session_id)
    return Ended(id=command.account, sessions=ended)
