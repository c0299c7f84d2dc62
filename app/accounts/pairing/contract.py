"""Commands and views of pairing."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.accounts.contract import Label
from app.core.contract import Command, Id, Moment, View
from app.core.text import Name


class ShowCode(Command):
    """Give a machine a code to show."""

    name: ClassVar[str] = "screen.show_code"
    label: Label = ""


class PairScreen(Command):
    """Make the machine that shows this code a big screen of the meeting."""

    name: ClassVar[str] = "screen.pair"
    meeting: Id
    code: Annotated[str, Field(max_length=40)]
    screen_name: Name


class BeginScreen(Command):
    """Sign the machine in, once somebody has typed its code."""

    name: ClassVar[str] = "screen.begin"
    secret: str
    label: Label = ""


class CodeView(View):
    """A code to be shown, and the secret that the machine keeps."""

    type: Literal["pairing"] = "pairing"
    code: str
    secret: str
    until: Moment


class Paired(View):
    """A big screen that was paired: the person that it is in the meeting."""

    type: Literal["paired"] = "paired"
    person: int
    label: str
