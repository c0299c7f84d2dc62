"""Commands and views of devices."""

from __future__ import annotations

from typing import ClassVar, Literal

from app.core.contract import Command, Id, Moment, View


class InviteDevice(Command):
    """Make a link of two minutes, with which this person opens the meeting on another device too."""

    name: ClassVar[str] = "device.invite"
    person: Id


class EndOther(Command):
    """Sign a browser out."""

    name: ClassVar[str] = "session.end_other"
    session: Id


class EndOthers(Command):
    """Sign a person out of all browsers but this one."""

    name: ClassVar[str] = "session.end_others"
    person: Id


class EndAccountSession(Command):
    """Sign an account out of a browser."""

    name: ClassVar[str] = "account.end_session"
    session: Id


class EndAccountSessions(Command):
    """Sign an account out of all browsers but this one."""

    name: ClassVar[str] = "account.end_sessions"
    account: Id


class DeviceView(View):
    """A browser in which somebody is signed in."""

    type: Literal["device"] = "device"
    label: str
    began: Moment
    seen: Moment
    here: bool
    """Whether it is the browser that asks."""
    live: bool
    """Whether a page of it is open now."""
    came_by: Literal["link", "device", "code", "account"]


class Ended(View):
    """How many browsers were signed out."""

    type: Literal["ended"] = "ended"
    sessions: int
