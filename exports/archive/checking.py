"""Whether an archive is true to itself: every number leads to a row, and nothing stands twice that stands once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.core.errors import Invalid
from app.core.sentences import say
from exports.archive.tables import HELD, Held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.core.contract import Sent
    from exports.archive.files import Archive


def check(archive: Archive) -> None:
    """Raise Invalid, naming file and field, where a row refers to one that is not there, or stands twice."""
    numbers = {held.list: [row.no for row in rows_of(archive, held)] for held in HELD if held.is_numbered}
    known = {name: set(there) for name, there in numbers.items()}
    for held in HELD:
        if held.is_numbered and len(known[held.list]) < len(numbers[held.list]):
            _refuse(held, 0, "no", say("Two rows have the same number."))
        for at, row in enumerate(rows_of(archive, held)):
            for field, other in {**held.refers, **held.later}.items():
                if any(number not in known[other] for number in _numbers(getattr(row, field))):
                    _refuse(held, at, field, say("There is no such row in “{list}”.", list=other))
        _check_unique(held, rows_of(archive, held))


def rows_of(archive: Archive, held: Held) -> tuple[Any, ...]:
    """Give the rows of a list; none where its file is not in the archive."""
    part = getattr(archive, held.file)
    return tuple(getattr(part, held.list)) if part is not None else ()


def _check_unique(held: Held, rows: tuple[Sent, ...]) -> None:
    seen = set()
    for at, row in enumerate(rows) if held.unique else ():
        key = tuple(getattr(row, field) for field in held.unique)
        if key in seen:
            _refuse(held, at, held.unique[0], say("This stands in the list twice."))
        seen.add(key)


def _numbers(value: int | tuple[int, ...] | None) -> Iterator[int]:
    if isinstance(value, tuple):
        yield from value
    elif value is not None:
        yield value


def _refuse(held: Held, at: int, field: str, why: str) -> None:
    where = f"{held.list}.{at}.{field}"
    raise Invalid(say("{file}: “{where}” cannot be taken. {why}", file=f"{held.file}.json", where=where, why=why))
