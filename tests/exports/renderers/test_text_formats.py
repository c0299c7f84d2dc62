"""HTML, Markdown and JSON: every word arrives, and nothing but words."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token
from typing_extensions import override

from exports.cleaning import clean_line
from exports.codec import UnreadableDocument, dumps, from_plain, loads, to_plain
from exports.compile import compile_summary, to_document
from exports.document import Bullets, Document, Heading, Paragraph
from exports.guarding import SCREEN_LIMITS, guard
from exports.renderers import html, markdown
from exports.renderers import json as record
from tests.exports.hostile import LANGUAGES, TEXTS, document_of
from tests.exports.meetings import EMPTY, SMALL

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Outline(HTMLParser):
    """Reads a page: its text, its elements, its headings; fails on what is not nested."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[int] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def page_of(document: Document) -> Outline:
    return Outline(html.render(document).decode("utf-8"))


def test_the_page_holds_every_paragraph_and_point() -> None:
    document = to_document(compile_summary(SMALL))
    text = clean_line(page_of(document).text)
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            assert block.text in text
        if isinstance(block, Bullets):
            assert all(item.text in text for item in block.items)


def test_the_page_says_its_language_has_a_way_past_its_head_and_landmarks() -> None:
    page = page_of(to_document(compile_summary(SMALL)))
    tags = [tag for tag, _ in page.tags]
    assert dict(page.tags)["html"] == {"lang": "en", "dir": "ltr"}
    assert ("a", {"class": "skip", "href": "#text"}) in page.tags
    assert {"header", "nav", "main", "footer"} <= set(tags)
    assert "script" not in tags
    assert page.headings[0] == 1


def test_the_fragment_carries_no_style_and_starts_at_the_level_asked_for() -> None:
    page = Outline(html.render_fragment(to_document(compile_summary(SMALL)), first_level=2))
    assert page.headings[0] == 2
    assert not [tag for tag, attributes in page.tags if tag in {"style", "script", "link"} or "style" in attributes]
    assert all(
        rule.strip().startswith((".summary-document", "@media", "}", "/*", "--", ""))
        for rule in html.stylesheet().split("\n")
    )


def test_an_empty_document_is_a_page_all_the_same() -> None:
    assert page_of(to_document(compile_summary(EMPTY))).headings == [1]


@given(TEXTS, LANGUAGES)
def test_no_text_becomes_an_element_a_rule_or_a_level_that_skips(text: str, language: str) -> None:
    page = page_of(document_of(text, language))
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "link", "iframe", "b"}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "src"]
    assert all(later - earlier <= 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False))
    anchors = [attributes["id"] for _, attributes in page.tags if attributes.get("id")]
    assert len(anchors) == len(set(anchors))
    assert clean_line(text) in clean_line(page.text)


@given(TEXTS)
def test_markdown_reads_back_as_the_same_words(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.render(document_of(text)).decode("utf-8"))
    safe = guard(document_of(text), SCREEN_LIMITS).document
    expected = [block.text for block in safe.blocks if isinstance(block, Heading)]
    assert [_words(tokens[at + 1]) for at, token in enumerate(tokens) if token.type == "heading_open"][1:] == expected
    assert not [token for token in tokens if token.type in {"html_block", "fence", "code_block", "hr"}]
    inline = [child for token in tokens for child in token.children or []]
    assert not [child for child in inline if child.type in {"html_inline", "link_open", "image", "code_inline"}]
    items = [_words(tokens[at + 2]) for at, token in enumerate(tokens) if token.type == "list_item_open"]
    assert clean_line(text) in items or not clean_line(text)


@given(TEXTS, LANGUAGES)
def test_the_record_reads_back_as_the_same_document(text: str, language: str) -> None:
    safe = guard(document_of(text, language), SCREEN_LIMITS).document
    assert from_plain(json.loads(record.render(document_of(text, language)))) == safe
    assert loads(dumps(safe)) == safe


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"title": 1}', "NaN", "[" * 100_000])
def test_what_is_not_a_document_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"^This is not "):
        loads(text)


def test_a_compiled_document_crosses_the_pipe_unchanged() -> None:
    document = to_document(compile_summary(SMALL))
    assert from_plain(json.loads(json.dumps(to_plain(document)))) == document


def _words(token: Token) -> str:
    return "".join(child.content if child.type != "softbreak" else " " for child in token.children or [])
