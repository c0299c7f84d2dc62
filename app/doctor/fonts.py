"""Has this machine letters for everybody's language? Without them a PDF prints boxes."""

from __future__ import annotations

import shutil
import subprocess

from app.doctor.check import Check, found, not_installed

# The scripts of the six languages of the United Nations, each by a language that needs the whole of it.
_OFFICIAL = {
    "Latin letters (English, French, Spanish)": (("en", "fr", "es"), "fonts-noto-core"),
    "Cyrillic letters (Russian)": (("ru",), "fonts-noto-core"),
    "Arabic letters": (("ar",), "fonts-noto-core"),
    "Chinese characters": (("zh-cn",), "fonts-noto-cjk"),
}
# Others in which delegations write names.
_OTHERS = {
    "Amharic": ("am", "fonts-noto-core"),
    "Armenian": ("hy", "fonts-noto-core"),
    "Bengali": ("bn", "fonts-noto-core"),
    "Burmese": ("my", "fonts-noto-core"),
    "Georgian": ("ka", "fonts-noto-core"),
    "Greek": ("el", "fonts-noto-core"),
    "Hebrew": ("he", "fonts-noto-core"),
    "Hindi": ("hi", "fonts-noto-core"),
    "Japanese": ("ja", "fonts-noto-cjk"),
    "Khmer": ("km", "fonts-noto-core"),
    "Korean": ("ko", "fonts-noto-cjk"),
    "Lao": ("lo", "fonts-noto-core"),
    "Persian": ("fa", "fonts-noto-core"),
    "Sinhala": ("si", "fonts-noto-core"),
    "Tamil": ("ta", "fonts-noto-core"),
    "Thai": ("th", "fonts-noto-core"),
    "Urdu": ("ur", "fonts-noto-core"),
}


def font_checks(languages: frozenset[str] | None = None) -> list[Check]:
    """Tell for each script of the six official languages, and for the others together, whether a font has it.

    `languages` are those that the fonts can write, as fontconfig names them ("zh-cn"); by default this machine's.
    """
    known = written_languages() if languages is None else languages
    return [*(_official(name, *wanted, known) for name, wanted in _OFFICIAL.items()), _others(known)]


def written_languages() -> frozenset[str]:
    """Give the languages that some installed font writes in full; none where fontconfig is missing."""
    if not shutil.which("fc-list"):
        return frozenset()
    listing = subprocess.run(["fc-list", "--format", "%{lang}\n"], capture_output=True, text=True, check=False)
    return frozenset(language for line in listing.stdout.splitlines() for language in line.split("|"))


def _official(name: str, languages: tuple[str, ...], package: str, known: frozenset[str]) -> Check:
    if known.issuperset(languages):
        return found(name, "there is a font")
    return not_installed(name, "no font has them all: such text prints as boxes in the PDF", (package,))


def _others(known: frozenset[str]) -> Check:
    absent = {name: package for name, (language, package) in _OTHERS.items() if language not in known}
    if not absent:
        return found("Letters of other languages", f"fonts for {len(_OTHERS)} more")
    says = f"no font for {', '.join(absent)}: names in these print as boxes in the PDF"
    return not_installed("Letters of other languages", says, tuple(dict.fromkeys(absent.values())))
