"""One file of every purpose, as the program makes it, read and checked by programs that know nothing of Groundwork."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from app.domain.operation import Operation, digest, without
from app.domain.records import Practice
from app.domain.shared import Call, Receipt
from app.services.keeping import backup
from app.services.peers import giving
from app.services.submitting import calls
from app.sync import forwarding, packs, receipts, wire
from app.sync.manifest import Purpose
from app.sync.space import segment
from app.vault.identity import OrganisationKeys
from tests.formats.test_documented_formats import READER, SUBMISSION, documented, printed
from tests.making import PASSPHRASE, PERIOD, approve, log_activity, make_workspace, write_down
from tests.services.paper.test_sheets import PRACTICE

BY_HAND = ("age", "openssl", "unzip", "zstd")
KEY_PREFIX = bytes.fromhex("302a300506032b6570032100")
"""What makes 32 bytes an Ed25519 public key of X.509 (RFC 8410)."""
STAMP = "0199" + "0" * 28
if all(shutil.which(tool) for tool in BY_HAND):

    def test_a_file_of_every_purpose_is_read_and_its_signature_checked_by_unzip_zstd_age_and_openssl(
        tmp_path: Path,
    ) -> None:
        files = dict(_made(tmp_path))
        assert {name.partition("-")[0] for name in files} == set(Purpose) - {Purpose.BACKUP}, "that is another file"
        for name, (data, said) in files.items():
            folder = tmp_path / name
            folder.mkdir()
            outside, lines = _by_hand(folder, data)
            assert outside["purpose"] == name.partition("-")[0]
            assert outside["min_reader"] == (2 if name == "segment-thinned" else 1), name
            assert lines[0].items() >= said[0].items() and lines[1:] == said[1:], name
            assert _is_signed(folder, outside["purpose"])
            assert not _is_signed(folder, "forward" if outside["purpose"] != "forward" else "call"), name

    def test_a_backup_is_unpacked_compared_and_opened_by_unzip_and_sqlcipher(tmp_path: Path) -> None:
        own = make_workspace(tmp_path)
        log_activity(own, title="Kept for ever")
        made = backup.make(own, tmp_path / "backups").path
        own.close()
        subprocess.run(["unzip", "-q", str(made), "-d", str(tmp_path / "opened")], check=True)
        told = json.loads((tmp_path / "opened" / "backup.json").read_bytes())
        assert (told["format"], told["version"]) == ("groundwork-backup", 1)
        for name, about in told["files"].items():
            stored = (tmp_path / "opened" / name).read_bytes()
            assert (len(stored), hashlib.sha256(stored).hexdigest()) == (about["size"], about["sha256"])
        keys = tmp_path / "opened" / "workspace.keys"
        key = printed(documented("workspace-keys.md", "python"), str(keys), PASSPHRASE).split()[0].decode()
        opened = sqlcipher.connect(str(tmp_path / "opened" / "workspace.groundwork"))
        for line in documented("workspace-keys.md", "sql").replace("KEY", key).strip().splitlines():
            found = opened.execute(line).fetchall()
        opened.close()
        assert ("activity", "Kept for ever") in found


def _made(folder: Path) -> Iterator[tuple[str, tuple[bytes, list[dict[str, Any]]]]]:
    """Files by purpose and what of it they are, and what has to be read in each."""
    submission = SUBMISSION.read_bytes()
    golden = [json.loads(line) for line in (SUBMISSION.parent / "format-1.jsonl").read_bytes().splitlines()]
    yield "submission", (submission, golden)
    whole = Operation("ab" * 16, "activity", STAMP, {"title": "Legal aid"}, by="5f3c")
    written = {"id": "ab" * 16, "t": "activity", "h": STAMP, "by": "5f3c", "f": {"title": "Legal aid"}}
    thinned = without(whole, ["title"])
    place = segment.Place("space", "0a1b2c", 7, "5e" * 32, "2026-10-30T09:42:00Z")
    for name, one, line in (
        ("segment", whole, written),
        ("segment-thinned", thinned, {**written, "f": {}, "x": ["title"], "d": digest(whole)}),
    ):
        said = segment.seal(segment.Segment((one,)), place, OrganisationKeys.generate(), READER.public)
        yield name, (said, [{"kind": "changes", "v": 1}, line])
    ministry = make_workspace(folder, "Ministry", coordinator=True, seed=9)
    made, call = calls.make(ministry, Call("", "", PERIOD, due="2026-11-08"))
    yield "call", (call, [{"id": made.id, "period": "2026-07..2026-09"}])
    receipt = Receipt("5e" * 32, made.id, 1, "us", "Ministry", "2026-10-30", "accepted", fates={"x": "linked"})
    answered = receipts.write(receipt, keys=ministry.keys, sender=READER.public)
    fate = {"id": "x", "t": "fate", "f": {"fate": "linked"}}
    yield "receipt", (answered, [{"submission": "5e" * 32, "verdict": "accepted"}, fate])
    listed = forwarding.Listed(_identity(submission), "us", "Maison ouverte", made.id, "2026-07..2026-09", 1)
    passed = forwarding.Forward("The hub", "2026-07..2026-09", (forwarding.Passed(listed, submission),))
    yield (
        "forward",
        (forwarding.write(passed, keys=ministry.keys, made_on="2026-10-30"), [{"hub": "The hub"}, vars(listed)]),
    )
    files = {"manifest.json": b"{}", "words/fr.json": b'{"a": "b"}'}
    named = [{"file": name, "blob": hashlib.sha256(files[name]).hexdigest()} for name in sorted(files)]
    pack = packs.write("1.5.0", files, made_on="2026-10-30", keys=ministry.keys)
    yield "pack", (pack, [{"pack": "gcm", "version": "1.5.0"}, *named])
    approve(ministry, write_down(ministry, Practice, **PRACTICE))
    given, shared = giving.make(ministry, accept_findings=True)
    ministry.close()
    entries = [json.loads(line) for line in wire.entry_lines(given.told)]
    assert [(one["t"], one["f"]["title"]) for one in entries] == [("practice", PRACTICE["title"])]
    yield "practices", (shared, [{"call": "practices", "revision": 1}, *entries])


def _identity(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return hashlib.sha256(file.read("manifest.json")).hexdigest()


def _by_hand(folder: Path, data: bytes) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What `manifest.json` and the lines say, by the commands of the document; every part is as its hash says."""
    (folder / "file.gwb").write_bytes(data)
    (folder / "key.txt").write_text(READER.identity + "\n", encoding="utf-8")
    outside = json.loads(
        subprocess.run(["unzip", "-p", "file.gwb", "manifest.json"], cwd=folder, capture_output=True, check=True).stdout
    )
    commands = documented("bundle.md", "sh", 1 if outside["recipients"] else 0)
    done = subprocess.run(["sh", "-e", "-c", commands], cwd=folder, capture_output=True, check=True)
    for part in outside["parts"]:
        assert hashlib.sha256((folder / "opened" / part["name"]).read_bytes()).hexdigest() == part["sha256"]
    return outside, [json.loads(line) for line in done.stdout.splitlines()]


def _is_signed(folder: Path, purpose: str) -> bool:
    """Whether OpenSSL says that the bundle in this folder was signed for this purpose."""
    signature = (folder / "opened" / "manifest.sig").read_bytes()
    key = base64.b64encode(KEY_PREFIX + signature[:32]).decode()
    (folder / "key.pem").write_text(f"-----BEGIN PUBLIC KEY-----\n{key}\n-----END PUBLIC KEY-----\n", encoding="ascii")
    (folder / "signature").write_bytes(signature[32:])
    manifest = (folder / "opened" / "manifest.json").read_bytes()
    (folder / "signed").write_bytes(b"groundwork-manifest-v1\0" + purpose.encode() + b"\0" + manifest)
    call = "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed -sigfile signature"
    return subprocess.run(call.split(), cwd=folder, capture_output=True, check=False).returncode == 0
