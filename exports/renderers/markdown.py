"""Markdown (CommonMark with tables) that reads back as the same words, whatever they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exports.document import Block, Bullets, Chart, Document, Heading, Paragraph, Table
from exports.guarding import SCREEN_LIMITS, guard
from exports.words.languages import words_for

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_ENTITY = re.compile(r"&(?=#?\w)")
_LINE_START = re.compile(r"^(#|[+=-]|\d{1,9}[.)])")
_HEADING_END = re.compile(r"(?<!\\)#$")
_WEB_ADDRESS = re.compile(r"(https?|ftp)(://)|\b(www)(\.)", re.IGNORECASE)


def render(document: Document) -> bytes:
    """Give the document as UTF-8 Markdown."""
    safe = guard(document, SCREEN_LIMITS).document
    return ("\n\n".join(_pieces(safe)) + "\n").encode("utf-8", "replace")


def escape(text: str) -> str:
    """Give one line of text so that Markdown prints exactly its characters."""
    text = _SPECIAL.sub(r"\\\1", text)
    text = _ENTITY.sub("&amp;", text)
    text = _WEB_ADDRESS.sub(lambda found: found.group().replace(":", "\\:").replace(".", "\\."), text)
    return _HEADING_END.sub(r"\\#", _LINE_START.sub(_escaped_start, text))


def _escaped_start(found: re.Match[str]) -> str:
    start = found.group()
    return f"{start[:-1]}\\{start[-1]}"


def _pieces(document: Document) -> Iterator[str]:
    words = words_for(document.language)
    if document.running_head:
        yield f"*{escape(document.running_head)}*"
    if document.draft:
        yield f"**{escape(words.frame.draft_footer)}**"
    yield f"# {escape(document.title)}"
    if document.facts:
        yield "\n".join(f"- {_line(fact.label, fact.text)}" for fact in document.facts)
    yield from map(_block, document.blocks)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escape(block.text)}"
    if isinstance(block, Paragraph):
        return _line(block.label, block.text)
    if isinstance(block, Bullets):
        return "\n".join(f"- {_line(item.label, item.text)}" for item in block.items)
    return _table(block) if isinstance(block, Table) else _chart(block)


def _line(label: str, text: str) -> str:
    return f"*{escape(label)}* {escape(text)}" if label else escape(text)


def _table(table: Table) -> str:
    caption = [f"**{escape(table.caption)}**", ""] if table.caption else []
    columns = "| " + " | ".join(map(escape, table.columns)) + " |"
    rule = "| --- |" + " ---: |" * (len(table.columns) - 1)
    rows = ("| " + " | ".join(map(escape, row.cells)) + " |" for row in table.rows)
    return "\n".join([*caption, columns, rule, *rows])


def _chart(chart: Chart) -> str:
    lines = [_line(chart.title, chart.description), ""]
    for group in chart.groups:
        lines += [f"- {escape(group.title)}", *(f"  - {escape(bar.label)}: {escape(bar.figure)}" for bar in group.bars)]
    return "\n".join(lines)
