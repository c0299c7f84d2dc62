from __future__ import annotations

import pytest

from app.attendance.importing.sheet import MOST_ROWS, read_sheet
from app.core.errors import Invalid

LIST = (
    "Name,Delegation,E-mail\nDelegate 1 (Côte d’Ivoire),Côte d’Ivoire,a@x.example\nDelegate 2 (Perú),Perú,b@x.example\n"
)
RUSSIAN = "Имя;Страна;Почта\nДелегат 1;Россия;a@x.example\nДелегат 2;Египет;b@x.example\n"
ARABIC = "الاسم;البلد\nمندوب 1;مصر\nمندوب 2;الأردن\n"
CHINESE = "姓名,国家\n代表 1,埃及\n代表 2,法国\n"


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        (LIST, "utf-8", "utf-8"),
        (LIST, "utf-8-sig", "utf-8"),
        (LIST, "utf-16", "utf-16"),
        (LIST, "utf-16-le", "utf-16"),
        (LIST, "utf-16-be", "utf-16"),
        (LIST, "cp1252", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "utf-8", "utf-8"),
        (ARABIC, "cp1256", "cp1256"),
        (CHINESE, "gb18030", "gb18030"),
    ],
)
def test_the_encoding_is_found_out_and_every_letter_read(text: str, written: str, found: str) -> None:
    sheet = read_sheet(text.encode(written))
    assert (sheet.encoding, sheet.unreadable) == (found, 0)
    separator = ";" if ";" in text else ","
    assert [row.cells for row in sheet.rows] == [tuple(line.split(separator)) for line in text.splitlines()]


def test_an_encoding_that_was_chosen_is_used_and_says_how_many_letters_make_no_sense() -> None:
    sheet = read_sheet(LIST.encode("cp1252"), encoding="utf-8")
    assert (sheet.encoding, sheet.unreadable) == ("utf-8", 6)


@pytest.mark.parametrize("separator", ["\t", ";", ",", "|"])
def test_the_separator_is_found_out_also_without_headings(separator: str) -> None:
    for rows in (["Name", "Delegation"], ["Delegate 1", "Ghana"]), (["Delegate 1", "Ghana"], ["Delegate 2", "Peru"]):
        sheet = read_sheet("\n".join(separator.join(cells) for cells in rows).encode())
        assert sheet.separator == separator
        assert [list(row.cells) for row in sheet.rows] == list(rows)


def test_quotes_over_lines_empty_rows_and_blanks_are_read_and_rows_keep_their_numbers() -> None:
    sheet = read_sheet(b'Name,Title\n\n"Delegate 1\n(Ghana)","First ""Secretary"", UN"\n,,\n  Delegate 2 , \n')
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ("Name", "Title")),
        (3, ("Delegate 1 (Ghana)", 'First "Secretary", UN')),
        (6, ("Delegate 2", "")),
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "The file is empty."),
        (b" \n\t\n", "The file is empty."),
        (b"PK\x03\x04 and so on", "This is a workbook, not text."),
        (b"\xd0\xcf\x11\xe0 and so on", "This is a workbook, not text."),
        (b"%PDF-1.7", "This is a PDF, not text."),
        (b"Name\nab\x00c" * 3 + b"and so on and on and on", "This is not a text file."),
        (b'Name,Country\n"Delegate 1,Ghana\n' + b"Delegate 2,Peru\n" * 2_000, "In row 2 a quotation mark is opened"),
    ],
)
def test_what_is_no_roster_is_refused_with_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_sheet(data)
    assert refused.value.why.startswith(why)


def test_fifty_thousand_rows_are_refused_and_the_limit_is_named() -> None:
    with pytest.raises(Invalid) as refused:
        read_sheet(b"Name,Delegation\n" + b"Delegate 1,Ghana\n" * 50_000)
    assert refused.value.why == (
        "This roster has 50,001 rows; at most 10,000 are read in at once. Split the file and import its parts."
    )
    assert len(read_sheet(b"Name,Delegation\n" + b"Delegate 1,Ghana\n" * MOST_ROWS).rows) == MOST_ROWS + 1
