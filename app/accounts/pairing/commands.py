"""Commands of pairing."""

from __future__ import annotations

import datetime as dt
import math
import secrets

import sqlalchemy as sa

from app.accounts.beginning import begin_session
from app.accounts.contract import SignedIn
from app.accounts.models import Person, RoleGrant
from app.accounts.pairing import queries
from app.accounts.pairing.contract import BeginScreen, CodeView, Paired, PairScreen, ShowCode
from app.accounts.pairing.models import Pairing
from app.accounts.pairing.queries import Wanted
from app.accounts.rules import a_co_chair, the_secretariat
from app.accounts.secrets import digest, new_secret
from app.accounts.throttle import Throttle
from app.core.errors import Busy, Gone
from app.core.handling import handles
from app.core.rules import somebody_at_the_front_door, the_program_itself
from app.core.sentences import say_n
from app.core.work import Work

CODE_LASTS = dt.timedelta(minutes=10)
MOST_AT_ONCE = 500
"""So many machines may show a code at the same time: few enough that nobody guesses one of them."""

_tries = Throttle("codes typed")


@handles(ShowCode, on=queries.nothing_yet, allow=the_program_itself, event="screen.shown", keeps_answer=False)
def show_code(command: ShowCode, _nothing: None, work: Work) -> CodeView:
    """Give a machine a code of six figures to show, for ten minutes."""
    work.db.execute(sa.delete(Pairing).where(Pairing.until < work.at))
    shown = set(work.db.scalars(sa.select(Pairing.code)))
    if len(shown) >= MOST_AT_ONCE:
        message = "Too many screens wait to be paired. Try again in a few minutes."
        raise Busy(message, retry_after=60)
    code = next(code for code in iter(_new_code, "") if code not in shown)
    secret = new_secret()
    until = work.at + CODE_LASTS
    pairing = Pairing(code=code, digest=digest(secret), label=command.label, until=until)
    work.db.add(pairing)
    work.db.flush()
    return CodeView(id=pairing.id, code=code, secret=secret, until=until)


@handles(PairScreen, on=queries.lock_shown, allow=a_co_chair | the_secretariat, event="screen.paired")
def pair_screen(command: PairScreen, wanted: Wanted, work: Work) -> Paired:
    """Make the machine that shows this code a big screen of the meeting; it changes by itself."""
    asker = work.actor.key
    _unhurried(asker)
    if wanted.pairing is None:
        _tries.failed(asker)
        message = "No screen shows this code now. Look at it again: it has six figures and changes every ten minutes."
        raise Gone(message)
    person = work.add(
        Person(meeting_id=command.meeting, name=command.screen_name, admitted_at=work.at, roles=[], places=[])
    )
    work.change(person).roles.append(RoleGrant(meeting_id=command.meeting, role="display"))
    wanted.pairing.person_id = person.id
    work.about = person.name
    return Paired(id=wanted.pairing.id, person=person.id, label=wanted.pairing.label)


@handles(
    BeginScreen, on=queries.lock_machine, allow=somebody_at_the_front_door, event="screen.begun", keeps_answer=False
)
def begin_screen(command: BeginScreen, pairing: Pairing | None, work: Work) -> SignedIn:
    """Sign the machine in as the big screen that it was made; its code is used up."""
    person = work.db.get(Person, pairing.person_id) if pairing is not None and pairing.person_id else None
    if pairing is None or person is None or person.removed_at is not None:
        message = "This code is over. A new one is on its way."
        raise Gone(message)
    work.db.delete(pairing)
    return begin_session(work, person, command.label)


def _new_code() -> str:
    return f"{secrets.randbelow(900_000) + 100_000}"


def _unhurried(asker: str) -> None:
    wait = _tries.wait_for(asker)
    if wait:
        message = say_n(
            "Too many tries. Wait one second, then try again.",
            "Too many tries. Wait {n} seconds, then try again.",
            math.ceil(wait),
        )
        raise Busy(message, retry_after=math.ceil(wait))
