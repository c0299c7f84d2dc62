"""The participation sentence, and the one place where its figures are rounded.

The rule: a figure below 20 is exact; from 20 on it is rounded down to the ten, with "over" before people and "more
than" before Member States; a figure that is exactly a ten stands without either word, since it is neither rounded nor
exceeded. The United Nations is named, not counted, when any of its people were there. Observer States and other
organisations are left to the table of participation, unless `name_observers` asks for them. One session is not
mentioned; two to ten are spelt in words.
"""

EXACT_BELOW = 20
STEP = 10
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def participation(
    *,
    people: int,
    member_states: int,
    un_people: int,
    sessions: int,
    observers: int = 0,
    name_observers: bool = False,
) -> str:
    """The sentence's words, as they follow "brought together"; empty where nobody took part.

    `people` counts everybody, `un_people` those of the UN among them, `member_states` and `observers` delegations.
    """
    if people <= 0:
        return ""
    also = ["the UN"] * (un_people > 0) + ["observers"] * (name_observers and observers > 0)
    words = rounded(people, "over", "participant", "participants")
    if member_states:
        words += " from " + rounded(member_states, "more than", "UN Member State", "UN Member States")
        words += f", as well as {' and '.join(also)}" if also else ""
    elif also:
        words += " from " + " and ".join(also)
    comma = "," if also else ""
    return f"{words}{comma} over {in_words(sessions)} sessions" if sessions > 1 else words


def rounded(figure: int, beyond: str, one: str, many: str) -> str:
    """The figure with its noun, rounded by the rule above: "over 260 participants", "19 participants"."""
    if figure < EXACT_BELOW or figure % STEP == 0:
        return f"{figure} {one if figure == 1 else many}"
    return f"{beyond} {figure - figure % STEP} {many}"


def in_words(figure: int) -> str:
    """The figure in words up to ten, in digits beyond."""
    return NUMBERS[figure] if figure < len(NUMBERS) else str(figure)
