import csv
from pathlib import Path

import pytest

from app.meetings.delegations.resolve import resolve, resolve_exactly
from app.meetings.delegations.table import by_code, every_delegation

NAMES = Path(__file__).parents[4] / "shared" / "data" / "unterm-names.csv"

MEANT = {
    "GHA": "Ghana|GHA|gha|加纳|Гана|غانا|Permanent Mission of Ghana|Ghana Mission|Ghana (NY)",
    "KOR": "ROK|R.O.K.|South Korea|Korea, Republic of|Korea (Republic of)|République de Corée|大韩民国"
    "|Permanent Mission of the Republic of Korea to the United Nations",
    "PRK": "DPRK|North Korea|Democratic People’s Republic of Korea",
    "COD": "DRC|RDC|DR Congo|Democratic Republic of the Congo|Congo, Democratic Republic of the|Zaire",
    "COG": "Republic of the Congo|Congo-Brazzaville|Congo (Brazzaville)",
    "ARE": "UAE|U.A.E.|Émirats arabes unis",
    "GBR": "UK|U.K.|uk|Great Britain|Royaume-Uni|Великобритания|英国",
    "USA": "US|USA|U.S.A.|Estados Unidos|États-Unis d'Amérique|США|美国",
    "ZAF": "RSA|South Africa|Afrique du Sud",
    "CHN": "PRC|People's Republic of China|中华人民共和国|КНР",
    "TUR": "Turkey|TURKIYE|Türkiye|Republic of Türkiye",
    "CZE": "Czech Republic|CZECHIA|République tchèque",
    "SWZ": "Swaziland|Eswatini",
    "CIV": "Ivory Coast|Cote d'Ivoire|CÔTE D’IVOIRE|Mission permanente de la Côte d'Ivoire",
    "CPV": "Cape Verde|Cabo Verde",
    "MMR": "Burma|Myanmar (Burma)",
    "NLD": "The Netherlands|Netherlands (Kingdom of the)|Holland|Government of the Netherlands|les Pays-Bas",
    "NER": "Niger|the Niger|Republic of the Niger",
    "NGA": "Nigeria|Federal Republic of Nigeria",
    "GNQ": "Equatorial Guinea|Guinea (Equatorial)|Guinea Ecuatorial",
    "SSD": "South Sudan|Republic of South Sudan",
    "EGY": "مصر|埃及|Egypte",
    "PSE": "Palestine|State of Palestine|巴勒斯坦国",
    "un:dpo": "DPO|Department of Peace Operations|Department of Peace Operations (DPO)",
    "un:orolsi": "OROLSI|DPO/OROLSI",
    "un:un-women": "UN Women|ONU-Femmes",
    "org:au": "African Union|Union africaine|非洲联盟",
    "org:las": "Arab League|League of Arab States",
    "org:eu": "EU|European Union|EU Delegation to the United Nations",
}
SLIPS = {
    "Bangladsh": "BGD",
    "Switzerlnd": "CHE",
    "Lithunia": "LTU",
    "Central African Republc": "CAF",
    "Guinea Bisau": "GNB",
}
NOBODY = (
    "Congo|Korea|Corée|刚果|America|Republic of China|Taiwan|Taiwan, Province of China|Hong Kong|Kosovo|Western Sahara"
    "|Northern Cyprus|Northern Ireland|American Samoa|Saint Martin|St Martin|Dominican|Nigeri|Slovekia|Austrlia"
    "|New Guinea|Democratic Republic of Korea|Pretty Foundation (Ghana)|AU|NA|n/a|NO|no|it|in|||Ghana and Mali|-|?"
)


@pytest.mark.parametrize(
    ("code", "typed"), [(code, typed) for code, all_ in MEANT.items() for typed in all_.split("|")]
)
def test_what_people_type_names_their_delegation(code: str, typed: str) -> None:
    assert resolve(typed) == by_code()[code]


@pytest.mark.parametrize(("typed", "code"), SLIPS.items())
def test_one_slip_in_a_long_name_is_forgiven(typed: str, code: str) -> None:
    assert resolve(typed) == by_code()[code]


@pytest.mark.parametrize("typed", NOBODY.split("|"))
def test_what_names_no_delegation_or_several_is_left_open(typed: str) -> None:
    assert resolve(typed) is None


def test_every_printed_and_official_name_and_code_finds_its_own_row() -> None:
    missed = [
        (row.code, name)
        for row in every_delegation()
        for name in (row.short, row.official, row.code if row.iso2 else row.short)
        if resolve(name) != row
    ]
    assert missed == [("COG", "Congo"), ("COG", "Congo")]


def test_one_slip_never_turns_one_state_into_another() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    for row in (row for row in every_delegation() if row.kind == "member_state"):
        name = row.short
        for place in range(0, len(name), 2):
            dropped = name[:place] + name[place + 1 :]
            changed = name[:place] + letters[(place * 7) % 26] + name[place + 1 :]
            for slip in (dropped, changed):
                assert resolve(slip) in (resolve_exactly(slip), row), slip


def test_very_long_text_names_nobody() -> None:
    assert resolve("Ghana " * 10_000) is None


@pytest.mark.skipif(not NAMES.exists(), reason="the list to compare with is not here")
def test_the_names_of_unterm_in_six_languages_are_understood() -> None:
    with NAMES.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    wrong, unknown = [], []
    for row in rows:
        for language in ("en", "fr", "es", "ar", "zh", "ru", "iso2", "iso3"):
            found = resolve(row[language]) if row[language] else None
            if found and found.code != row["iso3"]:
                wrong.append((row[language], found.code))
            elif row[language] and not found and row["iso3"] in by_code():
                unknown.append(row[language])
    assert wrong == []
    assert unknown == ["AU", "Congo (the)", "Congo (le)", "Congo (el)", "الكونغو", "Конго", "NA", "NO", "SA"]
