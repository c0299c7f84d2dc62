"""Taking a code: six figures of this half minute, each once, or a recovery code."""

from __future__ import annotations

import re
import secrets
import unicodedata

import pyotp
import sqlalchemy as sa

from app.accounts.identity.models import Account, RecoveryCode
from app.accounts.secrets import digest
from app.core.errors import Invalid
from app.core.work import Work

HALF_MINUTE = 30
CLOCKS_DIFFER = 1
"""So many half minutes may a phone's clock be before or behind ours."""

FIGURES = 6
SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Nothing in a recovery code can be taken for something else."""


def new_code() -> str:
    """Give a recovery code: 12 signs in groups of four, 59 random bits."""
    return "-".join("".join(secrets.choice(SIGNS) for _ in range(4)) for _ in range(3))


def take_code(work: Work, account: Account, typed: str) -> None:
    """Take the second step of an account that has one; refuse what is no code of this moment, or was taken before."""
    if not account.totp_secret:
        return
    if not typed.strip():
        message = "Now the six figures that your app shows, or a recovery code."
        raise Invalid(message, fields={"code": message}, needs_code=True)
    if not (_is_of_the_app(work, account, account.totp_secret, typed) or _is_a_recovery_code(work, account, typed)):
        message = "This is not the code of this moment. Look at the app again; each code is taken once."
        raise Invalid(message, fields={"code": message}, needs_code=True, wrong_code=True)


def prove(work: Work, account: Account, typed: str) -> None:
    """Refuse to begin a second step unless the app shows the right figures."""
    if not account.totp_waiting or not _is_of_the_app(work, account, account.totp_waiting, typed):
        message = "These are not the figures of this moment. See whether the phone's clock is right, and try again."
        raise Invalid(message, fields={"code": message}, wrong_code=True)


def _is_of_the_app(work: Work, account: Account, secret: str, typed: str) -> bool:
    figures = _figures(typed)
    if len(figures) != FIGURES:
        return False
    now = int(work.at.timestamp()) // HALF_MINUTE
    totp = pyotp.TOTP(secret)
    for step in range(now - CLOCKS_DIFFER, now + CLOCKS_DIFFER + 1):
        if step > account.totp_step and secrets.compare_digest(totp.generate_otp(step), figures):
            account.totp_step = step
            return True
    return False


def _is_a_recovery_code(work: Work, account: Account, typed: str) -> bool:
    plain = re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKC", typed).casefold())
    spelt = "-".join(plain[at : at + 4] for at in range(0, len(plain), 4))
    unused = sa.select(RecoveryCode).where(RecoveryCode.account_id == account.id, RecoveryCode.used_at.is_(None))
    code = work.db.scalars(unused.where(RecoveryCode.digest == digest(spelt))).first()
    if code is not None:
        code.used_at = work.at
    return code is not None


def _figures(typed: str) -> str:
    return re.sub(r"\D", "", "".join(str(unicodedata.decimal(sign, sign)) for sign in typed))
