"""The language of a page: the one asked for by name, else the browser's where we have its words, else English."""

from __future__ import annotations

from flask import request

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
"""Languages whose layout can be asked for with `?lang=`."""

WITH_WORDS = ("en",)
"""Languages the pages have words in: only these are chosen for somebody who did not ask."""

COOKIE = "language"


def language() -> str:
    """Give the language to lay this page out in."""
    asked = request.args.get("lang") or request.cookies.get(COOKIE)
    if asked in LANGUAGES:
        return asked
    return request.accept_languages.best_match(WITH_WORDS) or "en"


def direction(lang: str) -> str:
    """Give the writing direction of a language."""
    return "rtl" if lang == "ar" else "ltr"


def in_words(text: str) -> str:
    """Mark a text of a template for translation; English stands as it is written."""
    return text
