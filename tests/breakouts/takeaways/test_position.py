from __future__ import annotations

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.db import open_engine
from breakouts.takeaways.models import Takeaway
from breakouts.takeaways.position import DIGITS, LONGEST, WHOLE, between, spread

PLACES = st.lists(st.floats(0, 1), min_size=1, max_size=200)


@given(PLACES)
@settings(deadline=None)
def test_a_key_put_anywhere_sorts_where_it_was_put(places: list[float]) -> None:
    keys: list[str] = []
    for place in places:
        at = round(place * len(keys))
        key = between(keys[at - 1] if at else None, keys[at] if at < len(keys) else None)
        keys.insert(at, key)
        assert not key[WHOLE:].endswith(DIGITS[0])
    assert keys == sorted(set(keys), key=str.encode)


@pytest.mark.parametrize("end", ["first", "last"])
def test_thousands_put_at_one_end_have_keys_of_four_letters(end: str) -> None:
    keys = [between(None, None)]
    for _ in range(5_000):
        keys.append(between(None, keys[-1]) if end == "first" else between(keys[-1], None))
    assert {len(key) for key in keys} == {WHOLE}
    assert keys == sorted(set(keys), reverse=end == "first")


def test_hundreds_put_into_one_gap_stay_below_the_length_at_which_a_list_is_numbered_anew() -> None:
    low, high = spread(2)
    for _ in range(250):
        high = between(low, high)
    assert low < high
    assert len(high) < LONGEST


def test_keys_sort_alike_in_python_and_in_both_databases(empty_database_url: str) -> None:
    keys = ["V000", "V00z", "V0Z0", "V0a0", "VZ00", "Va00", "v000", "0000", "zzzz", "V000V", "V000v"]
    engine = open_engine(empty_database_url)
    table = sa.Table("keys", sa.MetaData(), sa.Column("key", Takeaway.__table__.c.position.type))
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(table.insert(), [{"key": key} for key in keys])
        found = connection.scalars(sa.select(table.c.key).order_by(table.c.key)).all()
    engine.dispose()
    assert found == sorted(keys, key=str.encode)


def test_neighbours_in_the_wrong_order_are_a_mistake_and_said_so() -> None:
    with pytest.raises(ValueError, match="does not come before"):
        between("V001", "V000")
