"""A sheet as PDF/UA: QR codes drawn as vectors, each with words of its own for those who do not see it."""

from __future__ import annotations

import datetime as dt
import io

import segno

from exports.document import Document
from exports.invitations.words.languages import invitation_words
from exports.renderers.pdf import Rendered, lay_out
from exports.renderers.templating import render_template
from exports.sheets.sheet import Sheet

JOIN = "qr:join"


def render(sheet: Sheet) -> Rendered:
    """Give the PDF. Its title, its bookmarks and its metadata hold no personal link."""
    words = invitation_words(sheet.language)
    title = words.sheet.format(title=sheet.title) if sheet.cards else f"{words.join}: {sheet.title}"
    document = Document(
        title=title,
        language=sheet.language,
        running_head="",
        draft=False,
        as_of=dt.datetime.fromisoformat(sheet.as_of),
        blocks=(),
        title_lines=(title,),
    )
    pictures = {JOIN: _qr(sheet.join_address)}
    pictures |= {f"qr:{number}": _qr(card.address) for number, card in enumerate(sheet.cards)}
    html = render_template("sheets/sheet.html", document, sheet=sheet, invitation=words)
    css = render_template("sheets/sheet.css", document)
    return lay_out(html, css, pictures)


def _qr(address: str) -> bytes:
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, dark="#10233f", xmldecl=False)
    return drawn.getvalue()
