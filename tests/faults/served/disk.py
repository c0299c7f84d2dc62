"""SQLite's own view of the disk, from inside the server: what it wrote and what it had flushed; and a disk that fails.

The functions that SQLite writes files with are put between it and the system, through its own interface for that
(sqlite3_vfs): no privilege is needed, no other program, and nothing in the program itself.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import os
import random
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

HEAD = struct.Struct("<BHQI")
WRITE, FLUSH, CUT, DELETE = 1, 2, 3, 4
"""What a record of the recording says happened to the file it names."""

IO_ERRORS = {"full": (13, WRITE), "write": (10 | 3 << 8, WRITE), "flush": (10 | 4 << 8, FLUSH)}
"""SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, and which function gives them."""

_Address = ctypes.c_void_p
_Write = ctypes.CFUNCTYPE(ctypes.c_int, _Address, _Address, ctypes.c_int, ctypes.c_int64)
_Truncate = ctypes.CFUNCTYPE(ctypes.c_int, _Address, ctypes.c_int64)
_Sync = ctypes.CFUNCTYPE(ctypes.c_int, _Address, ctypes.c_int)
# The name is an address: SQLite reads on behind its end, and remembers where it stands.
_Open = ctypes.CFUNCTYPE(ctypes.c_int, _Address, _Address, _Address, ctypes.c_int, _Address)
_Delete = ctypes.CFUNCTYPE(ctypes.c_int, _Address, ctypes.c_char_p, ctypes.c_int)


_in_place: list[Any] = []
"""What SQLite calls: it must not be forgotten here."""


class _Methods(ctypes.Structure):
    """sqlite3_io_methods; what is not ours stays as it is."""

    _fields_ = (
        ("version", ctypes.c_int),
        *((name, _Address) for name in ("close", "read", "write", "truncate", "sync", "size")),
        *((f"other_{number}", _Address) for number in range(12)),
    )


class _File(ctypes.Structure):
    """The beginning of sqlite3_file."""

    _fields_ = (("methods", ctypes.POINTER(_Methods)),)


class _System(ctypes.Structure):
    """The beginning of sqlite3_vfs."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", _Address),
        ("name", ctypes.c_char_p),
        ("data", _Address),
        ("open", _Address),
        ("delete", _Address),
    )


class Disk:
    """Stands between SQLite and the disk; `before` may refuse a write or a flush with an error code."""

    def __init__(self, before: Callable[[int], int], record: Callable[[int, str, int, bytes], None]) -> None:
        self._before, self._record = before, record
        self._names: dict[int, str] = {}
        self._kept: list[Any] = []
        self._tables: dict[int, Any] = {}
        # Symbols are looked up in what the module is linked with: the very library that the program uses.
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_System)
        self._system = library.sqlite3_vfs_find(None).contents
        self._open, self._delete = _Open(self._system.open), _Delete(self._system.delete)
        self._system.open = self._address(_Open(self._opened))
        self._system.delete = self._address(_Delete(self._deleted))
        _in_place.append(self)

    def _opened(self, system: int, name: int | None, file: int, flags: int, out: int) -> int:
        status = self._open(system, name, file, flags, out)
        if status == 0 and name:
            self._names[file] = os.fsdecode(ctypes.string_at(name))
            held = _File.from_address(file)
            held.methods = self._table(held.methods)
        return int(status)

    def _deleted(self, system: int, name: bytes, flush: int) -> int:
        status = self._delete(system, name, flush)
        if status == 0:
            self._record(DELETE, os.fsdecode(name), 0, b"")
        return int(status)

    def _table(self, own: Any) -> Any:  # noqa: ANN401 - a pointer of ctypes
        key = ctypes.addressof(own.contents)
        if key in self._tables:
            return self._tables[key]
        table = _Methods()
        ctypes.pointer(table)[0] = own.contents
        write, truncate, sync = _Write(table.write), _Truncate(table.truncate), _Sync(table.sync)

        def written(file: int, data: int, amount: int, offset: int) -> int:
            refused = self._before(WRITE)
            if refused:
                return refused
            self._record(WRITE, self._names[file], offset, ctypes.string_at(data, amount))
            return int(write(file, data, amount, offset))

        def truncated(file: int, size: int) -> int:
            self._record(CUT, self._names[file], size, b"")
            return int(truncate(file, size))

        def flushed(file: int, flags: int) -> int:
            refused = self._before(FLUSH)
            status = refused or int(sync(file, flags))
            if status == 0:
                self._record(FLUSH, self._names[file], 0, b"")
            return status

        table.write, table.truncate = self._address(_Write(written)), self._address(_Truncate(truncated))
        table.sync = self._address(_Sync(flushed))
        self._tables[key] = pointer = ctypes.pointer(table)
        return pointer

    def _address(self, function: Any) -> int:  # noqa: ANN401 - a callback of ctypes
        self._kept.append(function)
        return int(ctypes.cast(function, _Address).value or 0)


def recording(path: str) -> None:
    """Write down everything that SQLite writes and flushes, in a file that outlives the process."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def record(what: int, name: str, offset: int, data: bytes) -> None:
        # One call, so that no kill can leave half a record.
        os.write(file, HEAD.pack(what, len(name.encode()), offset, len(data)) + name.encode() + data)

    Disk(lambda _what: 0, record)


def failing(path: str) -> None:
    """Let the disk fail while there is a file at `path`: it holds the kind of error and how often it comes."""
    order = Path(path)

    def before(what: int) -> int:
        try:
            kind, share = order.read_text("utf-8").split()
        except (OSError, ValueError):
            return 0
        code, function = IO_ERRORS[kind]
        return code if function == what and random.random() < float(share) else 0

    Disk(before, lambda *_what: None)
