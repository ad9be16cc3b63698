"""Files that go along: each let go by a person, found whole by whoever receives them, cleaned again, never dropped."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from app.domain.records import Attachment, Proposal
from app.domain.shared import Call, SharedActivity, SharedAttachment
from app.domain.terms import Period
from app.services.coordinating import attached, receiving, triage
from app.services.coordinating.attached import FileNotAlongError, NothingAttachedError
from app.services.opening.workspace import Workspace
from app.services.picturing import forwarding, national
from app.services.records import attachments, recording
from app.services.submitting import reviewing, submissions
from app.services.submitting.submissions import FindingsUndecidedError
from app.sync import archive, bundle, second_envelope, wire
from app.sync import attached as along
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.standing import Verdict
from tests.attaching import SECRETS, picture
from tests.making import PERIOD, log_activity, make_call, make_workspace, write_down

DEMAND = {
    "objectives": "4",
    "text": "Accept a copy where the original was lost on the way.",
    "addressee": "national_government",
    "level": "national",
}
HALL = Attachment("", "The hall", alt="Forty chairs in a circle", consent="C2", goes_along=True)


@pytest.fixture
def call(ministry: Workspace, own: Workspace) -> Call:
    return make_call(ministry, own)


def attach(into: Workspace, record: str, folder: Path, about: Attachment = HALL, data: bytes = b"") -> str:
    path = folder / "hall.jpg"
    path.write_bytes(data or picture())
    return attachments.attach(into, record, path, about).id


def let_go(workspace: Workspace, call: Call) -> None:
    for finding in reviewing.review(workspace, call).undecided:
        reviewing.decide(workspace, call, finding.id, release=True)


def received(ministry: Workspace, folder: Path, data: bytes, name: str = "came.gwb") -> str:
    path = folder / name
    path.write_bytes(data)
    (arrival,) = receiving.receive(ministry, [path])
    return arrival.submission


def test_a_file_goes_along_only_if_somebody_said_so_and_let_it_go_for_this_call(
    tmp_path: Path, own: Workspace, call: Call
) -> None:
    activity = log_activity(own)
    stays = attach(own, activity, tmp_path, Attachment("", "The yard", alt="A yard", consent="C2"))
    goes = attach(own, activity, tmp_path, data=picture("PNG"))
    (finding,) = reviewing.review(own, call).undecided
    assert (finding.record, finding.field, finding.text) == (goes, "title", "The hall")
    with pytest.raises(FindingsUndecidedError):
        submissions.make(own, call)

    reviewing.decide(own, call, finding.id, release=False)
    kept = submissions.make(own, call)
    assert not list(kept.submission.of(SharedAttachment)), "what is kept here leaves no trace"
    assert read(kept.bundle, purpose=Purpose.SUBMISSION).blob_names == (second_envelope.NAME,)

    reviewing.decide(own, call, finding.id, release=True)
    made = submissions.make(own, call)
    (told,) = made.submission.of(SharedAttachment)
    (about,) = made.submission.of(SharedActivity)
    assert (told.title, told.alt, told.kind, told.about) == ("The hall", HALL.alt, "picture", (about.id,))
    assert made.submission.revision == 2
    assert stays not in repr(made.submission) and "The yard" not in repr(made.submission)


def test_a_picture_of_people_who_did_not_agree_stays_whatever_is_ticked(
    tmp_path: Path, own: Workspace, call: Call
) -> None:
    activity = log_activity(own)
    faces = Attachment("", "The group", alt="Nine people", consent="C2", people_shown=True, goes_along=True)
    stays = attach(own, activity, tmp_path, faces)
    secret = Attachment("", "The list", alt="A list", consent="C2", sensitivity="S4", goes_along=True)
    hidden = attach(own, activity, tmp_path, secret, picture("PNG"))

    made = submissions.make(own, call, accept_findings=True)
    assert {(stays, "draft"), (hidden, "private")} <= set(reviewing.review(own, call).held_back)
    assert not list(made.submission.of(SharedAttachment))
    assert read(made.bundle, purpose=Purpose.SUBMISSION).blob_names == (second_envelope.NAME,)


def test_whoever_receives_it_finds_the_file_whole_and_cleaned_again(
    tmp_path: Path, own: Workspace, ministry: Workspace, call: Call
) -> None:
    activity = log_activity(own)
    attach(own, activity, tmp_path)
    let_go(own, call)
    made = submissions.make(own, call, seal=True)
    submission = received(ministry, tmp_path, made.bundle)

    (entry,) = attached.of(ministry, submission)
    came = attached.opened(ministry, submission, entry.id)
    assert came.name == "The hall.jpg"
    assert Image.open(io.BytesIO(came.content.data)).size == (400, 640), "turned as the camera said"
    attached.save(came, tmp_path / came.name)
    assert (tmp_path / came.name).read_bytes() == came.content.data
    assert not any(secret.encode() in came.content.data for secret in SECRETS)
    with pytest.raises(NothingAttachedError):
        attached.opened(ministry, submission, "another")


def test_a_carrier_of_a_sealed_submission_recognises_no_file_and_the_office_opens_none(
    tmp_path: Path, own: Workspace, call: Call
) -> None:
    attach(own, log_activity(own), tmp_path)
    let_go(own, call)
    made = submissions.make(own, call, seal=True)
    (entry,) = made.submission.of(SharedAttachment)
    stored = archive.unpack(made.bundle)

    assert entry.hash.encode() not in made.bundle
    sealed = {name: bytes(content) for name, content in stored.items() if name.startswith("blob-")}
    assert set(sealed) == {f"blob-{second_envelope.NAME}", f"blob-{along.name(entry)}"}
    readers = {name: content.count(b"\n-> ") for name, content in sealed.items()}
    assert readers[f"blob-{along.name(entry)}"] < readers[f"blob-{second_envelope.NAME}"]


def test_a_file_that_did_not_come_or_is_another_one_is_told_and_nothing_else_suffers(
    tmp_path: Path, own: Workspace, ministry: Workspace, call: Call
) -> None:
    attach(own, log_activity(own), tmp_path)
    let_go(own, call)
    said = submissions.make(own, call).submission
    (entry,) = said.of(SharedAttachment)
    for blobs in ({}, {along.name(entry): picture("PNG")}):
        label = bundle.Label(Purpose.SUBMISSION, said.made_on)
        header = {**wire.submission_header(said), "revision": 2 + len(blobs)}
        data = bundle.write(label, header, lines=wire.entry_lines(said), keys=own.keys, blobs=blobs)
        submission = received(ministry, tmp_path, data, f"{len(blobs)}.gwb")
        with pytest.raises(FileNotAlongError) as refused:
            attached.opened(ministry, submission, entry.id)
        assert "The hall" in refused.value.sentence()
        assert list(triage.opened(ministry, submission).of(SharedActivity))


def test_files_of_what_stays_stay_and_what_is_taken_back_is_gone_for_the_receiver(
    tmp_path: Path, own: Workspace, ministry: Workspace, call: Call
) -> None:
    unsigned = write_down(own, Proposal, **DEMAND)
    loose = attach(own, unsigned, tmp_path, data=picture("PNG"))
    goes = attach(own, log_activity(own), tmp_path)
    let_go(own, call)
    assert {(unsigned, "unsigned"), (loose, "loose")} <= set(reviewing.review(own, call).held_back)
    first = received(ministry, tmp_path, submissions.make(own, call).bundle)
    assert [one.title for one in attached.of(ministry, first)] == ["The hall"]

    recording.trash(own, goes)
    second = submissions.make(own, call)
    assert not list(second.submission.of(SharedAttachment))
    received(ministry, tmp_path, second.bundle, "second.gwb")
    assert attached.of(ministry, first) == (), "also in the version that came before"


def test_counting_once_linking_and_passing_on_drop_no_file(tmp_path: Path, ministry: Workspace) -> None:
    hub = make_workspace(tmp_path, "Regional Hub", coordinator=True, seed=7)
    senders = [make_workspace(tmp_path, name, seed=seed) for seed, name in enumerate(("North", "South"), 11)]
    call = make_call(hub, *senders)
    files = []
    for sender in senders:
        attach(sender, log_activity(sender, joint_id="JOINT-2026-0815"), tmp_path)
        let_go(sender, call)
        submission = received(hub, tmp_path, submissions.make(sender, call).bundle, f"{sender.organisation.name}.gwb")
        line = triage.find(hub, submission)
        triage.trust(hub, line.organisation, line.sender)
        triage.decide(hub, submission, Verdict.ACCEPTED)
        files.append(submission)

    shown = national.picture(hub, Period.parse(PERIOD.iso))
    assert [one.entry.title for one in shown.further if isinstance(one.entry, SharedAttachment)] == ["The hall"] * 2
    assert shown.linked
    assert all(attached.opened(hub, one, attached.of(hub, one)[0].id).content.data for one in files)

    (tmp_path / "upward.gwb").write_bytes(forwarding.make(hub, PERIOD).files[0])
    receiving.receive(ministry, [tmp_path / "upward.gwb"])
    for submission in files:
        (entry,) = attached.of(ministry, submission)
        assert attached.opened(ministry, submission, entry.id).content.kind == "picture", "passed on with its file"
