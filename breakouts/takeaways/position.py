"""Keys that order a list: between any two there is room for another, so that moving one point touches no other.

A key is four digits to the base 62, then a fraction of any length without trailing zeros. Keys sort byte by byte, alike
in both databases and in a browser. Adding at an end counts the four digits up or down, so keys stay four letters long;
adding between neighbours lengthens the fraction by about one letter for every five points put into the same gap.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
WHOLE = 4
LONGEST = 60
"""A list with a longer key is numbered anew."""

_MIDDLE = BASE**WHOLE // 2


def between(low: str | None, high: str | None) -> str:
    """Give a short key after `low` and before `high`; None is the end of the list. `low` must sort before `high`."""
    if low is None:
        return _first() if high is None else _before(high)
    return _after(low) if high is None else _inside(low, high)


def spread(count: int) -> list[str]:
    """Give the keys of a whole list numbered anew."""
    return [_written(_MIDDLE + number, WHOLE) for number in range(count)]


def _first() -> str:
    return _written(_MIDDLE, WHOLE)


def _after(low: str) -> str:
    return _written(_number(low[:WHOLE], WHOLE) + 1, WHOLE)


def _before(high: str) -> str:
    # With a fraction, the four digits alone already come before it.
    return _written(_number(high[:WHOLE], WHOLE) - (len(high) == WHOLE), WHOLE)


def _inside(low: str, high: str) -> str:
    for length in range(WHOLE, max(len(low), len(high)) + 2):
        lowest = _number(low[:length], length) + 1
        highest = _number(high[:length], length) - (len(high) <= length)
        if lowest <= highest:
            return _written((lowest + highest) // 2, length)
    message = f"{low!r} does not come before {high!r}"
    raise ValueError(message)


def _number(key: str, length: int) -> int:
    number = 0
    for digit in key.ljust(length, DIGITS[0]):
        number = number * BASE + DIGITS.index(digit)
    return number


def _written(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, digit = divmod(number, BASE)
        digits.append(DIGITS[digit])
    key = "".join(reversed(digits))
    return key[:WHOLE] + key[WHOLE:].rstrip(DIGITS[0])
