"""What to type on this machine to install something."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable

# What Debian calls a package, and what others call it. "" means: it comes with another one, or with the system.
_ELSEWHERE = {
    "dnf": {
        "python3-venv": "python3",
        "libpango-1.0-0": "pango",
        "libpangoft2-1.0-0": "",
        "libharfbuzz-subset0": "harfbuzz",
        "fonts-noto-core": "google-noto-sans-fonts google-noto-sans-arabic-fonts",
        "fonts-noto-cjk": "google-noto-sans-cjk-fonts",
        "postgresql": "postgresql-server",
        "redis-server": "redis",
    },
    "brew": {
        "python3-venv": "python@3.13",
        "libpango-1.0-0": "pango",
        "libpangoft2-1.0-0": "",
        "libharfbuzz-subset0": "",
        "fonts-noto-core": "font-noto-sans font-noto-sans-arabic",
        "fonts-noto-cjk": "font-noto-sans-cjk",
        "postgresql": "postgresql@16",
        "redis-server": "redis",
        "poppler-utils": "poppler",
    },
    "pacman": {
        "python3-venv": "python",
        "libpango-1.0-0": "pango",
        "libpangoft2-1.0-0": "",
        "libharfbuzz-subset0": "harfbuzz",
        "fonts-noto-core": "noto-fonts",
        "fonts-noto-cjk": "noto-fonts-cjk",
        "redis-server": "redis",
        "poppler-utils": "poppler",
    },
}
_INSTALL = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "brew": "brew install",
    "pacman": "pacman -S --needed",
}


def install_command(packages: Iterable[str]) -> str:
    """Give the one line that installs what Debian calls `packages`, in the words of this machine's package manager."""
    manager = next((name for name in _INSTALL if shutil.which(name)), "apt-get")
    translated = (_ELSEWHERE.get(manager, {}).get(package, package) for package in packages)
    names = dict.fromkeys(name for several in translated for name in several.split())
    command = f"{_INSTALL[manager]} {' '.join(names)}"
    return command if manager == "brew" or os.geteuid() == 0 else f"sudo {command}"
