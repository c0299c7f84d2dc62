"""The server's key, which seals tickets: made once, whole, and for this account of the machine alone."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.config import Settings


def test_the_key_is_made_once_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    key = Settings(data_dir=tmp_path).key
    assert len(key) == 32
    assert Settings(data_dir=tmp_path).key == key
    assert [(file.name, file.stat().st_mode & 0o777) for file in tmp_path.iterdir()] == [("secret-key", 0o600)]


def test_starts_at_the_same_moment_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as starts:
        keys = set(starts.map(lambda _number: Settings(data_dir=tmp_path).key, range(16)))
    assert len(keys) == 1


def test_a_crash_while_the_key_is_made_leaves_no_empty_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(_descriptor: int) -> None:
        raise InterruptedError

    monkeypatch.setattr(os, "fsync", cut)
    with pytest.raises(InterruptedError):
        _ = Settings(data_dir=tmp_path).key
    monkeypatch.undo()
    assert len(Settings(data_dir=tmp_path).key) == 32
