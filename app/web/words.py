"""The language of a page: the one asked for, else the browser's, else English; and its direction."""

from __future__ import annotations

from flask import request

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
COOKIE = "language"


def language() -> str:
    """Give the language to lay this page out in."""
    asked = request.args.get("lang") or request.cookies.get(COOKIE)
    if asked in LANGUAGES:
        return asked
    return request.accept_languages.best_match(LANGUAGES) or "en" if not asked else "en"


def direction(lang: str) -> str:
    """Give the writing direction of a language."""
    return "rtl" if lang == "ar" else "ltr"


def in_words(text: str) -> str:
    """Mark a text of a template for translation; English stands as it is written."""
    return text
