"""What happens to people's presence that rooms react to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from app.accounts.models import Person


@dataclass(frozen=True)
class PeopleArrived:
    """People of one meeting are present and let in."""

    people: tuple[Person, ...]


@dataclass(frozen=True)
class PersonLeft:
    """A person was last present at `at`."""

    person: Person
    at: dt.datetime
