"""What the document has to say for itself; names in braces are filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class AnnexWords:
    """The words of the participation annex."""

    title: str
    by_kind_caption: str
    by_session_caption: str
    kind: str
    delegations: str
    people: str
    share: str
    occasion: str
    total: str
    meeting: str
    sessions: str
    every_session: str
    rooms: str
    kinds: Mapping[str, str]
    chart_title: str
    chart_description: str  # {count}
    percent: str  # {number}
    counted: str
    rounded: str


@dataclass(frozen=True)
class FrameWords:
    """The words around the text: title block, contents, margins, marks."""

    summary: str
    summary_for: str  # {title}
    hosted_by: str  # {title} {hosts}
    dates: str
    chairs: str
    process: str
    status: str
    status_draft: str  # {moment}
    status_released: str
    cleared_by: str
    contents: str
    page: str  # {page} {pages}
    draft_mark: str
    draft_footer: str
    skip: str
    as_of: str  # {moment} {reference}
    shortened_text: str  # {count}
    shortened_list: str  # {count}


@dataclass(frozen=True)
class PhraseWords:
    """The participation phrase in pieces; {number}, and {people} {states} in `both`."""

    people: str
    more_people: str
    states: str
    more_states: str
    both: str
    as_well_as_un: str
    over_sessions: str


@dataclass(frozen=True)
class Words:
    """All words of one language; mappings are keyed by kind of part or kind of point."""

    language: str
    colon: str
    overview: str
    introduction: str
    session: str  # {number}
    parts: Mapping[str, str]
    group: str  # {number}
    key_points: str
    lead_in: str
    speakers: str
    question: str
    kinds: Mapping[str, str]
    lead_ins: Mapping[str, str]
    mixed_lead_in: str
    chaired: str  # {dates} {chairs} {title}
    chaired_undated: str  # {chairs} {title}
    held: str  # {dates} {title}
    held_undated: str  # {title}
    process: str  # {process}
    brought_together: str  # {sentence}
    unnumbered: str
    phrase: PhraseWords | None  # None where the ledger's own words are in the language
    frame: FrameWords
    annex: AnnexWords
