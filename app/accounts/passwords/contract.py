"""Commands and views of accounts. Passwords never come here: only what is kept of them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.accounts.contract import Label
from app.core.contract import Command, Flag, Id, View
from app.core.text import Email, Name, OptionalName

Kept = Annotated[str, Field(pattern=r"^\$argon2id\$[!-~]{20,190}$")]
"""What is kept of a password."""


class InviteAccount(Command):
    """Make a one-time link with which somebody makes an account, or sets the password of theirs anew."""

    name: ClassVar[str] = "account.invite"
    email: Email = ""
    is_new: Flag = True


class MakeAccount(Command):
    """Open such a link: the account is made, or gets its new password."""

    name: ClassVar[str] = "account.make"
    secret: str
    email: Email = ""
    account_name: OptionalName = ""
    password: Kept


class MakeOwnAccount(Command):
    """Make an account out of a person in a meeting, which opens the meeting as that person."""

    name: ClassVar[str] = "account.make_own"
    person: Id
    email: Email
    account_name: Name
    password: Kept
    may_set_up: Flag = False


class KeepMeeting(Command):
    """Let an account open a meeting as the person who is signed in to it in the same browser."""

    name: ClassVar[str] = "account.keep_meeting"
    person: Id


class ChangePassword(Command):
    """Set an account's password anew; it is signed out everywhere else."""

    name: ClassVar[str] = "account.change_password"
    account: Id
    session: Id | None
    password: Kept


class SignIn(Command):
    """Begin an account's session, after the password was found right."""

    name: ClassVar[str] = "account.sign_in"
    account: Id
    password: Kept
    code: Annotated[str, Field(max_length=40)] = ""
    label: Label = ""


class SignOut(Command):
    """End an account's session, and those in meetings that began with it."""

    name: ClassVar[str] = "account.sign_out"
    session: Id


class SeeAccount(Command):
    """Note that an account's session is in use."""

    name: ClassVar[str] = "account.see"
    session: Id


class OpenMeeting(Command):
    """Begin a session in a meeting in which the account has a person."""

    name: ClassVar[str] = "account.open"
    person: Id
    label: Label = ""


class AccountLinkView(View):
    """A new link's secret, shown once."""

    type: Literal["account_link"] = "account_link"
    secret: str
    email: str


class AccountView(View):
    """An account, for itself."""

    type: Literal["account"] = "account"
    email: str
    name: str
    may_set_up: bool
    has_second_step: bool


class AccountSignedIn(View):
    """An account's session just begun: the cookie's secret."""

    type: Literal["account_signed_in"] = "account_signed_in"
    account: int
    secret: str
