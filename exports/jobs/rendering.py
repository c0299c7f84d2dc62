"""One request to one finished file: which renderer, where the bytes go, what is said of failures."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exports.codec import UnreadableDocument, from_plain
from exports.document import Document
from exports.jobs.limits import OutOfTime, limited_time
from exports.renderers import html, json, markdown, pdf

Tell = Callable[[str, int], None]

SHORTEN_ADVICE = "Shorten the longest sections, or take the Markdown or HTML export, which have no pages to lay out."
_REPORT_ADVICE = "The text is kept. Take the HTML or Markdown export, and report this to whoever runs the server."


class Failed(Exception):  # noqa: N818 -- the answer to a request, not an accident of the program
    """A request that could not be met: a sentence, and what to do about it."""

    def __init__(self, sentence: str, advice: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice


@dataclass(frozen=True)
class Finished:
    """A file in its place; `pages` is 0 for formats without pages."""

    path: Path
    sha256: str
    size: int
    pages: int
    warnings: tuple[str, ...]


def carry_out(request: Mapping[str, Any], tell: Tell) -> Finished:
    """Render `request["document"]` as `request["format"]` into the file `request["out"]`, whole or not at all.

    Raise Failed with a sentence and advice, whatever the document holds.
    """
    target = _target(request.get("out"))
    try:
        with limited_time():
            document = from_plain(request.get("document") or {})
            data, pages, warnings = _rendered(str(request.get("format")), document, tell)
        write_whole(target, data)
    except Failed:
        raise
    except UnreadableDocument as error:
        raise Failed(str(error), "Compile the summary again and export the result.") from error
    except pdf.PdfUnavailable as error:
        raise Failed(str(error), error.advice) from error
    except (OutOfTime, MemoryError, RecursionError) as error:
        raise Failed("This document is too large to be laid out.", SHORTEN_ADVICE) from error
    except OSError as error:
        raise Failed(
            f"The file could not be written: {error.strerror}.", "Make room on the disk; try again."
        ) from error
    except Exception as error:  # the job runner: a bad document must not end the worker
        raise Failed(f"The document could not be rendered ({type(error).__name__}).", _REPORT_ADVICE) from error
    return Finished(target, hashlib.sha256(data).hexdigest(), len(data), pages, warnings)


def write_whole(target: Path, data: bytes) -> None:
    """Write the file beside its place, flush it to disk, then rename: nobody ever sees half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _target(out: object) -> Path:
    if not isinstance(out, str) or not out or "\x00" in out:
        raise Failed("The request does not say where the file goes.", "Give the path of the file as `out`.")
    return Path(out)


def _rendered(name: str, document: Document, tell: Tell) -> tuple[bytes, int, tuple[str, ...]]:
    if name == "pdf":
        result = pdf.render_with_report(document, tell)
        return result.data, result.pages, result.warnings
    plain = {"html": html.render, "markdown": markdown.render, "json": json.render}
    if name not in plain:
        raise Failed(f"There is no export format “{name[:40]}”.", "Ask for pdf, html, markdown or json.")
    tell(f"Writing {name}", 0)
    return plain[name](document), 0, ()
