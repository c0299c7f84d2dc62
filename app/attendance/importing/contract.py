"""Commands and views of importing a roster."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.attendance.contract import Imported
from app.core.contract import Command, Flag, Id, Moment, Sent, View, Whole
from app.core.text import Email, Name, OptionalName, OptionalTitle, Word

MOST_PEOPLE = 20_000
Became = Literal["created", "matched", "joined", "refused", "left_out"]
RowNumber = Annotated[Whole, Field(ge=0, le=10_000_000)]


class RosterEntry(Sent):
    """A person as a roster has them; what it does not say is empty. `breakout` is the room they chose, in its words.

    `row` is the line of the file. `same_as` is a person of the meeting who this is, `joins` an earlier row of the
    file that is the same person: what the roster says more of them is added to what is known, and nothing replaced.
    """

    person_name: Name
    title: OptionalTitle = ""
    email: Email = ""
    gender: Annotated[Word, Field(max_length=20)] = ""
    delegation: OptionalName = ""
    breakout: OptionalTitle = ""
    in_roster: Flag = True
    row: RowNumber = 0
    same_as: Id | None = None
    joins: RowNumber | None = None
    why: OptionalTitle = ""

    @property
    def new(self) -> bool:
        """Whether the row makes somebody new."""
        return self.same_as is None and self.joins is None


class LeftRow(Sent):
    """A row of the file that became nobody, and why."""

    row: RowNumber
    became: Literal["refused", "left_out"]
    why: OptionalTitle = ""


class ImportRoster(Command):
    """Put everybody of a roster into the meeting.

    With a `file` and its `digest` (SHA-256) the import is remembered and can be taken back. `newest` is the youngest
    person whom the preview knew (0 for nobody): if others have come since, it has to be looked at again.
    """

    name: ClassVar[str] = "roster.import"
    meeting: Id
    people: Annotated[tuple[RosterEntry, ...], Field(max_length=MOST_PEOPLE)]
    admit: Flag = False
    file: OptionalTitle = ""
    digest: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    newest: Annotated[Whole, Field(ge=0)] | None = None
    left: Annotated[tuple[LeftRow, ...], Field(max_length=MOST_PEOPLE)] = ()


class UndoImport(Command):
    """Take a whole import back."""

    name: ClassVar[str] = "roster.undo_import"
    roster_import: Id


class RosterImported(Imported):
    """What an import made: the ids of its people in the order of the rows, and its own number, 0 if not remembered."""

    type: Literal["imported"] = "imported"
    roster_import: int = 0


class ImportUndone(View):
    """What taking an import back did.

    So many people are gone, so many are again as they were before, and these stayed, since they had come in.
    """

    type: Literal["import_undone"] = "import_undone"
    removed: int
    restored: int
    kept: tuple[str, ...]


class ImportView(View):
    """An import of this meeting, for the secretariat."""

    type: Literal["roster_import"] = "roster_import"
    file: str
    at: Moment
    by: str
    created: int
    matched: int
    joined: int
    refused: int
    left_out: int
    undone_at: Moment | None
    undone_by: str
    kept: tuple[str, ...]
