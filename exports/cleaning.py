"""Text made safe for every sink: the last guard before a renderer, whatever was let in upstream."""

from __future__ import annotations

import re
import unicodedata

MAX_MARKS_PER_LETTER = 8

# Controls but newline and tab, surrogates, bidi embeddings/overrides/isolates, interlinear marks, the byte order mark,
# tag characters and the object replacement character: invisible, or able to break a renderer or to turn words around.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffc"
    "\ufdd0-\ufdef\U000e0000-\U000e007f]",
)
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_ZERO_WIDTH_RUN = re.compile("([\u200b-\u200f\u2060\u00ad\u034f\u061c\u180e])\\1+")
_BLANK_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")
_SPACES = re.compile(r"[ \t\n]+")
_NONCHARACTER_PLANE_END = 0xFFFE


def clean_text(text: str) -> str:
    """Give `text` in NFC, without characters that no reader sees and some renderer fails on; line breaks are kept."""
    text = _BREAKS.sub("\n", text)
    text = _UNWANTED.sub("", text)
    text = "".join(filter(_is_character, text)) if not text.isascii() else text
    # Trimmed first because ordering a long pile of marks takes quadratic time, and again because NFC may split letters.
    text = _without_piled_marks(unicodedata.normalize("NFC", _without_piled_marks(text)))
    text = _ZERO_WIDTH_RUN.sub(r"\1", text)
    return _BLANK_LINES.sub("\n\n", text)


def clean_line(text: str) -> str:
    """Give `text` cleaned, on one line, without double or outer spaces."""
    return _SPACES.sub(" ", clean_text(text)).strip()


def shorten(text: str, length: int) -> str:
    """Give `text` in at most `length` characters, with an ellipsis where words were cut off."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > length // 2 else cut).rstrip() + "…"


def _is_character(character: str) -> bool:
    return ord(character) & _NONCHARACTER_PLANE_END != _NONCHARACTER_PLANE_END


def _without_piled_marks(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    marks = MAX_MARKS_PER_LETTER  # a mark with no letter to sit on has no glyph of its own
    for character in text:
        if unicodedata.category(character) in {"Mn", "Me"}:
            marks += 1
            if marks > MAX_MARKS_PER_LETTER:
                continue
        else:
            marks = MAX_MARKS_PER_LETTER if character.isspace() else 0
        kept.append(character)
    return "".join(kept)
