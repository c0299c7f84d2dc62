"""Commands and views of rounds."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field

from app.core.contract import Command, Id, Moment, View, Whole

Minutes = Annotated[Whole, Field(ge=1, le=600)]


class PrepareRound(Command):
    """Prepare a round of breakout rooms in a part."""

    name: ClassVar[str] = "round.prepare"
    part: Id
    minutes: Minutes = 45


class SetPolicy(Command):
    """Say how people get into the rooms of a round: they are assigned, or choose until it opens or until a time."""

    name: ClassVar[str] = "round.set_policy"
    round: Id
    policy: Literal["assigned", "choice"]
    choose_until: AwareDatetime | None = None


class OpenRound(Command):
    """Open all rooms of a round for so many minutes."""

    name: ClassVar[str] = "round.open"
    round: Id
    minutes: Minutes


class ExtendRound(Command):
    """Give all open rooms of a round more time."""

    name: ClassVar[str] = "round.extend"
    round: Id
    minutes: Annotated[Whole, Field(ge=-600, le=600)]


class RecallRound(Command):
    """Call everybody back: all rooms of a round close in so many seconds, counted down on every screen."""

    name: ClassVar[str] = "round.recall"
    round: Id
    seconds: Annotated[Whole, Field(ge=5, le=120)] = 10


class KeepRoundOpen(Command):
    """Stop a recall: the rooms stay open."""

    name: ClassVar[str] = "round.keep_open"
    round: Id


class CloseRound(Command):
    """Close all rooms of a round; late text is still taken for a while."""

    name: ClassVar[str] = "round.close"
    round: Id


class RoundView(View):
    """A round of breakout rooms."""

    type: Literal["round"] = "round"
    part: int
    position: int
    state: str
    minutes: int
    policy: str
    choose_until: Moment | None
    opened_at: Moment | None
    closing_at: Moment | None
    closed_at: Moment | None
