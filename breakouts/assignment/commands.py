"""Everything that is done with people's places, by act: importing this declares all of it."""

from __future__ import annotations

from breakouts.assignment import choosing, exporting, putting, undoing

__all__ = ["choosing", "exporting", "putting", "undoing"]
