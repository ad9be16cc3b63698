"""WsgiDAV for one folder: `python -m tests.stores.dav_server FOLDER PORT`; the user is `who`, the password `word`."""

from __future__ import annotations

import logging
import sys

from cheroot import wsgi
from wsgidav.wsgidav_app import WsgiDAVApp


def serve(folder: str, port: int) -> None:
    """Until it is ended."""
    logging.disable(logging.CRITICAL)
    settings = {
        "provider_mapping": {"/": folder},
        "simple_dc": {"user_mapping": {"*": {"who": {"password": "word"}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
        "verbose": 0,
        "logging": {"enable": False},
    }
    wsgi.Server(("127.0.0.1", port), WsgiDAVApp(settings), numthreads=4).start()


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
