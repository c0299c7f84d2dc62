"""Which words go with which language; English stands in for any that has none."""

from __future__ import annotations

from exports.invitations.words.ar import ARABIC
from exports.invitations.words.en import ENGLISH
from exports.invitations.words.es import SPANISH
from exports.invitations.words.fr import FRENCH
from exports.invitations.words.ru import RUSSIAN
from exports.invitations.words.vocabulary import InvitationWords
from exports.invitations.words.zh import CHINESE
from exports.scripts import primary_language

_WORDS = {words.language: words for words in (ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH)}


def invitation_words(language: str) -> InvitationWords:
    """Give the words of a language tag such as "fr" or "ar-EG"."""
    return _WORDS.get(primary_language(language), ENGLISH)
