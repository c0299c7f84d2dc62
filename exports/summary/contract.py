"""Commands and views of the summary."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Id, Moment, Version, View
from app.core.text import Prose

Key = Annotated[str, Field(pattern=r"^[a-z0-9_:.-]{1,80}$")]
"""Names a section as the compiler does, such as room:3:points."""


class WriteSection(Command):
    """Write a section of the summary in one's own words."""

    name: ClassVar[str] = "section.write"
    meeting: Id
    key: Key
    body: Prose
    base: Version


class RestoreSection(Command):
    """Put the compiled text of a section back."""

    name: ClassVar[str] = "section.restore"
    meeting: Id
    key: Key


class ClearSummary(Command):
    """Clear this very text, as the co-chair one is."""

    name: ClassVar[str] = "summary.clear"
    meeting: Id
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class WithdrawClearance(Command):
    """Take one's clearance back."""

    name: ClassVar[str] = "summary.withdraw"
    meeting: Id


class SectionView(View):
    """A person's words for a section, or that the compiled text stands again."""

    type: Literal["section"] = "section"
    edited: bool
    body: str
    base: str
    version: int
    edited_by: str
    edited_at: Moment


class ClearanceView(View):
    """A co-chair's clearance of the text with this digest."""

    type: Literal["clearance"] = "clearance"
    co_chair: str
    digest: str
    by: str
    at: Moment
