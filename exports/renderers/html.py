"""Accessible HTML: a whole file that needs nothing else, or a fragment for a page with its own frame."""

from __future__ import annotations

from exports.document import Document
from exports.guarding import SCREEN_LIMITS, guard
from exports.renderers.templating import read_stylesheet, render_template

STYLESHEET = "document.css"


def render(document: Document) -> bytes:
    """Give a whole HTML file in UTF-8: no script, own styles, nothing fetched."""
    safe = guard(document, SCREEN_LIMITS).document
    style = read_stylesheet(STYLESHEET)
    return render_template("standalone.html", safe, style=style).encode("utf-8", "replace")


def render_fragment(document: Document, *, first_level: int = 1) -> str:
    """Give the document as one `article` element without styles; its title is a heading of `first_level` (1 to 3).

    It has neither style attributes nor style elements, so a page whose policy forbids those can carry it and link
    `stylesheet()` as a file.
    """
    safe = guard(document, SCREEN_LIMITS).document
    return render_template("fragment.html", safe, first_level=min(max(first_level, 1), 3))


def stylesheet() -> str:
    """Give the CSS that belongs to the fragment; every rule is bound to `.summary-document`."""
    return read_stylesheet(STYLESHEET)
