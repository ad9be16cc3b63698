"""The pages that came in are compared with the data: untouched, written anew, altered, or with other data inside."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from app import i18n
from app.intake.carrying.carrier import Carried
from app.progress import Cancelled
from app.services.coordinating import inspecting, proving, receiving, triage
from app.services.coordinating.proving import Outcome
from app.services.opening.workspace import Workspace
from app.services.pages import Copy
from app.services.submitting import redrawing, submissions
from app.storage import printed
from tests.making import log_activity, make_call

_SIZES = {"A4": [595, 842], "Letter": [612, 792]}
REWRITTEN = {
    "rewritten.pdf": (),
    "linear.pdf": ("--linearize",),
    "without-object-streams.pdf": ("--object-streams=disable",),
    "unpacked.pdf": ("--stream-data=uncompress", "--object-streams=generate"),
}


@pytest.fixture
def sent(tmp_path: Path, own: Workspace, ministry: Workspace) -> dict[str, Path]:
    """What one organisation sent, untouched and in every state that it may come in; the second version's data too."""
    call = make_call(ministry, own)
    log_activity(own)
    first = submissions.make(own, call)
    files = {"good.pdf": submissions.drawn(own, first, "fr").data, "bare.gwb": first.bundle}
    files["arabic.pdf"] = submissions.drawn(own, first, "ar").data
    files["words.pdf"] = changed(files["good.pdf"], _other_words)
    files["edition.pdf"] = changed(files["good.pdf"], _other_edition)
    files["unsaid.pdf"] = changed(files["good.pdf"], _no_recipe)
    log_activity(own, title="Written after the pages were drawn")
    second = submissions.make(own, call)
    files["swapped.pdf"] = changed(files["good.pdf"], lambda file: _swap(file, second.bundle))
    files["sealed.pdf"] = submissions.drawn(own, submissions.make(own, call, seal=True)).data
    paths = {name: tmp_path / name for name in (*files, *REWRITTEN)}
    for name, data in files.items():
        paths[name].write_bytes(data)
    for name, how in REWRITTEN.items():
        subprocess.run(["qpdf", *how, str(paths["good.pdf"]), str(paths[name])], check=True)
    return paths


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    to = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        change(file)
        file.save(to)
    return to.getvalue()


def _other_words(file: pikepdf.Pdf) -> None:
    held = file.pages[0].Contents
    held.write(re.sub(rb"<([0-9A-F]{4})([0-9A-F]{4})", rb"<\2\1", held.read_bytes(), count=1))


def _other_edition(file: pikepdf.Pdf) -> None:
    file.Root.PieceInfo.Groundwork.Private.Edition = pikepdf.String("0123456789abcdef")


def _no_recipe(file: pikepdf.Pdf) -> None:
    del file.Root.PieceInfo


def _swap(file: pikepdf.Pdf, bundle: bytes) -> None:
    file.Root.AF[0].EF.F.write(bundle)


def test_every_state_of_a_file_has_its_own_sentence_whoever_looks_and_in_whatever_language(
    sent: dict[str, Path], own: Workspace, ministry: Workspace
) -> None:
    i18n.activate("fr")
    expected = {
        **dict.fromkeys(("good.pdf", "arabic.pdf", *REWRITTEN), Outcome.MATCH),
        **dict.fromkeys(("words.pdf", "swapped.pdf"), Outcome.DIFFER),
        **dict.fromkeys(("edition.pdf", "unsaid.pdf"), Outcome.OTHER),
        "bare.gwb": Outcome.NONE,
    }
    try:
        found = inspecting.inspect(sent[name] for name in expected)
        arrivals = receiving.receive(ministry, [sent[name] for name in expected])
        assert proving.prove(ministry) == len(expected) - 1
    finally:
        i18n.activate("en")

    assert {one.path.name: one.pages for one in found} == expected
    assert [one.pages_match for one in found].count(True) == 2 + len(REWRITTEN)
    assert [one.pages_match for one in found].count(False) == 2
    told = {one.source: one.outcome for each in arrivals for one in proving.known(ministry, each.submission)}
    assert told == {name: outcome for name, outcome in expected.items() if outcome is not Outcome.NONE}
    shown = {
        entry.title
        for entry in triage.opened(ministry, _of(arrivals, "swapped.pdf")).entries
        if hasattr(entry, "title")
    }
    assert "Written after the pages were drawn" in shown, "the data counts, whatever the pages say"
    assert len({outcome.sentence for outcome in Outcome}) == len(Outcome)


@pytest.mark.parametrize(
    ("languages", "paper"),
    [("fr+ar", "A4"), ("fr+ar", "Letter"), ("fr/ar", "A4"), ("ar/fr", "Letter"), ("fr", "Letter")],
)
def test_pages_in_two_languages_and_on_other_paper_are_drawn_once_more_as_they_were(
    languages: str, paper: str, tmp_path: Path, own: Workspace, ministry: Workspace
) -> None:
    call = make_call(ministry, own)
    log_activity(own)
    made = submissions.make(own, call)
    good = submissions.drawn(own, made, languages, copy=Copy(paper=paper)).data
    states = {"good.pdf": good, "words.pdf": changed(good, _other_words), "other.pdf": changed(good, _other_way)}
    for name, data in states.items():
        (tmp_path / name).write_bytes(data)

    found = inspecting.inspect(tmp_path / name for name in states)

    with pikepdf.open(io.BytesIO(good)) as file:
        assert [round(float(one)) for one in file.pages[0].MediaBox[2:]] == _SIZES[paper]
        assert str(file.Root.PieceInfo.Groundwork.Private.Page) == paper
    assert [one.pages for one in found] == [Outcome.MATCH, Outcome.DIFFER, Outcome.DIFFER]


def _other_way(file: pikepdf.Pdf) -> None:
    """The recipe names the other way of putting two languages together, or another paper."""
    told = file.Root.PieceInfo.Groundwork.Private
    if len(told.Languages) > 1:
        told.Beside = not told.Beside
    else:
        told.Page = pikepdf.String("A4")


def test_pages_that_are_too_large_to_be_compared_are_not_kept(sent: dict[str, Path], ministry: Workspace) -> None:
    [arrival] = receiving.receive(ministry, [sent["good.pdf"]])
    large = proving.Came("large.pdf", bytes(redrawing.MOST_PAGES_BYTES + 1), Carried(b"", "pointer"))
    with ministry.writing() as session:
        proving.keep(session, arrival.submission, large)
        kept = {one.source: len(printed.rest(session, one)) for one in printed.of(session, arrival.submission)}
    assert kept["large.pdf"] == 0 < kept["good.pdf"]
    assert Outcome.UNREAD in {one.outcome for one in proving.known(ministry, arrival.submission)}


def test_pages_wait_until_somebody_looks_and_are_forgotten_then(sent: dict[str, Path], ministry: Workspace) -> None:
    [arrival, _again, _linear] = receiving.receive(ministry, [sent["good.pdf"], sent["good.pdf"], sent["linear.pdf"]])

    def kept() -> list[int]:
        with ministry.reading() as session:
            return [len(printed.rest(session, one)) for one in printed.of(session, arrival.submission)]

    def stopped(done: int, total: int) -> None:
        if done:
            raise Cancelled

    assert [one.outcome for one in proving.known(ministry, arrival.submission)] == [None, None], "the same file once"
    assert all(size > 10_000 for size in kept())
    with pytest.raises(Cancelled):
        proving.prove(ministry, arrival.submission, stopped)
    assert sorted(one.outcome or "" for one in proving.known(ministry, arrival.submission)) == ["", "match"]
    assert proving.prove(ministry, arrival.submission) == 1
    assert proving.prove(ministry) == 0
    assert kept() == [0, 0]
    assert proving.of_all(ministry) == {arrival.submission: (Outcome.MATCH, Outcome.MATCH)}


def test_sealed_data_is_compared_by_who_can_open_it_and_data_without_pages_says_so(
    sent: dict[str, Path], ministry: Workspace
) -> None:
    [sealed, bare] = receiving.receive(ministry, [sent["sealed.pdf"], sent["bare.gwb"]])
    proving.prove(ministry)

    assert inspecting.inspect([sent["sealed.pdf"]])[0].pages is None
    assert [one.outcome for one in proving.known(ministry, sealed.submission)] == [Outcome.MATCH]
    assert proving.known(ministry, bare.submission) == (proving.Proof("", Outcome.NONE),)


def _of(arrivals: tuple[receiving.Arrival, ...], name: str) -> str:
    return next(one.submission for one in arrivals if one.path.name == name)
