"""Starts servers, each a process of its own: `rapport serve`, forked from an interpreter that has read it already.

A line of JSON on the standard input starts one: `{"settings": {...}, "log": "...", "patches": [["module:name", ...]]}`;
its process id is the answer. All of them end with this process, and it ends with its input.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from importlib import import_module
from typing import Any

from gevent import monkey

import app.cli  # it prepares the interpreter, before anything of the program is read

_KILL_WITH_PARENT = 1


def main() -> None:
    """Read the program once, then start a server for each line."""
    import_module("app.factory")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them here
    # Unpatched: a loop of gevent's begun here would have to be begun anew in every child.
    fork = monkey.get_original("os", "fork")
    for line in iter(lambda: _line(0), b""):
        started = fork()
        if started == 0:
            _serve(json.loads(line))
        os.write(1, b"%d\n" % started)


def _line(descriptor: int) -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        letter = os.read(descriptor, 1)
        if not letter:
            return b""
        line += letter
    return line


def _serve(wanted: dict[str, Any]) -> None:
    ctypes.CDLL(None).prctl(_KILL_WITH_PARENT, signal.SIGKILL)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    log = os.open(wanted["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(source, target)
    os.environ.update(wanted["settings"])
    for name, *given in wanted["patches"]:
        module, _, function = name.partition(":")
        getattr(import_module(module), function)(*given)
    sys.argv = ["rapport", "serve"]
    app.cli.main(prog_name="rapport")


if __name__ == "__main__":
    main()
