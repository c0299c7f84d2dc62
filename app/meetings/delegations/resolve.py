"""Resolving: from what somebody typed to the delegation meant, or to none. A wrong State is worse than none."""

# ruff: noqa: RUF001 - names come in six scripts, with their own brackets, dashes and letters

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.meetings.delegations.spelling import NOBODY, codes_by_key, fold, key
from app.meetings.delegations.table import Delegation, by_code, every_delegation

LONG_ENOUGH_FOR_A_TYPO = 8
LONGEST_INPUT = 200

_BRACKETS = re.compile(r"^(?P<outer>[^(\[（]+?)\s*[(\[（](?P<inner>[^()\[\]（）]+)[)\]）]\s*$")
_EDGES = " \t\r\n*"
_ARTICLE = re.compile(r"(?:the|l['’]|la|le|les|el|los|las)", re.IGNORECASE)
_OF = r"(?:of|to|for|de|del|du|des|d['’]|de la|de los|de las|del)"
_MISSION = re.compile(
    rf"^(?:the\s+)?(?:mission\s+(?:permanente|d['’]observation)|(?:permanent\s+)?(?:observer\s+)?mission|pm|government"
    rf"|govt\.?|delegation|embassy|ministry\s+of\s+(?:foreign\s+affairs|defen[cs]e)|mfa|mod"
    rf"|misi[oó]n\s+permanente|gouvernement|gobierno|d[ée]l[ée]gation|delegaci[oó]n|ambassade|embajada)"
    rf"(?:\s+(?:{_OF}\s*(?:the\s+|la\s+|l['’])?)|\s+)(?P<rest>.+)$"
    rf"|^(?:постоянное\s+представительство|правительство|делегация)\s+(?P<rest_ru>.+)$",
    re.IGNORECASE,
)
_MISSION_BEHIND = re.compile(
    r"^(?P<rest>.+?)\s+(?:permanent\s+)?(?:mission|delegation|embassy|government)$", re.IGNORECASE
)
_TO_THE_UN = re.compile(
    r"\s*,?\s+(?:to|at|in|aupr[èe]s\s+des?|ante|en)\s+(?:the\s+|l['’]|les?\s+|las?\s+)?"
    r"(?:united\s+nations|un|u\.n\.|nations\s+unies|onu|naciones\s+unidas|new\s+york|geneva|vienna)"
    r"(?:\s+in\s+\w+(?:\s+york)?)?\s*$",
    re.IGNORECASE,
)
_DESIGNATION = re.compile(
    r"^(?:[\w'’-]+\s+){0,3}?(?:republic|kingdom|state|commonwealth|principality|sultanate|union|duchy"
    r"|r[ée]publique|royaume|[ée]tat|principaut[ée]|rep[úu]blica|reino|estado|principado)"
    r"(?:\s+[\w'’-]+){0,2}?\s+(?:of|de|du|des|del)\s+(?:the\s+|la\s+|los\s+|las\s+)?(?P<rest>.+)$"
    r"|^(?:республика|королевство|государство|جمهورية|مملكة|دولة)\s+(?P<rest_other>.+)$",
    re.IGNORECASE,
)
_REMARK = frozenset(
    fold(
        "permanent mission pm new york ny geneva capital chair cochair co host delegation online virtual remote"
    ).split()
)


@lru_cache(maxsize=8192)
def resolve(text: str) -> Delegation | None:
    """The delegation that `text` names, or None where it names none or could name several.

    Understands the six UN languages, any case, missing accents, articles, ISO codes (two letters in capitals only),
    usual abbreviations, former names, "Korea, Republic of", and "Permanent Mission of …". One slip of the pen is
    forgiven in names of eight letters or more, and only where a single delegation is near.
    """
    return resolve_exactly(text) or _nearest(text)


@lru_cache(maxsize=8192)
def resolve_exactly(text: str) -> Delegation | None:
    """As `resolve`, but without forgiving a slip: for places where other words stand next to the name."""
    if len(text) > LONGEST_INPUT:
        return None
    for form in _forms(text.strip(_EDGES)):
        code = codes_by_key().get(key(form)) or _two_letters(form)
        if code:
            return by_code()[code]
        if code == NOBODY:
            return None
    return _with_brackets(text.strip(_EDGES))


def _two_letters(form: str) -> str | None:
    # Lower case is left alone: "no", "in", "is", "me" are words before they are countries.
    known = codes_by_key().get(key(form))
    return _codes_by_iso2().get(form) if known is None else known


@cache
def _codes_by_iso2() -> dict[str, str]:
    return {row.iso2: row.code for row in every_delegation() if row.iso2}


def _forms(text: str) -> Iterator[str]:
    yield text
    outer_and_inner = _BRACKETS.match(text)
    if outer_and_inner:
        outer, inner = outer_and_inner["outer"], outer_and_inner["inner"]
        if _ARTICLE.fullmatch(inner.strip()):
            yield outer
        else:
            yield f"{inner} {outer}"
    if text.count(",") == 1:
        before, after = text.split(",")
        yield f"{after} {before}"
    yield from _without_office(_TO_THE_UN.sub("", text), is_whole=not _TO_THE_UN.search(text))


def _without_office(text: str, *, is_whole: bool) -> Iterator[str]:
    if not is_whole:
        yield text
    office = _MISSION.match(text) or _MISSION_BEHIND.match(text)
    if office:
        text = next(rest for rest in office.groups() if rest)
        yield text
    designation = _DESIGNATION.match(text)
    if designation:
        yield next(rest for rest in designation.groups() if rest)


def _with_brackets(text: str) -> Delegation | None:
    found = _BRACKETS.match(text)
    if not found:
        return None
    outer, inner = resolve_exactly(found["outer"]), resolve_exactly(found["inner"])
    remark_only = set(fold(found["inner"]).split()) <= _REMARK
    return outer if outer and (outer == inner or remark_only) else None


def _nearest(text: str) -> Delegation | None:
    typed = key(text)
    if len(typed) < LONG_ENOUGH_FOR_A_TYPO or len(text) > LONGEST_INPUT or typed in codes_by_key():
        return None
    near = process.extract(typed, codes_by_key().keys(), scorer=OSA.distance, score_cutoff=2, limit=None)
    one_slip_away = {
        codes_by_key()[known] for known, far, _ in near if far == 1 and len(known) >= LONG_ENOUGH_FOR_A_TYPO
    }
    if len(one_slip_away) != 1:
        return None
    not_far = {codes_by_key()[known] for known, _, _ in near}
    # "Dominican" is the beginning of another State's name: that it is also near Dominica proves nothing.
    not_far |= {code for known, code in codes_by_key().items() if known.startswith(typed)}
    if not_far - one_slip_away:
        return None
    return by_code().get(one_slip_away.pop())
