"""Text made clean once, where it enters, so that no later sink (database, browser, PDF, Word) can stumble over it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from app.core.sentences import say

if TYPE_CHECKING:
    from collections.abc import Callable

MARKS_PER_LETTER = 8
MARKS_TO_COMPOSE = 30
"""More than any script stacks on a letter. To bring a hundred thousand into order would take half a minute."""

RAW = 16
"""So many times its limit a text may be long before it is cleaned; what is longer still is not even looked at."""

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NONCHARACTERS = range(0xFDD0, 0xFDF0)
_TAGS = range(0xE0000, 0xE0080)
_BLANK_LINES = re.compile(r"\n{4,}")
_SPECIAL = re.compile(r"[^\t\n -~\u00a0-\u02ff]")


def clean(text: str) -> tuple[str, list[str]]:
    """Give the text in NFC without what breaks a sink, and a sentence for each kind of thing that was taken out."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if not _SPECIAL.search(raw):
        return _BLANK_LINES.sub("\n\n\n", unicodedata.normalize("NFC", raw.translate(_LATIN_CONTROLS))), []
    kept, notices = _without_unprintable(raw)
    # Unusual marks first composed, then counted: what NFC joins into one letter is no stack.
    bounded, dropped_many = _without_stacks(kept, MARKS_TO_COMPOSE)
    composed, dropped_few = _without_stacks(unicodedata.normalize("NFC", bounded), MARKS_PER_LETTER)
    if dropped_many or dropped_few:
        notices.append(say("More than {n} accents on one letter were reduced.", n=MARKS_PER_LETTER))
    return _BLANK_LINES.sub("\n\n\n", composed), notices


_LATIN_CONTROLS = dict.fromkeys(range(128, 160))


def _without_unprintable(raw: str) -> tuple[str, list[str]]:
    controls = direction = 0
    kept: list[str] = []
    for letter in raw:
        if letter in _BIDI_CONTROLS:
            direction += 1
        elif _unprintable(letter):
            controls += 1
        else:
            kept.append(letter)
    notices = []
    if controls:
        notices.append("Invisible control characters were taken out.")
    if direction:
        notices.append("Invisible marks that change the writing direction were taken out.")
    return "".join(kept), notices


def _unprintable(letter: str) -> bool:
    if letter in "\n\t":
        return False
    code = ord(letter)
    is_noncharacter = code in _NONCHARACTERS or code & 0xFFFE == 0xFFFE  # noqa: PLR2004 - the last two of every plane
    return is_noncharacter or code in _TAGS or unicodedata.category(letter) in {"Cc", "Cs"}


def _without_stacks(text: str, most: int) -> tuple[str, bool]:
    kept: list[str] = []
    marks = 0
    dropped = False
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in {"Mn", "Me"} else 0
        if marks > most:
            dropped = True
            continue
        kept.append(letter)
    return "".join(kept), dropped


def _cleaner(*, lines: bool, most: int, required: bool) -> Callable[[Any, ValidationInfo], Any]:
    def cleaned(value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 - whatever a client sends
        if not isinstance(value, str):
            return value
        if len(value) > most * RAW:
            raise ValueError(_too_long(most, len(value)))
        text, notices = clean(value)
        if isinstance(info.context, dict):
            told = info.context.setdefault("notices", [])
            told.extend(notice for notice in notices if notice not in told)
        text = text.strip() if lines else " ".join(text.split())
        if required and not text:
            message = "Please write something here." if lines else "Please fill this in."
            raise ValueError(message)
        if len(text) > most:
            raise ValueError(_too_long(most, len(text)))
        return text

    return cleaned


def _too_long(most: int, length: int) -> str:
    return say(
        "This may have at most {most} characters; it has {length}. Shorten it or split it in two.",
        most=most,
        length=length,
    )


def _text(*, lines: bool, most: int, required: bool) -> Any:  # noqa: ANN401 - a validator for Annotated
    return BeforeValidator(_cleaner(lines=lines, most=most, required=required))


Name = Annotated[str, _text(lines=False, most=120, required=True)]
OptionalName = Annotated[str, _text(lines=False, most=120, required=False)]
Title = Annotated[str, _text(lines=False, most=300, required=True)]
OptionalTitle = Annotated[str, _text(lines=False, most=300, required=False)]
Point = Annotated[str, _text(lines=True, most=2_000, required=True)]
Prose = Annotated[str, _text(lines=True, most=65_536, required=False)]
Sentence = Annotated[str, _text(lines=True, most=2_000, required=False)]
Word = Annotated[str, _text(lines=False, most=40, required=False)]
Email = Annotated[str, _text(lines=False, most=254, required=False)]
Tag = Annotated[str, _text(lines=False, most=40, required=True)]


def _checked_address(link: str) -> str:
    if link and not re.fullmatch(r"https?://\S+", link):
        message = say("A link begins with https:// and has no blanks. Copy it whole from the video platform.")
        raise ValueError(message)
    return link


Address = Annotated[str, _text(lines=False, most=1_000, required=False), AfterValidator(_checked_address)]
