"""QR codes for the pages, as an image that stands in the page itself."""

from __future__ import annotations

from urllib.parse import quote

import segno


def qr(text: str) -> str:
    """Give a QR code as a data address; its modules are dark on light whatever the page's colours."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(scale=8, border=2, light="#fff")
    # At any size each module keeps straight edges: blurred ones swim into a pattern that no camera reads.
    crisp = drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" shape-rendering="crispEdges" ', 1)
    return f"data:image/svg+xml,{quote(crisp)}"
