"""Which characters had no font, as sentences that say what to install."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from exports.scripts import script_of_character

_PACKAGES = {
    "CJK": "fonts-noto-cjk",
    "KANA": "fonts-noto-cjk",
    "HANGUL": "fonts-noto-cjk",
    "BOPOMOFO": "fonts-noto-cjk",
}
_CORE, _EXTRA, _EMOJI = "fonts-noto-core", "fonts-noto-extra", "fonts-noto-color-emoji"
_IN_CORE = frozenset(
    {"ARABIC", "ARMENIAN", "BENGALI", "CYRILLIC", "DEVANAGARI", "ETHIOPIC", "GEORGIAN", "GREEK", "GUJARATI"}
    | {"GURMUKHI", "HEBREW", "KANNADA", "KHMER", "LAO", "LATIN", "MALAYALAM", "MYANMAR", "SINHALA", "TAMIL"}
    | {"TELUGU", "THAANA", "THAI", "TIBETAN"},
)
_SAMPLE = 5


def missing_glyph_warnings(fonts: Mapping[str, object]) -> tuple[str, ...]:
    """Give one sentence per script with characters that WeasyPrint's `fonts` could not show."""
    missing: dict[str, set[str]] = {}
    for font in fonts.values():
        for codepoint in getattr(font, "missing", {}):
            character = chr(codepoint)
            if unicodedata.category(character) not in {"Cf", "Cc", "Zs", "Mn"}:
                missing.setdefault(script_of_character(character), set()).add(character)
    return tuple(_sentence(script, sorted(characters)) for script, characters in sorted(missing.items()))


def _sentence(script: str, characters: list[str]) -> str:
    shown = ", ".join(f"U+{ord(character):04X}" for character in characters[:_SAMPLE])
    more = " and others" if len(characters) > _SAMPLE else ""
    if unicodedata.category(characters[0]) in {"So", "Sk"}:
        return f"No installed font shows these symbols: {shown}{more}. To mend it: apt install {_EMOJI}"
    name = script.capitalize() if script != "CJK" else "Chinese"
    package = _PACKAGES.get(script, _CORE if script in _IN_CORE else _EXTRA)
    return f"No installed font shows {name or 'private'} characters: {shown}{more}. To mend it: apt install {package}"
