"""What the strict policy of the pages, other alphabets and hostile text forbid in templates, scripts and styles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.architecture.sources import lines, sources

_RAW_IN_SCRIPT = re.compile(
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|createContextualFragment)\b|"
    r"\bdocument\.write|\beval\(|\bnew Function\b"
)
_RAW_IN_TEMPLATE = re.compile(r"\|\s*safe\b|autoescape\s+false")
# CSS is not HTML: its quotation marks must stay, and nobody types into these few values.
_STYLE_OF_THE_DOCUMENT = [
    Path("templates/exports/print.css"),
    Path("templates/exports/sheets/sheet.css"),
    Path("templates/exports/standalone.html"),
]
_RAW_IN_PYTHON = re.compile(r"render_template_string\(|autoescape\s*=\s*False")
_INLINE = re.compile(r"<[^>%{]*\s(style|on[a-z]+)\s*=|<script(?![^>]*\b(src|type=\"application/json\"))", re.IGNORECASE)
_STYLE_IN_SCRIPT = re.compile(r"\sstyle=[\"'$]|setAttribute\(\s*[\"']style")
_ONE_DIRECTION = re.compile(
    r"(margin|padding|border|scroll-margin|scroll-padding)-(left|right)\b|(^|[\s;{])(left|right)\s*:|"
    r"(text-align|float|clear)\s*:\s*(left|right)\b"
)


def found(pattern: re.Pattern[str], files: Iterable[Path]) -> list[str]:
    """Give where `pattern` occurs in `files`, with the line."""
    return [f"{path}:{n}: {line.strip()}" for path in files for n, line in lines(path) if pattern.search(line)]


def test_no_script_turns_text_into_html() -> None:
    assert found(_RAW_IN_SCRIPT, sources(".js", under=("app/static/",))) == []


def test_no_template_lets_text_through_unescaped() -> None:
    pages = [path for path in sources(under=("templates/",)) if path not in _STYLE_OF_THE_DOCUMENT]
    assert found(_RAW_IN_TEMPLATE, pages) == []


def test_the_style_of_the_document_lets_through_nothing_but_our_own_style() -> None:
    let_through = {
        re.sub(r"^.*\{\{\s*(\w+).*$", r"\1", line) for line in found(_RAW_IN_TEMPLATE, _STYLE_OF_THE_DOCUMENT)
    }
    assert let_through - {"sans", "serif", "rules", "style"} == set()


def test_no_python_code_renders_without_escaping() -> None:
    assert found(_RAW_IN_PYTHON, sources(".py", under=("app/", "breakouts/", "exports/"))) == []


def test_no_template_has_inline_styles_handlers_or_scripts() -> None:
    assert found(_INLINE, sources(".html", ".svg", under=("templates/",))) == []


def test_no_script_writes_a_style_attribute() -> None:
    assert found(_STYLE_IN_SCRIPT, sources(".js", under=("app/static/",))) == []


def test_every_style_works_from_right_to_left_too() -> None:
    assert found(_ONE_DIRECTION, sources(".css", under=("app/static/",))) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (_RAW_IN_SCRIPT, "list.innerHTML = text"),
        (_RAW_IN_SCRIPT, "html`${unsafeHTML(text)}`"),
        (_RAW_IN_TEMPLATE, "{{ text | safe }}"),
        (_RAW_IN_TEMPLATE, "{% autoescape false %}"),
        (_RAW_IN_PYTHON, "Environment(autoescape=False)"),
        (_INLINE, '<p class="a" style="color: red">'),
        (_INLINE, '<button onclick="go()">'),
        (_INLINE, "<script>go()</script>"),
        (_STYLE_IN_SCRIPT, "html`<i style=${width}>`"),
        (_ONE_DIRECTION, "  margin-left: 1rem;"),
        (_ONE_DIRECTION, ".a { left: 0; }"),
        (_ONE_DIRECTION, "text-align: right"),
    ],
)
def test_each_of_these_is_recognised(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (_INLINE, '<script type="module" src="/s/1/js/board.js"></script>'),
        (_INLINE, '<script type="application/json" id="snapshot">'),
        (_INLINE, '<link rel="stylesheet" href="a.css">'),
        (_ONE_DIRECTION, "margin-inline-start: 1rem"),
        (_ONE_DIRECTION, "inset-inline-end: 0; text-align: start"),
        (_RAW_IN_TEMPLATE, "{{ text }} is safe"),
    ],
)
def test_what_only_looks_alike_is_left_alone(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.search(text)
