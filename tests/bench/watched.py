"""The program as it is served, with so many asks in a commit, and a note of each time its loop stood still.

`python -m tests.bench.watched FILE MOST` writes a line `when seconds` to FILE whenever something had to wait for its
turn in the loop longer than it wanted; `when` is of the clock that all processes of the machine share.
"""

from __future__ import annotations

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402 - nothing may be imported before the patch
import time  # noqa: E402
from pathlib import Path  # noqa: E402

import gevent  # noqa: E402

from app.cli import main  # noqa: E402
from app.core import turns  # noqa: E402

EVERY = 0.002


def _watch(file: Path) -> None:
    with file.open("w", buffering=1 << 16) as log:
        flushed = time.monotonic()
        while True:
            asked = time.monotonic()
            gevent.sleep(EVERY)
            now = time.monotonic()
            log.write(f"{now:.4f} {max(0.0, now - asked - EVERY):.5f}\n")
            if now - flushed > 0.1:
                log.flush()
                flushed = now


if __name__ == "__main__":
    turns.MOST_AT_ONCE = int(sys.argv[2])
    gevent.spawn(_watch, Path(sys.argv[1]))
    sys.argv = ["rapport", "serve"]
    main()
