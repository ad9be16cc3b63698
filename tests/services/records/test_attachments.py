"""Attachments: cleaned, kept once, found again, and never outside the workspace unless a person says so."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.records import Attachment
from app.intake.guard import failures
from app.progress import Cancelled
from app.services import integrity
from app.services.opening.workspace import Workspace
from app.services.records import attachments, erasing, recording
from app.services.records.attachments import AttachmentGoneError
from app.services.records.erasing import Reason
from app.services.submitting import reviewing, submissions
from tests.attaching import SECRETS, docx, pdf, picture, tells
from tests.making import log_activity, make_call

HALL = Attachment("", "The hall", alt="Forty chairs in a circle", consent="C2")
NAME = f"{SECRETS[2]} of {SECRETS[0]}"


def file(folder: Path, data: bytes, ending: str = ".jpg") -> Path:
    path = folder / f"{NAME}{ending}"
    path.write_bytes(data)
    return path


def inside(workspace: Workspace) -> bytes:
    """Every value of every table, decrypted."""
    with workspace.reading() as session:
        names = [row[0] for row in session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))]
        rows = [row for name in names for row in session.execute(text(f"SELECT * FROM [{name}]"))]
    values = [value for row in rows for value in row]
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in values)


def test_a_file_is_kept_cleaned_and_nothing_of_its_maker_is_left_anywhere(
    tmp_path: Path, own: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch, folder = tmp_path / "scratch", tmp_path / "camera"
    scratch.mkdir()
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    activity = log_activity(own)
    steps: list[tuple[int, int]] = []

    for data, ending in ((picture(), ".jpg"), (pdf(), ".pdf"), (docx(), ".docx")):
        saved = attachments.attach(
            own, activity, file(folder, data, ending), HALL, progress=lambda done, total: steps.append((done, total))
        )
        assert not saved.problems

    kept = sorted(attachments.of(own, activity), key=lambda one: one.media)
    assert [(one.kind, one.media[:18]) for one in kept] == [
        ("pdf", "application/pdf"),
        ("text", "application/vnd.op"),
        ("picture", "image/jpeg"),
    ]
    assert attachments.told(kept[2]).startswith("Removed before keeping: place, camera, author")
    assert steps[0] == (0, 3) and steps[-1] == (3, 3)
    bodies = [attachments.read(own, one.hash) for one in kept]
    assert [tells(body) for body in bodies] == [[], [], []]
    assert [one.size for one in kept] == [len(body) for body in bodies]
    assert attachments.look(kept[0].kind, bodies[0]).pages == 2
    whole = inside(own)
    assert bodies[2] in whole
    assert not [secret for secret in (*SECRETS, NAME) if secret.encode() in whole]
    assert not list(scratch.rglob("*")), "no temporary file, not even an empty one"
    beside = {one.name for one in own.path.parent.iterdir() if one.is_file()}
    assert all(name.startswith(own.path.name) for name in beside)


def test_the_same_bytes_are_kept_once_and_erased_only_when_nobody_needs_them(tmp_path: Path, own: Workspace) -> None:
    path = file(tmp_path, picture())
    one, other = log_activity(own), log_activity(own)
    about = replace(HALL, alt="A word to forget")
    first, second = (attachments.attach(own, record, path, about).id for record in (one, other))
    (kept,) = attachments.of(own, one)
    assert kept.hash == attachments.of(own, other)[0].hash
    with own.reading() as session:
        assert session.execute(text("SELECT count(*) FROM attachment")).scalar() == 1

    recording.trash(own, first)
    assert attachments.of(own, one) == ()
    erasing.erase(own, first, reason=Reason.MISTAKE)
    assert attachments.read(own, kept.hash), "the other record still shows it"
    recording.trash(own, second)
    assert attachments.read(own, kept.hash), "what is in the trash can come back whole"
    assert integrity.examine(own).sound
    erasing.erase(own, second, reason=Reason.MISTAKE)

    assert recording.deleted(own) == ()
    with pytest.raises(AttachmentGoneError):
        attachments.read(own, kept.hash)
    assert b"A word to forget" not in inside(own)
    assert integrity.examine(own).sound


def test_what_is_missing_is_told_and_faces_need_agreement(tmp_path: Path, own: Workspace) -> None:
    about = Attachment("", "The hall", people_shown=True, consent="C2")

    saved = attachments.attach(own, log_activity(own), file(tmp_path, picture()), about)

    assert [(one.code, one.field) for one in saved.problems] == [("missing", "alt"), ("faces", "consent")]
    agreed = replace(about, alt="A speaker", consent="C4")
    assert not attachments.attach(own, log_activity(own), file(tmp_path, picture()), agreed).problems


def test_nothing_is_kept_of_a_file_that_is_refused_or_stopped(tmp_path: Path, own: Workspace) -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    activity = log_activity(own)
    with pytest.raises(failures.SoundOrFilmError):
        attachments.attach(own, activity, file(tmp_path, b"ID3 a voice", ".mp3"), HALL)
    with pytest.raises(failures.FileMissingError):
        attachments.attach(own, activity, tmp_path / "nowhere.jpg", HALL)
    with pytest.raises(Cancelled):
        attachments.attach(own, activity, file(tmp_path, picture()), HALL, progress=stop)
    with pytest.raises(recording.RecordMissingError):
        attachments.attach(own, "nobody", file(tmp_path, picture()), HALL)

    assert attachments.of(own, activity) == ()
    assert recording.count(own, recording.Query(Attachment.KIND)) == 0
    with own.reading() as session:
        assert session.execute(text("SELECT count(*) FROM attachment")).scalar() == 0


def test_bytes_that_changed_or_went_are_found_by_the_examination(tmp_path: Path, own: Workspace) -> None:
    activity = log_activity(own)
    attachments.attach(own, activity, file(tmp_path, picture()), HALL)
    attachments.attach(own, activity, file(tmp_path, pdf(), ".pdf"), HALL)
    photo, pages = attachments.of(own, activity)
    with own.writing() as session:
        damage = text("UPDATE attachment SET body = substr(body, 1, 99) WHERE hash = :hash")
        session.execute(damage, {"hash": photo.hash})
        session.execute(text("DELETE FROM attachment WHERE hash = :hash"), {"hash": pages.hash})

    found = integrity.examine(own, repair=True).findings

    assert {one.part for one in found} == {"attachments"} and len(found) == 2
    with pytest.raises(AttachmentGoneError):
        attachments.save_copy(own, photo, tmp_path / "copy.jpg")
    assert not (tmp_path / "copy.jpg").exists()


def test_attachments_never_leave_in_a_submission(tmp_path: Path, own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    activity = log_activity(own)
    without = submissions.make(own, call)
    attachments.attach(own, activity, file(tmp_path, picture()), replace(HALL, title="Zebra hall", consent="C4"))
    (kept,) = attachments.of(own, activity)

    review = reviewing.review(own, call)
    sent = submissions.make(own, call)

    assert "Zebra" not in repr(review) and "attachment" not in repr(review)
    assert [item.record for item in review.items] == [activity]
    for telling in (b"Zebra", b"attachment", kept.hash.encode(), attachments.read(own, kept.hash)):
        assert telling not in _inflated(sent.bundle)
    assert len(_inflated(sent.bundle)) - len(_inflated(without.bundle)) < 500


def _inflated(bundle: bytes) -> bytes:
    import io
    import zipfile

    from backports import zstd

    found = [bundle]
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            found += [name.encode(), zstd.decompress(data) if data.startswith(b"\x28\xb5\x2f\xfd") else data]
    return b"\n".join(found)
