"""The comparison: stock Flask-SocketIO on gevent, with the WebSocket driver Engine.IO chooses, and no store."""

from __future__ import annotations

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402 - nothing may be imported before the patch
from typing import Any  # noqa: E402

from flask import Flask  # noqa: E402
from flask_socketio import SocketIO, emit  # noqa: E402

app = Flask("stock")
socketio = SocketIO(app, async_mode="gevent", cors_allowed_origins="*")


def say(body: Any) -> dict[str, bool]:  # noqa: ANN401 - JSON from outside
    """Pass on to everybody what one of them says."""
    emit("told", body, broadcast=True)
    return {"ok": True}


socketio.on_event("say", say)

if __name__ == "__main__":
    socketio.run(app, port=int(sys.argv[1]))
