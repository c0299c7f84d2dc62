"""The HTML file in a real browser: accessible, nothing fetched, nothing cut off on a telephone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from exports.compile import compile_summary, to_document
from exports.document import Document
from exports.renderers import html
from tests.browsers import axe, watch
from tests.exports.hostile import document_of
from tests.exports.meetings import EMPTY, SMALL

ARABIC = replace(SMALL, language="ar", title="اجتماع المياه والطرق")


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(
    "document",
    [
        to_document(compile_summary(SMALL)),
        to_document(compile_summary(ARABIC)),
        to_document(compile_summary(EMPTY)),
        document_of("<script src=http://127.0.0.1:9/x></script>" + "x" * 300),
    ],
    ids=["small", "arabic", "empty", "hostile"],
)
def test_the_file_is_accessible_and_needs_nothing_else(
    browser: Browser,
    document: Document,
    width: int,
    tmp_path: Path,
) -> None:
    file = tmp_path / "summary.html"
    file.write_bytes(html.render(document))
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    wrong = watch(page)
    page.goto(file.as_uri())
    assert (asked, wrong) == ([file.as_uri()], [])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    axe(page)
    page.close()
