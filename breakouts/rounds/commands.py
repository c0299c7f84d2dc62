"""Preparing, opening, extending and closing a round."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from app.accounts.rules import the_secretariat
from app.core.contract import Done
from app.core.errors import Gone, Invalid
from app.core.events import when
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings.events import SessionClosed
from app.meetings.models import MeetingSession, Part
from app.meetings.rules import the_chairs
from app.meetings.running import begin_part
from breakouts.rounds import queries
from breakouts.rounds.contract import (
    CloseRound,
    ExtendRound,
    KeepRoundOpen,
    OpenRound,
    PrepareRound,
    RecallRound,
    SetPolicy,
)
from breakouts.rounds.events import RoundClosed, RoundExtended, RoundOpened
from breakouts.rounds.models import Round


@handles(PrepareRound, on=queries.lock_part, allow=the_secretariat | the_program_itself, event="round.prepared")
def prepare_round(command: PrepareRound, part: Part, work: Work) -> Done:
    """Prepare a round of breakout rooms in a part of the run of show."""
    if part.kind != "breakouts":
        message = "Breakout rooms belong to a part of the kind “breakouts”."
        raise Invalid(message)
    earlier = work.db.scalar(sa.select(sa.func.count()).select_from(Round).where(Round.part_id == part.id)) or 0
    prepared = work.add(
        Round(meeting_id=part.meeting_id, part_id=part.id, position=earlier + 1, minutes=command.minutes)
    )
    work.about = part.title
    return Done(id=prepared.id)


@handles(SetPolicy, on=queries.lock_round, allow=the_chairs | the_program_itself, event="round.policy_set")
def set_policy(command: SetPolicy, subject: Round, work: Work) -> Done:
    """Say how people get into the rooms of a round. Places that were given or chosen before stay."""
    if command.policy == "choice" and subject.state != "planned":
        message = "These rooms have been opened already, so there is nothing left to choose."
        raise Gone(message)
    work.change(subject)
    subject.policy = command.policy
    subject.choose_until = command.choose_until if command.policy == "choice" else None
    work.about = command.policy
    return Done(id=subject.id)


@handles(OpenRound, on=queries.lock_round, allow=the_chairs | the_program_itself, event="round.opened")
def open_round(command: OpenRound, subject: Round, work: Work) -> Done:
    """Open all rooms of a round; their part of the run of show runs from now on.

    The end is a moment, not a countdown: a lost line or a restart does not stop it.
    """
    part = work.db.get_one(Part, subject.part_id)
    session = work.db.get_one(MeetingSession, part.session_id)
    if session.state != "open":
        message = say(
            "“{session}” is not open yet. Open the session first, then the rooms.",
            session=session.title or say("The session"),
        )
        raise Gone(message)
    if subject.state == "open":
        message = "The rooms are open already. To give more time, extend them."
        raise Gone(message)
    work.change(subject)
    subject.state, subject.minutes, subject.opened_at, subject.closed_at = (
        "open",
        command.minutes,
        subject.opened_at or work.at,
        None,
    )
    # Rooms that are open while the run of show stands elsewhere would leave every phone without the way into them.
    begin_part(part, work)
    work.happened(RoundOpened(subject, work.at + dt.timedelta(minutes=command.minutes)))
    work.about = f"{command.minutes} min"
    return Done(id=subject.id)


@handles(ExtendRound, on=queries.lock_round, allow=the_chairs, event="round.extended")
def extend_round(command: ExtendRound, subject: Round, work: Work) -> Done:
    """Give all open rooms of a round more time; negative minutes take an extension back, but never into the past."""
    if subject.state != "open":
        message = "The rooms are not open, so there is no time to extend."
        raise Gone(message)
    work.change(subject).minutes = max(1, subject.minutes + command.minutes)
    work.happened(RoundExtended(subject, command.minutes))
    work.about = f"{command.minutes:+d} min"
    return Done(id=subject.id)


@handles(RecallRound, on=queries.lock_round, allow=the_chairs, event="round.recalled")
def recall_round(command: RecallRound, subject: Round, work: Work) -> Done:
    """Call everybody back: the rooms close after a countdown that every screen shows, and that can be stopped."""
    if subject.state != "open":
        message = "The rooms are not open, so there is nobody to call back."
        raise Gone(message)
    work.change(subject).closing_at = work.at + dt.timedelta(seconds=command.seconds)
    work.about = f"{command.seconds} s"
    return Done(id=subject.id)


@handles(KeepRoundOpen, on=queries.lock_round, allow=the_chairs, event="round.kept_open")
def keep_round_open(command: KeepRoundOpen, subject: Round, work: Work) -> Done:
    """Stop a recall. Too late, it says so: closed rooms are opened again, not kept open."""
    del command
    if subject.state != "open":
        message = "The rooms have closed already. They can be opened again."
        raise Gone(message)
    work.change(subject).closing_at = None
    return Done(id=subject.id)


@handles(CloseRound, on=queries.lock_round, allow=the_chairs | the_program_itself, event="round.closed")
def close_round(command: CloseRound, subject: Round, work: Work) -> Done:
    """Close all rooms of a round. Text that is on its way is still taken for ten minutes and marked “after close”."""
    del command
    if subject.state == "open":
        _close(subject, work)
    return Done(id=subject.id)


@when(SessionClosed)
def close_with_session(event: SessionClosed, work: Work) -> None:
    """Rooms close with their session: nobody is in a room of a session that is over."""
    own = sa.select(Round).join(Part, Part.id == Round.part_id).where(Part.session_id == event.session.id)
    for subject in work.db.scalars(own.where(Round.state == "open").order_by(Round.id)).all():
        _close(subject, work)


def _close(subject: Round, work: Work) -> None:
    work.change(subject)
    subject.state, subject.closing_at, subject.closed_at = "closed", None, work.at
    work.happened(RoundClosed(subject))
