"""From the sections of a summary to a document: headings, blocks, title block, annex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exports import plaintext
from exports.annex import participation
from exports.bullets import labels
from exports.cleaning import clean_line
from exports.dates import dates_held, in_zone
from exports.document import Block, Bullet, Bullets, Document, Fact, Heading, Paragraph, ParagraphRole
from exports.emptiness import bare_headings
from exports.headings import running_head, title_lines
from exports.sections import Section, Summary
from exports.source import Clearance, SummarySource
from exports.words.languages import words_for
from exports.words.vocabulary import Words


def to_document(summary: Summary) -> Document:
    """Give the document a reader sees: empty sections leave nothing behind, and no heading level is skipped."""
    source = summary.source
    words = words_for(source.language)
    title = summary.section("title").body
    return Document(
        title=title,
        language=source.language.strip() or "en",
        running_head=running_head(source),
        draft=not source.released,
        as_of=source.as_of,
        blocks=tuple(_blocks(summary, words)),
        title_lines=title_lines(title, words),
        facts=tuple(_facts(source, words)),
        authors=tuple(filter(None, map(clean_line, source.co_chairs))),
        reference=summary.digest,
    )


def _blocks(summary: Summary, words: Words) -> Iterator[Block]:
    bare = {section.key for section in bare_headings(summary.sections)}
    for section in summary.sections:
        if section.key == "title" or section.key in bare:
            continue
        if section.kind == "table":
            yield from _annex(section, summary, words)
            continue
        if section.level and (section.body or section.level > 2 or section.kind == "heading"):  # noqa: PLR2004
            text = section.body if section.kind == "heading" else section.title
            yield Heading(section.level, text, _anchor(section.key))
        if section.kind != "heading":
            role: ParagraphRole = "lead_in" if section.key.endswith(":lead_in") else "body"
            yield from _body(section.body, role, words)


def _body(text: str, role: ParagraphRole, words: Words) -> Iterator[Block]:
    run_in = tuple(f"{label}{words.colon}" for label in labels(words))
    for block in plaintext.parse(text):
        if isinstance(block, Bullets):
            yield Bullets(tuple(Bullet(*_split(item.text, run_in)) for item in block.items))
            continue
        rest, label = _split(block.text, run_in)
        speakers = label == f"{words.speakers}{words.colon}".strip()
        yield replace(block, text=rest, label=label, role="speakers" if speakers else role)


def _split(text: str, run_in: tuple[str, ...]) -> tuple[str, str]:
    """Part a run-in label from the words after it."""
    for label in run_in:
        if text.startswith(label) and text[len(label) :].strip():
            return text[len(label) :].strip(), label.strip()
    return text, ""


def _annex(section: Section, summary: Summary, words: Words) -> Iterator[Block]:
    headings = [each.body for each in summary.sections if each.key.startswith("session:")]
    tables = participation(summary.source, headings, words)
    if not tables and not section.body:
        return
    yield Heading(section.level, section.title, _anchor(section.key))
    for block in plaintext.parse(section.body):
        yield replace(block, role="note") if isinstance(block, Paragraph) else block
    yield from tables


def _facts(source: SummarySource, words: Words) -> Iterator[Fact]:
    frame = words.frame
    language = source.language
    process = clean_line(source.process)
    if process:
        yield Fact(frame.process, process)
    dates = dates_held([session.date for session in source.sessions if session.date], language)
    if dates:
        yield Fact(frame.dates, dates)
    chairs = [clean_line(chair) for chair in source.co_chairs if clean_line(chair)]
    if chairs:
        yield Fact(frame.chairs, " · ".join(chairs))
    cleared = [_clearance(each, source.time_zone, language) for each in source.clearances]
    if any(cleared):
        yield Fact(frame.cleared_by, " · ".join(filter(None, cleared)))
    status = frame.status_released if source.released else frame.status_draft.format(
        moment=in_zone(source.as_of, source.time_zone, language),
    )  # fmt: skip
    yield Fact(frame.status, status)


def _clearance(clearance: Clearance, zone: str, language: str) -> str:
    name = clean_line(clearance.co_chair)
    return f"{name}, {in_zone(clearance.at, zone, language)}" if name and clearance.at else name


def _anchor(key: str) -> str:
    return key.replace(":", "-")
