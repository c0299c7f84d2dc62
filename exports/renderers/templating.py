"""The Jinja environment of the document's HTML: everything is escaped, nothing undefined passes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from exports.codec import type_of_block
from exports.dates import moment
from exports.document import Bar, Block, Chart, Document, Heading
from exports.scripts import direction_of, direction_of_language, language_of
from exports.words.languages import words_for

_REFERENCE_SHOWN = 16
TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "exports"


def render_template(name: str, document: Document, **more: object) -> str:
    """Give the text of a template for a guarded document."""
    page = _Page(document)
    words = words_for(document.language)
    at = moment(document.as_of, document.language)
    as_of = words.frame.as_of.format(moment=at, reference=document.reference[:_REFERENCE_SHOWN] or "–")
    template = _environment().get_template(name)
    return template.render(document=document, words=words, page=page, as_of=as_of, **more)


def read_stylesheet(name: str) -> str:
    """Give a stylesheet of the document as it stands on disk."""
    return (TEMPLATES / name).read_text("utf-8")


def css_string(text: str) -> Markup:
    """Give `text` as a quoted CSS string in which nothing can end the string, the rule or a style element."""
    safe = "".join(c if c.isalnum() or c in " .,-–:·" else f"\\{ord(c):x} " for c in text)
    return Markup('"{}"').format(Markup(safe))  # noqa: S704 -- letters, digits and numeric escapes only


class _Page:
    """What templates ask about a document."""

    def __init__(self, document: Document) -> None:
        self.language = document.language
        self.direction = direction_of_language(document.language)
        self.headings = tuple(block for block in document.blocks if isinstance(block, Heading))

    def kind(self, block: Block) -> str:
        return type_of_block[type(block)]

    def speech(self, text: str) -> Markup:
        """Give the lang and dir attributes of an element with this text, where they differ from the document's."""
        language = language_of(text, self.language)
        direction = direction_of(text, self.direction)
        pieces = []
        if language:
            pieces.append(f' lang="{escape(language)}"')
        if direction != self.direction:
            pieces.append(f' dir="{direction}"')
        return Markup("".join(pieces))  # noqa: S704 -- two fixed vocabularies

    def filled(self, bar: Bar, chart: Chart) -> int:
        """Give the length of a bar in thousandths of a full one."""
        return min(round(1000 * bar.value / max(chart.whole, 1)), 1000)


def _is_markup(name: str | None) -> bool:
    """Stylesheets take no text but through `css_string`; escaping their quotation marks would break them."""
    return name is None or not name.endswith(".css")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=_is_markup,  # noqa: S701 -- on for everything but our own stylesheet
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {"css_string": css_string}
    environment.filters.update(filters)
    return environment
