"""Checking one row of a roster: what would be refused, and what whoever imports should know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import cast

from pydantic import ValidationError
from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.attendance.importing import words
from app.attendance.importing.contract import RosterEntry
from app.attendance.roster import RosterRow
from app.core.text import clean
from app.meetings.delegations.names import name_of
from app.meetings.delegations.naming import code_for
from app.meetings.delegations.spelling import codes_by_key, key
from app.meetings.delegations.table import by_code

QUOTED = 60
LONG_ENOUGH = 5
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_FORMULA = re.compile(r"[=+@-]\S")


@dataclass(frozen=True, slots=True)
class Checked:
    """A row as it would be kept: the delegation as a code of the table or as words, and by field what to mend."""

    name: str
    email: str
    delegation: str
    errors: Mapping[str, str]
    remarks: tuple[str, ...]


FIELDS: Mapping[str, str] = MappingProxyType({"person_name": "name"})
"""A field of the command by its name in a row, where the two differ."""


def check(row: RosterRow) -> Checked:
    """Check a row as the command that writes it would, and remark what is odd."""
    cells = {
        "person_name": row.name,
        "title": row.title,
        "email": row.email if _ADDRESS.fullmatch(row.email) else "",
        "gender": row.gender,
        "delegation": row.delegation,
        "breakout": row.breakout,
    }
    notices: list[str] = []
    errors: dict[str, str] = {}
    try:
        RosterEntry.model_validate(cells, context={"notices": notices})
    except ValidationError as wrong:
        errors = {
            FIELDS.get(str(error["loc"][0]), str(error["loc"][0])): _sentence(error.get("ctx", {}), error["msg"])
            for error in wrong.errors()
        }
    delegation = code_for(row.delegation) if "delegation" not in errors else row.delegation[:QUOTED]
    name = " ".join(clean(row.name[: 16 * 120])[0].split())
    remarks = () if errors else (*notices, *_remarks(row, delegation))
    return Checked(name, str(cells["email"]).strip().lower(), delegation, errors, remarks)


def _sentence(context: dict[str, object], message: str) -> str:
    own = context.get("error")
    return cast("str", own.args[0]) if isinstance(own, ValueError) else message


def _remarks(row: RosterRow, delegation: str) -> Iterator[str]:
    if row.email and not _ADDRESS.fullmatch(row.email):
        yield words.no_address(row.email[:QUOTED])
    if not delegation:
        yield words.NO_DELEGATION
    elif delegation not in by_code():
        yield words.unknown_delegation(delegation[:QUOTED], _perhaps(delegation))
    for cell in (row.name, row.title, row.delegation, row.breakout):
        if _FORMULA.match(cell):
            yield words.a_formula(cell[:QUOTED])


@lru_cache(maxsize=4096)
def _perhaps(delegation: str) -> str:
    """The one delegation that has a name near this one, or none: what may be offered, but not taken for granted."""
    typed = key(delegation)
    if len(typed) < LONG_ENOUGH or len(typed) > QUOTED:
        return ""
    near = process.extract(typed, codes_by_key().keys(), scorer=OSA.distance, score_cutoff=2, limit=None)
    codes = {codes_by_key()[known] for known, _, _ in near}
    return name_of(codes.pop()) if len(codes) == 1 else ""
