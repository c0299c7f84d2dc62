"""A compiled summary, cut into the pieces a co-chair may rewrite."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from exports.source import SectionEdit, SummarySource

SectionKind = Literal["heading", "paragraphs", "bullets", "table"]


@dataclass(frozen=True)
class Section:
    """A piece of the summary as plain text (see `exports.plaintext`).

    `key` stays the same as long as the thing it is made from; `title` heads it on the page or in the editor; `level`
    is the level of its heading, 0 when it has none on the page. `body` is `compiled` or a person's words instead;
    `stale` says that `compiled` has changed since the person wrote; `digest` is that of `compiled`.
    """

    key: str
    title: str
    level: int
    kind: SectionKind
    compiled: str
    body: str
    edited: bool
    stale: bool
    digest: str


@dataclass(frozen=True)
class Summary:
    """The sections in reading order; `orphans` are edits of things that are no longer in the meeting."""

    source: SummarySource
    sections: tuple[Section, ...]
    orphans: tuple[SectionEdit, ...]
    digest: str

    def section(self, key: str) -> Section:
        """Give the section of that key; KeyError when there is none."""
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)


def text_digest(text: str) -> str:
    """Digest of a section's words, as 64 hexadecimal digits; any text has one, lone surrogates included."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
