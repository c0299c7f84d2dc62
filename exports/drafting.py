"""From a meeting's data to the sections of its summary."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from exports import plaintext
from exports.annex import participation
from exports.bullets import bullet_texts, in_one_style, lead_in_for
from exports.cleaning import clean_line
from exports.headings import document_title, part_heading, room_heading, running_head, session_headings
from exports.introduction import introduction_for
from exports.sections import Section, SectionKind, Summary, text_digest
from exports.source import PartSource, RoomSource, SectionEdit, SpeakerSource, SummarySource
from exports.words.languages import words_for
from exports.words.vocabulary import Words

_NAMED_ON_THE_PROGRAMME = frozenset({"remarks", "panel", "closing"})
_SHORTEST_TELLING_NAME = 3
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class _Draft:
    key: str
    title: str
    level: int
    kind: SectionKind
    compiled: str


def draft_sections(source: SummarySource) -> Summary:
    """Give the summary: compiled words, with people's words in place of those they rewrote."""
    words = words_for(source.language)
    edits = {edit.key: edit for edit in source.edits}
    sections = tuple(_edited(draft, edits.get(draft.key)) for draft in _drafts(source, words))
    keys = {section.key for section in sections}
    orphans = tuple(edit for edit in source.edits if edit.key not in keys)
    return Summary(source, sections, orphans, _digest(source, sections, words))


def _drafts(source: SummarySource, words: Words) -> Iterator[_Draft]:
    yield _Draft("title", words.frame.summary, 1, "heading", document_title(source, words))
    overview = in_one_style([text for text in source.overview if clean_line(text)])
    yield _Draft("overview", words.overview, 2, "bullets", plaintext.write_bullets(overview))
    yield _Draft("introduction", words.introduction, 0, "paragraphs", introduction_for(source, words))
    headings = session_headings(source.sessions, source.language, words)
    for session, heading in zip(source.sessions, headings, strict=True):
        yield _Draft(f"session:{session.id}", heading, 2, "heading", heading)
        for part in session.parts:
            yield from _part(part, words)
    counted = f"{words.annex.counted} {words.annex.rounded}" if source.tallies.participants > 0 else ""
    yield _Draft("annex:participation", words.annex.title, 2, "table", counted)


def _part(part: PartSource, words: Words) -> Iterator[_Draft]:
    heading = part_heading(part, words)
    body = [*plaintext.paragraphs(part.narrative), *_speakers(part, words)]
    yield _Draft(f"part:{part.id}", heading, 3, "paragraphs", plaintext.write_paragraphs(tuple(body)))
    for position, room in enumerate(part.rooms, start=1):
        yield from _room(room, position, words)
    points = bullet_texts(part.points, words)
    title = f"{heading} – {words.key_points}"
    yield _Draft(f"part:{part.id}:points", title, 0, "bullets", plaintext.write_bullets(points))


def _room(room: RoomSource, position: int, words: Words) -> Iterator[_Draft]:
    heading = room_heading(room, position, words)
    body = plaintext.paragraphs(room.narrative)
    question = clean_line(room.question)
    if question and not body:
        body = (f"{words.question}{words.colon}{question}",)
    lead_in = clean_line(room.lead_in) or lead_in_for(room.points, words)
    points = plaintext.write_bullets(bullet_texts(room.points, words))
    yield _Draft(f"room:{room.id}", heading, 4, "paragraphs", plaintext.write_paragraphs(body))
    yield _Draft(f"room:{room.id}:lead_in", f"{heading} – {words.lead_in}", 0, "paragraphs",
                 plaintext.normalise(lead_in))  # fmt: skip
    yield _Draft(f"room:{room.id}:points", f"{heading} – {words.key_points}", 0, "bullets", points)


def _speakers(part: PartSource, words: Words) -> Iterator[str]:
    """List the speakers of the programme where the narrative leaves one of them out."""
    if part.kind not in _NAMED_ON_THE_PROGRAMME:
        return
    narrative = clean_line(part.narrative).casefold()
    described = [speaker for speaker in part.speakers if _described(speaker)]
    if any(not _is_named_in(narrative, speaker) for speaker in described):
        yield f"{words.speakers}{words.colon}{'; '.join(map(_described, described))}."


def _is_named_in(narrative: str, speaker: SpeakerSource) -> bool:
    name = clean_line(speaker.name)
    if not name:
        return clean_line(speaker.delegation or speaker.title).casefold() in narrative
    family = [word for word in name.replace("-", " ").split() if len(word) >= _SHORTEST_TELLING_NAME][-1:]
    return name.casefold() in narrative or any(word.casefold() in narrative for word in family)


def _described(speaker: SpeakerSource) -> str:
    words = ", ".join(filter(None, (clean_line(speaker.name), clean_line(speaker.title))))
    delegation = clean_line(speaker.delegation)
    if not delegation:
        return words
    return f"{words} ({delegation})" if words else delegation


def _edited(draft: _Draft, edit: SectionEdit | None) -> Section:
    digest = text_digest(draft.compiled)
    body = draft.compiled if edit is None else plaintext.normalise(edit.body)
    if draft.kind == "heading":
        body = clean_line(body.removeprefix("\\")) or draft.compiled
    edited = edit is not None and body != draft.compiled
    stale = edited and edit is not None and edit.base != digest
    return Section(draft.key, draft.title, draft.level, draft.kind, draft.compiled, body,
                   edited=edited, stale=stale, digest=digest)  # fmt: skip


def _digest(source: SummarySource, sections: Iterable[Section], words: Words) -> str:
    """Digest of all that a reader sees, in order; neither the moment of compiling nor a number of the database."""
    headings = [section.body for section in sections if section.key.startswith("session:")]
    seen = [
        source.language,
        running_head(source),
        clean_line(source.process),
        [clean_line(chair) for chair in source.co_chairs],
        [[_NUMBER.sub("", section.key), section.title, section.body] for section in sections],
        [asdict(block) for block in participation(source, headings, words)],
        [[clean_line(clearance.co_chair), str(clearance.at)] for clearance in source.clearances],
        source.released,
        [str(session.date) for session in source.sessions],
    ]
    return hashlib.sha256(json.dumps(seen).encode("ascii")).hexdigest()
