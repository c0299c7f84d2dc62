"""Putting speakers on the programme of a part, changing, moving and taking them off."""

from __future__ import annotations

from app.accounts.rules import the_secretariat
from app.core.contract import Done
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.work import Work
from app.meetings.contract import SpeakerPlan
from app.meetings.delegations.naming import code_for
from app.meetings.models import Part, Speaker
from app.meetings.programme import queries, views
from app.meetings.programme.contract import AddSpeaker, EditSpeaker, MoveSpeaker, RemoveSpeaker, SpeakerPlanView
from app.meetings.programme.laying import lay_speaker
from app.meetings.programme.order import put_behind, renumber
from app.meetings.versions import change, changes_of, refuse_older


@handles(AddSpeaker, on=queries.lock_part, allow=the_secretariat | the_program_itself, event="speaker.added")
def add_speaker(command: AddSpeaker, part: Part, work: Work) -> Done:
    """Put a speaker on the programme, behind `after` or at the end; the name may follow later."""
    standing = list(queries.speakers_of(work.db, part.id))
    given = command.model_dump(include={"title", "delegation", "minutes"})
    plan = SpeakerPlan(speaker=command.speaker_name, **given)
    speaker = lay_speaker(work, part, len(standing) + 1, plan)
    if "after" in command.model_fields_set:
        renumber(work, put_behind([*standing, speaker], speaker, command.after))
    work.about = speaker.name or speaker.title
    return Done(id=speaker.id)


@handles(EditSpeaker, on=queries.lock_speaker, allow=the_secretariat | the_program_itself, event="speaker.edited")
def edit_speaker(command: EditSpeaker, speaker: Speaker, work: Work) -> SpeakerPlanView:
    """Change a speaker's name, title, delegation or minutes."""
    refuse_older(command.base, speaker.version, views.speaker_plan(speaker))
    given = changes_of(command)
    change(work, speaker)
    speaker.name = given.get("speaker_name", speaker.name)
    speaker.title = given.get("title", speaker.title)
    speaker.minutes = given.get("minutes", speaker.minutes)
    speaker.delegation = code_for(given["delegation"]) if "delegation" in given else speaker.delegation
    work.about = speaker.name or speaker.title
    return views.speaker_plan(speaker)


@handles(MoveSpeaker, on=queries.lock_speaker, allow=the_secretariat | the_program_itself, event="speaker.moved")
def move_speaker(command: MoveSpeaker, speaker: Speaker, work: Work) -> Done:
    """Move a speaker behind another one of the part, or to the beginning."""
    renumber(work, put_behind(queries.speakers_of(work.db, speaker.part_id), speaker, command.after))
    work.about = speaker.name or speaker.title
    return Done(id=speaker.id)


@handles(RemoveSpeaker, on=queries.lock_speaker, allow=the_secretariat | the_program_itself, event="speaker.removed")
def remove_speaker(command: RemoveSpeaker, speaker: Speaker, work: Work) -> Done:
    """Take a speaker off the programme; nothing else depends on it."""
    del command
    work.about = speaker.name or speaker.title
    work.change(speaker)
    work.db.delete(speaker)
    work.db.flush()
    renumber(work, queries.speakers_of(work.db, speaker.part_id))
    return Done(id=speaker.id)
