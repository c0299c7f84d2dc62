"""Order: by what delegations are put in the order of a language's own lists."""

# ruff: noqa: RUF001 - Arabic letters are meant

from app.meetings.delegations.names import LANGUAGES, name_of, place_in_chinese
from app.meetings.delegations.spelling import fold
from app.meetings.delegations.table import by_code

_ARTICLE = "ال"
_ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي"})


def sort_key(code: str, lang: str = "en") -> str:
    """Give a text by which delegations stand in the order of a language's own lists.

    English by the key of the table; Chinese by pronunciation, names in Latin letters behind them; Arabic without the
    article; the others by their letters without accents. What is no code of the table stands by its own letters.
    """
    row = by_code().get(code)
    if row is None:
        return fold(code)
    if lang == "zh":
        place = place_in_chinese(code)
        return f"{place:04d}" if place is not None else row.sort_key
    if lang == "ar":
        return name_of(code, lang).removeprefix(_ARTICLE).translate(_ARABIC_LETTERS)
    return row.sort_key if lang == "en" or lang not in LANGUAGES else fold(name_of(code, lang))
