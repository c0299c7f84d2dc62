"""JSON as it may travel: nothing in it that a browser cannot read, and nothing that eats the server."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn


def dumps(value: Any, **_options: Any) -> str:  # noqa: ANN401 - JSON values
    """Write JSON that every browser can read: a NaN from one client must not disconnect the others."""
    return json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def loads(text: str, **_options: Any) -> Any:  # noqa: ANN401 - JSON values
    """Read JSON, refusing NaN and Infinity, numbers of thousands of digits and endless nesting."""
    return json.loads(text, parse_constant=_refuse, parse_int=_short_integer, parse_float=_finite)


def _refuse(name: str) -> NoReturn:
    message = f"{name} is not JSON"
    raise ValueError(message)


def _finite(digits: str) -> float:
    # 1e999 is a number to JSON and infinity to Python, which no browser could read again.
    return _refuse(digits) if math.isinf(number := float(digits)) else number


def _short_integer(digits: str) -> int:
    if len(digits) > 17:  # noqa: PLR2004 - beyond 2**53
        message = "a number too long"
        raise ValueError(message)
    return int(digits)
