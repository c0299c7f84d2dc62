"""Commands of accounts: inviting, making, signing in and out, opening a meeting."""

from __future__ import annotations

import hmac

import sqlalchemy as sa

from app.accounts.beginning import begin_session
from app.accounts.contract import SignedIn
from app.accounts.events import PersonAdmitted
from app.accounts.identity import queries
from app.accounts.identity.ending import end_account_session, end_account_sessions
from app.accounts.identity.models import Account, AccountLink, AccountSession
from app.accounts.identity.rules import account_of, an_account_beside_the_person, the_account_itself
from app.accounts.models import Person, RoleGrant
from app.accounts.passwords.contract import (
    AccountLinkView,
    AccountSignedIn,
    ChangePassword,
    InviteAccount,
    KeepMeeting,
    MakeAccount,
    MakeOwnAccount,
    OpenMeeting,
    SeeAccount,
    SignIn,
    SignOut,
)
from app.accounts.queries import lock_person
from app.accounts.rules import CHAIRS
from app.accounts.second_step.codes import take_code
from app.accounts.secrets import digest, new_secret
from app.core.contract import Done
from app.core.errors import Forbidden, Gone, Invalid
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.work import Work


@handles(
    InviteAccount,
    on=queries.no_account_yet,
    allow=the_program_itself,
    event="account.invited",
    keeps_answer=False,
)
def invite_account(command: InviteAccount, _nothing: None, work: Work) -> AccountLinkView:
    """Make a one-time link that makes an account or sets a password anew; earlier ones for it stop working."""
    email = queries.address(command.email)
    account = queries.with_address(work.db, email) if email else None
    if command.is_new and account is not None:
        message = "There is an account of this address already. Reset its password instead."
        raise Invalid(message, fields={"email": message})
    if not command.is_new and account is None:
        message = "There is no account of this address."
        raise Invalid(message, fields={"email": message})
    earlier = sa.update(AccountLink).where(AccountLink.email == email, AccountLink.used_at.is_(None))
    work.db.execute(earlier.values(until=work.at))
    secret = new_secret()
    link = AccountLink(
        digest=digest(secret),
        account_id=account.id if account else None,
        email=email,
        issued_at=work.at,
        until=work.at + queries.LINK_LASTS,
    )
    work.db.add(link)
    work.db.flush()
    return AccountLinkView(id=link.id, secret=secret, email=email)


@handles(MakeAccount, on=queries.no_account_yet, allow=the_program_itself, event="account.made", keeps_answer=False)
def make_account(command: MakeAccount, _nothing: None, work: Work) -> Done:
    """Open a link: an account is made that may set up meetings, or an account gets its new password.

    Who lost the second step with the phone begins without it again. All sessions of the account end.
    """
    link = queries.usable_link(work.db, command.secret, locked=True)
    link.used_at = work.at
    account = work.db.get(Account, link.account_id) if link.account_id else None
    if account is None:
        return Done(id=_new_account(work, link.email or command.email, command, may_set_up=True).id)
    account.password, account.totp_secret, account.totp_waiting = command.password, "", ""
    end_account_sessions(work, account.id)
    return Done(id=account.id)


@handles(MakeOwnAccount, on=lock_person, allow=the_program_itself, event="account.made")
def make_own_account(command: MakeOwnAccount, person: Person, work: Work) -> Done:
    """Give a co-chair, or somebody of the secretariat, an account that opens this meeting as them."""
    if person.account_id is not None or person.removed_at is not None:
        message = "You have an account in this meeting already."
        raise Invalid(message)
    roles = work.db.scalars(sa.select(RoleGrant.role).where(RoleGrant.person_id == person.id))
    if not CHAIRS & set(roles):
        raise Forbidden
    account = _new_account(work, command.email, command, may_set_up=command.may_set_up)
    work.change(person).account_id = account.id
    return Done(id=account.id)


@handles(
    KeepMeeting,
    on=lock_person,
    allow=an_account_beside_the_person,
    event="account.meeting_kept",
)
def keep_meeting(command: KeepMeeting, person: Person, work: Work) -> Done:
    """Put a meeting on an account's list: from now on the account opens it as this person."""
    account = account_of(work)
    if account is None:
        raise Forbidden
    others = sa.select(Person.id).where(Person.account_id == account.id, Person.meeting_id == person.meeting_id)
    if work.db.scalars(others.where(Person.removed_at.is_(None))).first() is not None:
        message = "Your account is somebody else in this meeting already."
        raise Invalid(message)
    work.change(person).account_id = account.id
    return Done(id=person.id)


@handles(ChangePassword, on=queries.lock_account, allow=the_program_itself, event="account.password_changed")
def change_password(command: ChangePassword, account: Account, work: Work) -> Done:
    """Set a password anew. The account is signed out everywhere but where it was changed."""
    account.password = command.password
    end_account_sessions(work, account.id, but=command.session)
    return Done(id=account.id)


@handles(SignIn, on=queries.lock_account, allow=the_program_itself, event="account.signed_in", keeps_answer=False)
def sign_in(command: SignIn, account: Account, work: Work) -> AccountSignedIn:
    """Begin a session, when the password that was found right is still the account's, and the second step is taken."""
    if not hmac.compare_digest(account.password, command.password):
        message = "The password was changed in this moment. Sign in with the new one."
        raise Gone(message)
    take_code(work, account, command.code)
    secret = new_secret()
    session = AccountSession(
        account_id=account.id,
        digest=digest(secret),
        csrf=new_secret(),
        label=command.label,
        began_at=work.at,
        seen_at=work.at,
    )
    work.db.add(session)
    work.db.flush()
    return AccountSignedIn(id=session.id, account=account.id, secret=secret)


@handles(SignOut, on=queries.lock_account_session, allow=the_account_itself, event="account.signed_out")
def sign_out(command: SignOut, session: AccountSession, work: Work) -> Done:
    """Sign an account out of one browser, and out of the meetings that it opened there."""
    end_account_session(work, session)
    return Done(id=command.session)


@handles(SeeAccount, on=queries.lock_account_session, allow=the_program_itself, event="account.seen")
def see_account(command: SeeAccount, session: AccountSession, work: Work) -> Done:
    """Note that a session is in use, so that it does not end for being idle."""
    session.seen_at = work.at
    return Done(id=command.session)


@handles(
    OpenMeeting,
    on=lock_person,
    allow=the_account_itself,
    event="account.meeting_opened",
    keeps_answer=False,
)
def open_meeting(command: OpenMeeting, person: Person, work: Work) -> SignedIn:
    """Begin a session in a meeting in which the account has a person."""
    if person.removed_at is not None:
        message = "Your part in this meeting has ended. Write to its secretariat if this is a mistake."
        raise Gone(message)
    if person.admitted_at is None:
        work.change(person).admitted_at = work.at
        work.happened(PersonAdmitted(person))
    return begin_session(work, person, command.label, account_session=work.actor.account_session_id)


def _new_account(work: Work, email: str, command: MakeAccount | MakeOwnAccount, *, may_set_up: bool) -> Account:
    wanting = _wanting(work, queries.address(email), command.account_name)
    if wanting:
        raise Invalid(next(iter(wanting.values())), fields=wanting)
    account = Account(
        email=queries.address(email),
        name=command.account_name,
        password=command.password,
        may_set_up=may_set_up,
        made_at=work.at,
    )
    work.db.add(account)
    work.db.flush()
    return account


def _wanting(work: Work, email: str, name: str) -> dict[str, str]:
    wanting: dict[str, str] = {}
    if not name:
        wanting["account_name"] = "Please write your name."
    if not queries.is_address(email):
        wanting["email"] = "Please write your e-mail address in full, with its @."
    elif queries.with_address(work.db, email) is not None:
        wanting["email"] = "There is an account of this address already. Sign in with its password."
    return wanting
