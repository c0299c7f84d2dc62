"""One style for all bullets: initial capital, no semicolon at the end, a full stop after sentences; words untouched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from exports.cleaning import clean_line
from exports.scripts import script_of, script_of_character
from exports.source import PointSource
from exports.words.vocabulary import Words

_WORDS_IN_A_PHRASE = 6
_LEADING_MARK = re.compile(r"^(?:[•◦▪‣·*]\s*|[-–—]\s+)+")
_LOOSE_END = re.compile(r"(?:\s*[;,])+$")
_CLOSERS = "”’\"')]»"
_AFTER_A_WORD = ',.;:!?…”"»'
_ENDS = (".", "!", "?", "…", ":")
_SENTENCE_INSIDE = re.compile(r"[.!?]['\"”’)]*\s+\S")
_CASED_SCRIPTS = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARMENIAN"})
_QUESTION = "question"
_PLAIN_KIND = "takeaway"


def bullet_texts(points: Sequence[PointSource], words: Words) -> tuple[str, ...]:
    """Give the points of one list, in order, questions last; where kinds are mixed, each but a takeaway is named."""
    said = [point for point in points if clean_line(point.text)]
    ordered = sorted(said, key=lambda point: kind_of(point) == _QUESTION)
    texts = in_one_style([point.text for point in ordered])
    if len({kind_of(point) for point in ordered}) < 2:  # noqa: PLR2004 -- one kind needs no name
        return texts
    return tuple(_named(point, text, words) for point, text in zip(ordered, texts, strict=True))


def lead_in_for(points: Sequence[PointSource], words: Words) -> str:
    """Give a sentence that leads to these points, for a room whose moderator wrote none; "" without points."""
    kinds = {kind_of(point) for point in points if clean_line(point.text)}
    if not kinds:
        return ""
    return words.lead_ins.get(kinds.pop(), words.mixed_lead_in) if len(kinds) == 1 else words.mixed_lead_in


def kind_of(point: PointSource) -> str:
    """Give the kind of a point as a person writes it: "best practice" for "best_practice"."""
    return clean_line(point.kind.replace("_", " ").replace("-", " ")).lower() or _PLAIN_KIND


def in_one_style(texts: Sequence[str]) -> tuple[str, ...]:
    """Give the texts of one list in one style.

    A list of short phrases has no full stops; as soon as one entry is a sentence, all end like sentences. Texts that
    are not in Latin letters keep the punctuation of their script.
    """
    stripped = [_without_marks(clean_line(text)) for text in texts]
    sentences = any(_reads_as_sentence(text) for text in stripped if _is_latin(text))
    return tuple(_styled(text, sentences=sentences) for text in stripped)


def labels(words: Words) -> tuple[str, ...]:
    """Give every run-in label that compiled text may begin with."""
    return (*words.kinds.values(), words.speakers, words.question)


def _named(point: PointSource, text: str, words: Words) -> str:
    kind = kind_of(point)
    if kind == _PLAIN_KIND:
        return text
    label = words.kinds.get(kind, kind[:1].upper() + kind[1:])
    return f"{label}{words.colon}{text}"


def _without_marks(text: str) -> str:
    text = clean_line(_LEADING_MARK.sub("", text))
    return _LOOSE_END.sub("", text) if _is_latin(text) else text


def _styled(text: str, *, sentences: bool) -> str:
    text = _with_capital(text)
    if not _is_latin(text):
        return text
    ended = text.rstrip(_CLOSERS).endswith(_ENDS) or re.search(r";\s*\w+$", text)
    return f"{text}." if sentences and text and not ended else text


def _reads_as_sentence(text: str) -> bool:
    ending = text.rstrip(_CLOSERS + " ")
    return (
        ending.endswith((".", "!", "?"))
        or len(text.split()) > _WORDS_IN_A_PHRASE
        or bool(
            _SENTENCE_INSIDE.search(text),
        )
    )


def _with_capital(text: str) -> str:
    position = next((index for index, character in enumerate(text) if character.isalnum()), len(text))
    word = re.split(r"[\s’'\-]", text[position:], maxsplit=1)[0].rstrip(_AFTER_A_WORD)
    letter = word[:1]
    if not word.isalpha() or not word.islower() or script_of_character(letter) not in _CASED_SCRIPTS:
        return text
    capital = letter.upper()
    if len(capital) != 1 or unicodedata.normalize("NFC", capital) != capital:
        return text
    return f"{text[:position]}{capital}{text[position + 1 :]}"


def _is_latin(text: str) -> bool:
    return script_of(text) in {"LATIN", ""}
