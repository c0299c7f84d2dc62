"""The PDF: every paragraph in it, tagged, the same bytes each time, and nothing fetched for it."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

from exports.compile import compile_summary, to_document
from exports.document import Bullet, Bullets, Document, Heading, Paragraph
from exports.renderers import pdf
from exports.source import PartSource, PointSource, SessionSource
from tests.exports.hostile import NASTY, document_of
from tests.exports.meetings import EMPTY, SCRIPT, SMALL, rehearsal

# One at a time: laying out takes a core to itself.
pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) reads the PDFs here"),
]

SAID = {
    "English": "Member States discussed how missions are paid for.",
    "Français": "Les États Membres ont examiné le financement des missions.",
    "Español": "Los Estados Miembros examinaron cómo se pagan las misiones.",
    "Русский": "Государства обсудили финансирование миссий.",
    "العربية": "ناقشت الدول الأعضاء تمويل البعثات",
    "中文": "会员国讨论了特派团的供资问题。",
}
SIX = to_document(
    compile_summary(
        replace(
            SMALL,
            sessions=(
                SessionSource(
                    1,
                    1,
                    "Six languages",
                    parts=tuple(
                        PartSource(number, title, "plenary", text, points=(PointSource(1, "takeaway", text),))
                        for number, (title, text) in enumerate(SAID.items())
                    ),
                ),
            ),
        ),
    ),
)


def text_of(data: bytes, tmp_path: Path) -> str:
    file = tmp_path / "summary.pdf"
    file.write_bytes(data)
    out = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True, timeout=60).stdout.decode("utf-8")
    return " ".join(re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", out).split())


def is_accessible(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "checked.pdf"
    file.write_bytes(data)
    assert "no failures" in str(page.validate_pdf(str(file), profile="ua1"))


@pytest.mark.parametrize("document", [to_document(compile_summary(SMALL)), to_document(compile_summary(EMPTY)), SIX])
def test_the_file_is_accessible_by_its_rules(document: Document, tmp_path: Path) -> None:
    is_accessible(pdf.render(document), tmp_path)


def test_it_has_a_title_a_language_and_a_bookmark_for_each_heading(tmp_path: Path) -> None:
    file = tmp_path / "small.pdf"
    document = to_document(compile_summary(SMALL))
    file.write_bytes(pdf.render(document))
    with pikepdf.open(file) as opened:
        assert str(opened.docinfo["/Title"]) == document.title
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20260520140500")
        assert str(opened.Root.Lang) == "en"
        with opened.open_outline() as outline:
            assert [entry.title for entry in outline.root] == [
                block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2
            ]


def test_the_same_document_gives_the_same_bytes() -> None:
    document = to_document(compile_summary(SMALL))
    assert pdf.render(document) == pdf.render(document)


def test_a_draft_says_so_on_each_page_and_a_released_summary_nowhere(tmp_path: Path) -> None:
    draft = pdf.render_with_report(to_document(compile_summary(SMALL)))
    assert text_of(draft.data, tmp_path).count("DRAFT – not released") == draft.pages
    assert text_of(draft.data, tmp_path).count("DRAFT") == 2 * draft.pages
    released = pdf.render(to_document(compile_summary(replace(SMALL, released=True))))
    assert "draft" not in text_of(released, tmp_path).casefold()


def test_six_languages_are_shown_in_fonts_that_have_their_letters(tmp_path: Path) -> None:
    result = pdf.render_with_report(SIX)
    assert result.warnings == ()
    text = text_of(result.data, tmp_path)
    assert [language for language, said in SAID.items() if said not in text] == []


def test_a_passage_is_tagged_with_its_own_language_and_a_header_cell_with_its_scope(tmp_path: Path) -> None:
    file = tmp_path / "six.pdf"
    file.write_bytes(pdf.render(SIX))
    with pikepdf.open(file) as opened:
        elements = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/Pg" in each]
        spoken = {(str(each.S), str(each.Lang)) for each in elements if "/Lang" in each}
        scopes = {str(each.A.Scope) for each in elements if each.get("/S") == "/TH" and "/A" in each}
    assert {("/P", "ar"), ("/P", "zh"), ("/P", "ru"), ("/LI", "ar"), ("/H3", "zh")} <= spoken
    assert scopes == {"/Column", "/Row"}


def test_an_arabic_document_runs_from_right_to_left(tmp_path: Path) -> None:
    arabic = to_document(compile_summary(replace(SMALL, language="ar", title="اجتماع المياه")))
    data = pdf.render(arabic)
    is_accessible(data, tmp_path)
    file = tmp_path / "arabic.pdf"
    file.write_bytes(data)
    with pikepdf.open(file) as opened:
        assert str(opened.Root.Lang) == "ar"
    box = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True, timeout=60).stdout.decode()
    heading = re.search(r'xMax="([\d.]+)"[^>]*>ةحمل<', box)  # in the order of the glyphs
    assert heading is not None
    assert float(heading[1]) > 500  # ends at the right margin of a page 595 points wide


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_printed_not_obeyed(text: str, tmp_path: Path) -> None:
    data = pdf.render(document_of(text))
    is_accessible(data, tmp_path)
    file = tmp_path / "hostile.pdf"
    file.write_bytes(data)
    with pikepdf.open(file) as opened:
        assert len(opened.attachments) == 0
        assert "/JavaScript" not in str(opened.Root.keys())


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("x" * 100_000),
        Paragraph("a" + "\u0301" * 100_000),
        Paragraph("\u200b\u200c" * 50_000),
        Bullets(tuple(Bullet(f"Point {number}") for number in range(20_000))),
    ],
    ids=["one long word", "a pile of marks", "nothing visible", "twenty thousand points"],
)
def test_what_is_too_long_is_shortened_and_says_so(block: Paragraph | Bullets) -> None:
    result = pdf.render_with_report(replace(document_of("A"), blocks=(block,)))
    assert result.data.startswith(b"%PDF")
    assert all("are kept in the record" in warning for warning in result.warnings)


def test_a_letter_without_a_font_is_reported_with_the_package_that_has_it() -> None:
    said = "No installed font shows Cuneiform characters: U+12000. To mend it: apt install fonts-noto-extra"
    assert pdf.render_with_report(document_of("\U00012000")).warnings in {(said,), ()}  # () where it is installed


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[str, int]] = []
    result = pdf.render_with_report(
        to_document(compile_summary(SMALL)), lambda step, number: told.append((step, number))
    )
    assert {number for _, number in told} == set(range(result.pages + 1))


@pytest.mark.skipif(not SCRIPT.exists(), reason="the rehearsal is not here")
def test_the_rehearsal_is_printed_whole_with_contents(tmp_path: Path) -> None:
    document = to_document(compile_summary(rehearsal()))
    result = pdf.render_with_report(document)
    is_accessible(result.data, tmp_path)
    text = _letters(text_of(result.data, tmp_path))
    between = (
        _letters("DRAFT – not released by the co-chairs") + r"Page\d+of\d+" + _letters(document.running_head) + "DRAFT"
    )
    flowing = re.sub(between, "", text)
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph | Heading)]
    texts += [item.text for block in document.blocks if isinstance(block, Bullets) for item in block.items]
    assert [each for each in texts if _letters(each) not in flowing] == []
    assert "Contents" in text


def _letters(text: str) -> str:
    """Without spaces and hyphens: pdftotext takes a hyphen at the end of a line for one of its own."""
    return re.sub(r"[\s-]", "", text)
