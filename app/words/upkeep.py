"""Keeping the catalogues: taking new English words in, and saying what is missing or wrong in each language."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from app.core.sentences import places
from app.words.catalogue import FOLDER, FORMS, TRANSLATED, read
from app.words.extraction import extracted

TEMPLATE = FOLDER / "rapport.pot"
MACHINE_MADE = "machine-made, to be reviewed"
"""The comment of a translation that no person has looked at; whoever has, takes it away."""

PLURALS = {
    "fr": "nplurals=2; plural=(n > 1);",
    "es": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "zh": "nplurals=1; plural=0;",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
"""The headers of the .po files: the forms in the order of `FORMS`."""

_MARKUP = re.compile(r"<[^>]+>")
_HEADERS = re.compile(
    r'^"((POT-Creation|PO-Revision)-Date|Project-Id-Version|Report-Msgid-Bugs-To|Last-Translator|Language-Team): .*\n',
    re.MULTILINE,
)


def extract(template: Path = TEMPLATE) -> int:
    """Write the template of all English words anew; give how many there are."""
    catalog = extracted()
    _write(template, catalog)
    return len(catalog)


def update(folder: Path = FOLDER) -> None:
    """Take the words of the template into every language, and those that are gone out of it."""
    template = read(folder / TEMPLATE.name)
    for language in TRANSLATED:
        path = folder / f"{language}.po"
        catalog = read(path) if path.exists() else _begun(language)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        _write(path, catalog)


def report(folder: Path = FOLDER) -> list[str]:
    """Give a line per language: how much is translated, and how much of it nobody has reviewed."""
    lines = []
    for language in TRANSLATED:
        messages = _messages(read(folder / f"{language}.po"))
        done = [message for message in messages if _is_whole(message)]
        unseen = [message for message in done if MACHINE_MADE in message.user_comments]
        lines.append(f"{language}: {len(done)} of {len(messages)} texts translated, {len(unseen)} to be reviewed")
    return lines


def out_of_date(template: Path = TEMPLATE) -> list[str]:
    """Give the texts that stand in the code and not in the template, or the other way round."""
    ours, written = ({_key(message) for message in _messages(each)} for each in (extracted(), read(template)))
    return sorted(ours ^ written)


def wrong(language: str, catalog: Catalog) -> list[str]:
    """Give what is missing or wrong in a language's catalogue, each with its English text."""
    return [
        f"{language}: {_key(message)!r}: {what}"
        for message in _messages(catalog)
        for what in _wrong_in(message, FORMS[language])
    ]


def _wrong_in(message: Message, forms: tuple[str, ...]) -> Iterable[str]:
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    given = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if message.fuzzy:
        yield "is only guessed"
    if not _is_whole(message):
        yield "is not translated"
        return
    if len(sources) > 1 and len(given) != len(forms):
        yield f"has {len(given)} forms in place of {len(forms)}"
    for form, text in enumerate(given):
        yield from _differences(text, sources, may_drop_n=len(sources) > 1 and forms[form] in {"zero", "one", "two"})


def _differences(text: str, sources: list[str], *, may_drop_n: bool) -> Iterable[str]:
    wanted = places(sources[-1])
    if places(text) != wanted and not (may_drop_n and places(text) == wanted - {"n"}):
        yield f"has the places {sorted(places(text))} in place of {sorted(wanted)}"
    if sorted(_MARKUP.findall(text)) != sorted(_MARKUP.findall(sources[-1])):
        yield "has other markup"
    if text != text.strip() and sources[-1] == sources[-1].strip():
        yield "has blanks at its ends"


def _is_whole(message: Message) -> bool:
    forms = message.string or ()
    if isinstance(forms, str):
        return isinstance(message.id, str)
    return bool(forms) and all(forms)


def _messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else " | ".join(message.id)


def _begun(language: str) -> Catalog:
    header = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Plural-Forms: {PLURALS[language]}\\n"\n'
    header += '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    path = FOLDER / f"{language}.po"
    path.write_text(header, "utf-8")
    return read(path)


def _write(path: Path, catalog: Catalog) -> None:
    written = io.BytesIO()
    catalog.header_comment = "# The words of Rapport. English is the source; see docs/languages.md."
    write_po(written, catalog, width=120, include_lineno=False, sort_by_file=True)
    # Who wrote a file and when is git's business: here it would differ with every look.
    path.write_text(_HEADERS.sub("", written.getvalue().decode()), "utf-8")
