"""The guard before every renderer: clean text, bounded sizes, headings that never skip a level."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from exports.cleaning import clean_line, shorten
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
    Row,
    Table,
)
from exports.headings import TITLE_JOINTS
from exports.words.languages import words_for
from exports.words.vocabulary import Words

_LANGUAGE_TAG = re.compile(r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$")
_NOT_IN_ANCHORS = re.compile(r"[^a-z0-9-]+")
_LOWEST_HEADING = 4
_EMPTY_CELL = "–"
# In scripts that part words with spaces; laying out one word of 20,000 letters takes ten seconds.
_LONG_WORD = re.compile(r"[^\s\u0e00-\U0010ffff]{200,}")
_BREAK_EVERY = re.compile(r"(.{40})")


@dataclass(frozen=True)
class Limits:
    """What a format takes before it grows too slow: characters per block, entries per list, characters and blocks."""

    block_characters: int
    list_entries: int
    characters: int
    blocks: int
    line_characters: int = 1_000
    title_characters: int = 2_000
    breaks_long_words: bool = False


PRINT_LIMITS = Limits(
    block_characters=20_000, list_entries=500, characters=400_000, blocks=3_000, breaks_long_words=True
)
SCREEN_LIMITS = Limits(block_characters=250_000, list_entries=50_000, characters=8_000_000, blocks=50_000)


@dataclass(frozen=True)
class Guarded:
    """A document that is safe to render, and sentences on what was left out of it."""

    document: Document
    warnings: tuple[str, ...]


def guard(document: Document, limits: Limits) -> Guarded:
    """Give the document cleaned and within `limits`; what is cut is said in its text and in the warnings."""
    return _Guard(document, limits).run()


class _Guard:
    def __init__(self, document: Document, limits: Limits) -> None:
        self.document = document
        self.limits = limits
        self.words: Words = words_for(document.language)
        self.room = limits.characters
        self.level = 1
        self.anchors: set[str] = set()
        self.warnings: list[str] = []

    def run(self) -> Guarded:
        document = self.document
        blocks: list[Block] = []
        for block in document.blocks[: self.limits.blocks]:
            if self.room <= 0:
                break
            blocks += self._block(block)
        left = len(document.blocks) - self.limits.blocks
        if left > 0 or self.room <= 0:
            blocks.append(self._say_list(max(left, 1)))
        return Guarded(self._framed(tuple(blocks)), tuple(self.warnings))

    def _framed(self, blocks: tuple[Block, ...]) -> Document:
        document = self.document
        title = self._line(document.title, self.limits.title_characters) or self.words.frame.summary
        lines = tuple(filter(None, (clean_line(line) for line in document.title_lines)))
        return replace(
            document,
            title=title,
            title_lines=lines if _same_words(" ".join(lines), title) else (title,),
            language=document.language if _LANGUAGE_TAG.match(document.language) else "en",
            running_head=self._line(document.running_head),
            facts=tuple(Fact(self._line(fact.label), self._line(fact.text)) for fact in document.facts[:40]),
            authors=tuple(self._line(author) for author in document.authors[:40]),
            reference=self._line(document.reference),
            blocks=blocks,
        )

    def _block(self, block: Block) -> list[Block]:
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Paragraph):
            text = self._text(block.text)
            return [replace(block, text=text, label=self._line(block.label))] if text else []
        if isinstance(block, Bullets):
            return self._bullets(block)
        return [self._table(block) if isinstance(block, Table) else self._chart(block)]

    def _heading(self, block: Heading) -> list[Block]:
        text = self._line(block.text)
        if not text:
            return []
        self.level = min(max(block.level, 2), self.level + 1, _LOWEST_HEADING)
        return [Heading(self.level, text, self._anchor(block.anchor))]

    def _anchor(self, wanted: str) -> str:
        base = _NOT_IN_ANCHORS.sub("-", wanted.lower()).strip("-")[:80] or "section"
        anchor, number = base, 2
        while anchor in self.anchors:
            anchor, number = f"{base}-{number}", number + 1
        self.anchors.add(anchor)
        return anchor

    def _bullets(self, block: Bullets) -> list[Block]:
        items: list[Bullet] = []
        for item in block.items[: self.limits.list_entries]:
            if self.room <= 0:
                break
            text = self._text(item.text)
            if text:
                items.append(Bullet(text, self._line(item.label)))
        left = len(block.items) - self.limits.list_entries
        blocks: list[Block] = [Bullets(tuple(items))] if items else []
        return [*blocks, self._say_list(left)] if left > 0 else blocks

    def _table(self, block: Table) -> Table:
        columns = tuple(self._line(column) or _EMPTY_CELL for column in block.columns[:12]) or (_EMPTY_CELL,)
        rows = tuple(
            Row(
                tuple(self._line(cell) or _EMPTY_CELL for cell in (*row.cells, *[""] * len(columns))[: len(columns)]),
                row.style if row.style in {"plain", "group", "total"} else "plain",
            )
            for row in block.rows[: self.limits.list_entries]
        )
        return Table(self._line(block.caption), columns, rows)

    def _chart(self, block: Chart) -> Chart:
        groups = tuple(
            BarGroup(
                self._line(group.title),
                tuple(
                    Bar(self._line(bar.label, 60), max(bar.value, 0), self._line(bar.figure, 40))
                    for bar in group.bars[:60]
                ),
            )
            for group in block.groups[:12]
        )
        return Chart(self._line(block.title), self._line(block.description), max(block.whole, 1), groups)

    def _line(self, text: str, length: int = 0) -> str:
        return shorten(clean_line(text), length or self.limits.line_characters)

    def _text(self, text: str) -> str:
        text = clean_line(text)
        allowed = max(min(self.limits.block_characters, self.room), 0)
        self.room -= len(text)
        if len(text) <= allowed:
            return self._broken(text)
        note = self.words.frame.shortened_text.format(count=len(text) - allowed)
        self.warnings.append(note)
        return f"{self._broken(text[:allowed])}… {note}"

    def _broken(self, text: str) -> str:
        if not self.limits.breaks_long_words:
            return text
        return _LONG_WORD.sub(lambda word: _BREAK_EVERY.sub("\\1\u200b", word[0]), text)

    def _say_list(self, count: int) -> Paragraph:
        note = self.words.frame.shortened_list.format(count=count)
        self.warnings.append(note)
        return Paragraph(note, "note")


def _same_words(text: str, title: str) -> bool:
    """Say whether two titles differ in nothing but the marks at which lines are broken."""
    joints = str.maketrans("", "", TITLE_JOINTS)
    return text.translate(joints) == title.translate(joints)
