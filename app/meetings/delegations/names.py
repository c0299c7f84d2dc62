"""Names: what a delegation is called in each of the six languages of the United Nations.

Where the table has no name in a language (small entities, institutes), the English one stands: better the name that is
on the name plate than one of our own making.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from app.meetings.delegations.table import by_code, every_delegation

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")


def name_of(code: str, lang: str = "en") -> str:
    """Give the short name of a delegation in a language; what is no code of the table stands as it is."""
    return names_in(lang).get(code, code)


@cache
def names_in(lang: str) -> Mapping[str, str]:
    """Give the short name of every delegation by its code; in English for a language we have no names in."""
    return MappingProxyType({row.code: _in(row.code, lang)[0] for row in every_delegation()})


@cache
def translations(lang: str) -> Mapping[str, str]:
    """Give, by the English short name, the names that differ from it: what a page needs to show another language."""
    names = names_in(lang)
    return MappingProxyType({row.short: names[row.code] for row in every_delegation() if names[row.code] != row.short})


@cache
def all_names(code: str) -> tuple[str, ...]:
    """Give every name of a delegation, short and official, in all languages, the English ones first."""
    return tuple(dict.fromkeys(name for lang in LANGUAGES for name in _in(code, lang)))


def place_in_chinese(code: str) -> int | None:
    """Give the place of a delegation among all that have a Chinese name, by its pronunciation; None for the others."""
    written = _written().get(code)
    return int(written["zh_place"]) if written else None


def _in(code: str, lang: str) -> tuple[str, ...]:
    """Give the short name, and the official one where it is another."""
    row, written = by_code()[code], _written().get(code)
    if written is None or lang not in LANGUAGES or lang == "en":
        return tuple(dict.fromkeys((row.short, row.official)))
    return tuple(written[lang].split("|"))


@cache
def _written() -> Mapping[str, Mapping[str, str]]:
    text = files(__package__).joinpath("names.csv").read_text(encoding="utf-8")
    return MappingProxyType({row["code"]: row for row in csv.DictReader(text.splitlines())})
