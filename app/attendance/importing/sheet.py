"""A sheet: the cells of a roster's file, whatever its encoding and its separator, or as pasted from a spreadsheet."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass

from app.attendance.columns import columns
from app.attendance.importing import words
from app.attendance.reading import Row
from app.core.errors import Invalid
from app.meetings.delegations.resolve import resolve_exactly

MOST_ROWS = 10_000
SEPARATORS = ("\t", ";", ",", "|")
ENCODINGS = ("utf-8", "utf-16", "cp1252", "cp1251", "cp1256", "gb18030", "cp1250")
"""Those that can be chosen: Unicode, then the old ones of Western, Cyrillic, Arabic, Chinese, Central European."""

LOOKED_AT = 60
LONGEST_CELL = 20_000
_OLD = ("cp1252", "cp1251", "cp1256", "gb18030")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file that hold anything, and how it was read. `unreadable` counts letters that made no sense."""

    encoding: str
    separator: str
    rows: tuple[Row, ...]
    unreadable: int


def read_sheet(data: bytes, encoding: str = "", separator: str = "") -> Sheet:
    """Read the cells of a file; what is not asked for is found out.

    Raises Invalid, with one sentence that says what to do, for what is no text, is empty, is too long, or holds a
    quotation mark that is never closed.
    """
    if data.startswith(_WORKBOOKS):
        raise Invalid(words.IS_WORKBOOK)
    if data.startswith(b"%PDF"):
        raise Invalid(words.IS_PDF)
    chosen = encoding or _encoding_of(data)
    text = _decoded(data, chosen)
    if not text.strip():
        raise Invalid(words.EMPTY)
    if "\x00" in text:
        raise Invalid(words.NO_TEXT)
    mark = separator or _separator_of(text)
    return Sheet(chosen, mark, _rows(text, mark), text.count("\ufffd"))


def _decoded(data: bytes, encoding: str) -> str:
    known = next((bom for bom, of in _BOMS if data.startswith(bom) and of == encoding), b"")
    how = encoding
    if encoding == "utf-16" and not known:
        how = "utf-16-le" if data[1:4096:2].count(0) >= data[:4096:2].count(0) else "utf-16-be"
    try:
        return data.decode(how, errors="replace").lstrip("\ufeff")
    except (LookupError, UnicodeError) as wrong:
        raise Invalid(words.UNDECODABLE) from wrong


def _encoding_of(data: bytes) -> str:
    marked = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), "")
    if marked:
        return marked
    head = data[:4096]
    if head[1::2].count(0) > len(head) // 8 or head[::2].count(0) > len(head) // 8:
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        # A file cut in the middle of a letter is still UTF-8.
        return "utf-8" if wrong.start >= len(data) - 3 else max(_OLD, key=lambda encoding: _sense(data, encoding))
    return "utf-8"


def _sense(data: bytes, encoding: str) -> tuple[int, int]:
    """How much of the beginning makes sense in this encoding: headings and delegations that are known."""
    try:
        text = data[:40_000].decode(encoding, errors="ignore" if encoding == "gb18030" else "strict")
    except UnicodeDecodeError:
        text = data[:40_000].decode(encoding, errors="replace")
    rows = _rows("\n".join(text.splitlines()[:LOOKED_AT]), _separator_of(text), strict=False)
    headings = max((len(columns(row.cells)) for row in rows), default=0)
    known = sum(1 for row in rows for cell in row.cells if not cell.isascii() and resolve_exactly(cell[:80]))
    return headings * 4 + known, -text.count("\ufffd")


def _separator_of(text: str) -> str:
    start = "\n".join(text.splitlines()[:LOOKED_AT])

    def sense(separator: str) -> tuple[int, int]:
        rows = _rows(start, separator, strict=False)
        headings = max((len(columns(row.cells)) for row in rows), default=0)
        widths = [len(row.cells) for row in rows if len(row.cells) > 1]
        return headings, max((widths.count(width) for width in set(widths)), default=0)

    return max(SEPARATORS, key=sense)


def _rows(text: str, separator: str, *, strict: bool = True) -> tuple[Row, ...]:
    found: list[Row] = []
    filled = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    begins_at = 1
    try:
        for cells in reader:
            if strict and any(len(cell) > LONGEST_CELL for cell in cells):
                raise Invalid(words.bad_quote(begins_at))
            tidy = tuple(" ".join(cell.split()) for cell in cells)
            if any(tidy):
                filled += 1
                if filled <= MOST_ROWS + LOOKED_AT:
                    found.append(Row(begins_at, tidy))
            begins_at = reader.line_num + 1
    except csv.Error as wrong:
        if strict:
            raise Invalid(words.bad_quote(begins_at)) from wrong
    if filled > MOST_ROWS + LOOKED_AT:
        raise Invalid(words.too_many(filled, MOST_ROWS))
    return tuple(found)
