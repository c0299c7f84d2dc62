"""What is kept of a password: Argon2id, computed in threads of its own, since it is slow on purpose."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from gevent.threadpool import ThreadPool

from app.accounts.passwords.guessable import ready

AT_ONCE = 2
"""Each needs 64 MiB and a core for its time; more would wait for one another anyway."""

_hasher = PasswordHasher()


def kept(password: str) -> str:
    """Give what is to be kept of a password."""
    return str(_threads().apply(_hasher.hash, (ready(password),)))


def is_right(keeping: str, password: str) -> bool:
    """Say whether the password is the one that was kept; where nothing was, it takes the same time to say no."""
    return bool(_threads().apply(_matches, (keeping or _nobodys(), ready(password)))) and bool(keeping)


def _matches(keeping: str, password: str) -> bool:
    try:
        return _hasher.verify(keeping, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody has this password")


@cache
def _threads() -> ThreadPool:
    return ThreadPool(AT_ONCE)
