from collections import Counter

from app.meetings.delegations.table import by_code, delegation, every_delegation


def test_all_member_states_and_both_observer_states_stand_in_the_table() -> None:
    kinds = Counter(row.kind for row in every_delegation())
    assert (kinds["member_state"], kinds["observer_state"]) == (193, 2)


def test_every_member_state_is_in_one_regional_group() -> None:
    groups = Counter(row.group for row in every_delegation() if row.kind == "member_state")
    assert groups == {
        "africa": 54,
        "asia_pacific": 54,
        "eastern_europe": 23,
        "latin_america_caribbean": 33,
        "western_europe_other": 29,
    }


def test_codes_and_printed_names_are_unique() -> None:
    rows = every_delegation()
    assert len(by_code()) == len(rows)
    assert len({row.short for row in rows}) == len(rows)


def test_states_have_both_iso_codes_and_the_others_a_prefix() -> None:
    for row in every_delegation():
        is_state = row.kind in ("member_state", "observer_state")
        assert (len(row.code) == 3 and len(row.iso2) == 2) if is_state else row.code.startswith(("un:", "org:"))


def test_a_part_of_the_united_nations_names_an_entity_that_exists() -> None:
    assert delegation("un:orolsi").part_of == "un:dpo"
    assert {row.part_of for row in every_delegation() if row.part_of} <= by_code().keys()


def test_member_states_are_in_english_alphabetical_order() -> None:
    keys = [row.sort_key for row in every_delegation() if row.kind == "member_state"]
    assert keys == sorted(keys)
    assert [key for key in keys if key.startswith("i")][:5] == [
        "iceland",
        "india",
        "indonesia",
        "iran islamic republic of",
        "iraq",
    ]


def test_names_are_those_of_the_united_nations() -> None:
    found = [(delegation(code).short, delegation(code).official) for code in ("NLD", "GBR", "TUR", "KOR")]
    assert found == [
        ("Netherlands", "Netherlands (Kingdom of the)"),
        ("United Kingdom", "United Kingdom of Great Britain and Northern Ireland"),
        ("Türkiye", "Türkiye"),
        ("Republic of Korea", "Republic of Korea"),
    ]
