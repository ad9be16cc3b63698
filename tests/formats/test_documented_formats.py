"""Files of format 1, kept for ever: Groundwork reads them, and so does a stranger who has only the documents."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from app.domain.fold import Operation
from app.sync import bundle, second_envelope
from app.sync.compression import zstd
from app.sync.inspecting import Signature, inspect
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.space import segment
from app.sync.space.segment import CarriedRow, Place, Segment
from app.vault import recovery, recovery_slot, sealing_key, slots
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys
from tests.reports.reading import drawn
from tests.reports.samples import sample

TOP = Path(__file__).resolve().parents[2]
GOLDEN = TOP / "tests" / "sync" / "golden"
SUBMISSION = GOLDEN / "format-1-submission.gwb"
SEALED = GOLDEN / "format-1-segment-sealed.gwb"
LINES = (GOLDEN / "format-1.jsonl").read_bytes().splitlines()
KEYS = TOP / "tests" / "vault" / "golden" / "format-1.keys"
READER = OrganisationKeys.from_dict(
    {
        "signing": "3f098da9f1fd2388902f94cc4cb0a4504ea66b5411b93870cdaac5a27762c4a8",
        "identity": "AGE-SECRET-KEY-1WG37R3F85SNTA07JWETTUA4ZRKRS2G8W955EVSJYMQRVGQDSMHYQMAW65T",
    }
)
SENDER_FINGERPRINT = "3eb8e3962996f6b80e8a02f1b9e25c9d3054e4335482ddbfc97279f020454bd4"
PICTURE = b"not really a picture"


def documented(page: str, language: str, which: int = 0) -> str:
    """A program as it stands in a document, for the Python that runs here."""
    text = (TOP / "docs" / "formats" / page).read_text(encoding="utf-8")
    program = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)[which]
    return (
        program if sys.version_info >= (3, 14) else program.replace("from compression import", "from backports import")
    )


def printed(program: str, *arguments: str) -> bytes:
    call = [sys.executable, "-X", "utf8", "-W", "ignore", "-c", program, *arguments]
    return subprocess.run(call, capture_output=True, check=True).stdout.replace(b"\r\n", b"\n")


def test_a_stranger_finds_the_bundle_in_a_document_without_any_pdf_reader(tmp_path: Path) -> None:
    path = tmp_path / "submission.pdf"
    path.write_bytes(drawn(sample("fr"), SUBMISSION.read_bytes()))

    found = subprocess.run(
        [sys.executable, "-c", documented("pdf.md", "python"), str(path)], capture_output=True, check=True
    )

    assert found.stdout == SUBMISSION.read_bytes()


def test_a_submission_of_format_1_is_read_for_ever():
    found = read(SUBMISSION.read_bytes(), purpose=Purpose.SUBMISSION)
    assert found.header == json.loads(LINES[0])
    assert list(found.lines()) == LINES[1:]
    assert found.blob(hashlib.sha256(PICTURE).hexdigest()) == PICTURE
    assert (found.manifest.sender.fingerprint, found.manifest.created) == (SENDER_FINGERPRINT, "2026-10")


def test_a_sealed_segment_of_format_1_is_read_for_ever():
    found = read(SEALED.read_bytes(), purpose=Purpose.SEGMENT, keys=READER)
    assert found.header == json.loads(LINES[0])
    assert list(found.lines()) == LINES[1:]
    assert found.blob("ab" * 32) == PICTURE
    outside = found.manifest
    assert (outside.space, outside.writer, outside.seq, outside.previous) == ("maison-ouverte", "0a1b2c", 7, "5e" * 32)


@pytest.mark.parametrize("path", [SUBMISSION, SEALED], ids=lambda path: path.name)
def test_files_of_format_1_stay_whole_and_signed(path):
    found = inspect(path.read_bytes())
    assert (found.is_whole, found.signature, found.problems) == (True, Signature.GOOD, ())


def test_the_documented_program_reads_and_checks_a_bundle():
    assert printed(documented("bundle.md", "python"), str(SUBMISSION), "submission").splitlines() == LINES


def test_the_documented_program_refuses_another_purpose():
    with pytest.raises(subprocess.CalledProcessError):
        printed(documented("bundle.md", "python"), str(SUBMISSION), "call")


def test_a_sealed_bundle_is_read_with_zip_age_and_zstd_alone():
    identity = pyrage.x25519.Identity.from_str(READER.identity)
    with zipfile.ZipFile(io.BytesIO(SEALED.read_bytes())) as file:
        assert zstd.decompress(pyrage.decrypt(file.read("data-0000"), [identity])).splitlines() == LINES
        assert pyrage.decrypt(file.read("blob-" + "ab" * 32), [identity]) == PICTURE


def test_the_documented_program_opens_the_keys_of_a_workspace():
    key = printed(documented("workspace-keys.md", "python"), str(KEYS), "Мама мыла раму 7 — é")
    assert key.split() == [bytes(range(32)).hex().encode()]


def test_the_documented_program_opens_the_slot_of_one_person(tmp_path):
    workspace = tmp_path / "shared.groundwork"
    slots.create(workspace, "the founder's words", cost=Cost.floor())
    key = slots.unlock(workspace, "the founder's words")
    added = slots.add(workspace, key, "Мама мыла раму 7 — é", profile="0a1b2c", cost=Cost.floor())
    keys = str(slots.keys_path(workspace))
    told = printed(documented("workspace-keys.md", "python", 1), keys, "Мама мыла раму 7 — é")
    assert told.decode().split() == [key.raw.hex(), added.secret.hex(), "0a1b2c"]
    assert printed(documented("workspace-keys.md", "python", 1), keys, "the founder's words") == b""


def test_the_documented_program_opens_the_recovery_slot(tmp_path):
    workspace, seed = tmp_path / "shared.groundwork", bytes(range(32))
    opened = slots.create(workspace, "the founder's words", cost=Cost.floor())
    recovery_slot.put(workspace, replace(opened, profile="0a1b2c"), seed, READER)
    words = " ".join(recovery.words(seed))
    told = printed(documented("workspace-keys.md", "python", 2), str(slots.keys_path(workspace)), words)
    assert told.decode().split() == [opened.key.raw.hex(), READER.signing.hex(), READER.identity, "0a1b2c"]


def test_the_documented_program_opens_a_second_envelope(tmp_path):
    key, path = sealing_key.OpeningKey.generate(), tmp_path / "office.key"
    sealing_key.keep(path, key, "Мама мыла раму 7 — é", cost=Cost.floor())
    envelope = second_envelope.sealed({"sender": READER.fingerprint}, LINES[1:], key.public)
    label = bundle.Label(Purpose.SUBMISSION, "2026-10")
    (tmp_path / "got.gwb").write_bytes(bundle.write(label, {}, keys=READER, blobs={second_envelope.NAME: envelope}))
    program = documented("second-envelope.md", "python")
    told = printed(program, str(tmp_path / "got.gwb"), str(path), "Мама мыла раму 7 — é").splitlines()
    assert json.loads(told[0]) == {"v": 1, "sender": READER.fingerprint}
    assert told[1:] == LINES[1:]


def test_a_submission_of_before_second_envelopes_says_so():
    with pytest.raises(second_envelope.NoSecondEnvelopeError):
        second_envelope.open_in(SUBMISSION.read_bytes(), sealing_key.OpeningKey.generate())


if shutil.which("unzip") and shutil.which("zstd"):

    def test_the_documented_commands_read_a_bundle(tmp_path):
        shutil.copy(SUBMISSION, tmp_path / "file.gwb")
        commands = documented("bundle.md", "sh")
        done = subprocess.run(["sh", "-e", "-c", commands], cwd=tmp_path, capture_output=True, check=True)
        assert done.stdout.splitlines() == LINES


if all(shutil.which(tool) for tool in ("unzip", "age", "zstd")):

    def test_the_documented_commands_read_a_sealed_bundle(tmp_path):
        shutil.copy(SEALED, tmp_path / "file.gwb")
        (tmp_path / "key.txt").write_text(READER.identity + "\n")
        commands = documented("bundle.md", "sh", 1)
        done = subprocess.run(["sh", "-e", "-c", commands], cwd=tmp_path, capture_output=True, check=True)
        assert done.stdout.splitlines() == LINES


def test_the_documented_program_reads_a_segment_of_a_place(tmp_path):
    device, epoch = OrganisationKeys.generate(), OrganisationKeys.generate()
    written = Operation("ab" * 16, "activity", "0199" + "0" * 28, {"title": "Legal aid"}, by="5f3c")
    row = CarriedRow("sent", ("x",), {"id": "x"}, b"bytes")
    place = Place("space", "0a1b2c", 7, "5e" * 32, "2026-10-30T09:42:00Z")
    said = Segment((written,), (row,), {"0a1b2c": (6, "5e" * 32)})
    (tmp_path / "one.gwb").write_bytes(segment.seal(said, place, device, epoch.public))
    (tmp_path / "key").write_text(epoch.identity)
    told = printed(documented("space.md", "python"), str(tmp_path / "one.gwb"), str(tmp_path / "key")).splitlines()
    assert [json.loads(line) for line in told] == [
        {"kind": "changes", "v": 1, "seen": {"0a1b2c": [6, "5e" * 32]}},
        {"id": "ab" * 16, "t": "activity", "h": "0199" + "0" * 28, "by": "5f3c", "f": {"title": "Legal aid"}},
        {"row": "sent", "k": ["x"], "c": {"id": "x"}, "blobs": ["0" * 64]},
    ]
    with zipfile.ZipFile(tmp_path / "one.gwb") as file:
        identity = pyrage.x25519.Identity.from_str(epoch.identity)
        assert pyrage.decrypt(file.read("blob-" + "0" * 64), [identity]) == b"bytes"
    assert segment.open_((tmp_path / "one.gwb").read_bytes(), epoch).segment == said
