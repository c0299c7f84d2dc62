"""Reads of machines that show a code."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.pairing.models import Pairing
from app.accounts.secrets import digest
from app.core import clock

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.accounts.pairing.contract import BeginScreen, PairScreen, ShowCode


@dataclass(frozen=True)
class Wanted:
    """A machine that is to become a big screen of a meeting; None where nothing shows the code that was typed."""

    meeting_id: int
    pairing: Pairing | None


def nothing_yet(_db: Session, _command: ShowCode) -> None:
    """Give no subject: the machine is about to be given a code."""


def lock_shown(db: Session, command: PairScreen) -> Wanted:
    """Lock the machine that shows the code."""
    shown = sa.select(Pairing).where(Pairing.code == figures(command.code), Pairing.until > clock.now())
    free = shown.where(Pairing.person_id.is_(None)).with_for_update()
    return Wanted(command.meeting, db.scalars(free).first())


def lock_machine(db: Session, command: BeginScreen) -> Pairing | None:
    """Lock the machine that keeps the secret."""
    return db.scalars(sa.select(Pairing).where(Pairing.digest == digest(command.secret)).with_for_update()).first()


def machine(db: Session, secret: str) -> Pairing | None:
    """Give the machine that keeps the secret."""
    return db.scalars(sa.select(Pairing).where(Pairing.digest == digest(secret))).first() if secret else None


def figures(typed: str) -> str:
    """Give the digits in what was typed, whatever script they are of."""
    return re.sub(r"\D", "", "".join(str(unicodedata.decimal(sign, sign)) for sign in typed))
