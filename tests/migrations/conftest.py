"""The cast of the breakout rooms, here too."""

from tests.breakouts.conftest import prepared

__all__ = ["prepared"]
