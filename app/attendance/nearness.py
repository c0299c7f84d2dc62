"""Nearness: whether two personal names may be one person's. Used only within one delegation, and conservatively."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from app.attendance.vocabulary import LABELS

LETTERS_BEFORE_A_SLIP_IS_FORGIVEN = 4
WHOLE_WORDS_IN_A_SHORT_FORM = 2
LEAST_RATIO_OF_ONE_NAME = 60
FIRST_HAN, LAST_HAN = "\u3400", "\u9fff"


def near(one: Sequence[str], other: Sequence[str]) -> str:
    """Why two names, as folded words, look like one person's, in a few words; empty where they do not.

    A slip of one letter in a longer word, an initial for a word, or a short form with at least two whole words.
    Numbers must agree, and labels such as "Delegate 3" are never near one another.
    """
    first, second = sorted(one), sorted(other)
    if not _may_be_names(first) or not _may_be_names(second):
        return ""
    if len(first) != len(second):
        short, long = sorted((set(first), set(second)), key=len)
        in_full = [word for word in short if len(word) > 1]
        return "short form of the name" if short < long and len(in_full) >= WHOLE_WORDS_IN_A_SHORT_FORM else ""
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(pairs) == 1 and _is_slip(*pairs[0]):
        return "one letter differs"
    initials = all(len(min(pair, key=len)) == 1 and pair[0][0] == pair[1][0] for pair in pairs)
    return "initial for a name" if pairs and initials and len(pairs) < len(first) else ""


def clearly_different(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names that share an e-mail address must be two people with one mailbox.

    Labels differ by their numbers. Full names differ when no word is shared and the letters, being of one script, are
    far apart; a full name and a label or a pet name, or names in two scripts, may well be one person's.
    """
    numbers = {word for word in one if word.isdigit()}, {word for word in other if word.isdigit()}
    names = [{word for word in found if word not in LABELS and not word.isdigit()} for found in (one, other)]
    if not names[0] and not names[1]:
        return bool(numbers[0] and numbers[1] and numbers[0] != numbers[1])
    if names[0] & names[1] or not all(map(_is_full, names)):
        return False
    if len({"".join(found).isascii() for found in names}) > 1:
        return False
    return ratio(" ".join(sorted(names[0])), " ".join(sorted(names[1]))) < LEAST_RATIO_OF_ONE_NAME


def _is_full(name: set[str]) -> bool:
    """Two words or more, or a name in Chinese characters, which is one word."""
    return len(name) > 1 or any(FIRST_HAN <= letter <= LAST_HAN for word in name for letter in word)


def _may_be_names(found: Sequence[str]) -> bool:
    return len(found) > 1 and not any(word in LABELS or word.isdigit() for word in found)


def _is_slip(one: str, other: str) -> bool:
    long_enough = min(len(one), len(other)) >= LETTERS_BEFORE_A_SLIP_IS_FORGIVEN
    return long_enough and one[0] == other[0] and OSA.distance(one, other, score_cutoff=1) == 1
