"""Every setting of the program, each from the environment as RAPPORT_…, with its reason."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """One frozen object, made once at the start."""

    model_config = SettingsConfigDict(env_prefix="RAPPORT_", frozen=True)

    data_dir: Path = Path("data")
    """The folder for the embedded database and for finished exports."""

    database_url: str = ""
    """Empty for the embedded SQLite in `data_dir`; `postgresql+psycopg://…` beyond one machine."""

    redis_url: str = ""
    """`redis://…` where several processes serve the same meetings; empty for one process."""

    leaves_after: float = 30.0
    """Seconds that a line may be cut without the person having left: a reload or a tunnel is no new visit."""

    secret_key: str = ""
    """What the tickets of sockets are sealed with; the same on every machine. Empty for one made in `data_dir`."""

    host: str = "127.0.0.1"
    """The address to listen on; `0.0.0.0` lets other machines of the network in."""

    port: int = 8000
    """The port to listen on."""

    public_url: str = ""
    """The address people open, `https://meeting.example`, where a proxy stands in front.

    Cookies are secure when it is https.
    """

    origins: tuple[str, ...] = ()
    """Further addresses under which this server's own pages are opened, such as `http://192.168.1.20:8000`."""

    backup_dir: Path | None = None
    """The folder for automatic backups while serving; empty for none. Best on another disk, and copied off the host."""

    backup_minutes: float = 1
    """So often a backup is taken, as long as something changes: what a lost disk can cost."""

    backups_kept: int = 120
    """So many automatic backups are kept, and of the last thirty days the last one of each."""

    trusted_proxies: tuple[str, ...] = ()
    """Addresses or networks of proxies whose X-Forwarded-For is believed, such as `127.0.0.1` or `10.0.0.0/8`."""

    design_page: bool = False
    """Whether `/design` shows the design of the pages, component by component; the demonstration has it."""

    @property
    def database(self) -> str:
        """Give the database's address."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'rapport.sqlite3').resolve()}"

    @property
    def key(self) -> bytes:
        """Give the server's key; the first start makes it, and only this account of the machine can read it."""
        if self.secret_key:
            return self.secret_key.encode()
        file = self.data_dir / "secret-key"
        if not file.exists():
            _place_whole(file, secrets.token_bytes(32))
        return file.read_bytes()

    @property
    def exports_dir(self) -> Path:
        """Give the folder of finished exports."""
        return self.data_dir.resolve() / "exports"

    @property
    def is_secure(self) -> bool:
        """Say whether people reach the server by https."""
        return self.public_url.startswith("https://")

    @property
    def address(self) -> str:
        """Give the address that links begin with."""
        return self.public_url.rstrip("/") or f"http://localhost:{self.port}"

    @property
    def own_origins(self) -> frozenset[str]:
        """Give the origins our own pages have; everything else is refused."""
        local = set() if self.public_url else {f"http://localhost:{self.port}", f"http://127.0.0.1:{self.port}"}
        return frozenset({self.address, *self.origins, *local})


def _place_whole(file: Path, content: bytes) -> None:
    # A key that a crash left empty would be everybody's key. Of two starts at once the first one's stays.
    part = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    try:
        with open(part, "xb", opener=_for_us_alone) as new:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
        with suppress(FileExistsError):
            os.link(part, file)
    finally:
        part.unlink(missing_ok=True)


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
