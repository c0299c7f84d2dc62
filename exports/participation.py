"""The ledger's English phrase, said in the document's language with the same figures."""

from __future__ import annotations

import re

from exports.words.vocabulary import Words

_MORE = "over|more than"
_SHAPE = re.compile(
    rf"(?:(?P<over>{_MORE}) )?(?P<people>\d[\d,]*) participants? from (?:(?P<more>{_MORE}) )?(?P<states>\d[\d,]*) "
    r"(?:UN )?Member States?(?P<un>,? as well as the UN)?(?:,? over (?P<sessions>\w+) sessions?)?\.?",
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def phrase_in(words: Words, sentence: str) -> str:
    """Give the ledger's phrase in the language of `words`; as it is when it has another shape or is not English.

    The rounding is the ledger's: only the words around its figures change.
    """
    shape = _SHAPE.fullmatch(sentence)
    if shape is None or words.phrase is None:
        return sentence
    phrase = words.phrase
    people = phrase.more_people if shape["over"] else phrase.people
    states = phrase.more_states if shape["more"] else phrase.states
    text = phrase.both.format(
        people=people.format(number=shape["people"]),
        states=states.format(number=shape["states"]),
    )
    sessions = shape["sessions"]
    if shape["un"]:
        text += phrase.as_well_as_un
    if sessions:
        number = _NUMBERS.index(sessions) if sessions in _NUMBERS else sessions
        text += phrase.over_sessions.format(number=number)
    return text
