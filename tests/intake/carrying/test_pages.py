"""The digest of pages: white space between operators is nothing, anything else is something; bombs are refused."""

from __future__ import annotations

import io

import pikepdf
import pytest

from app.intake.carrying import pages
from app.intake.guard.failures import DamagedFileError, PasswordProtectedError, TooLargeError


def pdf(content: bytes, held: bytes = b"1", **saving: object) -> bytes:
    """A page with this content, and a stream that hangs on its resources."""
    made, file = io.BytesIO(), pikepdf.new()
    page = file.add_blank_page()
    page.Contents = file.make_stream(content)
    page.Resources = pikepdf.Dictionary(Held=file.make_stream(held))
    file.save(made, **saving)  # type: ignore[arg-type]
    return made.getvalue()


def test_white_space_is_nothing_in_a_page_and_something_in_what_hangs_on_it() -> None:
    known = pages.look(pdf(b"q  1 0 0 1\n0 0 cm Q", b"a b")).digest
    assert pages.look(pdf(b" q 1 0 0 1 0 0 cm\tQ\n", b"a b", compress_streams=False)).digest == known
    assert pages.look(pdf(b"q 1 0 0 1 0 0 cm Q", b"a  b")).digest != known
    assert pages.look(pdf(b"q 1 0 0 1 0 1 cm Q", b"a b")).digest != known


def test_a_stream_that_unpacks_without_end_and_a_locked_file_are_refused() -> None:
    with pytest.raises(TooLargeError):
        pages.look(pdf(b"q Q", bytes(pages.LARGEST_STREAM + 1)))
    for opens in ("u", ""):
        with pytest.raises(PasswordProtectedError):
            pages.look(pdf(b"q Q", encryption=pikepdf.Encryption(owner="o", user=opens)))


def test_what_a_forgiving_reader_would_repair_is_refused() -> None:
    good = pdf(b"q Q", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert pages.look(good).digest
    place = good.rindex(b"startxref\n") + len(b"startxref\n")
    with pytest.raises(DamagedFileError):
        pages.look(good[:place] + b"9" + good[place + 1 :])
