"""Everything that is done with takeaways, by act: importing this declares all of it."""

from __future__ import annotations

from breakouts.takeaways import approval, capture, joining, names, order, proposing, undoing

__all__ = ["approval", "capture", "joining", "names", "order", "proposing", "undoing"]
