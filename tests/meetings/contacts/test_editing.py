"""How people in charge are called and reached."""

from __future__ import annotations

from tests.cast import Cast
from tests.mirror import Mirror, all_streams


def test_a_person_in_charge_is_mended_wherever_they_stand(cast: Cast) -> None:
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    person = cast.person("moderator_1")
    changes = {"person_name": "Moderator (mended)", "title": "Counsellor", "delegation": "UK", "email": "A@B.example"}
    answer = cast.must("secretariat", "person.edit", person=person, base=0, **changes)
    mended = changes | {"delegation": "United Kingdom", "email": "a@b.example", "version": 1}
    assert answer == {"type": "contact", "id": person, **mended}
    assert mirror.wrong() == {}
    rooms = cast.things(f"meeting:{cast.meeting}", "room")
    assert next(room for room in rooms if room["id"] == cast.rooms[0])["moderators"] == ["Moderator (mended)"]


def test_a_name_mended_elsewhere_meanwhile_is_not_overwritten(cast: Cast) -> None:
    person = cast.person("moderator_1")
    cast.must("canada", "person.rename", person=person, person_name="By a co-chair")
    answer = cast.ask("secretariat", "person.edit", person=person, base=0, person_name="By the secretariat")
    assert (answer["code"], answer["theirs"]["person_name"]) == ("conflict", "By a co-chair")


def test_a_moderator_removed_while_somebody_types_is_said_in_a_sentence(cast: Cast) -> None:
    person = cast.person("moderator_1")
    cast.must("canada", "person.remove", person=person)
    answer = cast.ask("secretariat", "person.edit", person=person, base=0, title="Still typing")
    why = "Moderator 1 (Germany) was put out of the meeting meanwhile, so this was not changed."
    assert (answer["code"], answer["why"]) == ("gone", why)


def test_addresses_are_told_of_those_in_charge_alone(cast: Cast) -> None:
    people = {each["id"] for each in cast.things(f"meeting:{cast.meeting}:setup", "contact")}
    assert cast.person("rapporteur_1") in people
    assert cast.person("ghana") not in people
    cast.must("secretariat", "role.revoke", person=cast.person("rapporteur_1"), role="rapporteur", room=cast.rooms[0])
    people = {each["id"] for each in cast.things(f"meeting:{cast.meeting}:setup", "contact")}
    assert cast.person("rapporteur_1") not in people
