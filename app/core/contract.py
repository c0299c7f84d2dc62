"""What every command and every view of a thing has in common."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from app.core.clock import iso

Moment = Annotated[dt.datetime, PlainSerializer(iso, return_type=str, when_used="json")]
"""A moment in UTC, written with a trailing Z and milliseconds."""

LARGEST_ID = 2**31 - 1

Id = Annotated[int, Field(gt=0, le=LARGEST_ID, strict=True)]
"""A number that the server gave; one that no database column can hold is refused before it gets there."""

Whole = Annotated[int, Field(strict=True)]
"""A whole number: neither 1.0 nor "1"."""

Flag = Annotated[bool, Field(strict=True)]
"""True or false: neither 1 nor "yes"."""

Version = Annotated[int, Field(ge=0, le=LARGEST_ID, strict=True)]
"""The version of a text that a person started from; 0 before the first."""


class Sent(BaseModel):
    """What comes from outside. Unknown fields are refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Command(Sent):
    """Something that a person asks for, in the imperative; `name` is its name on the wire."""

    name: ClassVar[str]


class View(BaseModel):
    """What one audience may see of one thing: `type` and `id` name it, the rest replaces what was known before."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    type: str
    id: int | str

    def thing(self) -> dict[str, Any]:
        """Give the view as it travels: plain JSON values."""
        return self.model_dump(mode="json")


class Done(View):
    """The answer of a command that has nothing more to say than that it was carried out."""

    type: str = "done"
    id: int | str = 0
