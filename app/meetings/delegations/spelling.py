"""Spelling: how a name is made comparable, and every spelling under which a delegation is known."""

# ruff: noqa: RUF001 - names come in six scripts, with their own brackets, dashes and letters

import csv
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from babel import Locale

from app.meetings.delegations.names import all_names
from app.meetings.delegations.table import every_delegation

NOBODY = ""
"""Stands in the map of spellings where a spelling is known to name no delegation, or more than one."""

LOCALES = ("en", "fr", "es", "ar", "zh", "zh_Hant", "ru")
ARTICLES = frozenset({"la", "le", "les", "el", "los", "las"})

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
        "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ـ": "",
        ".": "", "'": "", "’": "", "‘": "", "ʼ": "", "`": "", "´": "", "&": " and ",
    },
)  # fmt: skip
_NO_WORD = re.compile(r"[^0-9a-z]+")
_ELIDED_ARTICLE = re.compile(r"(?<!\w)l['’](?=\w)")


def fold(text: str) -> str:
    """The text in lower case, without accents, points and punctuation, its words one blank apart."""
    if text.isascii():
        plain = _ELIDED_ARTICLE.sub("", text.lower()).translate(_LETTERS)
        return " ".join("saint" if word == "st" else word for word in _NO_WORD.sub(" ", plain).split())
    lower = _ELIDED_ARTICLE.sub("", unicodedata.normalize("NFKC", text).casefold()).translate(_LETTERS)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(letter))
    words = "".join(letter if letter.isalnum() else " " for letter in bare).split()
    return " ".join("saint" if word == "st" else word for word in words)


def key(text: str) -> str:
    """The folded text without blanks and articles: equal for every way of writing one name."""
    words = [word for word in fold(text).split() if word != "the"]
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return "".join(words)


@cache
def codes_by_key() -> Mapping[str, str]:
    """From `key(spelling)` to the code of the one delegation it names, or to NOBODY."""
    known: dict[str, str] = {}
    for code, spellings in spellings_by_code().items():
        for spelling in spellings:
            known[key(spelling)] = code if known.get(key(spelling), code) == code else NOBODY
    known |= {key(spelling): NOBODY for code, spelling in _own_spellings() if code == NOBODY}
    # Territories and regions stay in the map, so that "Saint Martin" is not taken for a slip in "Saint-Marin".
    known = {key(name): NOBODY for names in _territories() for name in names.values()} | known
    known.pop("", None)
    return MappingProxyType(known)


@cache
def spellings_by_code() -> Mapping[str, tuple[str, ...]]:
    """Every spelling of every delegation, the printed name first, then the official one, codes and the rest."""
    found = {row.code: [*all_names(row.code), *([row.code] if row.iso2 else [])] for row in every_delegation()}
    for code, spelling in _own_spellings():
        if code != NOBODY:
            found[code].append(spelling)
    for territories in _territories():
        for row in every_delegation():
            if row.iso2 in territories:
                found[row.code].append(territories[row.iso2])
    return MappingProxyType({code: tuple(dict.fromkeys(names)) for code, names in found.items()})


@cache
def _territories() -> tuple[Mapping[str, str], ...]:
    return tuple(Locale.parse(locale).territories for locale in LOCALES)


@cache
def _own_spellings() -> tuple[tuple[str, str], ...]:
    text = files(__package__).joinpath("spellings.csv").read_text(encoding="utf-8")
    return tuple((row["code"], row["spelling"]) for row in csv.DictReader(text.splitlines()))
