"""Commands and views of links."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.accounts.contract import LinkView
from app.core.contract import Command, Id, View


class RevokeLinks(Command):
    """Withdraw a person's links; whoever came in by one of them is signed out."""

    name: ClassVar[str] = "link.revoke"
    person: Id


class RotateLink(Command):
    """Change a person's link for a new one; whoever came in by an earlier one is signed out."""

    name: ClassVar[str] = "link.rotate"
    person: Id


class RevokeAllLinks(Command):
    """Withdraw the links of many, or of everybody but oneself; whoever came in by one of them is signed out."""

    name: ClassVar[str] = "link.revoke_all"
    meeting: Id
    people: Annotated[tuple[Id, ...], Field(max_length=5_000)] | None = None


class IssueLinks(Command):
    """Make new links for many people; earlier unused ones of theirs stop working."""

    name: ClassVar[str] = "link.issue_all"
    meeting: Id
    people: Annotated[tuple[Id, ...], Field(max_length=5_000)]


class LinksView(View):
    """New links' secrets, shown once, in the order in which they were asked for."""

    type: Literal["links"] = "links"
    links: tuple[LinkView, ...]


class Withdrawn(View):
    """How many links were withdrawn and how many browsers signed out."""

    type: Literal["withdrawn"] = "withdrawn"
    links: int
    sessions: int
