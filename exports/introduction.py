"""The introduction, and the one phrase on participation that only the ledger may say."""

from __future__ import annotations

import re

from exports.cleaning import clean_line
from exports.dates import dates_held, names_list
from exports.participation import phrase_in
from exports.plaintext import paragraphs, write_paragraphs
from exports.source import SummarySource
from exports.words.en import ENGLISH
from exports.words.vocabulary import Words

PLACEHOLDER = "{participation}"

_ABOUT = r"(?:(?:over|more than|just over|well over|nearly|almost|about|around|some|approximately|at least|up to)\s+)?"
_COUNT = r"\d[\d,.\u00a0\u202f ]*"
_PHRASE = re.compile(
    _ABOUT + _COUNT + r"(?:participants?|people|persons?|delegates?|representatives?)\s+(?:from|representing)\s+"
    r"[^.;:]{0,80}?Member\s+States?"
    r"(?:,?\s+(?:as\s+well\s+as|and|together\s+with)\s+(?:the\s+)?"
    r"(?:UN|United\s+Nations|observers?|[\d ]*\w+\s+observers?)\b)*"
    r"(?:,?\s+(?:over|in|across|during)\s+\w+\s+sessions?)?",
    re.IGNORECASE,
)
_FIRST_SENTENCE = re.compile(r"^.*?\b\w{3,}[.!?][”’\"')]*(?=\s+[^\W\d_a-z])", re.DOTALL)


def introduction_for(source: SummarySource, words: Words) -> str:
    """Give the introduction as plain text, with the ledger's sentence and no other figure of that shape."""
    texts = list(paragraphs(source.introduction)) or [_written(source, words)]
    texts = [text for text in texts if text]
    if not texts:
        return ""
    ledgers = clean_line(source.tallies.sentence) if source.tallies.participants > 0 else ""
    sentence = phrase_in(words, ledgers)
    stated = [_stating(text, sentence, ledgers, words) for text in texts]
    if sentence and stated == texts and not any(said in text for said in (sentence, ledgers) for text in texts):
        stated[0] = _with_sentence(texts[0], words.brought_together.format(sentence=sentence))
    return write_paragraphs(tuple(stated))


def _stating(text: str, sentence: str, ledgers: str, words: Words) -> str:
    """Put the phrase where a text asks for it, and where an English text has stated figures of its own."""
    if PLACEHOLDER in text:
        return text.replace(PLACEHOLDER, sentence or words.unnumbered)
    return _PHRASE.sub(lambda _: ledgers or ENGLISH.unnumbered, text)


def _with_sentence(text: str, added: str) -> str:
    """Put `added` after the first sentence where that is plain to see, else at the end."""
    gap = "" if added.endswith("。") else " "
    first = _FIRST_SENTENCE.match(text)
    if first is None:
        return f"{text}{gap}{added}"
    return f"{first.group()}{gap}{added}{text[first.end() :]}"


def _written(source: SummarySource, words: Words) -> str:
    """Give a plain introduction from what is known: title, dates, co-chairs, process."""
    title = clean_line(source.title)
    if not title:
        return ""
    dates = dates_held([session.date for session in source.sessions if session.date], source.language)
    chairs = names_list([clean_line(chair) for chair in source.co_chairs if clean_line(chair)], source.language)
    if chairs:
        pattern = words.chaired if dates else words.chaired_undated
    else:
        pattern = words.held if dates else words.held_undated
    text = _sentence(pattern.format(title=title, dates=dates, chairs=chairs))
    process = clean_line(source.process)
    return f"{text} {words.process.format(process=process)}" if process else text


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
