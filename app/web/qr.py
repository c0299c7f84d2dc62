"""QR codes for the pages, as an image that stands in the page itself."""

from __future__ import annotations

import segno


def qr(text: str) -> str:
    """Give a QR code as a data address; its modules are dark on light whatever the page's colours."""
    return str(segno.make(text, error="m", micro=False).svg_data_uri(scale=8, border=2, light="#fff"))
