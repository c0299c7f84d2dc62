"""The one family of refusals. Each edge (HTTP, socket, command line) translates it once."""

from __future__ import annotations

from typing import Any, ClassVar

from app.core.sentences import say

NOT_YOURS = say("This does not exist, or your role does not allow it.")
SIGNED_OUT = say("You are signed out here. What you typed is kept on this device.")


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault of the program
    """A clear no: `why` is a sentence for the person, `fields` names what to mend."""

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 400

    def __init__(self, why: str, *, fields: dict[str, str] | None = None, **more: Any) -> None:  # noqa: ANN401 - JSON values
        super().__init__(why)
        self.why = why
        self.fields = fields or {}
        self.more = more

    def answer(self) -> dict[str, Any]:
        """Give the refusal as the live contract's answer."""
        return {"ok": False, "code": self.code, "why": self.why, "fields": self.fields, **self.more}


class Invalid(Refusal):
    """What was sent cannot be understood; `fields` says where."""

    code = "invalid"
    status = 422


class Forbidden(Refusal):
    """The rule says no, or there is no such thing: the two are told apart to nobody."""

    code = "forbidden"
    status = 403

    def __init__(self, why: str = NOT_YOURS, **more: Any) -> None:  # noqa: ANN401 - JSON values
        super().__init__(why, **more)


class NotFound(Refusal):
    """There is no such page or command."""

    code = "not_found"
    status = 404


class Conflict(Refusal):
    """Somebody else was first; `theirs` carries the thing as it is now."""

    code = "conflict"
    status = 409


class Gone(Refusal):
    """It was there, and its time is over."""

    code = "gone"
    status = 410


class Busy(Refusal):
    """Too much at once; `retry_after` says when to come back, in seconds."""

    code = "busy"
    status = 429


class SignedOut(Refusal):
    """Nobody is signed in here any more; what was typed stays with the person."""

    code = "signed_out"
    status = 401

    def __init__(self, why: str = SIGNED_OUT) -> None:
        super().__init__(why)
