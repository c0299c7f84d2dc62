"""What a text's own letters say: its script, its base direction, and its language where a script has only one."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from typing import Literal

Direction = Literal["ltr", "rtl"]

RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})

_SAMPLE = 4000
_SCRIPT_OF_LANGUAGE = {
    "am": "ETHIOPIC", "ar": "ARABIC", "be": "CYRILLIC", "bg": "CYRILLIC", "bn": "BENGALI", "el": "GREEK",
    "fa": "ARABIC", "he": "HEBREW", "hi": "DEVANAGARI", "hy": "ARMENIAN", "ja": "KANA", "ka": "GEORGIAN",
    "km": "KHMER", "ko": "HANGUL", "lo": "LAO", "mk": "CYRILLIC", "mn": "CYRILLIC", "mr": "DEVANAGARI",
    "my": "MYANMAR", "ne": "DEVANAGARI", "ps": "ARABIC", "ru": "CYRILLIC", "si": "SINHALA", "sr": "CYRILLIC",
    "ta": "TAMIL", "te": "TELUGU", "th": "THAI", "uk": "CYRILLIC", "ur": "ARABIC", "zh": "CJK",
}  # fmt: skip
_LANGUAGE_OF_SCRIPT = {
    "ARABIC": "ar", "ARMENIAN": "hy", "BENGALI": "bn", "CJK": "zh", "CYRILLIC": "ru", "DEVANAGARI": "hi",
    "ETHIOPIC": "am", "GEORGIAN": "ka", "GREEK": "el", "GUJARATI": "gu", "GURMUKHI": "pa", "HANGUL": "ko",
    "HEBREW": "he", "KANA": "ja", "KANNADA": "kn", "KHMER": "km", "LAO": "lo", "MALAYALAM": "ml", "MYANMAR": "my",
    "SINHALA": "si", "TAMIL": "ta", "TELUGU": "te", "THAANA": "dv", "THAI": "th", "TIBETAN": "bo",
}  # fmt: skip
# Letters that one language alone has, among those that share a script.
_TELLTALES = (("ARABIC", "ٹڈڑںےھ", "ur"), ("ARABIC", "پچژگ", "fa"), ("CYRILLIC", "ђћџљњ", "sr"),
              ("CYRILLIC", "ў", "be"), ("CYRILLIC", "іїєґ", "uk"))  # fmt: skip
_ALIASES = {"HIRAGANA": "KANA", "KATAKANA": "KANA", "HALFWIDTH": "KANA", "KATAKANA-HIRAGANA": "KANA",
            "IDEOGRAPHIC": "CJK", "FULLWIDTH": "LATIN"}  # fmt: skip


def primary_language(language: str) -> str:
    """Give the first subtag of a language tag in lower case: "ar" for "ar-EG"."""
    return language.replace("_", "-").split("-", 1)[0].strip().lower()


def direction_of_language(language: str) -> Direction:
    """Give the direction in which a document of that language is laid out."""
    return "rtl" if primary_language(language) in RIGHT_TO_LEFT_LANGUAGES else "ltr"


def direction_of(text: str, default: Direction) -> Direction:
    """Give the base direction of a block of text: that of most of its letters, else `default`.

    The first letter alone would turn an Arabic paragraph around that begins with an acronym or a name in Latin letters.
    """
    counts = Counter(filter(None, map(_strong_direction, text[:_SAMPLE])))
    if not counts:
        return default
    if counts["ltr"] == counts["rtl"]:
        return default
    return "rtl" if counts["rtl"] > counts["ltr"] else "ltr"


def script_of(text: str) -> str:
    """Give the script most of the letters of `text` belong to, as Unicode's names begin ("LATIN"), or ""."""
    counts = Counter(script_of_character(character) for character in text[:_SAMPLE] if character.isalpha())
    if counts["KANA"]:  # Japanese mixes kana with Han letters, Chinese never does
        counts["KANA"] += counts.pop("CJK", 0)
    return counts.most_common(1)[0][0] if counts else ""


def language_of(text: str, language: str) -> str:
    """Give the language of a block inside a document of `language`; "" where it is the document's or unknown."""
    script = script_of(text)
    own = primary_language(language)
    if not script or script == _SCRIPT_OF_LANGUAGE.get(own, "LATIN"):
        return ""
    if own == "ja" and script == "CJK":
        return ""
    for telltale_script, letters, found in _TELLTALES:
        if script == telltale_script and any(letter in text for letter in letters):
            return found
    if script == "LATIN":
        return "en"
    return _LANGUAGE_OF_SCRIPT.get(script, "und")


@cache
def script_of_character(character: str) -> str:
    """Give the script of one character, as its Unicode name begins, or "" when it has no name."""
    words = unicodedata.name(character, "").split(" ", 1)
    return _ALIASES.get(words[0], words[0])


@cache
def _strong_direction(character: str) -> Direction | None:
    bidirectional = unicodedata.bidirectional(character)
    if bidirectional == "L":
        return "ltr"
    return "rtl" if bidirectional in {"R", "AL"} else None
