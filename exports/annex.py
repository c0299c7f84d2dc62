"""The annex: who took part, as tables and a chart, with how it was counted."""

from __future__ import annotations

from collections.abc import Sequence

from exports.cleaning import clean_line, shorten
from exports.document import Bar, BarGroup, Block, Chart, Row, Table
from exports.source import SummarySource, Tallies
from exports.words.vocabulary import Words

_NONE = "–"
_CHART_LABEL = 48
_ALIASES = {"un_entity": "un", "united_nations": "un", "state": "member_state"}


def participation(source: SummarySource, headings: Sequence[str], words: Words) -> tuple[Block, ...]:
    """Give tables and chart; `headings` are the sessions' as printed. Nothing while nobody has taken part."""
    if source.tallies.participants <= 0:
        return ()
    return (
        _by_kind(source.tallies, words),
        _by_session(source.tallies, headings, words),
        _chart(source.tallies, headings, words),
    )


def percent(part: int, whole: int, words: Words) -> str:
    """Give a whole percentage, halves rounded up; a part that is not nothing is never printed as 0 %."""
    if whole <= 0:
        return _NONE
    number = (200 * part + whole) // (2 * whole)
    return words.annex.percent.format(number=f"<{1}" if part > 0 and number == 0 else number)


def _by_kind(tallies: Tallies, words: Words) -> Table:
    annex = words.annex
    people = _people_by_kind(tallies)
    delegations = _delegations_by_kind(tallies)
    rows = [
        Row((annex.kinds.get(kind, kind.replace("_", " ").capitalize()), _figure(delegations.get(kind, 0)),
             str(people.get(kind, 0)), percent(people.get(kind, 0), tallies.participants, words)))
        for kind in dict.fromkeys([*delegations, *people])
        if people.get(kind) or delegations.get(kind)
    ]  # fmt: skip
    total = Row(
        (annex.total, _figure(sum(delegations.values())), str(tallies.participants),
         percent(tallies.participants, tallies.participants, words)), "total",
    )  # fmt: skip
    columns = (annex.kind, annex.delegations, annex.people, annex.share)
    return Table(annex.by_kind_caption, columns, (*rows, total))


def _by_session(tallies: Tallies, headings: Sequence[str], words: Words) -> Table:
    annex = words.annex

    def row(label: str, people: int, delegations: int = 0) -> Row:
        return Row((label, _figure(delegations), str(people), percent(people, tallies.participants, words)))

    known = (*tallies.session_delegations, *(0 for _ in headings))
    rows = [row(*session) for session in zip(headings, tallies.sessions, known, strict=False)]
    if len(tallies.sessions) > 1:
        rows.append(row(annex.every_session, tallies.every_session))
    rows += [
        row(_room_label(number, title, words), people, delegations)
        for number, title, people, delegations in tallies.rooms
    ]
    whole = row(annex.meeting, tallies.participants, sum(_delegations_by_kind(tallies).values()))
    return Table(
        annex.by_session_caption,
        (annex.occasion, annex.delegations, annex.people, annex.share),
        (*rows, Row(whole.cells, "total")),
    )


def _chart(tallies: Tallies, headings: Sequence[str], words: Words) -> Chart:
    annex = words.annex

    def bar(label: str, people: int) -> Bar:
        return Bar(shorten(label, _CHART_LABEL), people, f"{people} · {percent(people, tallies.participants, words)}")

    kinds = [bar(annex.kinds.get(kind, kind), people) for kind, people in _people_by_kind(tallies).items() if people]
    sessions = [bar(heading, people) for heading, people in zip(headings, tallies.sessions, strict=False)]
    if len(tallies.sessions) > 1:
        sessions.append(bar(annex.every_session, tallies.every_session))
    rooms = [bar(words.group.format(number=number), people) for number, _, people, _ in tallies.rooms]
    groups = ((annex.meeting, kinds), (annex.sessions, sessions), (annex.rooms, rooms))
    return Chart(
        annex.chart_title,
        annex.chart_description.format(count=tallies.participants),
        tallies.participants,
        tuple(BarGroup(title, tuple(bars)) for title, bars in groups if bars),
    )


def _people_by_kind(tallies: Tallies) -> dict[str, int]:
    people: dict[str, int] = {}
    for kind, count in tallies.by_kind.items():
        name = _ALIASES.get(kind, kind)
        people[name] = people.get(name, 0) + count
    return people


def _delegations_by_kind(tallies: Tallies) -> dict[str, int]:
    """Give the delegations per kind; observer States stand apart only where their people do."""
    apart = "observer_state" in tallies.by_kind
    return {
        "member_state": tallies.member_states,
        "observer_state": tallies.observer_states if apart else 0,
        "un": tallies.un_entities,
        "observer": tallies.observers,
    }


def _room_label(number: int, title: str, words: Words) -> str:
    group = words.group.format(number=number)
    return f"{group} – {clean_line(title)}" if clean_line(title) else group


def _figure(number: int) -> str:
    return str(number) if number > 0 else _NONE
