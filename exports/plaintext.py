r"""Plain text <-> blocks: how a person edits a section.

Paragraphs are separated by one blank line; a line that begins with "- " is a bullet. A line that begins with "\- "
is a paragraph whose first words would read as a bullet. `parse(write(blocks)) == blocks` for what `parse` can give.
"""

from __future__ import annotations

from exports.cleaning import clean_line, clean_text
from exports.document import Bullet, Bullets, Paragraph

TextBlock = Paragraph | Bullets

_MARKS = ("- ", "• ", "– ", "* ")
_BARE_MARKS = frozenset(mark.strip() for mark in _MARKS)
_QUOTE = "\\"


def parse(text: str) -> tuple[TextBlock, ...]:
    """Give the paragraphs and lists that `text` holds; never fails."""
    blocks: list[TextBlock] = []
    words: list[str] = []
    items: list[str] = []
    for raw in [*clean_text(text).split("\n"), ""]:
        line = raw.strip() if raw.strip() not in _BARE_MARKS else ""
        bullet = _bullet_in(line)
        if bullet is not None or not line:
            _end_paragraph(words, blocks)
        if bullet is not None:
            items.append(bullet)
        elif line and items and raw[:1] in " \t":
            items[-1] = f"{items[-1]} {line}"
        elif line:
            _end_list(items, blocks)
            words.append(line)
    _end_list(items, blocks)
    return tuple(blocks)


def write(blocks: tuple[TextBlock, ...]) -> str:
    """Give the plain text that a person edits."""
    pieces: list[str] = []
    for block in blocks:
        if isinstance(block, Bullets):
            pieces.append("\n".join(f"- {item.text}" for item in block.items))
        else:
            pieces.append(_quoted(block.text))
    return "\n\n".join(pieces)


def paragraphs(text: str) -> tuple[str, ...]:
    """Give the paragraphs of a text that holds no lists."""
    lines = (clean_line(piece) for piece in clean_text(text).split("\n\n"))
    return tuple(line for line in lines if line)


def write_paragraphs(texts: tuple[str, ...]) -> str:
    """Give the plain text of paragraphs."""
    return write(tuple(Paragraph(text) for text in texts))


def write_bullets(texts: tuple[str, ...]) -> str:
    """Give the plain text of one list; "" for an empty one."""
    return write((Bullets(tuple(Bullet(text) for text in texts)),)) if texts else ""


def normalise(text: str) -> str:
    """Give `text` as it reads after one round trip; what is compared and digested."""
    return write(parse(text))


def _bullet_in(line: str) -> str | None:
    for mark in _MARKS:
        if line.startswith(mark):
            return line[len(mark) :].strip() or None
    return None


def _quoted(text: str) -> str:
    return f"{_QUOTE}{text}" if text in _BARE_MARKS or text.startswith((*_MARKS, _QUOTE)) else text


def _end_paragraph(words: list[str], blocks: list[TextBlock]) -> None:
    text = clean_line(" ".join(words)).removeprefix(_QUOTE).strip()
    if text:
        blocks.append(Paragraph(text))
    words.clear()


def _end_list(items: list[str], blocks: list[TextBlock]) -> None:
    texts = tuple(filter(None, map(clean_line, items)))
    if texts:
        blocks.append(Bullets(tuple(Bullet(text) for text in texts)))
    items.clear()
