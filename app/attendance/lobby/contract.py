"""Commands and views of the lobby."""

from __future__ import annotations

from typing import ClassVar, Literal

from app.core.contract import Command, Id, Moment, View
from app.core.text import Name, OptionalName, Title


class CorrectEntry(Command):
    """Mend what one typed at the door while one waits; whoever was turned away asks again with it."""

    name: ClassVar[str] = "lobby.correct"
    person: Id
    person_name: Name
    delegation: OptionalName = ""


class TurnAway(Command):
    """Do not let somebody in, and tell them why."""

    name: ClassVar[str] = "lobby.turn_away"
    person: Id
    why: Title


class SamePerson(Command):
    """Say that somebody who came by the code is a person we know: their browser is that person's from now on."""

    name: ClassVar[str] = "lobby.same"
    person: Id
    is_really: Id


class NewPerson(Command):
    """Say that somebody who came by the code is nobody we knew, and let them in."""

    name: ClassVar[str] = "lobby.new"
    person: Id


class LikeView(View):
    """Whom somebody who waits may be, and why: same, near, name, or `in` where that person is signed in already."""

    type: Literal["like"] = "like"
    name: str
    delegation: str
    why: str
    put_out: bool
    banned: bool


class WaitingView(View):
    """Somebody who came by the code and about whom those who let in have something to say."""

    type: Literal["waiting"] = "waiting"
    name: str
    delegation: str
    asked_at: Moment | None
    admitted: bool
    turned_away: str
    like: LikeView | None


class WaitView(View):
    """What somebody who waits may know: for which meeting, since when, whether it has begun, and why not."""

    type: Literal["wait"] = "wait"
    meeting: str
    begun: bool
    asked_at: Moment
    turned_away: str
