"""Naming: a name as shown in a call or typed in a roster, taken apart into whom it speaks for and who it is."""

# ruff: noqa: RUF001 - names come in six scripts, with their own brackets, dashes and letters

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.attendance.vocabulary import (
    LABELS,
    LETTERS_THAT_ARE_NO_STATE,
    STATES_THAT_ARE_NAMES,
    TITLES,
    is_device,
)
from app.meetings.delegations.resolve import resolve, resolve_exactly
from app.meetings.delegations.spelling import fold
from app.meetings.delegations.table import Delegation

LONGEST_NAME = 300
LONGEST_CODE = 3
_ADDED = re.compile(
    r"\s*[(\[](?:guest|unverified|external|host|co-host|me|(?:she|he|they)\W\w+|elle|ella|él|il)[)\]]", re.IGNORECASE
)
_BRACKET_BEHIND = re.compile(r"^(?P<rest>.*\S)\s*[(\[（](?P<inside>(?:[^()\[\]（）]|\([^()]*\))+)[)\]）]$")
_BRACKET_BEFORE = re.compile(r"^[(\[（](?P<inside>[^()\[\]（）]+)[)\]）]\s*[-–—:]?\s*(?P<rest>\S.*)$")
_STRONG = re.compile(
    r"\s+[-–—‐]+\s*|\s*[-–—‐]+\s+|\s*[–—|/_:@•·;：｜／]\s*|(?<=[\u3400-\u9fff])-|-(?=[\u3400-\u9fff])",
)
_WEAK = re.compile(r"\s*[,，、]\s*|(?<=\w)[-‐](?=\w)")
_DIGIT_EDGE = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_NUMBER = re.compile(r"\b0+(?=\d)")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: the delegation in it, or none, and what remains as the person's own name."""

    delegation: Delegation | None
    rest: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name taken apart: the reading that is sure, readings that need another proof, and whether it is a device."""

    sure: Reading
    possible: tuple[Reading, ...]
    device: bool


@lru_cache(maxsize=16384)
def read_name(text: str) -> Named:
    """Take a name apart. A delegation is sure in brackets, beside a dash or bar, and before or behind a mere label.

    "Jordan Lee" or "FRANCE Anatole" name no State: a country's name beside a personal name, with only a blank or a
    comma between, is a possible reading that the roster has to confirm.
    """
    tidy = _ADDED.sub("", " ".join(text[:LONGEST_NAME].split())).strip()
    sure = _sure(tidy) or Reading(None, tidy)
    possible = () if sure.delegation else tuple(_without_separator(tidy, sure_only=False))
    return Named(sure, possible, is_device(words(sure.rest), sure.rest) or is_device(words(tidy), tidy))


def name_key(rest: str) -> str:
    """Equal for every way of writing one personal name: folded words without titles, in alphabetical order."""
    return " ".join(sorted(words(rest)))


def words(text: str) -> list[str]:
    """The folded words of a name, numbers apart from letters and without leading zeros, forms of address left out."""
    folded = _NUMBER.sub("", _DIGIT_EDGE.sub(" ", fold(_ascii_digits(text))))
    return [word for word in folded.split() if word not in TITLES]


def is_label(text: str) -> bool:
    """Whether the text is a mere label, "Delegate 3" or "代表", and no personal name."""
    found = words(text)
    return bool(found) and all(word in LABELS or word.isdigit() for word in found)


def is_telling(text: str) -> bool:
    """Whether the text can tell one person of a delegation from another: a label does so only with a number."""
    found = words(text)
    return any(word not in LABELS for word in found) and not (len(found) == 1 and found[0].isdigit())


def _sure(text: str) -> Reading | None:
    whole = resolve_exactly(text)
    if whole:
        return Reading(whole, "")
    return _in_brackets(text) or _beside_strong(text) or next(_without_separator(text, sure_only=True), None)


def _in_brackets(text: str) -> Reading | None:
    for pattern in (_BRACKET_BEHIND, _BRACKET_BEFORE):
        found = pattern.match(text)
        if found and (reading := _from_bracket(found["rest"], found["inside"])):
            return reading
    return None


def _from_bracket(rest: str, inside: str) -> Reading | None:
    inner, outer = _delegation_alone(inside, resolve(inside)), _sure(rest)
    if inner and outer and outer.delegation:
        # "UN - Ana Silva (UNDP)": the nearer name says more. Two different delegations prove nothing.
        return Reading(inner, outer.rest) if outer.delegation.code in (inner.code, "un:un") else None
    if inner:
        return Reading(inner, rest)
    return outer if outer and outer.rest else _sure_person(inside)


def _sure_person(text: str) -> Reading | None:
    reading = _sure(text)
    return reading if reading and reading.rest else None


def _beside_strong(text: str) -> Reading | None:
    readings = list(_split(text, _STRONG))
    claimed = {reading.delegation for reading in readings}
    claimed |= {inner.delegation for reading in readings if (inner := _in_brackets(reading.rest))}
    return readings[0] if len(claimed) == 1 else None


def _split(text: str, separators: re.Pattern[str]) -> Iterator[Reading]:
    for found in separators.finditer(text):
        before, behind = text[: found.start()].strip(), text[found.end() :].strip()
        for side, rest in ((before, behind), (behind, before)):
            delegation = _delegation_alone(side, resolve_exactly(side))
            if delegation and rest:
                yield Reading(delegation, rest)


def _delegation_alone(text: str, delegation: Delegation | None) -> Delegation | None:
    """The delegation, unless the text is letters that stand behind names for other things ("MD", "IT", "Ben")."""
    short = len(text) <= LONGEST_CODE
    return None if short and (text.upper() in LETTERS_THAT_ARE_NO_STATE or text.upper() != text) else delegation


def _without_separator(text: str, *, sure_only: bool) -> Iterator[Reading]:
    yield from (reading for reading in _split(text, _WEAK) if not sure_only or is_label(reading.rest))
    parts = text.split()
    for size in range(len(parts) - 1, 0, -1):
        for part, rest in ((parts[:size], parts[size:]), (parts[-size:], parts[:-size])):
            side, remaining = " ".join(part).strip(",;:-"), " ".join(rest).strip(",;:- ")
            delegation = _delegation_alone(side, resolve_exactly(side))
            if delegation and remaining and (not sure_only or _proves(side, remaining, delegation)):
                yield Reading(delegation, remaining)
    for split in (place for place in range(len(text) - 1, 0, -1) if _HAN.match(text)):
        delegation = resolve_exactly(text[:split])
        if delegation and is_label(text[split:]):
            yield Reading(delegation, text[split:])


def _proves(side: str, remaining: str, delegation: Delegation) -> bool:
    several_words = len(fold(side).split()) > 1 and not set(fold(side).split()) & STATES_THAT_ARE_NAMES
    acronym = delegation.kind in ("un", "observer") and side.isupper() and len(side) > LONGEST_CODE - 1
    return is_label(remaining) or several_words or acronym


def _ascii_digits(text: str) -> str:
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)
