"""The answer to one question about this machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.doctor.packages import install_command

Purpose = Literal["demo", "test"]


@dataclass(frozen=True)
class Check:
    """What was looked at and found; where something is missing, what that costs and the one command that mends it."""

    subject: str
    wanted_for: Purpose
    ok: bool
    says: str
    mend: str = ""
    packages: tuple[str, ...] = ()
    """Debian's packages that would mend it."""


def found(subject: str, says: str, wanted_for: Purpose = "demo") -> Check:
    """Give the answer for what is as it should be."""
    return Check(subject, wanted_for, ok=True, says=says)


def missing(subject: str, says: str, mend: str, wanted_for: Purpose = "demo") -> Check:
    """Give the answer for what is not as it should be, and is mended by a command."""
    return Check(subject, wanted_for, ok=False, says=says, mend=mend)


def not_installed(subject: str, says: str, packages: tuple[str, ...], wanted_for: Purpose = "demo") -> Check:
    """Give the answer for what an installed package would bring."""
    return Check(subject, wanted_for, ok=False, says=says, mend=install_command(packages), packages=packages)
