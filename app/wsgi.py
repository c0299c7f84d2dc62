"""For a WSGI server of one's own choice: `app.wsgi:application`, with the settings from the environment."""

from __future__ import annotations

from gevent import monkey

monkey.patch_all()

from app.config import Settings  # noqa: E402 - nothing may be imported before the patch
from app.factory import create_program  # noqa: E402

program = create_program(Settings())
program.start()
application = program.wsgi
