import pytest

from app.attendance.sentence import in_words, participation, rounded


def test_the_meeting_of_2020_comes_out_word_for_word() -> None:
    words = participation(people=263, member_states=84, un_people=20, observers=4, sessions=2)
    assert words == "over 260 participants from more than 80 UN Member States, as well as the UN, over two sessions"


@pytest.mark.parametrize(
    ("people", "states", "un", "sessions", "words"),
    [
        (0, 0, 0, 2, ""),
        (1, 1, 0, 1, "1 participant from 1 UN Member State"),
        (19, 12, 0, 1, "19 participants from 12 UN Member States"),
        (20, 20, 1, 1, "20 participants from 20 UN Member States, as well as the UN"),
        (21, 21, 0, 1, "over 20 participants from more than 20 UN Member States"),
        (260, 80, 5, 2, "260 participants from 80 UN Member States, as well as the UN, over two sessions"),
        (269, 89, 0, 3, "over 260 participants from more than 80 UN Member States over three sessions"),
        (35, 0, 35, 1, "over 30 participants from the UN"),
        (35, 0, 35, 2, "over 30 participants from the UN, over two sessions"),
        (12, 0, 0, 11, "12 participants over 11 sessions"),
        (
            1000,
            193,
            1,
            10,
            "1000 participants from more than 190 UN Member States, as well as the UN, over ten sessions",
        ),
    ],
)
def test_the_sentence_follows_its_rule(people: int, states: int, un: int, sessions: int, words: str) -> None:
    assert participation(people=people, member_states=states, un_people=un, sessions=sessions) == words


def test_observers_are_named_only_where_asked_for() -> None:
    asked = participation(people=30, member_states=20, un_people=2, observers=4, sessions=1, name_observers=True)
    assert asked == "30 participants from 20 UN Member States, as well as the UN and observers"


def test_a_rounded_figure_never_says_more_than_there_were() -> None:
    for figure in range(1, 400):
        words = rounded(figure, "over", "participant", "participants").split()
        said = int(words[-2])
        assert said < figure if words[0] == "over" else said == figure


def test_numbers_are_in_words_up_to_ten() -> None:
    assert [in_words(number) for number in (1, 10, 11)] == ["one", "ten", "11"]
