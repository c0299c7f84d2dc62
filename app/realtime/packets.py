"""Strict messages: plain JSON both ways, our four requests, the one namespace, nothing binary."""

from __future__ import annotations

from typing import Any, ClassVar

import socketio.packet

from app.core import strict_json

REQUESTS = frozenset({"ask", "follow", "unfollow", "heads"})
CONNECT, DISCONNECT, EVENT, ACK = 0, 1, 2, 3


class StrictPacket(socketio.packet.Packet):  # type: ignore[misc]  # python-socketio is untyped
    """A Socket.IO packet that is refused unless it is one of ours: a client may not play the server's own events."""

    uses_binary_events = False
    json: ClassVar[Any] = strict_json

    def decode(self, encoded_packet: str) -> int:
        """Read a packet from a client; ValueError closes its connection."""
        if encoded_packet[:1] not in {"0", "1", "2", "3"}:
            message = "not a packet of ours"
            raise ValueError(message)
        try:
            attachments: int = super().decode(encoded_packet)
        except RecursionError as deep:
            message = "nested too deep"
            raise ValueError(message) from deep
        self._check()
        return attachments

    def _check(self) -> None:
        named = isinstance(self.data, list) and bool(self.data) and isinstance(self.data[0], str)
        foreign = self.namespace not in {None, "/"}
        if foreign or (self.packet_type == EVENT and not (named and self.data[0] in REQUESTS and len(self.data) == 2)):  # noqa: PLR2004 - name and body
            message = "not a request of ours"
            raise ValueError(message)
