"""One automatic backup, in a process of its own: `python -m app.backups.worker`, with the settings of the server."""

from __future__ import annotations

import os
import sys

from app.backups.automatic import take_one
from app.backups.contents import BackupRefused
from app.config import Settings

GENTLE = 10


def main() -> int:
    """Take one backup; give 0 when it lies in its place, or another process takes it."""
    os.nice(GENTLE)
    try:
        take_one(Settings())
    except (BackupRefused, OSError):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
