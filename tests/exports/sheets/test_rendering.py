"""The sheet of links and the poster as PDF: their text, their codes, their tags, and no secret in words."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest

from exports.sheets.rendering import render
from exports.sheets.sheet import Card, Sheet, from_plain, to_plain

SECRET = "S3cret-of-one-person-alone-000000000000000"
CARDS = tuple(
    Card(name, "Ghana", ("Moderator, room 1: Finance", "Co-chair"), f"https://meeting.example/enter#{SECRET}")
    for name in ("Delegate 1 (Ghana)", "مندوب 2 (مصر)", "代表 3（中国）", "Делегат 4", "প্রতিনিধি ৫")
)
SHEET = Sheet(
    language="en",
    title="Preparatory meeting",
    process="2021 Ministerial",
    when=("First: Tuesday, 3 November 2020, 09:30–12:30",),
    join_address="https://meeting.example/j/123456789",
    join_code="123 456 789",
    as_of="2026-11-21T10:00:00.000Z",
    cards=CARDS,
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    rendered = render(SHEET)
    assert rendered.warnings == ()
    return rendered.data


def words(pdf: bytes, folder: Path) -> list[str]:
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    answer = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    return answer.stdout.split("\f")


@pytest.mark.alone
def test_a_poster_comes_first_and_then_four_cards_a_page(pdf: bytes, tmp_path: Path) -> None:
    poster, cards, more, _end = words(pdf, tmp_path)
    for text in ("2021 Ministerial", "Preparatory meeting", "123 456 789", "https://meeting.example/j/123456789"):
        assert text in poster
    assert "Delegate 1 (Ghana)" in cards
    assert cards.count("Moderator, room 1: Finance") == 4
    assert more.count("Co-chair") == 1


@pytest.mark.alone
def test_no_personal_link_stands_in_words_nor_in_the_files_own_words(pdf: bytes, tmp_path: Path) -> None:
    assert SECRET not in "".join(words(pdf, tmp_path))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(plain := io.BytesIO(), compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
        assert str(document.docinfo["/Title"]) == "Links for “Preparatory meeting”"
        assert not document.attachments
    assert SECRET.encode() not in plain.getvalue()
    assert SECRET.encode("utf-16-be") not in plain.getvalue()


@pytest.mark.alone
def test_every_code_has_words_and_the_file_is_tagged(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "en"
        alternatives = [
            str(one.Alt) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    assert sorted(alternatives) == sorted(
        ["QR code that opens the page to join", *(f"QR code with the personal link of {card.name}" for card in CARDS)]
    )


@pytest.mark.alone
@pytest.mark.parametrize("language", ["fr", "es", "ru", "zh", "ar"])
def test_a_poster_is_made_in_every_language(language: str) -> None:
    plain = to_plain(SHEET) | {"language": language, "cards": []}
    rendered = render(from_plain(plain))
    assert (rendered.pages, rendered.warnings) == (1, ())


def test_a_sheet_travels_as_plain_values() -> None:
    assert from_plain(to_plain(SHEET)) == SHEET
