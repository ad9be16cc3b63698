from __future__ import annotations

import zlib

import pytest

from app.errors import GroundworkError
from app.intake import carrier, failures
from app.intake.quarantine import Quarantine
from tests.intake.made import SAMPLES, bundle, pdf, pdf_with_pointer, sample

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


def test_every_hostile_pdf_is_refused(quarantine):
    sample("hostile/hello_world.pdf")
    for path in sorted((SAMPLES / "hostile").glob("*.pdf")):
        with pytest.raises(GroundworkError) as raised:
            carrier.find_bundle(path.read_bytes(), quarantine=quarantine)
        assert type(raised.value).__module__ == failures.__name__, path.name
