"""Filling: a new person from a row, and what a row adds to somebody who is known."""

from __future__ import annotations

import datetime as dt
from typing import Any

from app.accounts.models import Person
from app.attendance.importing.contract import RosterEntry
from app.core.work import Work
from app.meetings.delegations.naming import code_for

Filled = dict[str, list[Any]]
"""By field what it was before and what it is since."""


def new_person(entry: RosterEntry, meeting_id: int, admitted_at: dt.datetime | None) -> Person:
    """Give the person whom a row makes."""
    # Their lists are named as empty, or each new person would be asked for them.
    return Person(
        meeting_id=meeting_id,
        name=entry.person_name,
        in_roster=entry.in_roster,
        admitted_at=admitted_at,
        roles=[],
        places=[],
        **_told(entry),
    )


def fill(entry: RosterEntry, person: Person, work: Work) -> Filled:
    """Add to a person what the row says and was not known; nothing is replaced. Give what was added."""
    added = {field: value for field, value in _told(entry).items() if value and not getattr(person, field)}
    if entry.in_roster and not person.in_roster:
        added["in_roster"] = True
    if not added:
        return {}
    work.change(person).version += 1
    before = {field: getattr(person, field) for field in added}
    for field, value in added.items():
        setattr(person, field, value)
    return {field: [before[field], value] for field, value in added.items()}


def _told(entry: RosterEntry) -> dict[str, Any]:
    return {
        "title": entry.title,
        "email": entry.email.strip().lower(),
        "gender": entry.gender,
        "delegation": code_for(entry.delegation),
        "breakout_wish": entry.breakout,
    }
