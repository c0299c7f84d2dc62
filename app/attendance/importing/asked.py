"""What the page of an import sends when it asks what rows would become."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from app.attendance.importing.contract import RowNumber
from app.attendance.importing.plan import Asked
from app.attendance.importing.sheet import LONGEST_CELL, MOST_ROWS
from app.attendance.roster import RosterRow
from app.core.contract import Sent

Text = Annotated[str, Field(max_length=LONGEST_CELL)]


class AskedRow(Sent):
    """A row as it stands on the page, and what was decided about it."""

    row: RowNumber
    name: Text = ""
    delegation: Text = ""
    email: Text = ""
    gender: Text = ""
    breakout: Text = ""
    title: Text = ""
    decision: Annotated[str, Field(pattern=r"^(different|leave out|(person|row):\d{1,10})?$")] = ""

    def asked(self) -> Asked:
        """Give the row as the plan takes it."""
        row = RosterRow(self.row, self.name, self.delegation, self.email, self.gender, self.breakout, title=self.title)
        return Asked(row, self.decision)


class AskedRows(Sent):
    """All rows of a roster, and the digest of the file they came from; empty for pasted cells."""

    digest: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    rows: Annotated[tuple[AskedRow, ...], Field(max_length=MOST_ROWS)]
