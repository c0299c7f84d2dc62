"""`python -m app.doctor`: the examination before anything is installed, as `run` needs it."""

from __future__ import annotations

import argparse
import sys

from app.doctor.checks import PORT, checks
from app.doctor.report import advice, missing_packages, report


def main() -> int:
    """Print what was asked for; give the exit status: 1 when something that running needs is missing."""
    asked = _parser().parse_args()
    answers = checks(asked.port)
    if asked.missing:
        sys.stdout.write(" ".join(missing_packages(answers, asked.missing)))
        return 0
    if asked.advice:
        sys.stdout.write(advice(answers, asked.advice) + "\n")
        return 0
    sys.stdout.write(report(answers))
    return int(any(not check.ok and check.wanted_for == "demo" for check in answers))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rapport doctor", description="Say what this machine lacks and how to mend it."
    )
    parser.add_argument("--port", type=int, default=PORT, help="where the program is to listen")
    parser.add_argument("--missing", choices=("demo", "test"), help="print only the Debian packages that are missing")
    parser.add_argument("--advice", choices=("demo", "test"), help="print only what is missing and the command for it")
    return parser


if __name__ == "__main__":
    sys.exit(main())
