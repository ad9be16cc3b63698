"""Servers that live as long as the tests, and a line to each of them that can be made to fail."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.stores import servers
from tests.stores.servers import TOP, Server

NETWORK = ("apache", "wsgidav", "s3", "sftp")


class Line:
    """The faulty line to one server."""

    def __init__(self, server: Server, process: subprocess.Popen[str]) -> None:
        self.server, self._process = server, process
        self.access = server.through(int(self._said()))

    def fail(self, fault: str) -> None:
        """From now on, fail like this; "pass" is not at all."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{fault}\n")
        self._process.stdin.flush()
        assert self._said() == "ok"

    def _said(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@pytest.fixture(scope="session")
def server() -> Iterator[Callable[[str], Server]]:
    """Gives a server by its name; each is started once, when it is asked for first."""
    running: dict[str, Server] = {}
    with ExitStack() as stack:

        def start(name: str) -> Server:
            if name not in running:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=f"groundwork-{name}-")))
                made = servers.s3() if name == "s3" else getattr(servers, name)(folder)
                running[name] = stack.enter_context(made)
            return running[name]

        yield start


@pytest.fixture(scope="session")
def line(server: Callable[[str], Server]) -> Iterator[Callable[[str], Line]]:
    """Gives the faulty line to a server by its name."""
    lines: dict[str, Line] = {}
    with ExitStack() as stack:

        def start(name: str) -> Line:
            if name not in lines:
                target = server(name)
                words = [sys.executable, "-m", "tests.stores.faulty", str(target.port)]
                process = subprocess.Popen(words, cwd=TOP, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                stack.callback(_end, process)
                lines[name] = Line(target, process)
            return lines[name]

        yield start


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate(timeout=10)
