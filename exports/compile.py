"""Compile a meeting's data into a summary, and a summary into a document. Pure: the same source, the same words."""

from __future__ import annotations

from exports.assembling import to_document
from exports.drafting import draft_sections
from exports.sections import Section, Summary, text_digest
from exports.source import SummarySource

__all__ = ["Section", "Summary", "compile_summary", "text_digest", "to_document"]


def compile_summary(source: SummarySource) -> Summary:
    """Give the summary of a meeting at this moment; everything in the source may be empty."""
    return draft_sections(source)
