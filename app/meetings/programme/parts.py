"""Adding, changing, moving and removing parts of a session."""

from __future__ import annotations

from app.accounts.rules import the_secretariat
from app.core.contract import Done
from app.core.errors import Forbidden, Gone
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings.contract import PartPlan
from app.meetings.events import PartAdded
from app.meetings.models import MeetingSession, Part
from app.meetings.programme import queries, views
from app.meetings.programme.contract import AddPart, EditPart, MovePart, PartPlanView, RemovePart
from app.meetings.programme.events import PartGoing, PartReplanned, PartWeighed
from app.meetings.programme.holding import refuse_holding
from app.meetings.programme.laying import lay_part
from app.meetings.programme.order import keep_the_past, put_behind, renumber
from app.meetings.queries import lock
from app.meetings.versions import changes_of, refuse_older


@handles(AddPart, on=queries.lock_session, allow=the_secretariat | the_program_itself, event="part.added")
def add_part(command: AddPart, session: MeetingSession, work: Work) -> Done:
    """Add a part to a session, behind `after` or at the end."""
    standing = list(queries.parts_of(work.db, session.id))
    plan = PartPlan(**command.model_dump(exclude={"session", "after"}))
    part = lay_part(work, session, len(standing) + 1, plan)
    if "after" in command.model_fields_set:
        order = put_behind([*standing, part], part, command.after)
        keep_the_past(order, part)
        renumber(work, order)
    work.about = part.title
    return Done(id=part.id)


@handles(EditPart, on=queries.lock_part, allow=the_secretariat | the_program_itself, event="part.edited")
def edit_part(command: EditPart, part: Part, work: Work) -> PartPlanView:
    """Change a part's title, kind or minutes. Its kind stays once it holds rooms, points or a narrative of its own."""
    refuse_older(command.base, part.plan_version, views.part_plan(part))
    given = changes_of(command)
    becomes_other = "kind" in given and (given["kind"] == "breakouts") != (part.kind == "breakouts")
    if becomes_other:
        refuse_holding(say("Its kind stays, so that nothing is lost."), weigh(part, work))
        work.happened(PartGoing(part))
    work.change(part).plan_version += 1
    for field, value in given.items():
        setattr(part, field, value)
    work.happened(PartAdded(part) if becomes_other else PartReplanned(part))
    work.about = part.title
    return views.part_plan(part)


@handles(MovePart, on=queries.lock_part, allow=the_secretariat | the_program_itself, event="part.moved")
def move_part(command: MovePart, part: Part, work: Work) -> Done:
    """Move a part that is still planned, within its session or into another one that is not over."""
    session = lock(work.db, MeetingSession, command.session)
    if session.meeting_id != part.meeting_id:
        raise Forbidden
    if part.state != "planned" or session.state == "closed":
        message = say("Only a part still planned can be moved, and only to where something is still to come.")
        raise Gone(message)
    before = part.session_id
    others = [each for each in queries.parts_of(work.db, session.id) if each.id != part.id]
    order = put_behind([*others, part], part, command.after)
    keep_the_past(order, part)
    work.change(part).session_id = session.id
    renumber(work, order)
    if before != session.id:
        work.db.flush()
        renumber(work, queries.parts_of(work.db, before))
    work.about = part.title
    return Done(id=part.id)


@handles(RemovePart, on=queries.lock_part, allow=the_secretariat | the_program_itself, event="part.removed")
def remove_part(command: RemovePart, part: Part, work: Work) -> Done:
    """Take a part out with its speakers, as long as nothing was captured in it and it has no rooms."""
    del command
    refuse_holding(say("This part stays, so that nothing is lost."), weigh(part, work))
    work.about = part.title
    take_out(part, work)
    renumber(work, queries.parts_of(work.db, part.session_id))
    return Done(id=part.id)


def take_out(part: Part, work: Work) -> None:
    """Take a part out that was weighed and holds nothing."""
    work.happened(PartGoing(part))
    work.db.flush()
    for speaker in queries.speakers_of(work.db, part.id):
        work.change(speaker)
        work.db.delete(speaker)
    work.change(part)
    work.db.delete(part)
    work.db.flush()


def weigh(part: Part, work: Work) -> list[str]:
    """Give what a part holds, in a sentence each."""
    work.happened(weighed := PartWeighed(part))
    own = [say("It has begun.")] if part.state != "planned" else []
    return [*own, *([say("Its narrative is written.")] if part.narrative else []), *weighed.holds]
