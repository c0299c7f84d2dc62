"""The whole examination."""

from __future__ import annotations

import ctypes
import importlib.util
import platform
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from app.doctor.check import Check, found, missing, not_installed
from app.doctor.fonts import font_checks
from app.doctor.programs import program_checks

PORT = 8000
_ROOT = Path(__file__).resolve().parents[2]
_LOWEST_PYTHON = (3, 11)
_LOWEST_PANGO = (1, 44)
_ROOM_NEEDED = 10**9  # bytes: packages, a demo's meetings and its documents
_MOMENT = 24 * 60 * 60  # seconds by which a copied file may be ahead of an honest clock


def checks(port: int = PORT) -> list[Check]:
    """Examine this machine; `port` is where the program is to listen. Changes nothing."""
    return [
        python_check(),
        packages_check(),
        pango_check(),
        *font_checks(),
        port_check(port),
        disk_check(),
        clock_check(),
        *program_checks(),
    ]


def python_check() -> Check:
    """Is this Python young enough?"""
    version = platform.python_version()
    if sys.version_info >= _LOWEST_PYTHON:
        return found("Python", version)
    return not_installed("Python", f"{version}; Rapport needs 3.11 or later", ("python3", "python3-venv"))


def packages_check() -> Check:
    """Are the Python packages in place?"""
    if importlib.util.find_spec("flask_socketio") and importlib.util.find_spec("weasyprint"):
        return found("Python packages", "in place")
    return missing("Python packages", "not fetched yet", "./run demo")


def pango_check() -> Check:
    """Can documents be set in type? The PDF is drawn with Pango and HarfBuzz, which no Python package carries."""
    packages = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
    try:
        libraries = [_library(name) for name in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")]
    except OSError:
        return not_installed("Pango", "not installed: everything works but the PDF", packages)
    number = libraries[0].pango_version()
    version = (number // 10000, number // 100 % 100)
    if version < _LOWEST_PANGO:
        return not_installed("Pango", f"{version[0]}.{version[1]} is too old for the PDF", packages)
    return found("Pango", f"{version[0]}.{version[1]}.{number % 100}")


def port_check(port: int) -> Check:
    """Is the place where the program wants to listen free?"""
    with socket.socket() as door:
        # As the program's own server does, so that a port left a moment ago counts as free.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
        except PermissionError:
            return missing(f"Port {port}", "only the system's administrator may use it", f"./run demo --port {PORT}")
        except OSError:
            return missing(f"Port {port}", "another program listens there", f"./run demo --port {port + 1}")
    return found(f"Port {port}", "free")


def disk_check(where: Path = _ROOT, needed: int = _ROOM_NEEDED) -> Check:
    """Is there room for `needed` bytes in `where`?"""
    free = shutil.disk_usage(where).free
    says = f"{free / 10**9:.1f} GB free"
    if free >= needed:
        return found("Disk", says)
    return missing("Disk", f"{says}; {needed / 10**9:.0f} GB is wanted", "sudo apt-get clean")


def clock_check(now: float | None = None) -> Check:
    """Is the clock believable? Sessions are dated by it, and a clock that jumps makes links expire.

    `now` is in seconds since 1970; by default what the clock says.
    """
    mend = "sudo timedatectl set-ntp true"
    moment = time.time() if now is None else now
    written = (_ROOT / "requirements.lock").stat().st_mtime
    shown = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(moment))
    if moment < written - _MOMENT:
        return missing("Clock", f"it says {shown}, before this copy of Rapport was written", mend)
    if _synchronised() == "no":
        return found("Clock", f"{shown}; not set by the network (to have it so: {mend})")
    return found("Clock", shown)


def _library(name: str) -> ctypes.CDLL:
    if platform.system() != "Darwin":
        return ctypes.CDLL(f"lib{name}.so.0")
    try:
        return ctypes.CDLL(f"lib{name}.dylib")
    except OSError:
        return ctypes.CDLL(f"/opt/homebrew/lib/lib{name}.dylib")


def _synchronised() -> str:
    if not shutil.which("timedatectl"):
        return ""
    command = ["timedatectl", "show", "--property=NTPSynchronized", "--value"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
