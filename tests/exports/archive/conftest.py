"""The cast of the breakout rooms, here too."""

from tests.breakouts.conftest import cast, prepared, sqlite_cast

__all__ = ["cast", "prepared", "sqlite_cast"]
