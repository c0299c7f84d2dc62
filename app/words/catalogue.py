"""One language's words, read from its .po file once, at the first need."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from app.core.sentences import Said, fill

FOLDER = Path(__file__).parent / "po"
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
TRANSLATED = LANGUAGES[1:]
RIGHT_TO_LEFT = frozenset({"ar"})
NAMES = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "ru": "Русский",
    "zh": "中文",
    "ar": "العربية",
}
"""Each language by its own name, in its own script."""

FORMS = {
    "fr": ("one", "other"),
    "es": ("one", "other"),
    "ru": ("one", "few", "many"),
    "zh": ("other",),
    "ar": ("zero", "one", "two", "few", "many", "other"),
}
"""The categories of CLDR that a whole number of a meeting's size can fall into, in the order of the .po file."""

_LOCALES = {"en": "en_GB"}
_FIRST_STRONG_ISOLATE, _POP = "\u2068", "\u2069"


@dataclass(frozen=True)
class Words:
    """A language's translations: plain ones by their English words, plural ones by their English words for many."""

    language: str
    plain: dict[str, str]
    plural: dict[str, dict[str, str]]

    def of(self, words: str) -> str:
        """Give the translation of some English words; the English where there is none."""
        return self.plain.get(words) or words

    def of_number(self, one: str, other: str, n: int) -> str:
        """Give the form for `n`; the English one where there is no translation."""
        forms = self.plural.get(other)
        if not forms:
            return one if n == 1 else other
        category = locale_of(self.language).plural_form(n)
        return forms.get(category) or next(reversed(forms.values()))


@cache
def words_of(language: str) -> Words:
    """Give a language's words; none for English and for what has no file."""
    path = FOLDER / f"{language}.po"
    if language not in TRANSLATED or not path.exists():
        return Words(language, {}, {})
    return as_words(language, read(path))


def read(path: Path) -> Catalog:
    """Give a .po file as Babel reads it."""
    with path.open("rb") as file:
        return read_po(file)


def as_words(language: str, catalog: Catalog) -> Words:
    """Give the translations of a catalogue that are complete."""
    plain: dict[str, str] = {}
    plural: dict[str, dict[str, str]] = {}
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        if isinstance(message.id, str):
            if message.string:
                plain[message.id] = str(message.string)
        elif message.string and all(message.string):
            plural[message.id[1]] = dict(zip(FORMS[language], message.string, strict=False))
            plain.setdefault(message.id[0], next(iter(message.string)))
    return Words(language, plain, plural)


def translated(sentence: str, language: str) -> str:
    """Say a sentence in a language: its words from the catalogue, its numbers as the language writes them."""
    words = words_of(language)
    if not isinstance(sentence, Said):
        return words.of(sentence)
    one, other = sentence.forms
    chosen = words.of(other) if one == other else words.of_number(one, other, sentence.n)
    return fill(chosen, {name: _written(value, language) for name, value in sentence.values.items()})


def number(figure: int, language: str) -> str:
    """Write a number; with the digits 0 to 9 in every language, as the United Nations prints them."""
    return format_decimal(figure, locale=locale_of(language), numbering_system="latn")


def full_date(day: dt.date, language: str) -> str:
    """Write a date such as 10 November 2020."""
    return format_date(day, "long", locale=locale_of(language))


def joined(names: list[str], language: str) -> str:
    """Join names in the language's manner, each kept apart from the direction of what stands beside it."""
    return format_list([isolated(name, language) for name in names], locale=locale_of(language))


def locale_of(language: str) -> Locale:
    """Give the locale; British English, as the United Nations writes."""
    return Locale.parse(_LOCALES.get(language, language))


def direction(language: str) -> str:
    """Give the writing direction of a language."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def isolated(text: str, language: str) -> str:
    """Give a text that somebody typed so that its own direction does not turn the sentence around it."""
    against = {"R", "AL"} if direction(language) == "ltr" else {"L"}
    if any(unicodedata.bidirectional(sign) in against for sign in text):
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP}"
    return text


def _written(value: str | int, language: str) -> str:
    if isinstance(value, int):
        return number(value, language)
    return translated(value, language) if isinstance(value, Said) else isolated(value, language)
