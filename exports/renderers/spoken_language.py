"""The language of a passage, told to a screen reader: WeasyPrint 70 writes only that of the whole document.

Without it a French quotation or an Arabic paragraph is read out by the English voice. The tags are built by one
recursive function of the library, which is wrapped while a document is written; a version without it is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_BUILDER = "_build_box_tree"
_WHOLE_DOCUMENT = frozenset({"html", "body"})


@contextmanager
def spoken_languages(tags: ModuleType, pydyf: ModuleType) -> Iterator[None]:
    """Give tags their element's language, and header cells their scope, inside the block.

    `tags` is `weasyprint.pdf.tags`. Not for use by two threads at a time.
    """
    build = getattr(tags, _BUILDER, None)
    if build is None:
        yield
        return

    def build_speaking(box: Any, *rest: Any) -> Iterator[Any]:  # noqa: ANN401 -- the library has no types
        source = getattr(getattr(box, "_box", box), "element", None)
        for element in build(box, *rest):
            if source is not None and source.tag not in _WHOLE_DOCUMENT:
                _mark(element, source, pydyf)
            yield element

    setattr(tags, _BUILDER, build_speaking)
    try:
        yield
    finally:
        setattr(tags, _BUILDER, build)


def _mark(element: Any, source: Any, pydyf: ModuleType) -> None:  # noqa: ANN401 -- the library has no types
    language = source.get("lang")
    if language:
        element["Lang"] = pydyf.String(language)
    scope = {"col": "/Column", "row": "/Row"}.get(source.get("scope") or "")
    if scope and element["S"] == "/TH" and "A" in element:
        element["A"]["Scope"] = scope
