"""The examination as a person reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.doctor.check import Check, Purpose
from app.doctor.packages import install_command

_WIDTH = 42


def report(checks: Sequence[Check]) -> str:
    """Give the answers as text: first what running needs, then what only the tests need, then how to mend it all."""
    running = [check for check in checks if check.wanted_for == "demo"]
    testing = [check for check in checks if check.wanted_for == "test"]
    parts = [_part("To run it", running), _part("To test it (./run test)", testing), _ending(checks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def advice(checks: Sequence[Check], purpose: Purpose) -> str:
    """Give, in a few lines, what is missing for `purpose` and the one command that mends it; empty if nothing is."""
    lacking = [check for check in checks if check.packages and not check.ok and _wanted(check, purpose)]
    if not lacking:
        return ""
    lines = [f"  {check.subject}: {check.says}." for check in lacking]
    return "\n".join(
        ["Something is missing on this machine:", *lines, "One command brings it:", f"    {_all(lacking)}"]
    )


def missing_packages(checks: Sequence[Check], purpose: Purpose) -> list[str]:
    """Give the Debian packages that are missing for `purpose`; testing needs all that running needs."""
    return _packages(check for check in checks if _wanted(check, purpose))


def _part(title: str, checks: Sequence[Check]) -> str:
    return "\n".join([title, *(line for check in checks for line in _lines(check))]) if checks else ""


def _lines(check: Check) -> list[str]:
    first = f"  {'ok     ' if check.ok else 'MISSING'}  {check.subject:<{_WIDTH}} {check.says}"
    return [first] if check.ok else [first, f"  {'':<{_WIDTH + 9}} mend it: {check.mend}"]


def _ending(checks: Sequence[Check]) -> str:
    lacking = [check for check in checks if not check.ok]
    if not lacking:
        return "Nothing is missing."
    several = sum(1 for check in lacking if check.packages) > 1
    return f"All packages at once:\n    {_all(lacking)}" if several else ""


def _all(lacking: Iterable[Check]) -> str:
    return install_command(_packages(lacking))


def _packages(checks: Iterable[Check]) -> list[str]:
    return list(dict.fromkeys(name for check in checks if not check.ok for name in check.packages))


def _wanted(check: Check, purpose: Purpose) -> bool:
    return purpose == "test" or check.wanted_for == "demo"
