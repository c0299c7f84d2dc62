"""What a co-chair gets when the summary is compiled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from exports.compile import compile_summary, text_digest, to_document
from exports.document import Bullet, Bullets, Chart, Heading, Paragraph, Row, Table
from exports.source import PartSource, SectionEdit, SessionSource, SpeakerSource
from tests.exports.meetings import AS_OF, EMPTY, NOBODY, SCRIPT, SENTENCE, SMALL, rehearsal

OTHERS = "over 90 participants from more than 30 UN Member States, as well as the UN, over two sessions"

PROCESS = "It was part of the preparations for the Infrastructure Review."
WRITTEN = "On 11 and 18 May 2026, Ghana and Fiji co-chaired the Meeting on Water and Roads."


def test_the_small_meeting_reads_from_overview_to_annex() -> None:
    document = to_document(compile_summary(SMALL))
    assert [block for block in document.blocks if not isinstance(block, Table | Chart)][:-1] == [
        Heading(2, "Overview", "overview"),
        Bullets(
            (Bullet("Roads and water were discussed over two days by all who came."), Bullet("Next steps are open."))
        ),
        Paragraph(
            f"Ghana and Fiji chaired the meeting. The meeting brought together {SENTENCE}. Its findings follow.",
        ),
        Heading(2, "First day – 11 May", "session-11"),
        Heading(3, "Opening", "part-21"),
        Paragraph("Delegate 1, Chief Engineer (Ghana); Representative (Fiji).", "speakers", "Speakers:"),
        Heading(3, "Breakout groups", "part-22"),
        Heading(4, "Breakout Group 1 – Water points (Ghana)", "room-31"),
        Paragraph("The group spoke about wells."),
        Paragraph("It also spoke about pumps."),
        Paragraph("The group offered these practices:", "lead_in"),
        Bullets((Bullet("Share one well between camp and village."), Bullet("Keep a spare pump at every base."))),
        Heading(4, "Breakout Group 2 (Fiji)", "room-32"),
        Paragraph("The group reported the following points:", "lead_in"),
        Bullets(
            (
                Bullet("Rain closes the northern road for four months of every year.", "Challenge:"),
                Bullet("Engineers should come early."),
                Bullet("Who repairs the bridge once the mission has left?", "Open question:"),
            ),
        ),
        Heading(2, "Session 2 – 18 May", "session-12"),
        Heading(3, "Closing", "part-23"),
        Bullets((Bullet("All groups will meet again."),)),
        Heading(2, "Annex – Participation", "annex-participation"),
    ]


def test_the_title_block_says_what_whose_when_and_how_far() -> None:
    document = to_document(compile_summary(SMALL))
    assert document.title == "Chairs’ Summary for the Meeting on Water and Roads, co-hosted by Ghana and Fiji"
    assert document.title_lines == (
        "Chairs’ Summary",
        "for the Meeting on Water and Roads,",
        "co-hosted by Ghana and Fiji",
    )
    assert [(fact.label, fact.text) for fact in document.facts] == [
        ("Process", "Infrastructure Review"),
        ("Held on", "11 and 18 May 2026"),
        ("Co-chairs", "Ghana · Fiji"),
        ("Cleared by", "Ghana, 20 May 2026, 14:05 (UTC) · Fiji"),
        ("Status", "Draft of 20 May 2026, 14:05 (UTC), not released"),
    ]


def test_the_annex_gives_figures_and_shares_that_agree() -> None:
    first, second, chart = [b for b in to_document(compile_summary(SMALL)).blocks if isinstance(b, Table | Chart)]
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert isinstance(chart, Chart)
    assert first.rows == (
        Row(("UN Member States", "23", "40", "85%")),
        Row(("UN entities", "2", "5", "11%")),
        Row(("Observers", "1", "2", "4%")),
        Row(("Total", "26", "47", "100%"), "total"),
    )
    assert second.rows == (
        Row(("First day – 11 May", "–", "40", "85%")),
        Row(("Session 2 – 18 May", "–", "31", "66%")),
        Row(("Present at every session", "–", "24", "51%")),
        Row(("Breakout Group 1 – Water points", "11", "16", "34%")),
        Row(("Breakout Group 2", "9", "15", "32%")),
        Row(("Whole meeting", "26", "47", "100%"), "total"),
    )
    assert [[bar.figure for bar in group.bars] for group in chart.groups] == [
        ["40 · 85%", "5 · 11%", "2 · 4%"],
        ["40 · 85%", "31 · 66%", "24 · 51%"],
        ["16 · 34%", "15 · 32%"],
    ]


def test_an_empty_meeting_compiles_to_a_title_and_a_status() -> None:
    document = to_document(compile_summary(EMPTY))
    assert (document.title, document.blocks, document.language) == ("Chairs’ Summary", (), "en")
    assert [fact.label for fact in document.facts] == ["Status"]


def test_before_anybody_has_come_no_figure_is_said() -> None:
    text = f"It brought together {OTHERS}."
    summary = compile_summary(replace(SMALL, tallies=NOBODY, introduction=text))
    assert summary.section("introduction").body == "It brought together participants from UN Member States."
    assert not any(isinstance(block, Table | Chart) for block in to_document(summary).blocks)


@pytest.mark.parametrize(
    ("introduction", "expected"),
    [
        ("It drew {participation}.", f"It drew {SENTENCE}."),
        (
            f"It drew {OTHERS}. Good.",
            f"It drew {SENTENCE}. Good.",
        ),
        ("It drew 12 delegates from 5 Member States.", f"It drew {SENTENCE}."),
        ("One sentence only", f"One sentence only The meeting brought together {SENTENCE}."),
        (
            "",
            f"{WRITTEN} The meeting brought together {SENTENCE}. {PROCESS}",
        ),
    ],
)
def test_the_introduction_states_participation_in_the_words_of_the_ledger(introduction: str, expected: str) -> None:
    assert compile_summary(replace(SMALL, introduction=introduction)).section("introduction").body == expected


def test_a_year_is_printed_only_where_sessions_differ_in_it() -> None:
    first, second = SMALL.sessions
    later = replace(SMALL, sessions=(first, replace(second, date=first.date and first.date + timedelta(days=400))))
    headings = [s.title for s in compile_summary(later).sections if s.kind == "heading"][1:]
    assert headings == ["First day – 11 May 2026", "Session 2 – 15 June 2027"]


def test_speakers_are_listed_only_where_the_narrative_leaves_one_out() -> None:
    speakers = (SpeakerSource("Delegate Alpha", "", "Ghana"), SpeakerSource("", "Representative", "Fiji"))
    part = PartSource(1, "Opening", "remarks", "Delegate Alpha and Fiji spoke.", speakers)
    named = replace(SMALL, sessions=(SessionSource(1, 1, parts=(part,)),))
    assert compile_summary(named).section("part:1").body == "Delegate Alpha and Fiji spoke."
    unnamed = replace(SMALL, sessions=(SessionSource(1, 1, parts=(replace(part, narrative="Fiji spoke."),)),))
    assert compile_summary(unnamed).section("part:1").body == (
        "Fiji spoke.\n\nSpeakers: Delegate Alpha (Ghana); Representative (Fiji)."
    )


def test_words_of_a_person_survive_recompiling_and_are_marked_when_what_they_replaced_changes() -> None:
    key = "room:31:points"
    before = compile_summary(SMALL).section(key)
    edit = SectionEdit(key, "- One point said better.", before.digest)
    mine = compile_summary(replace(SMALL, edits=(edit,))).section(key)
    assert (mine.body, mine.edited, mine.stale) == ("- One point said better.", True, False)
    first = SMALL.sessions[0]
    breakouts = replace(first.parts[1], rooms=(replace(first.parts[1].rooms[0], points=()), first.parts[1].rooms[1]))
    changed = replace(SMALL, sessions=(replace(first, parts=(first.parts[0], breakouts)),), edits=(edit,))
    after = compile_summary(changed).section(key)
    assert (after.body, after.edited, after.stale, after.compiled) == ("- One point said better.", True, True, "")


def test_an_edit_that_says_the_same_is_no_edit() -> None:
    body = compile_summary(SMALL).section("overview").body
    section = compile_summary(replace(SMALL, edits=(SectionEdit("overview", f"{body}\n", "old"),))).section("overview")
    assert (section.edited, section.stale, section.body) == (False, False, body)


def test_an_edit_of_a_room_that_is_gone_is_handed_back() -> None:
    edit = SectionEdit("room:999", "Words that somebody wrote.", "0")
    assert compile_summary(replace(SMALL, edits=(edit,))).orphans == (edit,)


def test_a_heading_can_be_reworded_but_not_emptied() -> None:
    edits = (SectionEdit("session:11", "Day one", ""), SectionEdit("title", " \n", ""))
    document = to_document(compile_summary(replace(SMALL, edits=edits)))
    assert document.title.startswith("Chairs’ Summary for")
    assert [block.text for block in document.blocks if isinstance(block, Heading)][1] == "Day one"


def test_the_digest_follows_what_is_read_and_nothing_else() -> None:
    digest = compile_summary(SMALL).digest
    assert compile_summary(replace(SMALL, as_of=AS_OF + timedelta(hours=5))).digest == digest
    others = (
        replace(SMALL, released=True),
        replace(SMALL, overview=SMALL.overview[::-1]),
        replace(SMALL, tallies=replace(SMALL.tallies, participants=48)),
        replace(SMALL, running_head="Another"),
    )
    assert len({digest, *(compile_summary(each).digest for each in others)}) == 5


def test_a_section_says_the_digest_of_its_compiled_words() -> None:
    assert all(section.digest == text_digest(section.compiled) for section in compile_summary(SMALL).sections)


@pytest.mark.skipif(not SCRIPT.exists(), reason="the rehearsal is not here")
def test_the_rehearsal_has_all_its_points_and_headings_in_order() -> None:
    source = rehearsal()
    document = to_document(compile_summary(source))
    assert [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)] == [
        (2, "Overview"),
        (2, "1st Session – 3 November"),
        (3, "Opening remarks and presentations"),
        (3, "Plenary discussion"),
        (2, "2nd Session – 10 November"),
        (3, "Breakout Groups"),
        (4, "Breakout Group 1 – Women, Peace and Security (WPS) in Transition Contexts (Canada)"),
        (4, "Breakout Group 2 – Institution Building and Training in Transition Contexts (Bangladesh)"),
        (4, "Breakout Group 3 – Financing in Transition Contexts (United Kingdom)"),
        (3, "Plenary Session and Closing Remarks"),
        (2, "Annex – Participation"),
    ]
    rooms = [room for session in source.sessions for part in session.parts for room in part.rooms]
    said = [" ".join(point.text.rstrip(";. ").split()).casefold() for room in rooms for point in room.points]
    lists = [block for block in document.blocks if isinstance(block, Bullets)][1:]
    printed = [item.text.rstrip(".").casefold() for each in lists for item in each.items]
    assert (len(printed), printed) == (14, said)
