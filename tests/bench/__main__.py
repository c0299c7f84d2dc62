"""`./run bench [--quick] [MEASURE…]`: measure this program on this machine, each measure in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import time

from tests.bench.processes import ROOT
from tests.bench.table import Figure, printed, read

MEASURES = {
    "fanout": "One capture to everybody",
    "joining": "A thousand people come in",
    "captures": "Durable captures",
    "documents": "The rehearsal to PDF",
    "first_page": "A participant's first page",
}


def main(words: list[str]) -> int:
    """Run the named measures, or all, and print one table; gives how many processes failed."""
    options = [word for word in words if word.startswith("-")]
    chosen = [word for word in words if word in MEASURES] or list(MEASURES)
    figures: list[Figure] = []
    failed = 0
    for name in chosen:
        began = time.monotonic()
        print(f"{MEASURES[name]} …", end=" ", flush=True)
        done = subprocess.run(
            [sys.executable, "-P", "-m", f"tests.bench.{name}", *options],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        print(f"{time.monotonic() - began:.0f} s")
        failed += done.returncode != 0
        figures += (
            [Figure(MEASURES[name].upper()), *read(done.stdout)]
            if done.returncode == 0
            else [Figure(MEASURES[name].upper(), "failed")]
        )
    print(
        f"\n{printed(figures)}\n\nTimes are of this machine, now. Trust the ratios: measured turn by turn in one run."
    )
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
