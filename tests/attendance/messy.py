"""Messy rosters and reports of invented meetings whose truth is known: the same people, typed in different styles."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.attendance.reports.stay import Stay
from app.attendance.roster import RosterRow

STATES: dict[str, tuple[str, ...]] = {
    "GHA": ("Ghana", "GHA", "GHANA", "加纳", "Гана"),
    "KOR": ("Republic of Korea", "ROK", "South Korea", "Corée du Sud", "Korea, Republic of", "大韩民国"),
    "COD": ("DRC", "Democratic Republic of the Congo", "RDC", "DR Congo"),
    "COG": ("Republic of the Congo", "Congo-Brazzaville", "République du Congo"),
    "NER": ("Niger", "NER", "the Niger"),
    "NGA": ("Nigeria", "NGA", "Nigéria"),
    "GIN": ("Guinea", "Guinée", "GIN"),
    "GNQ": ("Equatorial Guinea", "Guinea Ecuatorial", "GNQ"),
    "GNB": ("Guinea-Bissau", "GUINEA-BISSAU", "Guinée-Bissau"),
    "GBR": ("United Kingdom", "UK", "U.K.", "Royaume-Uni", "United Kingdom of Great Britain and Northern Ireland"),
    "USA": ("United States", "USA", "U.S.A.", "Estados Unidos", "США", "United States of America"),
    "TUR": ("Türkiye", "Turkey", "TURKIYE", "Turquie"),
    "CIV": ("Côte d'Ivoire", "Cote d'Ivoire", "Ivory Coast", "CÔTE D’IVOIRE"),
    "NLD": ("Netherlands", "The Netherlands", "Kingdom of the Netherlands", "Pays-Bas"),
    "EGY": ("Egypt", "EGY", "مصر", "埃及", "Égypte"),
    "CZE": ("Czechia", "Czech Republic", "CZE"),
    "un:dpo": ("DPO", "Department of Peace Operations", "UN DPO"),
    "un:un-women": ("UN Women", "UN WOMEN", "ONU-Femmes"),
    "org:au": ("African Union", "Union africaine", "AFRICAN UNION"),
}  # fmt: skip
FIRST = ("Alba", "Bruna", "Celso", "Dario", "Elmira", "Farida", "Goran", "Hanneke", "Imani", "Joana", "Kwesi", "Leila")
LAST = ("Amberton", "Birchfield", "Coldbrook", "Dunmore", "Eastlake", "Fernhill", "Goldwater", "Hollowell", "Inglewood")
CYRILLIC = ("Анна Берёзова", "Борис Дубов", "Вера Кленова", "Глеб Ольхин", "Дарья Рябинина")
ARABIC = ("ريم البستاني", "سامر النخيل", "ليلى الوردي", "كريم الزيتون", "هدى الياسمين")
CHINESE = ("林小树", "王大海", "陈青山", "李白云", "赵明月")
DEVICES = (
    "iPad (3)",
    "Interpretation EN-FR",
    "Zoom user",
    "iPhone",
    "+1 212 555 0187",
    "口译",
    "Fireflies.ai Notetaker",
)

Style = Callable[[str, str], str]
STYLES: dict[str, Style] = {
    "brackets": lambda name, state: f"{name} ({state})",
    "state first": lambda name, state: f"{state} - {name}",
    "bar": lambda name, state: f"{name} | {state}",
    "capitals before": lambda name, state: f"{state.upper()} - {name.upper()}",
    "long dash": lambda name, state: f"{name} – {state}",
    "underscore": lambda name, state: f"{state}_{name}",
    "square brackets": lambda name, state: f"[{state}] {name}",
    "titled": lambda name, state: f"H.E. Ms. {name} ({state})",
    "turned": lambda name, state: f"{_turned(name)} ({state})",
    "slashes": lambda name, state: f"{state} / {name}",
}

HARD_STYLES: dict[str, Style] = {
    "a letter lost": lambda name, state: f"{_slipped(name)} ({state})",
    "initial": lambda name, state: f"{_initial(name)} - {state}",
    "blank before": lambda name, state: f"{state} {name}",
    "blank behind": lambda name, state: f"{name} {state}",
    "comma": lambda name, state: f"{name}, {state}",
    "hyphen": lambda name, state: f"{state}-{name}",
    "name only": lambda name, _: name,
}


@dataclass(frozen=True)
class Truth:
    """A person of an invented meeting."""

    id: int
    code: str
    name: str
    email: str


def invent(seed: int, *, labels: bool) -> list[Truth]:
    """About sixty people of all the delegations above, with names in four scripts or as mere labels."""
    chance = random.Random(seed)
    names = [f"{first} {last}" for first in FIRST for last in LAST] + [*CYRILLIC, *ARABIC, *CHINESE]
    chance.shuffle(names)
    people: list[Truth] = []
    for code in STATES:
        for number in range(1, chance.randint(2, 5)):
            name = f"Delegate {number}" if labels else names.pop()
            people.append(Truth(len(people), code, name, f"p{len(people)}@mission.example"))
    return people


def messy_roster(people: list[Truth], seed: int) -> tuple[list[RosterRow], list[int]]:
    """A roster in which every sixth person stands twice, and whose person each row is."""
    chance = random.Random(seed)
    rows: list[RosterRow] = []
    truth: list[int] = []
    for person in people + [person for person in people if person.id % 6 == 0]:
        spelling = chance.choice(STATES[person.code])
        again = person.id in truth
        name = f"{spelling} - {person.name}" if again else person.name
        email = person.email.upper() if again and chance.random() < 0.5 else "" if again else person.email
        rows.append(RosterRow(len(rows) + 2, name, spelling, email))
        truth.append(person.id)
    return rows, truth


def messy_report(people: list[Truth], style: Style, seed: int) -> tuple[list[Stay], list[int | None]]:
    """Stays of four in five of the people, half of them without e-mail, with devices between; whose each stay is."""
    chance = random.Random(seed)
    stays: list[Stay] = []
    truth: list[int | None] = []
    for person in people:
        if chance.random() < 0.8:
            shown = style(person.name, chance.choice(STATES[person.code]))
            email = person.email.title() if chance.random() < 0.5 else ""
            for stay in _stays(shown, email, chance):
                stays.append(stay)
                truth.append(person.id)
    for device in DEVICES:
        stays += _stays(device, "", chance)
        truth += [None] * (len(stays) - len(truth))
    return stays, truth


def _stays(shown: str, email: str, chance: random.Random) -> Iterator[Stay]:
    joined = datetime(2021, 5, 4, 9, 0)  # noqa: DTZ001
    for _ in range(chance.randint(1, 3)):
        left = joined + timedelta(minutes=chance.randint(5, 50))
        yield Stay(shown, email, joined, left, "zoom", 1)
        joined = left + timedelta(minutes=1)


def _slipped(name: str) -> str:
    first, _, last = name.partition(" ")
    return f"{first} {last[:3]}{last[4:]}" if len(last) > 6 and last.isascii() else name


def _initial(name: str) -> str:
    first, _, last = name.partition(" ")
    return f"{first[0]}. {last}" if last.isalpha() else name


def _turned(name: str) -> str:
    first, _, last = name.partition(" ")
    return f"{last}, {first}" if last and last.isalpha() else name
