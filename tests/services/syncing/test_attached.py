"""Attachments lie in a place under names that tell nothing, before what names them, and come when somebody looks."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.domain.records import Attachment
from app.progress import Cancelled
from app.services import integrity
from app.services.opening import stores
from app.services.opening.open_workspace import Workspace
from app.services.records import attachments, erasing, recording
from app.services.records.attachments import NotReceivedYetError
from app.services.syncing import attached, exchanging
from app.storage import attachments as kept
from app.storage.attachments import Content
from tests.attaching import picture
from tests.laptops import alike, laptops, later, meet, place_of, sync
from tests.making import log_activity


def hung(workspace: Workspace, record: str, body: bytes) -> Attachment:
    """A file of that content at a record, as if it had been cleaned."""
    content = Content.of("application/pdf", body)
    about = dict(kind="pdf", hash=content.hash, media=content.media, size=len(body), about=(record,), consent="C2")
    with workspace.writing() as session:
        kept.put(session, content)
        recording.write(workspace, session, recording.new(workspace, Attachment, title="The hall", **about))
    return attachments.of(workspace, record)[-1]


def blobs(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.parent.parent.name == "b")


def test_a_file_comes_when_it_is_looked_at_and_until_then_its_place_is_kept(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    record = log_activity(one)
    photo = tmp_path / "hall.jpg"
    photo.write_bytes(picture())
    attachments.attach(one, record, photo, Attachment("", "The hall", alt="Chairs", consent="C2"))
    assert sync(one, folder).sent.attachments == 1
    sync(other, folder)
    (shown,) = attachments.of(other, record)
    with pytest.raises(NotReceivedYetError):
        attachments.read(other, shown.hash)
    assert integrity.examine(other).sound, "what did not come yet is no damage"
    (blob,) = blobs(folder)
    assert shown.hash not in blob.name
    assert hashlib.sha256(blob.read_bytes()).hexdigest() != shown.hash

    body = attached.fetch(other, shown.hash, shown.media, place_of(other, folder))
    assert body == attachments.read(one, shown.hash) == attachments.read(other, shown.hash)
    before = blob.read_bytes()
    meet(folder, one, other)
    assert blob.read_bytes() == before and alike(one, other)
    blob.unlink()
    assert sync(other, folder).sent.attachments == 1, "whoever has it puts it back"


def test_a_large_file_goes_in_parts_and_one_that_is_cut_is_not_received_yet(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    record = log_activity(one)
    body = hashlib.shake_256(b"film").digest(9 << 20)
    shown = hung(one, record, body)

    def stop(done: int, total: int) -> None:
        if len(blobs(folder)) == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        exchanging.sync_now(one, place_of(one, folder), stop)
    assert len(blobs(folder)) == 1
    first = blobs(folder)[0].stat().st_mtime_ns
    sync(one, folder)
    assert len(blobs(folder)) == 2 and blobs(folder)[0].stat().st_mtime_ns == first, "what is there is not sent again"
    sync(other, folder)
    whole = blobs(folder)[1].read_bytes()
    blobs(folder)[1].write_bytes(whole[:-1])
    with pytest.raises(NotReceivedYetError):
        attached.fetch(other, shown.hash, shown.media, place_of(other, folder))
    blobs(folder)[1].write_bytes(whole)
    assert attached.fetch(other, shown.hash, shown.media, place_of(other, folder)) == body


def test_what_nothing_names_is_cleaned_up_by_its_uploader_after_ninety_days(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    record = log_activity(one)
    shown = hung(one, record, b"%PDF small")
    meet(folder, one, other)
    later(one, minutes=1)
    recording.trash(one, shown.id)
    meet(folder, one, other)
    later(other, days=100)
    sync(other, folder)
    later(one, days=80)
    sync(one, folder)
    assert len(blobs(folder)) == 1
    later(one, days=11)
    sync(one, folder)
    assert blobs(folder) == []
    sync(other, folder)
    assert blobs(folder) == []


def test_the_bytes_of_an_erased_file_vanish_on_the_other_laptop_too(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    record = log_activity(one)
    shown = hung(one, record, b"%PDF about somebody")
    meet(folder, one, other)
    attached.fetch(other, shown.hash, shown.media, stores.find(other, "stick"))
    later(one, minutes=1)
    recording.trash(one, record)
    erasing.erase(one, record, reason=erasing.Reason.ASKED)
    meet(folder, one, other)
    with other.reading() as session:
        assert kept.hashes(session) == ()
    assert alike(one, other)


@pytest.mark.parametrize("left", [0, 2500, 5050])
def test_the_half_of_an_upload_that_broke_off_is_put_there_again(tmp_path: Path, left: int) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "cloud"
    shown = hung(one, log_activity(one), bytes(5000))
    sync(one, folder)
    (blob,) = blobs(folder)
    blob.write_bytes(blob.read_bytes()[:left])
    assert sync(one, folder).sent.attachments == 1
    assert sync(one, folder).sent.attachments == 0
    sync(other, folder)
    assert attached.fetch(other, shown.hash, shown.media, place_of(other, folder)) == bytes(5000)
