"""Which words go with which language; English stands in for any that has none."""

from __future__ import annotations

from exports.scripts import primary_language
from exports.words.ar import ARABIC
from exports.words.en import ENGLISH
from exports.words.es import SPANISH
from exports.words.fr import FRENCH
from exports.words.ru import RUSSIAN
from exports.words.vocabulary import Words
from exports.words.zh import CHINESE

_WORDS = {words.language: words for words in (ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH)}


def words_for(language: str) -> Words:
    """Give the words of a language tag such as "fr" or "ar-EG"."""
    return _WORDS.get(primary_language(language), ENGLISH)
