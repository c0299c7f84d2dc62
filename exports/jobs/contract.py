"""Commands and views of exports."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Flag, Id, Moment, View
from app.core.text import Sentence

Format = Literal["pdf", "html", "markdown", "json"]


class RequestExport(Command):
    """Ask for the summary as a document."""

    name: ClassVar[str] = "export.request"
    meeting: Id
    format: Format


class CancelExport(Command):
    """Stop the making of a document."""

    name: ClassVar[str] = "export.cancel"
    export: Id


class ReportProgress(Command):
    """Say how far a document has come."""

    name: ClassVar[str] = "export.progress"
    export: Id
    step: Annotated[str, Field(max_length=120)]
    page: int


class FinishExport(Command):
    """Say that a document lies ready."""

    name: ClassVar[str] = "export.finish"
    export: Id
    bytes: int
    sha256: Annotated[str, Field(max_length=64)]
    pages: int
    draft: Flag
    why: Sentence = ""


class FailExport(Command):
    """Say that a document could not be made, and why."""

    name: ClassVar[str] = "export.fail"
    export: Id
    why: Sentence


class ExportView(View):
    """A document: asked for, being made, or ready."""

    type: Literal["export"] = "export"
    format: str
    state: str
    step: str
    page: int
    made_at: Moment
    by: str
    bytes: int
    sha256: str
    pages: int
    draft: Flag
    why: str
