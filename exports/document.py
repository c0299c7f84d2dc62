"""A compiled document without any format: frozen dataclasses that every renderer reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ParagraphRole = Literal["body", "lead_in", "speakers", "note"]


@dataclass(frozen=True)
class Heading:
    """A heading below the document's title (level 1): `level` is 2 to 4, `anchor` is unique in the document."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `label` is a run-in word printed before the text, or empty."""

    text: str
    role: ParagraphRole = "body"
    label: str = ""


@dataclass(frozen=True)
class Bullet:
    """One item of a list; `label` is a run-in word printed before the text, or empty."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list without order."""

    items: tuple[Bullet, ...]


@dataclass(frozen=True)
class Row:
    """A row of a table: the first cell is its heading; `style` says whether it closes or groups the rows around it."""

    cells: tuple[str, ...]
    style: Literal["plain", "group", "total"] = "plain"


@dataclass(frozen=True)
class Table:
    """A table whose first column holds words and whose other columns hold figures."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Bar:
    """One bar: `value` of `Chart.whole`, with the words printed at its end."""

    label: str
    value: int
    figure: str


@dataclass(frozen=True)
class BarGroup:
    """Bars that belong together under one small title."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Chart:
    """Horizontal bars; `description` says in words what the picture shows."""

    title: str
    description: str
    whole: int
    groups: tuple[BarGroup, ...]


Block = Heading | Paragraph | Bullets | Table | Chart


@dataclass(frozen=True)
class Fact:
    """A line of the title block: what, and its words."""

    label: str
    text: str


@dataclass(frozen=True)
class Document:
    """A document of one language.

    `title_lines` are the title's words again, cut where a typesetter would begin a new line. `as_of` is in UTC and
    is the only time any format records. `reference` is the digest of what a reader sees.
    """

    title: str
    language: str
    running_head: str
    draft: bool
    as_of: datetime
    blocks: tuple[Block, ...]
    title_lines: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    authors: tuple[str, ...] = ()
    reference: str = ""
