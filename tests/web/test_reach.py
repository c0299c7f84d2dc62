from __future__ import annotations

import pytest

from app.web.reach import trouble_of


@pytest.mark.parametrize(
    ("address", "trouble"),
    [
        ("http://localhost:8000", "here"),
        ("https://rapport.localhost", "here"),
        ("http://127.0.0.1:8000", "here"),
        ("http://[::1]:8000", "here"),
        ("http://0.0.0.0:8000", "here"),
        ("http://192.168.1.20:8000", "plain"),
        ("http://meeting.example", "plain"),
        ("https://meeting.example", ""),
        ("https://10.0.0.4:8443", ""),
    ],
)
def test_an_address_that_others_cannot_open_or_not_in_secret_is_known(address: str, trouble: str) -> None:
    assert trouble_of(address) == trouble
