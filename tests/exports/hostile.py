"""Text that breaks renderers, and documents full of it."""

from __future__ import annotations

from hypothesis import strategies as some

from exports.document import (
    Bar,
    BarGroup,
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
from tests.exports.meetings import AS_OF

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=http://127.0.0.1:9/x onerror=alert(1)>',
    "</style><link rel=attachment href=file:///etc/hostname>",
    "a\x00b\ud800c\ufffe",
    "\u202eright\u202c \u2066over\u2069",
    "# not a heading",
    "1. not a list",
    "| a | b |",
    "[a](javascript:alert(1)) ![b](file:///etc/hostname)",
    "&lt; &amp; &#60; `code` *star* _under_ ~~gone~~ \\",
    "{{ 7 * 7 }} {% raw %}",
    "\\22 } @import url(http://127.0.0.1:9/x);",
    "الوفود: WPS (2020)",
    "www.example.org https://example.org a@example.org",
    "- - -",
    "\u0301" * 40,
    "",
)
TEXTS = some.one_of(
    some.sampled_from(NASTY), some.text(max_size=60), some.text(alphabet="-#*_`[]()<>&|\\!.1 a\n", max_size=20)
)
LANGUAGES = some.sampled_from(["en", "ar", "zh", "fr", "he", "xx-invented", "", "<b>"])


def document_of(text: str, language: str = "en") -> Document:
    """Give a document that has `text` in every place that text can be."""
    return Document(
        title=text,
        language=language,
        running_head=text,
        draft=True,
        as_of=AS_OF,
        blocks=(
            Heading(4, text, text),
            Paragraph(text, "body", text),
            Bullets((Bullet(text, text), Bullet(text))),
            Heading(2, text, text),
            Table(text, (text, text), (Row((text, text)), Row((text, text), "total"), Row(()))),
            Chart(text, text, 10, (BarGroup(text, (Bar(text, 4, text), Bar(text, -3, text), Bar(text, 30, text))),)),
        ),
        title_lines=(text, text),
        facts=(Fact(text, text),),
        authors=(text,),
        reference=text,
    )
