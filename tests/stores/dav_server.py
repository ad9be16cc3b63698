"""WsgiDAV for one folder: `python -m tests.stores.dav_server FOLDER PORT [GATE]`; user `who`, password `word`.

In the folder of a gate `hold` names a verb and which request of it from then on, such as "PUT 3": that one waits, with
`held` to show it, until somebody opens the pipe `go`.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from cheroot import wsgi
from wsgidav.wsgidav_app import WsgiDAVApp


class Gate:
    """Lets every request through but the one that is to be held."""

    def __init__(self, serve: Callable[..., Iterable[bytes]], folder: Path) -> None:
        self._serve, self._folder, self._count = serve, folder, 0

    def __call__(self, around: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        hold = self._folder / "hold"
        verb, number = hold.read_text("utf-8").split() if hold.exists() else ("", "0")
        self._count += around["REQUEST_METHOD"] == verb
        if verb and self._count == int(number):
            self._count = 0
            hold.unlink()
            (self._folder / "held").touch()
            (self._folder / "go").read_bytes()
        return self._serve(around, start)


def serve(folder: str, port: int, gate: str = "") -> None:
    """Until it is ended."""
    logging.disable(logging.CRITICAL)
    settings = {
        "provider_mapping": {"/": folder},
        "simple_dc": {"user_mapping": {"*": {"who": {"password": "word"}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
        "verbose": 0,
        "logging": {"enable": False},
    }
    app = WsgiDAVApp(settings)
    wsgi.Server(("127.0.0.1", port), Gate(app, Path(gate)) if gate else app, numthreads=4).start()


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
