"""Commands and views of takeaways."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from app.core.contract import Command, Id, Moment, View
from app.core.sentences import say
from app.core.text import Point, Tag

Kind = Literal[
    "takeaway",
    "best practice",
    "challenge",
    "pledge option",
    "area without consensus",
    "area for progress",
    "question",
]

Fate = Literal["waiting", "accepted", "declined"]
"""What became of a proposal."""

MOST_TAGS = 8


def _few_and_different(tags: tuple[str, ...]) -> tuple[str, ...]:
    different = {tag.casefold(): tag for tag in reversed(tags)}
    kept = tuple(reversed(different.values()))
    if len(kept) > MOST_TAGS:
        raise ValueError(
            say("A point may have at most {most} tags; this one has {count}.", most=MOST_TAGS, count=len(kept))
        )
    return kept


Tags = Annotated[tuple[Tag, ...], Field(max_length=100), AfterValidator(_few_and_different)]
"""Tags as typed; the same word in other letters is one tag, spelt as it came first."""

Version = Annotated[int, Field(ge=0, lt=2**53, strict=True)]


class CaptureTakeaway(Command):
    """Write down one point after another one, or at the end."""

    name: ClassVar[str] = "takeaway.capture"
    room: Id
    text: Point
    kind: Kind = "takeaway"
    tags: Tags = ()
    after: Id | None = None


class EditTakeaway(Command):
    """Change a point's words, kind or tags; `base` is the version the person started from."""

    name: ClassVar[str] = "takeaway.edit"
    takeaway: Id
    base: Version
    text: Point | None = None
    kind: Kind | None = None
    tags: Tags | None = None


class MoveTakeaway(Command):
    """Put a point after another one of its room; null means first."""

    name: ClassVar[str] = "takeaway.move"
    takeaway: Id
    after: Id | None


class MergeTakeaways(Command):
    """Make one point of several; they stay as its sources."""

    name: ClassVar[str] = "takeaway.merge"
    room: Id
    takeaways: Annotated[tuple[Id, ...], Field(min_length=2, max_length=100)]
    text: Point
    kind: Kind
    tags: Tags = ()


class SplitTakeaway(Command):
    """Give back the points that a point was merged from."""

    name: ClassVar[str] = "takeaway.split"
    takeaway: Id


class RemoveTakeaway(Command):
    """Take a point off the list."""

    name: ClassVar[str] = "takeaway.remove"
    takeaway: Id


class ApproveTakeaway(Command):
    """Choose a point for the report-back."""

    name: ClassVar[str] = "takeaway.approve"
    takeaway: Id


class ReopenTakeaway(Command):
    """Make a draft of an approved point again."""

    name: ClassVar[str] = "takeaway.reopen"
    takeaway: Id


class UndoTakeaway(Command):
    """Undo an act of one's own on the points of a room: the one that was asked under the id `act`, or the last one."""

    name: ClassVar[str] = "takeaway.undo"
    room: Id
    act: Annotated[str, Field(min_length=8, max_length=64)] | None = None


class ProposeTakeaway(Command):
    """Send a point to those who write the room's list."""

    name: ClassVar[str] = "takeaway.propose"
    room: Id
    text: Point
    kind: Kind = "takeaway"


class AcceptProposal(Command):
    """Take a proposal onto the list, as a draft at its end."""

    name: ClassVar[str] = "takeaway.accept"
    takeaway: Id


class DeclineProposal(Command):
    """Leave a proposal off the list."""

    name: ClassVar[str] = "takeaway.decline"
    takeaway: Id


class TakeawayView(View):
    """A point as those in the room see it."""

    type: Literal["takeaway"] = "takeaway"
    room: int
    kind: str
    text: str
    tags: tuple[str, ...]
    position: str
    state: str
    version: int
    after_close: bool
    edited: bool
    captured_at: Moment
    sources: tuple[int, ...]


class SourceView(View):
    """A point that was merged into another, with its own words."""

    type: Literal["source"] = "source"
    room: int
    kind: str
    text: str


class HandView(View):
    """Who wrote a point, for the room's staff."""

    type: Literal["takeaway_hand"] = "takeaway_hand"
    captured_by: str
    edited_by: str
    edited_at: Moment | None


class PointView(View):
    """An approved point as the chairs see it."""

    type: Literal["point"] = "point"
    room: int
    kind: str
    text: str
    tags: tuple[str, ...]
    position: str
    after_close: bool


class StagePointView(View):
    """An approved point that was reported back, for everybody in the meeting."""

    type: Literal["stage_point"] = "stage_point"
    room: int
    kind: str
    text: str
    tags: tuple[str, ...]
    position: str


class ProposalView(View):
    """A proposal that waits for the room's team."""

    type: Literal["proposal"] = "proposal"
    room: int
    kind: str
    text: str
    by: str
    at: Moment


class MyProposalView(View):
    """What became of a proposal, for the one who sent it, in the words that were sent."""

    type: Literal["proposal_mine"] = "proposal_mine"
    room: int
    text: str
    state: Fate


class Undone(View):
    """The answer of an undo: `id` is the point it was about, `undone` the command that was undone."""

    type: Literal["undone"] = "undone"
    undone: str
