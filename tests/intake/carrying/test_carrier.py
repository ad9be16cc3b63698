from __future__ import annotations

import io
import subprocess
import zlib
from contextlib import suppress

import pikepdf
import pytest

from app.errors import GroundworkError
from app.intake.carrying import carrier, pages
from app.intake.guard import failures
from app.intake.guard.quarantine import Quarantine
from tests.intake import misbehaving
from tests.intake.bombs import bombs
from tests.intake.made import SAMPLES, bundle, pdf, pdf_with_pointer, sample
from tests.reports.reading import drawn
from tests.reports.samples import sample as sample_document

NAME = "submission.gwb"


@pytest.fixture(scope="module")
def quarantine():
    with Quarantine(carrier.PDF_LIMITS) as shared:
        yield shared


def test_a_bare_bundle_is_taken_as_it_is(quarantine):
    assert carrier.find_bundle(bundle(), quarantine=quarantine) == carrier.Carried(bundle(), "bare")


def test_the_pointer_leads_to_the_bundle_without_reading_the_pdf(quarantine):
    data = pdf_with_pointer(bundle())
    found = carrier.find_bundle(data)
    assert (found.data, found.how) == (bundle(), "pointer")
    assert found.cut and found.cut.blank(found.cut.without(data)).count(b"\0") >= found.cut.length


def test_the_attachment_is_found_without_a_pointer(quarantine):
    found = carrier.find_bundle(pdf(("photo.jpg", b"x"), (NAME, bundle())), quarantine=quarantine)
    assert (found.data, found.how) == (bundle(), "attachment")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", failures.EmptyFileError),
        (b"hello", failures.NotOursError),
        (b"PK\x05\x06" + bytes(18), failures.NotOursError),
        (pdf(), failures.NoBundleInsideError),
        (pdf(("other.gwb", bundle())), failures.NoBundleInsideError),
        (pdf((NAME, bundle()), relation="/Source"), failures.NoBundleInsideError),
        (pdf(producer="Microsoft: Print To PDF"), failures.PrintedCopyError),
        (pdf(producer="Skia/PDF m131"), failures.PrintedCopyError),
        (pdf(producer="Groundwork 0.1"), failures.PrintedCopyError),
        (pdf((NAME, bundle()), (NAME, bundle())), failures.UnsafeFileError),
        (pdf(*[(f"{n}.txt", b"") for n in range(51)]), failures.UnsafeFileError),
        (pdf((NAME, b"no bundle")), failures.DamagedFileError),
        (pdf((NAME, bundle()))[:400], failures.DamagedFileError),
        (pdf_with_pointer(bundle(), offset_by=3), failures.DamagedFileError),
    ],
)
def test_anything_else_is_refused_with_its_own_sentence(quarantine, data, error):
    with pytest.raises(error) as raised:
        carrier.find_bundle(data, quarantine=quarantine)
    assert raised.value.sentence().endswith(".")


def test_a_protected_pdf_is_called_protected(quarantine):
    with pytest.raises(failures.PasswordProtectedError):
        carrier.find_bundle(sample("hostile/pdfjs-empty_protected.pdf").read_bytes(), quarantine=quarantine)


def test_a_stream_that_unpacks_without_end_is_cut_at_the_limit():
    with pytest.raises(failures.TooLargeError):
        carrier.inflate(zlib.compress(bytes(10_000_000)), limit=1_000_000)


def test_an_unfinished_stream_is_damaged():
    with pytest.raises(failures.DamagedFileError):
        carrier.inflate(zlib.compress(bundle())[:-5])


@pytest.mark.parametrize("make", [pdf_with_pointer, lambda carried: pdf((NAME, carried))])
def test_a_flipped_byte_gives_the_same_bundle_or_a_sentence(quarantine, make):
    whole = make(bundle())
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        flipped = whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :]
        try:
            assert carrier.find_bundle(flipped, quarantine=quarantine).data == bundle()
        except GroundworkError as error:
            assert type(error).__module__ == failures.__name__


@pytest.mark.parametrize("how", [(), ("--linearize",), ("--object-streams=disable",), ("--object-streams=generate",)])
def test_a_file_that_qpdf_wrote_anew_still_gives_its_bundle(quarantine, tmp_path, how):
    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    before.write_bytes(drawn(sample_document("ar"), bundle()))
    subprocess.run(["qpdf", *how, str(before), str(after)], check=True)

    found = [carrier.find_bundle(path.read_bytes(), quarantine=quarantine) for path in (before, after)]

    assert [(one.data, one.how) for one in found] == [(bundle(), "pointer"), (bundle(), "attachment")]


def test_our_pages_without_their_data_are_a_printed_copy(quarantine):
    with pikepdf.open(io.BytesIO(drawn(sample_document("fr"), bundle()))) as file:
        del file.Root.AF, file.Root.Names
        file.save(to := io.BytesIO())
    with pytest.raises(failures.PrintedCopyError) as raised:
        carrier.find_bundle(to.getvalue(), quarantine=quarantine)
    assert "printed" in raised.value.sentence() and "\n" not in raised.value.sentence()


def test_what_is_made_to_do_harm_is_refused_within_a_quarter_of_a_gigabyte():
    with Quarantine(carrier.PDF_LIMITS) as fresh:
        for name, data in bombs().items():
            with pytest.raises(GroundworkError) as raised:
                carrier.find_bundle(data, quarantine=fresh)
            assert type(raised.value).__module__ == failures.__name__, name
            with suppress(GroundworkError):
                fresh.read(pages.look, data, returns=pages.Drawn)
        assert fresh.read(misbehaving.most_memory, returns=int) < 256 * 1024 * 1024


def test_every_hostile_pdf_is_refused(quarantine):
    sample("hostile/hello_world.pdf")
    for path in sorted((SAMPLES / "hostile").glob("*.pdf")):
        with pytest.raises(GroundworkError) as raised:
            carrier.find_bundle(path.read_bytes(), quarantine=quarantine)
        assert type(raised.value).__module__ == failures.__name__, path.name
        with suppress(GroundworkError):
            assert quarantine.read(pages.look, path.read_bytes(), returns=pages.Drawn).edition == ""
