"""Who sees what: from a row to the views of it, each on the stream of one audience.

One projection serves both the snapshot and the change, so the two cannot drift apart. A projection gives nothing for
a row that an audience may not see (a removed point, a draft outside its room): the difference before and after a
command says what to `put` and what to `drop`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.orm import Session

from app.core.contract import LARGEST_ID, View
from app.core.errors import Forbidden

if TYPE_CHECKING:
    from app.core.rules import Rule

Row = TypeVar("Row")

Shown = tuple[str, View]
"""A stream's name and what is seen there."""

_STREAM = re.compile(r"([a-z]+):([1-9][0-9]{0,9})((?::[a-z]+)?)")

_projections: dict[type, list[Callable[[Session, Any], Iterable[Shown]]]] = {}
_kinds: dict[str, StreamKind] = {}
_fillings: dict[str, list[Callable[[Session, int], Iterable[Any]]]] = {}
_measures: list[Callable[[Session, int], Iterable[Shown]]] = []


@dataclass(frozen=True)
class StreamKind:
    """A kind of audience, `room:staff`, with the loader of its subject and the rule of who may follow."""

    name: str
    load: Callable[[Session, int], Any]
    follow: Rule


def shows(
    model: type[Row],
) -> Callable[[Callable[[Session, Row], Iterable[Shown]]], Callable[[Session, Row], Iterable[Shown]]]:
    """Declare a projection of a table's rows; a table may have several, one per subject that shows it."""

    def declare(projection: Callable[[Session, Row], Iterable[Shown]]) -> Callable[[Session, Row], Iterable[Shown]]:
        _projections.setdefault(model, []).append(projection)
        return projection

    return declare


def stream_kind(name: str, load: Callable[[Session, int], Any], follow: Rule) -> None:
    """Declare a kind of stream; a stream nobody declared cannot be followed."""
    _kinds[name] = StreamKind(name, load, follow)


def fills(kind: str) -> Callable[[Callable[[Session, int], Iterable[Any]]], Callable[[Session, int], Iterable[Any]]]:
    """Declare which rows a fresh copy of a stream of this kind is made from."""

    def declare(rows: Callable[[Session, int], Iterable[Any]]) -> Callable[[Session, int], Iterable[Any]]:
        _fillings.setdefault(kind, []).append(rows)
        return rows

    return declare


def measures(measure: Callable[[Session, int], Iterable[Shown]]) -> Callable[[Session, int], Iterable[Shown]]:
    """Declare figures of a meeting that are told at most once a second instead of with each change."""
    _measures.append(measure)
    return measure


def projected(model: type) -> bool:
    """Say whether rows of this table are shown to anybody."""
    return model in _projections


def views_of(db: Session, row: Any) -> Iterator[Shown]:  # noqa: ANN401 - any mapped row
    """Give everything that is seen of the row, by stream."""
    for projection in _projections.get(type(row), ()):
        yield from projection(db, row)


def measured(db: Session, meeting_id: int) -> Iterator[Shown]:
    """Give the figures of the meeting as they are now, by stream."""
    for measure in _measures:
        yield from measure(db, meeting_id)


def rows_of(db: Session, stream: str) -> Iterator[Any]:
    """Give the rows that a fresh copy of the stream is made from."""
    kind, subject_id = split(stream)
    for rows in _fillings.get(kind, ()):
        yield from rows(db, subject_id)


def split(stream: str) -> tuple[str, int]:
    """Take `room:12:staff` apart into its kind `room:staff` and its subject 12; refuse what is no stream."""
    shape = _STREAM.fullmatch(stream)
    kind = f"{shape[1]}{shape[3]}" if shape else ""
    if shape is None or kind not in _kinds or int(shape[2]) > LARGEST_ID:
        raise Forbidden
    return kind, int(shape[2])


def kind_of(name: str) -> StreamKind:
    """Give the declared kind of stream."""
    return _kinds[name]


def kinds() -> tuple[StreamKind, ...]:
    """Give all kinds of streams, for the documentation and the tests."""
    return tuple(_kinds.values())
