"""Writing a bundle: what goes in can be read, and what must not go in is refused."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync.bundle import Label, write
from app.sync.lines import dumps_line, loads_line
from app.sync.manifest import Purpose
from app.sync.read_me import READ_ME_TEXT
from app.sync.reading import read
from app.sync.refusals import BundleContentError, BundleTooLargeError
from tests.sync.made import BLOBS, HEADER, LINES, READER, SENDER, entries_of, made, outside_of
from tests.sync.test_lines import OBJECTS

TOP = Path(__file__).resolve().parents[2]
AGAIN = "import sys; from tests.sync.made import made; sys.stdout.buffer.write(made())"


@pytest.mark.parametrize("is_sealed", [False, True])
@pytest.mark.parametrize("purpose", list(Purpose))
def test_everything_that_was_put_in_comes_out(purpose, is_sealed):
    found = read(made(purpose=purpose, is_sealed=is_sealed), purpose=purpose, keys=READER)
    assert found.header == HEADER
    assert tuple(found.lines()) == LINES
    assert {name: found.blob(name) for name in found.blob_names} == BLOBS
    assert found.manifest.sender == SENDER.public


@given(header=OBJECTS, values=st.lists(OBJECTS, max_size=5), is_sealed=st.booleans())
def test_any_header_and_lines_come_out(header, values, is_sealed):
    label = Label(Purpose.SEGMENT, "2026-10", recipients=(READER.public,) if is_sealed else ())
    data = write(label, header, lines=map(dumps_line, values), keys=SENDER)
    found = read(data, purpose=Purpose.SEGMENT, keys=READER)
    assert found.header == header
    assert [loads_line(line) for line in found.lines()] == values


def test_the_place_in_a_chain_is_told_outside():
    label = Label(Purpose.SEGMENT, "2026-10-12T09:30:00Z", space="a1", writer="b2", seq=7, previous="0" * 64)
    outside = read(write(label, {}, keys=SENDER), purpose=Purpose.SEGMENT).manifest
    assert (outside.space, outside.writer, outside.seq, outside.previous) == ("a1", "b2", 7, "0" * 64)
    assert outside.created == "2026-10-12T09:30:00Z"


def test_a_bundle_is_known_by_the_hash_of_its_manifest():
    data = made()
    assert read(data, purpose=Purpose.CALL).bundle_id == hashlib.sha256(entries_of(data)["manifest.json"]).hexdigest()


def written_elsewhere(seed: str) -> bytes:
    surroundings = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", AGAIN], cwd=TOP, env=surroundings, capture_output=True, check=True)
    return done.stdout


def test_two_processes_write_the_same_bytes():
    assert written_elsewhere("1") == written_elsewhere("2") == made()


def test_many_lines_are_spread_over_parts_and_come_out_in_order():
    lines = tuple(b'{"n":%d,"text":"%s"}' % (number, os.urandom(240_000).hex().encode()) for number in range(80))
    data = write(Label(Purpose.BACKUP, "2026-10"), HEADER, lines=lines, keys=SENDER)
    found = read(data, purpose=Purpose.BACKUP)
    assert [part.name for part in found.manifest.parts] == ["data-0000", "data-0001", "data-0002"]
    assert tuple(found.lines()) == lines
    assert sum(part.lines or 0 for part in found.manifest.parts) == 81


def test_a_sealed_bundle_tells_its_carrier_sizes_and_fingerprints_only():
    data = made(purpose=Purpose.SUBMISSION, is_sealed=True)
    assert b"Maison" not in data
    assert outside_of(data)["recipients"] == [READER.fingerprint]
    sealed = [part for part in outside_of(data)["parts"] if part["name"] != "READ ME.txt"]
    assert [set(part) for part in sealed] == [{"name", "size", "sha256", "plain_size"}] * 2


def test_a_submission_explains_itself_in_six_languages():
    assert entries_of(made(purpose=Purpose.SUBMISSION))["READ ME.txt"] == READ_ME_TEXT
    assert "READ ME.txt" not in entries_of(made(purpose=Purpose.CALL))
    paragraphs = READ_ME_TEXT.decode("utf-8-sig").strip().split("\r\n\r\n")
    assert len(paragraphs) == 6
    assert all("Groundwork" in paragraph for paragraph in paragraphs)


@pytest.mark.parametrize("created", ["2026-10-12", "2026-10-12T09:30:00Z", ""])
def test_a_submission_does_not_tell_when_somebody_was_at_work(created):
    with pytest.raises(ValueError, match="month"):
        Label(Purpose.SUBMISSION, created)


@pytest.mark.parametrize(
    "label",
    [
        Label(Purpose.CALL, "yesterday"),
        Label(Purpose.CALL, "2026-10", space="../elsewhere"),
        Label(Purpose.CALL, "2026-10", seq=-1),
        Label(Purpose.CALL, "2026-10", previous="abc"),
    ],
)
def test_a_label_that_no_reader_would_take_is_a_fault_of_the_caller(label):
    with pytest.raises(ValueError, match="label"):
        write(label, {}, keys=SENDER)


@pytest.mark.parametrize("line", [b"[]", b'{"a":1,"a":2}', b'{"a":\n1}', b""])
def test_a_line_that_no_reader_would_take_is_not_written(line):
    with pytest.raises(BundleContentError):
        write(Label(Purpose.CALL, "2026-10"), {}, lines=[line], keys=SENDER)


def test_content_that_repeats_itself_beyond_belief_is_not_written():
    line = b'{"a":"%s"}' % (b"x" * 1_000_000)
    with pytest.raises(BundleTooLargeError):
        write(Label(Purpose.CALL, "2026-10"), {}, lines=[line] * 70, keys=SENDER)


def test_a_blob_named_by_anything_but_a_hash_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="blob name"):
        write(Label(Purpose.CALL, "2026-10"), {}, keys=SENDER, blobs={"photo.jpg": b""})


def test_entry_names_give_nothing_away():
    names = entries_of(made(purpose=Purpose.SUBMISSION, is_sealed=True))
    assert all(re.fullmatch(r"manifest\.(json|sig)|data-\d{4}|blob-[0-9a-f]{64}|READ ME\.txt", name) for name in names)
