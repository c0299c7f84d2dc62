"""What is done with a room: adding and editing it, its time, its text, calls for help."""

from __future__ import annotations

import datetime as dt

from app.accounts.rules import the_secretariat
from app.core.contract import Done
from app.core.errors import Conflict, Forbidden, Gone
from app.core.events import when
from app.core.handling import handles
from app.core.rules import the_program_itself
from app.core.sentences import say
from app.core.work import Work
from app.meetings.delegations.naming import code_for
from app.meetings.events import NameChanging, PartAdded, RolesChanging
from app.meetings.queries import chairs_of
from app.meetings.rules import the_chairs
from breakouts.rooms import queries
from breakouts.rooms.contract import AddRoom, AskForHelp, EditRoom, ExtendRoom, HelpGiven, NarrateRoom, RoomTextView
from breakouts.rooms.models import Room
from breakouts.rooms.refusing import may_edit
from breakouts.rooms.rules import the_moderator, the_team, the_writers
from breakouts.rounds.events import RoundClosed, RoundExtended, RoundOpened
from breakouts.rounds.models import Round

SHORTEST = dt.timedelta(minutes=1)


@handles(AddRoom, on=queries.lock_round, allow=the_secretariat | the_program_itself, event="room.added")
def add_room(command: AddRoom, subject: Round, work: Work) -> Done:
    """Add a breakout room to a round."""
    given = command.model_dump(exclude={"round", "moderated_by"})
    version = 1 if command.narrative or command.lead_in else 0
    moderated_by = code_for(command.moderated_by)
    room = work.add(
        Room(
            meeting_id=subject.meeting_id,
            part_id=subject.part_id,
            round_id=subject.id,
            moderated_by=moderated_by,
            text_version=version,
            **given,
        )
    )
    work.about = room.title
    return Done(id=room.id)


@handles(EditRoom, on=queries.lock_room, allow=the_chairs | the_moderator, event="room.edited")
def edit_room(command: EditRoom, room: Room, work: Work) -> Done:
    """Change a room's question or video link.

    Its title is changed by the secretariat; its number of places by whoever assigns people to it.
    """
    may_edit(command, room, work)
    work.change(room).version += 1
    for field, value in command.model_dump(exclude={"room"}, exclude_none=True).items():
        setattr(room, field, value)
    work.about = room.title
    return Done(id=room.id)


@handles(ExtendRoom, on=queries.lock_room, allow=the_chairs | the_moderator, event="room.extended")
def extend_room(command: ExtendRoom, room: Room, work: Work) -> Done:
    """Give one open room more time; negative minutes take it back, but never into the past."""
    if room.state != "open" or room.ends_at is None:
        message = "The room is not open, so there is no time to extend."
        raise Gone(message)
    _extend(room, command.minutes, work)
    work.about = f"{command.minutes:+d} min"
    return Done(id=room.id)


@handles(NarrateRoom, on=queries.lock_room, allow=the_writers, event="room.narrated")
def narrate_room(command: NarrateRoom, room: Room, work: Work) -> RoomTextView:
    """Write the room's narrative and lead-in.

    Who started from an older version is shown the newer one beside their own.
    """
    if command.base != room.text_version:
        theirs = queries.room_text(work.db, room)
        message = say(
            "{who} changed this text while you were writing. Yours is kept here; compare the two.",
            who=theirs.edited_by or say("Somebody"),
        )
        raise Conflict(message, theirs=theirs.thing())
    work.change(room)
    room.narrative, room.lead_in, room.text_version = command.narrative, command.lead_in, room.text_version + 1
    room.text_edited_by, room.text_edited_at = work.actor.person_id, work.at
    work.about = room.title
    return queries.room_text(work.db, room)


@handles(AskForHelp, on=queries.lock_room, allow=the_team, event="room.help_asked")
def ask_for_help(command: AskForHelp, room: Room, work: Work) -> Done:
    """Call the secretariat to the room; the call stands on the board until somebody says that help was given."""
    work.change(room)
    room.help, room.help_since = command.what or "Help is asked for.", work.at
    work.about = room.help
    return Done(id=room.id)


@handles(HelpGiven, on=queries.lock_room, allow=the_team | the_chairs, event="room.help_given")
def help_given(command: HelpGiven, room: Room, work: Work) -> Done:
    """Say that the help a room asked for has come."""
    del command
    work.change(room)
    room.help, room.help_since = "", None
    work.about = room.title
    return Done(id=room.id)


@when(RoundOpened)
def open_rooms(event: RoundOpened, work: Work) -> None:
    """Open the rooms with their round, all until the same moment."""
    # Chairs read a closed room, not an open one: those who listen in are put out.
    for person_id in chairs_of(work.db, event.round.meeting_id):
        work.rights_changed(person_id)
    for room in queries.rooms_of_round(work.db, event.round.id):
        work.change(room)
        room.state, room.opened_at, room.ends_at, room.closed_at = (
            "open",
            room.opened_at or work.at,
            event.ends_at,
            None,
        )


@when(RoundExtended)
def extend_rooms(event: RoundExtended, work: Work) -> None:
    """Give every open room of the round more time."""
    for room in queries.rooms_of_round(work.db, event.round.id):
        if room.state == "open":
            _extend(room, event.minutes, work)


@when(RoundClosed)
def close_rooms(event: RoundClosed, work: Work) -> None:
    """Close the rooms with their round."""
    for room in queries.rooms_of_round(work.db, event.round.id):
        work.change(room)
        room.state, room.closed_at = "closed", work.at


@when(PartAdded)
def lay_plenary_floor(event: PartAdded, work: Work) -> None:
    """Give every part in plenary a floor, where its takeaways are captured."""
    part = event.part
    if part.kind != "breakouts":
        work.add(
            Room(
                meeting_id=part.meeting_id,
                part_id=part.id,
                kind="plenary",
                title=part.title,
                state="open",
                opened_at=work.at,
            )
        )


@when(RolesChanging)
def show_new_team(event: RolesChanging, work: Work) -> None:
    """A room shows who moderates it and who takes its points."""
    if event.room_id is not None:
        room = work.db.get(Room, event.room_id)
        if room is None or room.meeting_id != event.person.meeting_id:
            raise Forbidden
        work.change(room)


@when(NameChanging)
def show_new_name(event: NameChanging, work: Work) -> None:
    """A room shows the names of its team, and who wrote its text."""
    for room in queries.rooms_that_show(work.db, event.person.id):
        work.change(room)


def _extend(room: Room, minutes: int, work: Work) -> None:
    work.change(room)
    before = room.ends_at or work.at
    room.ends_at = max(before + dt.timedelta(minutes=minutes), work.at + SHORTEST)
