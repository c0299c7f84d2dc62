"""Reading a file that somebody sent: from bytes to numbered rows, whatever the encoding and the separator."""

import codecs
import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

LARGEST = 20_000_000
SEPARATORS = ("\t", ";", ",", "|")
LONGEST_CELL = 2_000
ROWS_THAT_MAY_HOLD_THE_HEADING = 60
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NOT_TEXT = {
    b"PK\x03\x04": "is a workbook or an archive, not text: save its sheet as CSV and send that",
    b"\xd0\xcf\x11\xe0": "is an old Excel workbook, not text: save its sheet as CSV and send that",
    b"%PDF": "is a PDF, not text: ask for the CSV file it was made from",
}


class Unreadable(ValueError):  # noqa: N818 - reads as what the file is, like the other refusals of the house
    """The whole file cannot be used. `sentence` names the file, the row where there is one, and what to do."""

    def __init__(self, file: str, what: str, row: int | None = None) -> None:
        """Make the sentence from the file's name, the row (from 1) and `what` is wrong, which ends with what to do."""
        self.file, self.row = file, row
        self.sentence = f"{file}{f', row {row}' if row else ''}: {what}."
        super().__init__(self.sentence)


@dataclass(frozen=True, slots=True)
class Problem:
    """One row that could not be used as it stands: its number in the file (from 1), why, and its text."""

    row: int
    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: the number of its first line in the file (from 1) and its cells without outer blanks."""

    number: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """The row in one line, for showing to a person."""
        return " | ".join(self.cells)


def rows(data: bytes, file: str, recognised: Callable[[tuple[str, ...]], int]) -> tuple[Row, ...]:
    """Every row of the file, empty ones included (as rows without cells).

    `recognised` says how many cells of a row are headings it knows; the separator that shows most of them is taken.
    Raises Unreadable for a file that is empty, too large, not text, or holds a quotation mark that is never closed.
    """
    text = decode(data, file)
    if not text.strip():
        raise Unreadable(file, "the file is empty: export it again")
    start = "\n".join(text.splitlines()[:ROWS_THAT_MAY_HOLD_THE_HEADING])
    known = {separator: max(map(recognised, _cells(start, separator, file)), default=0) for separator in SEPARATORS}
    return _rows(text, max(SEPARATORS, key=lambda separator: known[separator]), file)


def decode(data: bytes, file: str) -> str:
    """The text of the file: by its byte order mark, else UTF-16 by its zeros, else UTF-8, else Windows-1252."""
    if len(data) > LARGEST:
        raise Unreadable(file, f"the file is larger than {LARGEST // 1_000_000} MB: send only the report itself")
    for beginning, what in _NOT_TEXT.items():
        if data.startswith(beginning):
            raise Unreadable(file, f"this {what}")
    text = _decoded(data).lstrip("\ufeff")
    if "\x00" in text:
        raise Unreadable(file, "this is not a text file: export it again as CSV")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    head = data[:4096]
    if head[1::2].count(0) > len(head) // 8 or head[::2].count(0) > len(head) // 8:
        return data.decode("utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut in the middle of a letter is still UTF-8; anything else that is not UTF-8 came from an old Excel.
        if error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8")
        return data.decode("cp1252", errors="replace")


def _cells(text: str, separator: str, file: str) -> list[tuple[str, ...]]:
    return [row.cells for row in _rows(text, separator, file, strict=False)]


def _rows(text: str, separator: str, file: str, *, strict: bool = True) -> tuple[Row, ...]:
    found: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    begins_at = 1
    try:
        for cells in reader:
            tidy = tuple(" ".join(cell.split()) for cell in cells)
            if strict and any(len(cell) > LONGEST_CELL for cell in cells):
                what = "a quotation mark opened here is never closed, or a cell is far too long: mend this row"
                raise Unreadable(file, what, begins_at)
            found.append(Row(begins_at, tidy if any(tidy) else ()))
            begins_at = reader.line_num + 1
    except csv.Error as error:
        if strict:
            raise Unreadable(file, f"this row cannot be read as CSV ({error}): mend or remove it", begins_at) from error
    return tuple(found)
