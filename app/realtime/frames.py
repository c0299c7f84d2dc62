"""WebSocket frames (RFC 6455), as far as a server needs them: text both ways, ping, close, nothing compressed."""

from __future__ import annotations

import base64
import hashlib
import struct
from dataclasses import dataclass
from typing import BinaryIO

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
LARGEST = 64 * 1024
"""Bytes of the largest message a client may send; more is refused by its header, before a byte of it is read."""

_GREETING = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_SHORT, _MEDIUM = 126, 1 << 16


class ProtocolError(ValueError):
    """The other side does not speak the protocol; `code` is the close code that says so."""

    def __init__(self, code: int = 1002) -> None:
        super().__init__(f"closed with {code}")
        self.code = code


@dataclass(frozen=True)
class Frame:
    """One frame from a client, unmasked."""

    final: bool
    opcode: int
    payload: bytes


def accept_key(key: str) -> str:
    """Give the answer to a client's Sec-WebSocket-Key."""
    return base64.b64encode(hashlib.sha1((key + _GREETING).encode(), usedforsecurity=False).digest()).decode()


def encode(payload: bytes, opcode: int = TEXT) -> bytes:
    """Give a whole unmasked frame; made once, it serves every client."""
    length = len(payload)
    if length < _SHORT:
        head = struct.pack("!BB", 0x80 | opcode, length)
    elif length < _MEDIUM:
        head = struct.pack("!BBH", 0x80 | opcode, 126, length)
    else:
        head = struct.pack("!BBQ", 0x80 | opcode, 127, length)
    return head + payload


def read(stream: BinaryIO) -> Frame | None:
    """Read one frame from a client; None at the end of the line."""
    head = stream.read(2)
    if len(head) < 2:  # noqa: PLR2004 - the shortest header
        return None
    first, second = head
    length = second & 0x7F
    opcode = first & 0x0F
    if first & 0x70 or not second & 0x80 or opcode not in {CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG}:
        raise ProtocolError
    if opcode >= CLOSE and (length > 125 or not first & 0x80):  # noqa: PLR2004 - the protocol's limit for control frames
        raise ProtocolError
    if length >= _SHORT:
        wide = stream.read(2 if length == _SHORT else 8)
        length = int.from_bytes(wide, "big")
    if length > LARGEST:
        raise ProtocolError(1009)
    mask = stream.read(4)
    payload = stream.read(length) if length else b""
    if len(mask) < 4 or len(payload) < length:  # noqa: PLR2004 - the mask's length
        return None
    return Frame(bool(first & 0x80), opcode, _unmasked(payload, mask))


def _unmasked(payload: bytes, mask: bytes) -> bytes:
    size = len(payload)
    key = int.from_bytes((mask * (size // 4 + 1))[:size], "big")
    return (int.from_bytes(payload, "big") ^ key).to_bytes(size, "big")
