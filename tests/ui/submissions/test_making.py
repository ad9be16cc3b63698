from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.shared import Call
from app.files import FileExistsRefusedError
from app.progress import Cancelled, silent
from app.services.opening.workspace import Workspace
from app.services.pages import Form
from app.services.submitting import calls, reviewing, submissions
from app.ui.submissions.making import Again, ChangedSinceError, Order, beside, carry_out, proposed, save_again
from tests.making import PERIOD, log_activity, make_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = make_workspace(tmp_path)
    log_activity(made)
    yield made
    made.close()


@pytest.fixture
def call(workspace: Workspace) -> Call:
    return calls.own(workspace, PERIOD)


def _order(workspace: Workspace, call: Call, folder: Path) -> Order:
    path = proposed(folder, workspace.organisation.name, call, "en")
    return Order(call, path, "en", approved=reviewing.review(workspace, call).entries)


def test_what_was_approved_becomes_a_whole_file(workspace, call, tmp_path):
    outcome = carry_out(workspace, _order(workspace, call, tmp_path), silent)
    assert outcome.order.path.read_bytes().startswith(b"%PDF")
    assert outcome.made == replace(submissions.latest(workspace, call), fresh=True)


def test_nothing_is_made_of_what_was_not_approved(workspace, call, tmp_path):
    order = _order(workspace, call, tmp_path)
    log_activity(workspace, title="Written after approving")
    with pytest.raises(ChangedSinceError):
        carry_out(workspace, order, silent)
    assert submissions.every(workspace) == ()
    assert not order.path.exists()


def test_a_file_that_is_there_is_never_written_over_unasked(workspace, call, tmp_path):
    order = _order(workspace, call, tmp_path)
    order.path.write_text("mine", "utf-8")
    with pytest.raises(FileExistsRefusedError):
        carry_out(workspace, order, silent)
    assert order.path.read_text("utf-8") == "mine"
    assert submissions.every(workspace) == ()
    assert carry_out(workspace, replace(order, replace=True), silent).order.path.read_bytes().startswith(b"%PDF")


def test_further_forms_lie_beside_the_pdf_and_are_never_written_over_unasked(workspace, call, tmp_path):
    order = replace(_order(workspace, call, tmp_path), also=(Form.WORD, Form.WEB))
    letter, page = (order.path.with_suffix(form.ending) for form in order.also)
    page.write_text("mine", "utf-8")
    with pytest.raises(FileExistsRefusedError):
        carry_out(workspace, order, silent)
    assert (letter.exists(), order.path.exists()) == (False, False)
    free = replace(order, path=beside(order.path))
    made = carry_out(workspace, free, silent).made
    assert [path.read_bytes()[:4] for path in free.targets().values()] == [b"%PDF", b"PK\x03\x04", b"<!DO"]
    assert page.read_text("utf-8") == "mine"
    save_again(workspace, made, Again(letter, "fr"), silent)
    assert letter.read_bytes().startswith(b"PK")
    assert made.bundle not in letter.read_bytes()


def test_stopping_leaves_no_file(workspace, call, tmp_path):
    order = _order(workspace, call, tmp_path)

    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        carry_out(workspace, order, stop)
    assert not order.path.exists()


def test_the_name_tells_who_when_and_language_and_is_safe(workspace, call, tmp_path):
    assert proposed(tmp_path, 'A/B: "C"', call, "fr").name == "A-B-C-2026-07-to-2026-09-fr.pdf"
    assert proposed(tmp_path, "جمعية طنجة", call, "ar").name == "جمعية-طنجة-2026-07-to-2026-09-ar.pdf"


def test_a_free_name_is_found_beside(tmp_path):
    path = tmp_path / "a.pdf"
    (tmp_path / "a-2.pdf").touch()
    assert beside(path).name == "a-3.pdf"
