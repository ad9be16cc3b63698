"""What a coordinator waits for: files taken in, the picture, documents, bundles found in PDFs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from app.bench.measure import Measured, Task, against, paired
from app.compact import load
from app.domain.shared import Call, Disclosure, PublicOrganisation, SharedActivity, Submission
from app.domain.terms import Count, Period, When
from app.intake.carrying import attachment
from app.intake.carrying.carrier import find_bundle, inflate
from app.reports import submission as paper
from app.reports.pdf import draw
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Founding, Organisation, Workspace, create
from app.services.picturing import national
from app.services.submitting import redrawing
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys

PERIOD = Period.parse("2026-07..2026-09")
_WHEN = datetime(2026, 10, 1, tzinfo=UTC)
_SENDERS = 50
_RECORDS = 40


def receive(folder: Path) -> Measured:
    """Files taken in and kept against checking and decoding them alone."""
    files = _files(folder)
    names = count()

    def take() -> None:
        own = _coordinator(folder, f"receive-{next(names)}")
        receiving.receive(own, files)
        own.close()

    def check() -> None:
        _coordinator(folder, f"check-{next(names)}").close()
        for path in files:
            opened = read(path.read_bytes(), purpose=Purpose.SUBMISSION)
            wire.read_submission(opened.header, opened.lines())

    task = Task(
        "receive", f"take in {_SENDERS} submissions of {_RECORDS} records", "checking and decoding them alone", 2.0
    )
    return paired(task, take, check, note="a new workspace each time is part of both")


def picture(folder: Path) -> Measured:
    """The picture against reading the submissions once."""
    own = _coordinator(folder, "picture")
    receiving.receive(own, _files(folder))
    triage.trust_all_waiting(own)
    triage.accept_all(own)
    lines = triage.inbox(own)
    task = Task("picture", f"the picture of {_SENDERS} submissions", "opening each of them once", 2.0)
    measured = paired(
        task, lambda: national.picture(own, PERIOD), lambda: [triage.opened(own, one.id) for one in lines]
    )
    own.close()
    return measured


def pdf_small(folder: Path) -> Measured:
    """A submission of ten activities as a document."""
    pages = io.BytesIO()
    small = _submission(0, 10)
    draw(paper.document(small, load(), "en"), pages, bundle=_bundle(0, 10), when=_WHEN)
    task = Task("pdf-small", "a submission of 10 activities as PDF", "1 s", 1.0)
    note = f"{len(pages.getvalue()) / 1000:.0f} kB, goal 70"
    return against(
        task, lambda: draw(paper.document(small, load(), "en"), io.BytesIO(), when=_WHEN), seconds=1, note=note
    )


def read_back(folder: Path) -> Measured:
    """Bundles found inside PDFs by their pointer against a second for a thousand."""
    files = _documents(folder, 200)
    task = Task("read-back", "find the bundle in 200 PDFs, read from the disk", "1 ms for each", 1.0)
    alone = against(task, lambda: [path.read_bytes() for path in files], seconds=0.2)
    note = f"reading the bytes alone {alone.seconds:.4f} s"
    return against(task, lambda: [find_bundle(path.read_bytes()) for path in files], seconds=0.2, note=note)


def read_back_parsed(folder: Path) -> Measured:
    """The same where the pointer is gone and a parser looks, as in the guarded child, against 10 ms for each."""
    files = [path.read_bytes().replace(b"\n%GWB1 ", b"\n%GONE ") for path in _documents(folder, 40)]
    task = Task("read-back-parsed", "find the bundle in 40 PDFs without a pointer", "10 ms for each", 1.0)
    return against(task, lambda: [inflate(attachment.find(data).raw) for data in files], seconds=0.4)


def pages_match(folder: Path) -> Measured:
    """Drawing a submission once more and comparing the pages, against drawing it alone."""
    made, bundle_ = _submission(0, 10), _bundle(0, 10)

    def draw_again() -> bytes:
        return redrawing.drawn(made, bundle_, load(), redrawing.Wanted("fr")).data

    # As another program wrote it: then bytes cannot be compared, which is the slower way.
    changed = draw_again().replace(b"\n%GWB1 ", b"\n%GONE ")

    def compare() -> None:
        outcome = redrawing.compare_here(changed, (0, 0), made, bundle_)
        assert outcome == redrawing.Outcome.MATCH

    task = Task("pages-match", "draw a submission again and compare all of its pages", "drawing it alone", 5.0)
    return paired(task, compare, draw_again)


def _documents(folder: Path, number: int) -> list[Path]:
    pages = io.BytesIO()
    draw(paper.document(_submission(0, 10), load(), "en"), pages, bundle=_bundle(0, 10), when=_WHEN)
    paths = [folder / f"{place}.pdf" for place in range(number)]
    for path in paths:
        path.write_bytes(pages.getvalue())
    return paths


def _coordinator(folder: Path, name: str) -> Workspace:
    founding = Founding(Organisation("Ministry"), coordinator=True)
    return create(folder / f"{name}.groundwork", "benchmark words", founding, cost=Cost.floor())


def _organisation(number: int) -> PublicOrganisation:
    return PublicOrganisation(f"{number:032x}", f"Organisation {number}", ("ST-CSO",), "TD")


def _submission(number: int, records: int) -> Submission:
    call = Call("call", "Ministry", PERIOD)
    disclosure = Disclosure(call.audience, 5)
    entries = tuple(_entries(records))
    return Submission(
        _organisation(number), call.id, PERIOD, 1, disclosure, load().version, made_on="2026-10", entries=entries
    )


def _entries(records: int) -> Iterator[SharedActivity]:
    for number in range(records):
        yield SharedActivity(
            f"202610{number:026x}",
            f"Legal aid desk {number}",
            (number % 23 + 1,),
            When(2026, 8),
            type="legal_support",
            place="TD19",
            summary="Two advisers answered questions about papers, school and work.",
            reach=Count(20 + number),
            reach_method="counted_attendances",
        )


def _bundle(number: int, records: int) -> bytes:
    made = _submission(number, records)
    keys = OrganisationKeys.from_seed(f"benchmark sender {number}".encode())
    label = bundle.Label(Purpose.SUBMISSION, made.made_on)
    return bundle.write(label, wire.submission_header(made), lines=wire.entry_lines(made), keys=keys)


def _files(folder: Path) -> list[Path]:
    files = []
    for number in range(_SENDERS):
        path = folder / f"sender-{number}.gwb"
        if not path.exists():
            path.write_bytes(_bundle(number, _RECORDS))
        files.append(path)
    return files
