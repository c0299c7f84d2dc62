"""What a backup holds: a zip with the database, the finished exports, and a list of both with their checksums."""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT: Final = "rapport backup"
VERSION = 1
LIST = "backup.json"
KEY = "secret-key"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}
"""The database's file in the backup, by the kind of database."""

_EXPORT = re.compile(r"exports/[1-9][0-9]{0,9}\.(pdf|html|md|json)")


class BackupRefused(Exception):  # noqa: N818 - an answer for the operator
    """A backup could not be taken or put back; the sentence says why, and what to do."""


class Listed(BaseModel):
    """A file of the backup."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    bytes: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Counts(BaseModel):
    """How much is in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    meetings: int
    people: int
    points: int


class Contents(BaseModel):
    """The list in the backup."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    format: Literal["rapport backup"]
    version: Annotated[int, Field(ge=1)]
    made_at: str
    program: str
    database: Literal["sqlite", "postgresql"]
    revision: str
    """The revision of the database's shape."""
    mark: str
    """Where the database stood: changes with everything that is written."""
    counts: Counts
    files: dict[str, Listed]


def may_be_in_a_backup(name: str) -> bool:
    """Say whether a backup can hold a file of this name; no other is ever unpacked."""
    return name in {LIST, KEY, *DATABASES.values()} or _EXPORT.fullmatch(name) is not None
