"""Likeness: whom of the people we know somebody may be who typed a name and a delegation at the door."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

from app.attendance.naming import is_telling, read_name, words
from app.attendance.nearness import near

NEAR_ENOUGH = 86
"""Of a hundred: a slip or two in a name of two words, not another name."""

WHOLE_WORD = 4
"""Letters of a word that says something when it stands alone, such as a family name."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody by name and delegation (a code of the table, or words as typed)."""

    id: int
    name: str
    delegation: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whom somebody may be, and why: `same` name and delegation, a `near` name, the same `name` for another one."""

    id: int
    why: str


_RANKS = ("same", "near", "name")


def is_same(one: Known, other: Known) -> bool:
    """Say whether two write their name and their delegation alike, capitals and blanks aside."""
    return _plain(one.name) == _plain(other.name) and _plain(one.delegation) == _plain(other.delegation)


def likest(newcomer: Known, known: Iterable[Known]) -> Likeness | None:
    """Give the one person whom the newcomer may be; nobody, where it is nobody or where two are equally like."""
    found = [Likeness(each.id, why) for each in known if (why := _likeness(newcomer, each))]
    for rank in _RANKS:
        of_rank = [each for each in found if each.why == rank]
        if of_rank:
            return of_rank[0] if len(of_rank) == 1 else None
    return None


def _likeness(newcomer: Known, other: Known) -> str:
    if is_same(newcomer, other):
        return "same"
    own, theirs = _own_words(newcomer.name), _own_words(other.name)
    if not is_telling(" ".join(own)) or not is_telling(" ".join(theirs)):
        return ""
    if _plain(newcomer.delegation) != _plain(other.delegation):
        return "name" if own == theirs and len(own) > 1 and not _figures(own) else ""
    if own == theirs:
        return "same"
    return "near" if _figures(own) == _figures(theirs) and _is_near(own, theirs) else ""


def _is_near(own: list[str], theirs: list[str]) -> bool:
    if near(own, theirs):
        return True
    short = min(own, theirs, key=len)
    part = len(short) == 1 and len(short[0]) >= WHOLE_WORD and token_set_ratio(" ".join(own), " ".join(theirs)) == 100  # noqa: PLR2004 - every word of it
    return part or token_sort_ratio(" ".join(own), " ".join(theirs)) >= NEAR_ENOUGH


def _own_words(name: str) -> list[str]:
    return sorted(words(read_name(name).sure.rest))


def _figures(found: list[str]) -> set[str]:
    return {word for word in found if word.isdigit()}


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
