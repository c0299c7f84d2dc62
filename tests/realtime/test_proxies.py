"""Who asks is told by trusted proxies only, whatever a client writes."""

from __future__ import annotations

import pytest

from app.realtime.proxies import TrustedProxies

OURS = TrustedProxies(["127.0.0.1", "10.0.0.0/8", "fd00::/8"])
CLIENT, STRANGER = "203.0.113.7", "198.51.100.9"


@pytest.mark.parametrize(
    ("peer", "said", "asker"),
    [
        ("127.0.0.1", CLIENT, CLIENT),
        ("127.0.0.1", f"{CLIENT}, 10.1.2.3", CLIENT),
        ("::ffff:127.0.0.1", CLIENT, CLIENT),
        ("fd00::1", "2001:db8::5", "2001:db8::5"),
        ("127.0.0.1", "", "127.0.0.1"),
        # Whatever stands left of the first who is no proxy of ours, they wrote themselves.
        ("127.0.0.1", f"{STRANGER}, {CLIENT}", CLIENT),
        ("127.0.0.1", f"127.0.0.1, {STRANGER}, {CLIENT}", CLIENT),
        # Nobody else is believed.
        (STRANGER, CLIENT, STRANGER),
        (STRANGER, "127.0.0.1", STRANGER),
        ("11.0.0.1", CLIENT, "11.0.0.1"),
        # What is no address says nothing.
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "a'; drop table", "127.0.0.1"),
        ("127.0.0.1", f"{CLIENT}:4711", "127.0.0.1"),
    ],
)
def test_who_asks_is_the_first_that_is_no_proxy_of_ours(peer: str, said: str, asker: str) -> None:
    environ = {"REMOTE_ADDR": peer, "HTTP_X_FORWARDED_FOR": said}
    OURS.settle(environ)
    assert environ == {"REMOTE_ADDR": asker}


@pytest.mark.parametrize("trusted", [[], ["127.0.0.1"]])
def test_all_that_was_said_of_the_request_is_taken_away(trusted: list[str]) -> None:
    said = {
        "HTTP_X_FORWARDED_HOST": "evil.example",
        "HTTP_X_FORWARDED_PORT": "1",
        "HTTP_X_FORWARDED_PREFIX": "/evil",
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_REAL_IP": "127.0.0.1",
        "HTTP_FORWARDED": "for=127.0.0.1;host=evil.example",
    }
    environ = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "ours.example", **said}
    TrustedProxies(trusted).settle(environ)
    assert environ == {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "ours.example"}


def test_what_is_no_network_is_refused_at_the_start() -> None:
    with pytest.raises(ValueError, match="somewhere"):
        TrustedProxies(["somewhere"])
