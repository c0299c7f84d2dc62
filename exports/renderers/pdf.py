"""PDF/UA-1 by WeasyPrint, imported when first needed: it wants Pango, and a server must start without it."""

from __future__ import annotations

import contextlib
import importlib
import logging
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from typing_extensions import override

from exports.document import Document, Heading
from exports.guarding import PRINT_LIMITS, guard
from exports.renderers.glyphs import missing_glyph_warnings
from exports.renderers.spoken_language import spoken_languages
from exports.renderers.templating import css_string, render_template
from exports.words.languages import words_for

Progress = Callable[[str, int], None]

VARIANT = "pdf/ua-1"
PANGO_ADVICE = "PDF export needs Pango: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

_CHARACTERS_ON_A_PAGE = 2_300
_PAGES_WITHOUT_CONTENTS = 4
_MANY_HEADINGS = 150
_PAGE_IN_MESSAGE = re.compile(r"Page (\d+)")


class PdfUnavailable(RuntimeError):  # noqa: N818 -- says what is the matter, as other refusals do
    """WeasyPrint's system libraries are missing; `advice` says how to mend that."""

    advice = PANGO_ADVICE


class PdfRefused(RuntimeError):  # noqa: N818
    """WeasyPrint reported errors that would make the file inaccessible."""


@dataclass(frozen=True)
class Rendered:
    """A finished PDF, its number of pages, and sentences on what a reader will miss in it."""

    data: bytes
    pages: int
    warnings: tuple[str, ...]


def render(document: Document, progress: Progress | None = None) -> bytes:
    """Give the PDF; `progress` hears a step's name and the page being laid out (0 outside layout).

    The same document gives the same bytes. Raise PdfUnavailable without Pango, PdfRefused for a faulty result.
    """
    return render_with_report(document, progress).data


def render_with_report(document: Document, progress: Progress | None = None) -> Rendered:
    """Give the PDF as `render` does, with its page count and warnings."""
    guarded = guard(document, PRINT_LIMITS)
    laid_out = lay_out(_html(guarded.document), _css(guarded.document), {}, progress)
    return replace(laid_out, warnings=(*guarded.warnings, *laid_out.warnings))


def lay_out(html: str, css: str, pictures: Mapping[str, bytes], progress: Progress | None = None) -> Rendered:
    """Give the PDF of a page of our own templates; `pictures` are its SVG pictures by their addresses, such as `qr:1`.

    Raise PdfUnavailable without Pango, PdfRefused for a result that would not be accessible.
    """
    weasyprint = load_weasyprint()
    with _listening(progress) as errors:
        fetcher = _closed_fetcher(weasyprint, pictures)
        source = weasyprint.HTML(string=html, url_fetcher=fetcher, base_url=None)
        style = weasyprint.CSS(string=css, url_fetcher=fetcher)
        laid_out = source.render(stylesheets=[style], pdf_variant=VARIANT)
        with spoken_languages(weasyprint.pdf.tags, importlib.import_module("pydyf")):
            data = laid_out.write_pdf(pdf_variant=VARIANT)
    if errors:
        raise PdfRefused(f"The PDF would not be accessible: {errors[0]}")
    return Rendered(data, len(laid_out.pages), missing_glyph_warnings(laid_out.fonts))


def load_weasyprint() -> ModuleType:
    """Give the module, warm after the first call; raise PdfUnavailable when its libraries are missing."""
    try:
        with contextlib.redirect_stdout(sys.stderr):  # it prints advice of its own before it fails
            return importlib.import_module("weasyprint")  # needs Pango at import, and takes 0.4 s
    except OSError as error:
        raise PdfUnavailable(f"The libraries that lay out the PDF are missing ({error}).") from error


def _html(document: Document) -> str:
    return render_template("print.html", document, with_contents=_wants_contents(document))


def _css(document: Document) -> str:
    page, pages = "\x01", "\x02"
    pattern = words_for(document.language).frame.page.format(page=page, pages=pages)
    pieces = (piece for piece in re.split(f"({page}|{pages})", pattern) if piece)
    counters = {page: "counter(page)", pages: "counter(pages)"}
    counter = " ".join(counters.get(piece) or css_string(piece) for piece in pieces)
    return render_template("print.css", document, counter=counter)


def _wants_contents(document: Document) -> bool:
    """Long documents have contents; one with headings past counting would spend pages on them."""
    headings = sum(isinstance(block, Heading) for block in document.blocks)
    characters = len(repr(document.blocks))
    return 2 < headings < _MANY_HEADINGS and characters > _PAGES_WITHOUT_CONTENTS * _CHARACTERS_ON_A_PAGE  # noqa: PLR2004


def _closed_fetcher(weasyprint: ModuleType, pictures: Mapping[str, bytes]) -> Any:  # noqa: ANN401 -- a class of a module without types
    class ClosedFetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc, name-defined]
        """Opens nothing but our own pictures: whatever a text smuggles in, no file is read and no host is asked."""

        def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002 -- as it is called
            if url in pictures:
                return weasyprint.urls.URLFetcherResponse(url, pictures[url], {"Content-Type": "image/svg+xml"})
            raise ValueError(f"Nothing is fetched for a summary: {url[:80]}")

    return ClosedFetcher(allowed_protocols=())


@contextlib.contextmanager
def _listening(progress: Progress | None) -> Iterator[list[str]]:
    """Collect the renderer's errors and forward its progress, and leave its loggers as they were."""
    errors: list[str] = []
    handlers = (
        (logging.getLogger("weasyprint"), _Hearing(errors.append, logging.ERROR)),
        (logging.getLogger("weasyprint.progress"), _Hearing(_telling(progress), logging.INFO)),
    )
    levels = [logger.level for logger, _ in handlers]
    for logger, handler in handlers:
        logger.addHandler(handler)
        logger.setLevel(handler.level)
    try:
        yield errors
    finally:
        for (logger, handler), level in zip(handlers, levels, strict=True):
            logger.removeHandler(handler)
            logger.setLevel(level)


def _telling(progress: Progress | None) -> Callable[[str], None]:
    def tell(message: str) -> None:
        found = _PAGE_IN_MESSAGE.search(message)
        if progress is not None:
            progress(message, int(found[1]) if found else 0)

    return tell


class _Hearing(logging.Handler):
    def __init__(self, hear: Callable[[str], None], level: int) -> None:
        super().__init__(level)
        self.hear = hear

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.hear(record.getMessage())
