"""Real servers on loopback, each a process of its own with a folder and a port of its own."""

from __future__ import annotations

import base64
import getpass
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from app.sync.stores import address
from app.sync.stores.opening import Access, host_key
from app.sync.stores.store import Patience

TOP = Path(__file__).parents[2]
QUICK = Patience(answer_seconds=0.3, slowest_bytes=4 << 20, tries=2, pause_seconds=0.01)
"""For faults: what stands still is given up after a third of a second, and tried once more."""
CALM = Patience(answer_seconds=10.0, tries=3, pause_seconds=0.05)
_MODULES = "mpm_event authn_core authn_file authz_core authz_user auth_basic dav dav_fs".split()
_APACHE = """
ServerName localhost
ServerRoot "{folder}"
PidFile "{folder}/pid"
ErrorLog "{folder}/log"
Listen 127.0.0.1:{port}
{user}
DAVLockDB "{folder}/locks/db"
DocumentRoot "{folder}/files"
<Directory "{folder}/files">
    Dav On
    AuthType Basic
    AuthName tests
    AuthUserFile "{folder}/who"
    Require valid-user
</Directory>
"""
_SSHD = """
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
PidFile {folder}/pid
AuthorizedKeysFile {folder}/own.pub
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin yes
Subsystem sftp internal-sftp
"""


@dataclass(frozen=True)
class Server:
    """A server that runs, and how it is reached."""

    name: str
    port: int
    access: Access

    def through(self, port: int) -> Access:
        """The same place by way of another port."""
        return replace(self.access, address=replace(self.access.address, port=port))


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def apache(folder: Path) -> Iterator[Server]:
    """Apache with mod_dav."""
    program = _program("apache2", "apache2-bin")
    port = free_port()
    modules = Path("/usr/lib/apache2/modules")
    folder.chmod(0o755)
    for name in ("files", "locks"):
        (folder / name).mkdir()
        (folder / name).chmod(0o777)
    user = "User www-data\nGroup www-data" if os.getuid() == 0 else ""
    loaded = "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in _MODULES)
    (folder / "conf").write_text(loaded + _APACHE.format(folder=folder, port=port, user=user), "utf-8")
    (folder / "who").write_text("who:{SHA}" + _sha("word"), "utf-8")
    with _running([program, "-f", str(folder / "conf"), "-D", "FOREGROUND"], port):
        yield Server("apache", port, Access(address.read(f"webdav://who@127.0.0.1:{port}/"), "word"))


@contextmanager
def wsgidav(folder: Path, gate: Path | None = None) -> Iterator[Server]:
    """WsgiDAV, which shows an upload that was cut under its name; through a gate it waits where a test says so."""
    port = free_port()
    words = [str(folder), str(port), *([str(gate)] if gate else [])]
    with _running([sys.executable, "-m", "tests.stores.dav_server", *words], port):
        yield Server("wsgidav", port, Access(address.read(f"webdav://who@127.0.0.1:{port}/"), "word"))


@contextmanager
def s3() -> Iterator[Server]:
    """An S3 server with one bucket."""
    port = free_port()
    with _running([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], port):
        made = urllib.request.Request(f"http://127.0.0.1:{port}/bucket", method="PUT")
        made.add_header("Authorization", "AWS4-HMAC-SHA256 Credential=who/20260101/us-east-1/s3/aws4_request")
        urllib.request.urlopen(made, timeout=10).close()
        yield Server("s3", port, Access(address.read(f"s3+http://who@127.0.0.1:{port}/bucket/some/place"), "word"))


@contextmanager
def sftp(folder: Path) -> Iterator[Server]:
    """OpenSSH; the key of whoever runs the tests opens it."""
    program, port = _program("sshd", "openssh-server"), free_port()
    for name in ("host", "own"):
        keygen(folder / name)
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    (folder / "files").mkdir()
    (folder / "conf").write_text(_SSHD.format(folder=folder, port=port), "utf-8")
    with _running([program, "-D", "-e", "-f", str(folder / "conf")], port):
        place = address.read(f"sftp://{getpass.getuser()}@127.0.0.1:{port}/{folder / 'files'}")
        secret = (folder / "own").read_text("utf-8")
        yield Server("sftp", port, Access(place, secret, host_key=host_key(place, CALM)))


def keygen(path: Path) -> None:
    """A key pair of OpenSSH at this path."""
    words = [_program("ssh-keygen", "openssh-client"), "-q", "-t", "ed25519", "-N", "", "-f", str(path)]
    subprocess.run(words, check=True)


@contextmanager
def _running(words: list[str], port: int) -> Iterator[None]:
    """A process that listens on this port before anything goes on, and is ended after it."""
    process = subprocess.Popen(words, cwd=TOP, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(process, port, words[0])
        yield
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(process: subprocess.Popen[bytes], port: int, name: str) -> None:
    for _try in range(600):
        assert process.poll() is None, f"{name} ended before it listened"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
    raise AssertionError(f"{name} does not listen")


def _program(name: str, package: str) -> str:
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin")
    assert found, f"The tests of stores need the program {name}: apt-get install {package}"
    return found


def _sha(word: str) -> str:
    return base64.b64encode(hashlib.sha1(word.encode()).digest()).decode()
