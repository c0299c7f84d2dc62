"""What a device keeps, in cookies that `js/device.js` sets: the look of the pages, and which hints were put away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LOOKS = ("light", "dark")


@dataclass(frozen=True)
class Look:
    """`scheme` is light, dark, or empty for as the device says; `more_contrast` where more was asked for here."""

    scheme: str
    more_contrast: bool


def look_from(cookies: Mapping[str, str]) -> Look:
    """Give the look that a device has kept; whatever else stands in its cookies counts as nothing."""
    scheme = cookies.get("look", "")
    return Look(scheme if scheme in LOOKS else "", cookies.get("contrast") == "more")


def seen_on(cookies: Mapping[str, str]) -> frozenset[str]:
    """Give the cards whose hint was put away on this device."""
    return frozenset(cookies.get("hints", "")[:120].split(".")) - {""}
