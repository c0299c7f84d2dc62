"""A document as JSON and back: what crosses the pipe to the worker, and what the JSON export holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, get_args

from exports.document import (
    Bar,
    BarGroup,
    Block,
    Bullet,
    Bullets,
    Chart,
    Document,
    Fact,
    Heading,
    Paragraph,
    ParagraphRole,
    Row,
    Table,
)

SCHEMA = "rapport.summary/1"

type_of_block: dict[type, str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Bullets: "bullets",
    Table: "table",
    Chart: "chart",
}


class UnreadableDocument(ValueError):  # noqa: N818 -- it is said of a document, not of the program
    """The JSON does not describe a document; the message says which part."""


def to_plain(document: Document) -> dict[str, Any]:
    """Give the document as JSON-ready data, each block with its `type`."""
    plain = asdict(document)
    plain["blocks"] = [{"type": type_of_block[type(block)], **asdict(block)} for block in document.blocks]
    plain["as_of"] = document.as_of.isoformat()
    return {"schema": SCHEMA, **plain}


def from_plain(plain: Mapping[str, Any]) -> Document:
    """Give the document that `to_plain` described; raise UnreadableDocument for anything else."""
    try:
        return _document(plain)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableDocument(f"This is not a summary document: {error!r} while reading it.") from error


def dumps(document: Document) -> str:
    """Give the document as one line of strict ASCII JSON."""
    return json.dumps(to_plain(document), allow_nan=False)


def loads(text: str) -> Document:
    """Give the document in a JSON text; raise UnreadableDocument when there is none."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument("This is not JSON.") from error
    return from_plain(plain)


def _document(plain: Mapping[str, Any]) -> Document:
    return Document(
        title=str(plain["title"]),
        language=str(plain["language"]),
        running_head=str(plain["running_head"]),
        draft=plain["draft"] is not False,
        as_of=datetime.fromisoformat(plain["as_of"]),
        blocks=tuple(_BLOCKS[block["type"]](block) for block in plain["blocks"]),
        title_lines=_strings(plain.get("title_lines", ())),
        facts=tuple(Fact(str(fact["label"]), str(fact["text"])) for fact in plain.get("facts", ())),
        authors=_strings(plain.get("authors", ())),
        reference=str(plain.get("reference", "")),
    )


def _heading(block: Mapping[str, Any]) -> Heading:
    return Heading(int(block["level"]), str(block["text"]), str(block["anchor"]))


def _paragraph(block: Mapping[str, Any]) -> Paragraph:
    role: ParagraphRole = block.get("role", "body") if block.get("role") in get_args(ParagraphRole) else "body"
    return Paragraph(str(block["text"]), role, str(block.get("label", "")))


def _bullets(block: Mapping[str, Any]) -> Bullets:
    return Bullets(tuple(Bullet(str(item["text"]), str(item.get("label", ""))) for item in block["items"]))


def _table(block: Mapping[str, Any]) -> Table:
    rows = tuple(Row(_strings(row["cells"]), row.get("style", "plain")) for row in block["rows"])
    return Table(str(block["caption"]), _strings(block["columns"]), rows)


def _chart(block: Mapping[str, Any]) -> Chart:
    groups = tuple(
        BarGroup(
            str(group["title"]),
            tuple(Bar(str(bar["label"]), int(bar["value"]), str(bar["figure"])) for bar in group["bars"]),
        )
        for group in block["groups"]
    )
    return Chart(str(block["title"]), str(block["description"]), int(block["whole"]), groups)


def _strings(values: object) -> tuple[str, ...]:
    if not isinstance(values, list | tuple):
        raise TypeError("a list of texts was expected")
    return tuple(str(value) for value in values)


_BLOCKS: dict[str, Callable[[Mapping[str, Any]], Block]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullets": _bullets,
    "table": _table,
    "chart": _chart,
}
