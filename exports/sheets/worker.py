"""One sheet in a process of its own: `python -m exports.sheets.worker`, the sheet as JSON on stdin, the PDF on stdout.

Nothing is written to a disk: the cards hold ways in. What cannot be laid out is said in a sentence on stderr, and the
process ends with 1.
"""

from __future__ import annotations

import json
import os
import sys

from exports.jobs.limits import OutOfTime, limit_memory, limited_time
from exports.renderers.pdf import PdfRefused, PdfUnavailable
from exports.sheets.rendering import render
from exports.sheets.sheet import from_plain


def main() -> int:
    """Lay the sheet out; give 0, or 1 where it could not be."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not get between the bytes of the document.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    limit_memory()
    try:
        with limited_time():
            data = render(from_plain(json.load(sys.stdin))).data
    except (PdfUnavailable, PdfRefused, OutOfTime, MemoryError, RecursionError) as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    out.write(data)
    out.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
