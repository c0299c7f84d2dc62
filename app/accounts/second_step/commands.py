"""Commands of the second step."""

from __future__ import annotations

import pyotp
import sqlalchemy as sa

from app.accounts.identity import queries
from app.accounts.identity.models import Account, RecoveryCode
from app.accounts.identity.rules import the_account_itself
from app.accounts.second_step.codes import new_code, prove, take_code
from app.accounts.second_step.contract import (
    BeginSecondStep,
    EndSecondStep,
    ProveSecondStep,
    RecoveryCodesView,
    RenewRecoveryCodes,
    SecretView,
)
from app.accounts.secrets import digest
from app.core.contract import Done
from app.core.errors import Invalid
from app.core.handling import handles
from app.core.work import Work

CODES = 10
ISSUER = "Rapport"


@handles(
    BeginSecondStep,
    on=queries.lock_account,
    allow=the_account_itself,
    event="step.begun",
    keeps_answer=False,
)
def begin_second_step(command: BeginSecondStep, account: Account, work: Work) -> SecretView:
    """Make a secret for an app. Nothing is asked for until a code of it was shown."""
    if account.totp_secret:
        message = "Signing in has a second step already. Turn it off first, to move it to another phone."
        raise Invalid(message)
    account.totp_waiting = pyotp.random_base32()
    address = pyotp.TOTP(account.totp_waiting).provisioning_uri(name=account.email, issuer_name=ISSUER)
    return SecretView(id=command.account, secret=account.totp_waiting, address=address)


@handles(
    ProveSecondStep,
    on=queries.lock_account,
    allow=the_account_itself,
    event="step.proved",
    keeps_answer=False,
)
def prove_second_step(command: ProveSecondStep, account: Account, work: Work) -> RecoveryCodesView:
    """Begin to ask for codes, now that one was shown; the answer holds the recovery codes, once."""
    prove(work, account, command.code)
    account.totp_secret, account.totp_waiting = account.totp_waiting, ""
    return _new_codes(work, account)


@handles(EndSecondStep, on=queries.lock_account, allow=the_account_itself, event="step.ended")
def end_second_step(command: EndSecondStep, account: Account, work: Work) -> Done:
    """Ask for the password alone again."""
    take_code(work, account, command.code)
    account.totp_secret = ""
    work.db.execute(sa.delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    return Done(id=account.id)


@handles(
    RenewRecoveryCodes,
    on=queries.lock_account,
    allow=the_account_itself,
    event="step.codes_renewed",
    keeps_answer=False,
)
def renew_recovery_codes(command: RenewRecoveryCodes, account: Account, work: Work) -> RecoveryCodesView:
    """Make ten new recovery codes in place of the earlier ones."""
    if not account.totp_secret:
        message = "Signing in has no second step."
        raise Invalid(message)
    take_code(work, account, command.code)
    return _new_codes(work, account)


def _new_codes(work: Work, account: Account) -> RecoveryCodesView:
    work.db.execute(sa.delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    codes = tuple(new_code() for _ in range(CODES))
    work.db.add_all(RecoveryCode(account_id=account.id, digest=digest(code)) for code in codes)
    return RecoveryCodesView(id=account.id, codes=codes)
