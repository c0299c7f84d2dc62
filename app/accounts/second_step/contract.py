"""Commands and views of the second step."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Id, View

Typed = Annotated[str, Field(max_length=40)]


class BeginSecondStep(Command):
    """Make a secret for an app; the second step begins only when a code of it was shown."""

    name: ClassVar[str] = "step.begin"
    account: Id


class ProveSecondStep(Command):
    """Show a code of the app: from now on signing in asks for one."""

    name: ClassVar[str] = "step.prove"
    account: Id
    code: Typed


class EndSecondStep(Command):
    """Sign in by the password alone again; a code shows that it is the person who asks."""

    name: ClassVar[str] = "step.end"
    account: Id
    code: Typed


class RenewRecoveryCodes(Command):
    """Make new recovery codes; the earlier ones stop working."""

    name: ClassVar[str] = "step.renew_codes"
    account: Id
    code: Typed


class SecretView(View):
    """A secret for an app, shown once."""

    type: Literal["second_step_secret"] = "second_step_secret"
    secret: str
    address: str
    """What the QR holds."""


class RecoveryCodesView(View):
    """Recovery codes, shown once."""

    type: Literal["recovery_codes"] = "recovery_codes"
    codes: tuple[str, ...]
