"""The judge itself, over made-up histories: it has to see what is lost, what is there twice, what is out of order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.faults.judging.found import Found, Kept
from tests.faults.judging.history import Ask, History
from tests.faults.judging.judge import Verdict, judge

GHANA = 7


class Story:
    """A history in which everything is well, to be spoilt in one place."""

    def __init__(self) -> None:
        self.history, self.found = History(), Found()

    def captured(self, number: int, text: str) -> Ask:
        """Somebody captured a point, was told so, and it is kept."""
        view: dict[str, Any] = {
            "type": "takeaway",
            "id": number,
            "kind": "takeaway",
            "text": text,
            "tags": [],
            "state": "draft",
            "version": 1,
            "position": f"V00{number}",
            "after_close": False,
        }
        ask = self.asked("takeaway.capture", {"room": 3, "text": text}, view)
        unseen = {"proposed_text": None, "merged_into": None, "removed": False, "listed": True}
        self.found.points[number] = view | unseen
        return ask

    def asked(self, name: str, data: dict[str, Any], result: dict[str, Any]) -> Ask:
        """Somebody asked for something and was told that it is kept."""
        number = len(self.history.asks) + 1
        ask = Ask(f"ask-{number:04}", GHANA, name, data, float(number), "ok", 1, [{"ok": True, "result": result}])
        self.history.asked(ask)
        undid = (result["id"],) if name.startswith("takeaway") else ()
        self.found.acts.append(Kept(number, GHANA, ask.id, name, undid))
        return ask

    def judged(self, *left: str) -> Verdict:
        """Hear the judge."""
        return judge(self.history, self.found, left)


@pytest.fixture
def story() -> Story:
    made = Story()
    made.captured(1, "First ghanaz1z")
    made.captured(2, "Second ghanaz2z")
    return made


def test_where_everything_is_kept_the_judge_finds_nothing(story: Story) -> None:
    assert story.judged() == Verdict()


def test_an_acknowledged_ask_that_is_not_kept_is_lost(story: Story) -> None:
    del story.found.acts[1]
    assert story.judged().lost != []


def test_an_acknowledged_point_whose_row_is_gone_is_lost(story: Story) -> None:
    del story.found.points[2]
    assert story.judged().lost != []


@pytest.mark.parametrize("field", ["text", "state", "version", "position", "tags"])
def test_a_point_kept_otherwise_than_it_was_acknowledged_is_lost(story: Story, field: str) -> None:
    story.found.points[1][field] = "something else ghanaz1z"
    verdict = story.judged()
    assert len(verdict.lost) == 1
    assert verdict.doubled == []


def test_a_later_act_explains_what_became_of_a_point(story: Story) -> None:
    story.asked("takeaway.remove", {"takeaway": 1}, {"type": "done", "id": 1})
    story.found.points[1] |= {"removed": True, "listed": False}
    assert story.judged() == Verdict()
    story.found.points[1] |= {"removed": False, "listed": True}
    assert story.judged().lost != []


def test_the_sources_of_a_merged_point_have_to_be_off_the_list(story: Story) -> None:
    merged = story.captured(3, "Both ghanaz3z")
    merged.name, merged.data = "takeaway.merge", merged.data | {"takeaways": [1, 2]}
    story.found.acts[-1] = replace(story.found.acts[-1], name="takeaway.merge")
    assert len(story.judged().lost) == 2
    for number in (1, 2):
        story.found.points[number] |= {"merged_into": 3, "listed": False}
    assert story.judged() == Verdict()


def test_one_ask_carried_out_twice_is_doubled(story: Story) -> None:
    story.found.acts.append(Kept(9, GHANA, "ask-0002~again", "takeaway.capture"))
    story.found.points[3] = story.found.points[2] | {"id": 3}
    assert len(story.judged().doubled) == 2


def test_an_ask_answered_differently_the_second_time_is_doubled(story: Story) -> None:
    story.history.asks["ask-0001"].answers.append({"ok": True, "result": {"type": "takeaway", "id": 4}})
    assert len(story.judged().doubled) == 1


def test_a_point_that_nobody_asked_for_is_doubled(story: Story) -> None:
    story.found.points[3] = story.found.points[2] | {"id": 3, "text": "Whose is it? fijiz1z"}
    assert len(story.judged().doubled) == 1


def test_something_refused_and_kept_all_the_same_is_doubled(story: Story) -> None:
    ask = story.history.asks["ask-0002"]
    ask.fate, ask.answers = "refused", [{"ok": False, "code": "gone", "why": "Too late."}]
    assert len(story.judged().doubled) == 1


def test_asks_of_one_person_carried_out_in_another_order_are_out_of_order(story: Story) -> None:
    first, second = story.found.acts
    story.found.acts[:] = [replace(second, number=1), replace(first, number=2)]
    assert len(story.judged().disordered) == 1


def test_asks_of_two_people_have_no_order_among_them(story: Story) -> None:
    story.history.asks["ask-0001"].person = 8
    first, second = story.found.acts
    story.found.acts[:] = [second, replace(first, person=8)]
    assert story.judged().disordered == []


def test_a_gap_in_the_journal_is_out_of_order(story: Story) -> None:
    story.found.heads["room:3"] = 3
    story.found.journal["room:3"] = {1: [], 3: []}
    assert len(story.judged().disordered) == 1


def test_a_telling_that_was_never_kept_is_lost(story: Story) -> None:
    story.history.told.append({"stream": "room:3", "revision": 1, "event": "takeaway.captured", "changes": [1]})
    assert len(story.judged().lost) == 1


def test_an_ask_neither_answered_nor_waiting_vanished(story: Story) -> None:
    story.history.asked(Ask("ask-0003", GHANA, "note.write", {"room": 3, "body": "a", "base": 0}, 3.0))
    assert len(story.judged().lost) == 1
    waiting = story.judged("ask-0003")
    assert (waiting.lost, len(waiting.stuck)) == ([], 1)


def test_words_that_went_into_a_later_ask_are_where_that_one_is(story: Story) -> None:
    note = {"room": 3, "body": "ab", "base": 0}
    story.history.asked(Ask("ask-0003", GHANA, "note.write", note | {"body": "a"}, 3.0, "joined", follows="ask-0004"))
    story.asked("note.write", note, {"type": "note_kept", "id": 3, "version": 1})
    story.found.notes[GHANA, 3] = {"body": "ab", "version": 1}
    assert story.judged() == Verdict()
    story.found.notes[GHANA, 3] = {"body": "a", "version": 1}
    assert len(story.judged().lost) == 1


def test_an_approved_point_stands_once_in_the_summary(story: Story) -> None:
    point = story.found.points[1]
    point["state"] = story.history.asks["ask-0001"].answers[0]["result"]["state"] = "approved"
    assert len(story.judged().lost) == 1
    story.found.summary = "- First ghanaz1z\n"
    assert story.judged() == Verdict()
    story.found.summary *= 2
    assert len(story.judged().doubled) == 1
