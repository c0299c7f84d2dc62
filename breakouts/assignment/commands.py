"""Everything that is done with people's places, by act: importing this declares all of it."""

from __future__ import annotations

from breakouts.assignment import choosing, putting, undoing

__all__ = ["choosing", "putting", "undoing"]
