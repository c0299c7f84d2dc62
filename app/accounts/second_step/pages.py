"""The second step for the browser: what the app is shown."""

from __future__ import annotations

import uuid

from flask import Blueprint, Response

from app.accounts.doorstep import from_our_own_account
from app.web.asking import answered
from app.web.place import account, place
from app.web.qr import qr

second_step = Blueprint("second_step", __name__)


@second_step.post("/api/account/second-step")
def begin() -> Response:
    """Give a new secret for an app, as letters and as a QR code; nothing is asked for until a code of it was shown."""
    from_our_own_account()
    asked = {"account": account().account_id}
    answer = place().bus.ask(account(), "step.begin", str(uuid.uuid4()), asked)
    if answer["ok"]:
        answer["qr"] = qr(answer["result"]["address"])
    return answered(answer)
