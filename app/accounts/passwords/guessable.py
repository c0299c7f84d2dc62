"""Whether a password would be among the first that somebody tries; length does the rest."""

from __future__ import annotations

import re
import unicodedata

LEAST, MOST = 15, 256

_USUAL = """
administrator123 asdfghjklqwerty asdfghjklzxcvbn baseballfootball changemechangeme changemeplease1 chocolatecookies
computer computers correcthorsebatterystaple defaultpassword dragonballsuper footballfootball ilovechocolate
ilovemyfamily iloveyouforever iloveyousomuch internetexplorer jesuschristislord justinbieber4ever letmeinletmein
letmeinplease12 liverpoolfootballclub lordoftherings1 manchesterunited mypasswordismypassword newyorkcity12345
onetwothreefour onetwothreefourfive passwordispassword passwordpassword pleaseletmeinnow qazwsxedcrfvtgb
qwertyqwerty123 qwertyuiopasdfg qwertyuiopasdfgh qwertyuiopasdfghjkl secretpassword1 sunshinesunshine superman superman1
thisisapassword thisismypassword unitednations123 welcomewelcome1 whatismypassword whateverwhatever winteriscoming1
zxcvbnmasdfghjkl
"""
USUAL = frozenset(_USUAL.split())
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "0123456789",
    "01234567890",
    "qwertyuiopasdfghjklzxcvbnm",
    "1234567890qwertyuiop",
)
_MANY_OF_ONE = 4
"""A password of fewer different signs is one sign said again and again."""


def ready(password: str) -> str:
    """Give the password in the one form in which it is kept, however the keyboard composed its letters."""
    return unicodedata.normalize("NFKC", password)


def weakness(password: str, *known: str) -> str:
    """Give the sentence that says why a password will not do, empty where it will.

    `known` are words that anybody would try first: the person's name and address.
    """
    if len(password) < LEAST:
        return "Take at least 15 characters. Four or five words that do not belong together are easy to remember."
    if len(password) > MOST:
        return "Take at most 256 characters."
    plain = re.sub(r"[\W_]+", "", password.casefold())
    if plain in USUAL or plain.rstrip("0123456789") in USUAL or _is_walk(plain) or _is_repetition(plain):
        return "This is among the first that anybody would try. Take four or five words that do not belong together."
    if _without(plain, *known, "rapport", "password", "meeting") < LEAST // 2:
        return "This is mostly your name, your address or a word that stands on the page. Take other words."
    return ""


def _is_walk(plain: str) -> bool:
    # "abcdefghijklmno", "0987654321098765", "qwertyuiopasdfg": along the alphabet, the figures or the keyboard.
    rows = [row * 3 for row in _ROWS]
    return any(plain in row or plain in row[::-1] for row in rows)


def _is_repetition(plain: str) -> bool:
    return len(set(plain)) < _MANY_OF_ONE or any(
        plain == (plain[:size] * len(plain))[: len(plain)] for size in range(1, min(8, len(plain) // 2) + 1)
    )


def _without(plain: str, *known: str) -> int:
    words = {word for text in known for word in re.split(r"[\W_]+", text.casefold()) if len(word) > 2}  # noqa: PLR2004 - shorter ones are in every text
    for word in sorted(words, key=len, reverse=True):
        plain = plain.replace(word, "")
    return len(plain)
