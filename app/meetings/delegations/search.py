"""Searching: the delegations offered while somebody types, in any of the six languages, a slip of the pen forgiven."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from rapidfuzz.distance import OSA

from app.meetings.delegations.names import all_names, name_of
from app.meetings.delegations.spelling import fold, key, spellings_by_code
from app.meetings.delegations.table import by_code, every_delegation

LONG_ENOUGH_INSIDE = 3
LONG_ENOUGH_FOR_A_SLIP = 4
LONG_ENOUGH_FOR_TWO = 8
LONGEST = 120
WHOLE, BEGINNING_OF_NAME, BEGINNING, WORD_OF_NAME, WORD, INSIDE, SLIP = range(7)


@dataclass(frozen=True, slots=True)
class Found:
    """A delegation that what was typed may become.

    `name` is its short name in the reader's language; `matched` the spelling that was found, empty where that is the
    name itself.
    """

    code: str
    name: str
    matched: str


def search(prefix: str, limit: int = 8, lang: str = "en") -> tuple[Found, ...]:
    """At most `limit` delegations that `prefix` may become, best first; none for an empty prefix.

    Best is a whole spelling, then the beginning of a printed or official name in any language, of any other spelling,
    of a word in a name, of a word in another spelling, the middle of a word (three letters or more), and where nothing
    of these is found a beginning with a slip of the pen (one from four letters on, two from eight). Of equals the one
    with fewer words in its usual name is the likelier: "Corée" is the Republic of Korea before its neighbour.
    """
    typed = fold(prefix[:LONGEST])
    if not typed:
        return ()
    return tuple(
        Found(code, name_of(code, lang), _worth_saying(spelling, typed, name_of(code, lang)))
        for code, spelling in _ranked(typed, key(prefix[:LONGEST]))[:limit]
    )


@lru_cache(maxsize=2048)
def _ranked(typed: str, squashed: str) -> tuple[tuple[str, str], ...]:
    ranked: list[tuple[int, int, int, str, str]] = []
    for place, (code, names) in enumerate(_folded().items()):
        best = min(_ranks(typed, squashed, names), default=None)
        if best is not None:
            # Names that begin with what was typed stand in the order of the alphabet, where people look for them.
            likely = len(by_code()[code].short.split()) if best[0] > BEGINNING_OF_NAME else 0
            ranked.append((best[0], likely, place, code, best[2]))
    if ranked:
        return tuple((code, spelling) for _, _, _, code, spelling in sorted(ranked))
    return tuple((code, spelling) for _, _, code, spelling in sorted(_with_a_slip(typed)))


@dataclass(frozen=True, slots=True)
class _Name:
    """A spelling as written, folded, as a key; whether it is a name of the tables."""

    written: str
    folded: str
    key: str
    printed: bool


def _ranks(typed: str, squashed: str, names: tuple[_Name, ...]) -> Iterator[tuple[int, int, str]]:
    for at, name in enumerate(names):
        rank = WHOLE if squashed == name.key else _rank(typed, name)
        if rank is not None:
            yield rank, at, name.written


def _rank(typed: str, name: _Name) -> int | None:
    if typed not in name.folded:
        return None
    if typed == name.folded:
        return WHOLE
    if name.folded.startswith(typed):
        return BEGINNING_OF_NAME if name.printed else BEGINNING
    if f" {typed}" in name.folded:
        return WORD_OF_NAME if name.printed else WORD
    return INSIDE if len(typed) >= LONG_ENOUGH_INSIDE else None


def _with_a_slip(typed: str) -> Iterator[tuple[int, int, str, str]]:
    if len(typed) < LONG_ENOUGH_FOR_A_SLIP:
        return
    most = 2 if len(typed) >= LONG_ENOUGH_FOR_TWO else 1
    for place, (code, names) in enumerate(_folded().items()):
        near = min(((_distance(typed, name.folded, most), name.written) for name in names), key=lambda one: one[0])
        if near[0] <= most:
            yield SLIP + near[0], place, code, near[1]


def _distance(typed: str, name: str, most: int) -> int:
    """How far what was typed is from the beginning of any word of the name; more than `most` says no nearer than that.

    The first letter has to be right: people look at it, and it keeps "Iran" and "Oman" apart.
    """
    length = len(typed)
    starts = [0, *(at + 1 for at, letter in enumerate(name) if letter == " ")]
    return min(
        (
            OSA.distance(typed, name[start : start + size], score_cutoff=most)
            for start in starts
            if name[start : start + 1] == typed[0]
            for size in range(max(1, length - 1), length + 2)
        ),
        default=most + 1,
    )


def _worth_saying(spelling: str, typed: str, name: str) -> str:
    shown = fold(name)
    return "" if fold(spelling) == shown or f" {typed}" in f" {shown}" else spelling


@cache
def _folded() -> Mapping[str, tuple[_Name, ...]]:
    spellings = spellings_by_code()
    return MappingProxyType(
        {
            row.code: tuple(
                _Name(name, fold(name), key(name), printed=name in all_names(row.code)) for name in spellings[row.code]
            )
            for row in every_delegation()
        },
    )
