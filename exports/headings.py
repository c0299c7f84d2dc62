"""The headings of the summary, in one consistent style."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exports.cleaning import clean_line
from exports.dates import dates_held, day_and_month, names_list
from exports.source import PartSource, RoomSource, SessionSource, SummarySource
from exports.words.vocabulary import Words

TITLE_JOINTS = " –:：,，、"  # noqa: RUF001 -- the marks of Chinese as well

_CUT = re.compile(
    r"^(?P<what>.{0,60}?\bSUMMARY)\b(?P<of>[,:]?\s+.*?)(?P<hosts>\bCO-?HOSTED\s+BY\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)


def document_title(source: SummarySource, words: Words) -> str:
    """Give the title of the document: the one given, or one made in the same manner."""
    given = clean_line(source.document_title)
    if given:
        return given
    title = clean_line(source.title)
    if not title:
        return words.frame.summary
    text = words.frame.summary_for.format(title=title)
    hosts = clean_line(source.host_line)
    if hosts:
        return f"{text}, {hosts}"
    chairs = [clean_line(chair) for chair in source.co_chairs if clean_line(chair)]
    if not chairs:
        return text
    return words.frame.hosted_by.format(title=text, hosts=names_list(chairs, source.language))


def title_lines(title: str, words: Words) -> tuple[str, ...]:
    """Cut a title where a typesetter would: what it is, of which meeting, hosted by whom; the words stay the same."""
    cut = _CUT.match(title)
    if cut:
        return tuple(piece.strip() for piece in (cut["what"], cut["of"], cut["hosts"] or "") if piece.strip())
    short = words.frame.summary
    if title.startswith(short) and len(title) > len(short):
        return tuple(filter(None, (short, title[len(short) :].lstrip(TITLE_JOINTS))))
    return (title,)


def running_head(source: SummarySource) -> str:
    """Give the line that stands over the title and at the head of the pages."""
    given = clean_line(source.running_head)
    if given:
        return given
    dates = dates_held([session.date for session in source.sessions if session.date], source.language)
    name = clean_line(source.title) or clean_line(source.process)
    return " – ".join(piece for piece in (name, dates) if piece)


def session_headings(sessions: Sequence[SessionSource], language: str, words: Words) -> tuple[str, ...]:
    """Give "1st Session – 3 November" for each session; with the year where the sessions differ in it."""
    with_year = len({session.date.year for session in sessions if session.date}) > 1
    return tuple(_session_heading(session, language, words, with_year=with_year) for session in sessions)


def part_heading(part: PartSource, words: Words) -> str:
    """Give the part's title, or the name of its kind."""
    return clean_line(part.title) or words.parts.get(part.kind, words.parts["plenary"])


def room_heading(room: RoomSource, position: int, words: Words) -> str:
    """Give "Breakout Group 1 – Title (moderating delegation)", however the title was typed."""
    group = words.group.format(number=room.number if room.number > 0 else position)
    title = re.sub(
        r"^(?:break[- ]?out\s+(?:group|session|room)|" + re.escape(group) + r")\s*\d*\s*(?:[-–—:.]\s*|$)", "",
        clean_line(room.title), flags=re.IGNORECASE,
    )  # fmt: skip
    moderator = clean_line(room.moderated_by)
    heading = f"{group} – {title}" if title else group
    return f"{heading} ({moderator})" if moderator and not title.endswith(f"({moderator})") else heading


def _session_heading(session: SessionSource, language: str, words: Words, *, with_year: bool) -> str:
    title = clean_line(session.title) or words.session.format(number=session.position)
    if session.date is None:
        return title
    day = day_and_month(session.date, language, with_year=with_year)
    return title if day in title else f"{title} – {day}"
