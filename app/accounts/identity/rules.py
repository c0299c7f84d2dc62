"""Who may, for accounts: read from the database at each ask, as everywhere."""

from __future__ import annotations

from typing import Any

from app.accounts.identity.models import Account, AccountSession
from app.accounts.identity.queries import is_standing
from app.accounts.models import Person
from app.core.rules import rule
from app.core.work import Work


def account_of(work: Work) -> Account | None:
    """Give the account that asks, while its session stands."""
    if work.actor.account_session_id is None or work.actor.account_id is None:
        return None
    session = work.db.get(AccountSession, work.actor.account_session_id)
    if session is None or not is_standing(session) or session.account_id != work.actor.account_id:
        return None
    return work.db.get(Account, work.actor.account_id)


@rule
def an_account_that_may_set_up_meetings(work: Work, _subject: Any) -> bool:  # noqa: ANN401 - any subject
    """An account that may set up meetings."""
    account = account_of(work)
    return account is not None and account.may_set_up


@rule
def the_account_itself(work: Work, subject: Any) -> bool:  # noqa: ANN401 - an account or what is of one
    """Only the account that is meant, or whose session, person or second step is meant."""
    account = account_of(work)
    if account is None:
        return False
    return bool(subject.id == account.id if isinstance(subject, Account) else subject.account_id == account.id)


@rule
def an_account_beside_the_person(work: Work, subject: Any) -> bool:  # noqa: ANN401 - a person
    """An account that is signed in in the same browser as the person, who is no account's yet."""
    own = isinstance(subject, Person) and work.actor.person_id == subject.id and subject.account_id is None
    return own and account_of(work) is not None
