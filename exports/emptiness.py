"""Which sections of a summary hold nothing, with all that stands under them: a document leaves their headings out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from exports.sections import Section

_CHAPTER = 2


def bare_headings(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Give the sections of sessions, parts and rooms under whose heading nothing would stand."""
    return tuple(
        section
        for at, section in enumerate(sections)
        if section.level >= _CHAPTER and section.key.startswith(("session:", "part:", "room:"))
        if not any(map(_says_something, _with_those_under(sections, at)))
    )


def _with_those_under(sections: Sequence[Section], at: int) -> list[Section]:
    level = sections[at].level
    return [sections[at], *takewhile(lambda each: each.level == 0 or each.level > level, sections[at + 1 :])]


def _says_something(section: Section) -> bool:
    return section.kind != "heading" and bool(section.body.strip())
