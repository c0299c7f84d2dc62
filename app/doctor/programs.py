"""The programs that `./run test` drives: a browser, the servers of a large installation, readers of PDF."""

from __future__ import annotations

import platform
import shutil
import subprocess
from pathlib import Path

from app.doctor.check import Check, found, missing, not_installed

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC_BROWSER = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
_PLAIN = {
    "Redis": ("redis-server", "redis-server"),
    "nginx": ("nginx", "nginx"),
    "PDF reader": ("pdftotext", "poppler-utils"),
    "PDF checker": ("qpdf", "qpdf"),
    "git": ("git", "git"),
}


def program_checks() -> list[Check]:
    """Tell for each program that only the tests want whether it is there."""
    plain = [_plain(subject, *names) for subject, names in _PLAIN.items()]
    return [browser_check(), postgresql_check(), *plain]


def browser_check() -> Check:
    """Is there a browser for the tests, and does it start?"""
    path = browser_path()
    says = "the browser that tests the pages is missing"
    if path:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
        if answer.returncode == 0:
            return found("Chromium", answer.stdout.strip().split(" built")[0], "test")
        says = f"{path} does not start"
    if _is_ubuntu():
        # Ubuntu's own package is a snap, which cannot read the tests' temporary profiles.
        return missing("Chromium", says, ".venv/bin/playwright install --with-deps chromium", "test")
    return not_installed("Chromium", says, ("chromium",), "test")


def browser_path() -> str:
    """Give the path of the browser that the tests drive, or an empty text."""
    on_path = next((path for path in map(shutil.which, _BROWSERS) if path), "")
    if _is_ubuntu() and (not on_path or "snap" in str(Path(on_path).resolve())):
        on_path = ""
    fetched = sorted(Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome"))
    return on_path or (str(fetched[-1]) if fetched else "") or (str(_MAC_BROWSER) if _MAC_BROWSER.exists() else "")


def postgresql_check() -> Check:
    """Are PostgreSQL's own programs there? The tests start a server of their own."""
    if place := postgresql_path():
        return found("PostgreSQL", place, "test")
    return not_installed("PostgreSQL", "the tests run on it as well as on SQLite", ("postgresql",), "test")


def postgresql_path() -> str:
    """Give the folder of the newest PostgreSQL's programs, or an empty text. Debian keeps them off the PATH."""
    places = [Path("/usr/lib/postgresql"), Path("/opt/homebrew/opt"), Path("/usr/local/opt")]
    patterns = ["*/bin/initdb", "postgresql@*/bin/initdb", "postgresql@*/bin/initdb"]
    programs = [path for place, pattern in zip(places, patterns, strict=True) for path in place.glob(pattern)]
    newest = max(programs, key=lambda path: [int(digits) for digits in _digits(path)], default=None)
    on_path = shutil.which("initdb")
    return str(newest.parent) if newest else str(Path(on_path).resolve().parent) if on_path else ""


def _digits(path: Path) -> list[str]:
    return "".join(letter if letter.isdigit() else " " for letter in path.parts[-3]).split()


def _plain(subject: str, program: str, package: str) -> Check:
    # Servers lie in sbin, which is not on everybody's PATH.
    if place := shutil.which(program) or shutil.which(program, path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"):
        return found(subject, place, "test")
    return not_installed(subject, f"{program} is not installed", (package,), "test")


def _is_ubuntu() -> bool:
    try:
        return platform.freedesktop_os_release().get("ID") == "ubuntu"
    except OSError:
        return False
