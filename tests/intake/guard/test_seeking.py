"""Words are found however deep they lie; a file that cannot be unpacked is never taken for clean."""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
import zlib

import pytest
from pypdf import PdfWriter

from app.intake.guard.failures import DamagedFileError
from app.intake.guard.quarantine import run
from app.intake.guard.seeking import seek, zstd
from app.services.canaries.picture import telling_picture

WORD = "zqbarifola"


def zipped(data: bytes, name: str = "inside.bin") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return made.getvalue()


def pdf_with(attached: bytes) -> bytes:
    made, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("data", attached)
    writer.write(made)
    return made.getvalue()


PACKED = {
    "capitals": f"text {WORD.upper()} text".encode(),
    "utf-16": WORD.encode("utf-16"),
    "utf-16-be": WORD.encode("utf-16-be"),
    "hex": WORD.encode().hex().encode(),
    **{f"base64 {before}": base64.b64encode(b"x" * before + WORD.encode() + b" and more") for before in range(3)},
    "gzip": gzip.compress(WORD.encode()),
    "zstd": zstd.compress(WORD.encode()),
    "zip": zipped(WORD.encode()),
    "name in a zip": zipped(b"", name=f"{WORD}.txt"),
    "zips in zips": zipped(zipped(zstd.compress(gzip.compress(WORD.encode())))),
    "pdf": pdf_with(zlib.compress(WORD.encode())),
    "picture": telling_picture("somebody", WORD),
}


@pytest.mark.parametrize("data", PACKED.values(), ids=PACKED.keys())
def test_a_word_is_found_in_any_letters_and_any_layer(data: bytes) -> None:
    assert seek(data, ["zqotherone", WORD]) == [WORD]


def test_a_file_that_only_looks_packed_is_searched_as_it_is_or_refused() -> None:
    assert seek(b"no such word", [WORD]) == []
    with pytest.raises(DamagedFileError):
        run(seek, b"PK\x03\x04 broken " + WORD.encode(), [WORD], returns=list[str])
