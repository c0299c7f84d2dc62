import pytest

from app.attendance.naming import is_label, is_telling, name_key, read_name

SURE = {
    ("PAK", "1 delegate"): "PAK - Delegate 1|PAKISTAN Delegate 1|Delegate 1 (Pakistan)|Delegate 01 [PAK]"
    "|Pakistan/Delegate 1",
    ("un:dpo", "3 delegate"): "DPO Delegate 3|Delegate 3 (DPO)|DPO - Delegate 3",
    ("KOR", "7 delegate"): "Korea, Republic of - Delegate 7|KOREA, REPUBLIC OF Delegate 7"
    "|Delegate 7 (Korea, Republic of)",
    ("NLD", "4 delegate"): "Delegate 4 (Netherlands (Kingdom of the))|The Netherlands - Delegate 4",
    ("GNB", "1 delegate"): "Guinea-Bissau Delegate 1|Guinea-Bissau - Delegate 1|Guinea-Bissau-Delegate 1",
    ("BRA", "alba coldbrook"): "Alba Coldbrook (Brazil)|BRAZIL - Alba Coldbrook|Alba Coldbrook | Brazil"
    "|Coldbrook, Alba (Brazil)|[BRA] Alba Coldbrook|BRA_Alba Coldbrook|H.E. Ms. Alba COLDBROOK (Brasil)"
    "|Alba Coldbrook (Brazil) (she/her)|巴西 - Alba Coldbrook|Alba (Brazil - Alba Coldbrook)"
    "|Brazil - Alba Coldbrook (Alba's laptop)",
    ("GHA", "1 代表"): "代表1（加纳）|加纳代表1|加纳-代表1",
    ("GHA", "1 делегат"): "Делегат 1 (Гана)|Гана - Делегат 1",
    ("EGY", "1 مندوب"): "مندوب ١ (مصر)|مصر - مندوب 1",
    ("un:undp", "alba coldbrook"): "UNDP Alba Coldbrook|UN - Alba Coldbrook (UNDP)|Alba Coldbrook (UNDP)",
    ("GHA", ""): "Ghana|Permanent Mission of Ghana",
}  # fmt: skip
UNSURE = (
    "Jordan Lee|Chad Coldbrook|Coldbrook, Chad|García López, Israel|FRANCE Anatole|Ben Coldbrook|BEN Coldbrook"
    "|Alba, MD"
    "|Alba Coldbrook - IT|马里奥|Northern Ireland - Alba"
    "|Alba Coldbrook (Chad) - Ghana|Niger Delta Delegate 1|Congo - Alba"
)
DEVICES = (
    "iPad (3)|Interpretation EN-FR|Zoom user|Alba's iPad (Brazil)|+1 212 555 0187|Call-in User 2|EN-FR|口译|Guest 12"
    "|Fireflies.ai Notetaker|read.ai meeting notes|Zoom Room|Синхронный перевод|ترجمة"
)
PEOPLE = "Abbott Galax|Cherie Booth|Roomila Guestova|Delegate 3|Host Coldbrook|Alba"


@pytest.mark.parametrize(
    ("code", "key", "shown"),
    [
        (code, key, shown)
        for (code, key), all_ in SURE.items()
        for shown in all_.replace("Coldbrook | Brazil", "Coldbrook ¦ Brazil").split("|")
    ],
)
def test_delegation_and_person_are_taken_apart(code: str, key: str, shown: str) -> None:
    sure = read_name(shown.replace("¦", "|")).sure
    assert (sure.delegation.code if sure.delegation else None, name_key(sure.rest)) == (code, key)


@pytest.mark.parametrize("shown", UNSURE.split("|"))
def test_no_delegation_is_read_into_a_personal_name(shown: str) -> None:
    assert read_name(shown).sure.delegation is None


def test_a_country_beside_a_name_is_kept_as_a_possible_reading() -> None:
    found = {
        (reading.delegation.code, reading.rest)
        for reading in read_name("BRAZIL Alba Coldbrook").possible
        if reading.delegation
    }
    assert found == {("BRA", "Alba Coldbrook")}


@pytest.mark.parametrize("shown", DEVICES.split("|"))
def test_devices_booths_and_recorders_are_no_people(shown: str) -> None:
    assert read_name(shown).device


@pytest.mark.parametrize("shown", PEOPLE.split("|"))
def test_people_are_no_devices(shown: str) -> None:
    assert not read_name(shown).device


def test_a_label_tells_people_apart_only_with_a_number() -> None:
    assert [is_label(text) for text in ("Delegate 3", "代表", "Alba", "Delegate Alba", "3")] == [
        True,
        True,
        False,
        False,
        True,
    ]
    assert [is_telling(text) for text in ("Delegate 3", "Delegate", "Alba", "3", "")] == [
        True,
        False,
        True,
        False,
        False,
    ]
