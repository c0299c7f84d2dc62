"""Columns: which heading, in which language, stands for what we need."""

from collections.abc import Iterable, Mapping
from typing import Literal

from app.meetings.delegations.spelling import fold

Field = Literal[
    "name", "first_name", "last_name", "email", "account", "delegation", "gender", "breakout", "title", "role",
    "joined", "left", "action", "moment", "attended",
]  # fmt: skip

HEADINGS: Mapping[Field, str] = {
    "name": (
        "name|full name|names|name original name|user name original name|user name|display name|participant"
        "|participant name|attendee|attendee name|name of participant|name of delegate|delegate|delegate name|nom"
        "|nom complet|nom et prenom|prenom et nom|nombre|nombre completo|nombre y apellidos|имя|фио|полное имя|участник"
        "|姓名|名字|名称|参会者|الاسم|الاسم الكامل|اسم المشارك"
    ),
    "first_name": "first name|given name|given names|forename|prenom|nombre de pila|имя и отчество|名|الاسم الاول",
    "last_name": "last name|surname|family name|nom de famille|apellido|apellidos|фамилия|姓|اسم العائله|اللقب",
    "email": (
        "email|e mail|mail|user email|email address|e mail address|participant email|courriel|adresse electronique"
        "|adresse e mail|adresse courriel|correo|correo electronico|эл почта|электронная почта|почта"
        "|адрес электронной почты"
        "|邮箱|电子邮件|电邮|电子邮箱|البريد الالكتروني|البريد"
    ),
    "account": "participant id upn|upn|user id",
    "delegation": (
        "delegation|delegations|country|countries|organization|organisation|country organization"
        "|country organisation|delegation country|country delegation|member state|state|entity|affiliation|represents"
        "|representing|on behalf of|mission|permanent mission|org|delegation organization|pays|pays organisation|etat"
        "|delegacion|pais|estado|organizacion|делегация|страна|государство|организация|代表团|国家|国家 组织|组织"
        "|单位|الوفد"
        "|البلد|الدوله|المنظمه"
    ),
    "gender": "gender|sex|m f|f m|sexe|genre|genero|sexo|пол|性别|الجنس|النوع",
    "breakout": (
        "breakout choice|breakout|breakout room|breakout group|breakout session|breakout preference|room|group|room"
        " choice|choice of room|working group|choice|salle|groupe|groupe de travail|sala|grupo|grupo de"
        " trabajo|группа|зал|комната|рабочая группа|分组|会议室|小组|分组讨论|القاعه|المجموعه|الغرفه"
    ),
    "title": (
        "title|job title|position|function|functional title|designation|rank|rank title|titre|fonction|poste|cargo"
        "|puesto|titulo|должность|职务|职位|头衔|المنصب|الوظيفه|المسمي الوظيفي"
    ),
    "role": "role|meeting role|participation role|capacity|rol|funcion|роль|角色|身份|الدور|الصفه",
    "joined": (
        "join time|joined|join|joined at|time joined|first join|first join time|start|start time|arrival|arrived"
        "|from|entered|heure d arrivee|heure darrivee|arrivee|entree|hora de entrada|entrada|время входа|вход"
        "|加入时间|进入时间"
        "|وقت الانضمام"
    ),
    "left": (
        "leave time|left|leave|left at|time left|last leave|last leave time|end|end time|departure|departed"
        "|to|until"
        "|heure de depart|depart|sortie|hora de salida|salida|время выхода|выход|离开时间|退出时间|وقت المغادره"
    ),
    "action": "user action|action",
    "moment": "timestamp|time",
    "attended": "attended",
}

_FIELDS: Mapping[str, Field] = {
    fold(heading): field for field, headings in HEADINGS.items() for heading in headings.split("|")
}


def columns(cells: Iterable[str]) -> dict[Field, int]:
    """Which column holds which field, for the headings that are known; the first of two equal headings counts."""
    found: dict[Field, int] = {}
    for place, cell in enumerate(cells):
        field = _FIELDS.get(fold(cell)) if len(cell) < 60 else None  # noqa: PLR2004
        if field:
            found.setdefault(field, place)
    return found


def cell(cells: tuple[str, ...], place: int | None) -> str:
    """The cell in this column, or an empty text where the row is too short or there is no such column."""
    return cells[place] if place is not None and place < len(cells) else ""
