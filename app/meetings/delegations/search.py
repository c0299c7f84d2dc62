"""Searching: the delegations offered while somebody types."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from app.meetings.delegations.spelling import fold, key, spellings_by_code
from app.meetings.delegations.table import Delegation, every_delegation

PRINTED_NAMES = 2
LONG_ENOUGH_INSIDE = 3


def search(prefix: str, limit: int = 8) -> tuple[Delegation, ...]:
    """At most `limit` delegations that `prefix` may become, best first; none for an empty prefix.

    Best is a whole spelling, then the beginning of the printed or official name, of any other spelling, of a word in
    the printed name, of a word in another spelling, and last the middle of a word (three letters or more).
    """
    typed = fold(prefix)
    if not typed:
        return ()
    ranked = [
        (rank, place, row)
        for place, row in enumerate(every_delegation())
        if (rank := _rank(typed, key(prefix), row.code)) is not None
    ]
    return tuple(row for _, _, row in sorted(ranked, key=lambda entry: entry[:2])[:limit])


def _rank(typed: str, squashed: str, code: str) -> int | None:
    names = enumerate(_folded()[code])
    ranks = [
        0 if squashed == name_key else _rank_of_name(typed, name, printed=place < PRINTED_NAMES)
        for place, (name, name_key) in names
    ]
    return min((rank for rank in ranks if rank is not None), default=None)


def _rank_of_name(typed: str, name: str, *, printed: bool) -> int | None:
    if typed == name:
        return 0
    if name.startswith(typed):
        return 1 if printed else 2
    if f" {typed}" in name:
        return 3 if printed else 4
    return 5 if len(typed) >= LONG_ENOUGH_INSIDE and typed in name else None


@cache
def _folded() -> Mapping[str, tuple[tuple[str, str], ...]]:
    return MappingProxyType(
        {code: tuple((fold(name), key(name)) for name in names) for code, names in spellings_by_code().items()},
    )
