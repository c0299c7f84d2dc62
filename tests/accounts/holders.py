"""Accounts for the tests: made as a person makes one, with a password that nobody would try."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

import pyotp

from app.accounts.passwords.inviting import invitation
from tests.doors import Answer, Browser, Reply
from tests.houses import House

PASSWORD = "teapot gravel ninety swan"


@dataclass
class Holder:
    """Somebody with an account, at a browser."""

    browser: Browser
    email: str
    cookies: dict[str, str]

    def post(self, path: str, **data: Any) -> Reply:  # noqa: ANN401 - JSON values
        """Post as the account's pages do, and keep the cookies that come back."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        reply = self.browser.post(path, data, headers | {"X-CSRF": self.csrf()} if self.cookies else headers)
        for cookie in reply.headers.get_all("Set-Cookie", []):
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return reply

    def ask(self, name: str, **data: Any) -> Answer:  # noqa: ANN401 - JSON values
        """Ask for a command as the account."""
        answer: Answer = self.post(f"/api/account/commands/{name}", **data).json
        return answer

    def get(self, path: str) -> Reply:
        """Load a page."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return self.browser.send("GET", path, headers={"Cookie": cookies})

    def known(self) -> dict[str, Any]:
        """Give what the account knows of itself, with the mark of its pages; empty where it is signed out."""
        reply = self.get("/api/account/devices")
        return dict(reply.json["account"]) if reply.status == 200 else {}

    def csrf(self) -> str:
        """Give the mark that the account's pages send back."""
        return str(self.known().get("csrf", ""))

    def as_person(self) -> Browser:
        """Give the browser as that of the person in the meeting that is open in it."""
        self.browser.cookie = f"rapport={self.cookies['rapport']}"
        return self.browser


def somebody(house: House, password: str = PASSWORD) -> Holder:
    """Make an account by a one-time link; it is signed in."""
    email = f"{uuid.uuid4().hex[:12]}@un.example"
    secret = invitation(house.bus, "", email, is_new=True).split("#")[1]
    holder = Holder(house.visitor(), email, {})
    made = holder.post("/api/account/make", secret=secret, name="Secretariat 7", password=password)
    assert made.status == 200, made.text
    return holder


def sign_in(house: House, email: str, password: str = PASSWORD, code: str = "") -> tuple[Reply, Holder]:
    """Sign in at another browser."""
    holder = Holder(house.visitor(), email, {})
    return holder.post("/api/sign-in", email=email, password=password, code=code), holder


def with_second_step(holder: Holder) -> tuple[pyotp.TOTP, list[str]]:
    """Turn the second step on; give the app and the recovery codes."""
    secret = holder.post("/api/account/second-step").json["result"]["secret"]
    app = pyotp.TOTP(secret)
    proved = holder.ask("step.prove", account=holder.known()["id"], code=app.now())
    assert proved["ok"], proved
    return app, list(proved["result"]["codes"])
