"""Cleaning: what a file shows stays, what it tells of its makers goes, and what cannot be cleaned is refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from app.errors import GroundworkError
from app.intake.cleaning import files, pictures, preview
from app.intake.cleaning.cleaned import Cleaned
from app.intake.guard import failures
from app.intake.guard.quarantine import Limits, Quarantine
from tests import attaching
from tests.attaching import docx, odp, odt, pdf, picture, tells, xlsx, zipped
from tests.samples import sample


def opened(cleaned: Cleaned) -> Image.Image:
    return Image.open(io.BytesIO(cleaned.data))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_the_files_of_these_tests_are_full_of_what_must_go() -> None:
    assert set(tells(picture())) >= {*attaching.SECRETS[:4], "Exif\0\0"}
    assert set(tells(pdf())) >= set(attaching.SECRETS)
    assert set(tells(docx())) >= set(attaching.SECRETS)
    assert set(tells(odt())) >= set(attaching.SECRETS[:2])


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"])
def test_a_picture_keeps_its_pixels_upright_and_nothing_else(format: str) -> None:
    cleaned = files.clean(picture(format))

    shown = opened(cleaned)
    assert (cleaned.kind, shown.format) == ("picture", "JPEG" if format in ("JPEG", "WEBP", "TIFF") else "PNG")
    assert not tells(cleaned.data) and not shown.getexif()
    assert set(shown.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    turned = format in ("JPEG", "PNG", "WEBP", "TIFF")
    assert shown.size == ((400, 640) if turned else (640, 400))
    corner = shown.convert("RGB").getpixel((shown.width - 20, 20) if turned else (20, 20))
    assert corner[0] > 200 > corner[2], "the yellow corner is where the camera's owner saw it"  # type: ignore[index]
    if turned:
        assert {"camera", "author"} <= set(cleaned.removed)
    if format == "JPEG":
        assert {"place", "time", "notes"} <= set(cleaned.removed)


@pytest.mark.parametrize("format", ["HEIF", "AVIF"])
def test_a_picture_of_a_telephone_is_cleaned_in_the_guarded_child_like_any_other(format: str) -> None:
    taken = picture(format)
    assert set(tells(taken)) >= set(attaching.SECRETS[:4]) and taken[4:8] == b"ftyp"

    with Quarantine() as quarantine:
        cleaned = quarantine.read(files.clean, taken, returns=Cleaned)

    shown = opened(cleaned)
    assert (cleaned.kind, cleaned.media, shown.size) == ("picture", "image/jpeg", (400, 640))
    assert not tells(cleaned.data) and not shown.getexif()
    corner = shown.getpixel((shown.width - 20, 20))
    assert corner[0] > 200 > corner[2], "the yellow corner is where the camera's owner saw it"  # type: ignore[index]
    assert {"place", "camera", "author", "time", "notes"} <= set(cleaned.removed)


def test_a_large_picture_becomes_smaller_and_one_without_end_is_refused_before_it_is_unpacked() -> None:
    assert max(opened(files.clean(picture(size=(5000, 3000)))).size) == pictures.LONGEST_SIDE
    huge = bytearray(picture("PNG"))
    huge[16:24] = (60_000).to_bytes(4, "big") * 2
    huge[29:33] = zlib.crc32(huge[12:29]).to_bytes(4, "big")
    with pytest.raises(failures.PictureTooLargeError):
        files.clean(bytes(huge))


def test_what_is_transparent_has_no_hidden_colour() -> None:
    drawn = Image.new("RGBA", (40, 40), (200, 10, 10, 0))
    drawn.putpixel((3, 3), (0, 0, 255, 255))
    made = io.BytesIO()
    drawn.save(made, "PNG")

    shown = opened(files.clean(made.getvalue())).convert("RGBA")

    assert (shown.getpixel((20, 20)), shown.getpixel((3, 3))) == ((0, 0, 0, 0), (0, 0, 255, 255))


def test_a_pdf_keeps_its_pages_and_what_covers_them_and_nothing_that_tells_or_runs() -> None:
    cleaned = files.clean(pdf())

    assert not tells(cleaned.data)
    reader = PdfReader(io.BytesIO(cleaned.data))
    assert not reader.metadata and set(reader.trailer["/Root"]) == {"/Type", "/Pages"}  # type: ignore[call-overload]
    assert "/ID" not in reader.trailer
    page = reader.pages[1]
    assert [str(one.get_object()["/Subtype"]) for one in page["/Annots"]] == ["/Square"]  # type: ignore[attr-defined]
    assert b"50 50 re f" in attaching.unpacked(cleaned.data), "a black box still covers what it covered"
    assert page.images[0].image.size == (640, 400)  # type: ignore[union-attr]
    assert set(cleaned.removed) >= {"author", "files", "scripts", "links", "notes", "history"}
    assert preview.look("pdf", cleaned.data) == preview.Look("Page 1 read", 2)
    assert files.clean(pdf()).data == cleaned.data, "the same pages give the same bytes"


def test_office_files_keep_their_text_and_lose_their_makers() -> None:
    cleaned = {name: files.clean(make()) for name, make in (("docx", docx), ("odt", odt), ("odp", odp), ("xlsx", xlsx))}

    assert {name: tells(one.data) for name, one in cleaned.items()} == dict.fromkeys(cleaned, [])
    assert [one.kind for one in cleaned.values()] == ["text", "text", "slides", "table"]
    text = part(cleaned["docx"].data, "word/document.xml")
    assert "Forty people &amp; more " in text and 'mc:Ignorable="w14"' in text and 'descr="A hall"' in text
    assert "docProps" not in part(cleaned["docx"].data, "[Content_Types].xml") + part(
        cleaned["docx"].data, "_rels/.rels"
    )
    assert part(cleaned["docx"].data, "word/settings.xml").count("attachedTemplate") == 0
    assert "Check this" in part(cleaned["docx"].data, "word/comments.xml")
    assert "about:blank" in part(cleaned["docx"].data, "word/_rels/document.xml.rels")
    assert "meta.xml" not in part(cleaned["odt"].data, "META-INF/manifest.xml")
    assert part(cleaned["xlsx"].data, "xl/worksheets/sheet1.xml").count("r:id") == 0
    assert zipfile.ZipFile(io.BytesIO(cleaned["odt"].data)).namelist()[0] == "mimetype"
    assert preview.look("text", cleaned["docx"].data).text == "Forty people & more\nthe hall"
    assert preview.look("text", cleaned["odt"].data).text == "Forty peoplethe hall"
    assert preview.look("slides", cleaned["odp"].data).text == "Forty peoplethe hall"
    assert preview.look("table", cleaned["xlsx"].data).text == "Women\n40"


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        (b"", failures.EmptyFileError),
        (b"plain words", failures.NotKeptError),
        (b"ID3\x04 a voice", failures.SoundOrFilmError),
        (b"\0\0\0\x20ftypisom", failures.SoundOrFilmError),
        (b"RIFF\0\0\0\0WAVEfmt ", failures.SoundOrFilmError),
        (b"\0\0\0\x20ftypheic", failures.DamagedFileError),
        (b"\0\0\0\x20ftyphevc", failures.SoundOrFilmError),
        (b"<svg onload='x'/>", failures.NotKeptError),
        (picture()[:900], failures.DamagedFileError),
        pytest.param(pdf()[:900], failures.DamagedFileError, marks=pytest.mark.logs_warning("EOF marker")),
        (zipped({"a.txt": "x"}), failures.NotKeptError),
        (docx(**{"word/vbaProject.bin": b"x"}), failures.MacrosError),
        (docx(**{"word/embeddings/oleObject1.bin": b"x"}), failures.NotCleanableError),
        (docx(**{"word/extra.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), failures.UnsafeFileError),
        (docx(**{"word/extra.xml": b"<a>" * 2000 + b"</a>" * 2000}), failures.UnsafeFileError),
        (docx(**{"../outside.xml": b"<a/>"}), failures.UnsafeFileError),
        (docx(**{"word/media/image2.png": b"no picture"}), failures.DamagedFileError),
        (b"\x89PNG\r\n\x1a\n" + bytes(files.LARGEST_FILE), failures.AttachmentTooLargeError),
    ],
)
def test_what_cannot_be_cleaned_is_refused_in_a_sentence(data: bytes, failure: type[GroundworkError]) -> None:
    with pytest.raises(failure) as caught:
        files.clean(data)
    assert caught.value.sentence()


def test_a_pdf_with_a_password_is_refused_also_when_the_password_is_empty() -> None:
    for password in ("river", ""):
        writer = PdfWriter(io.BytesIO(pdf()))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        made = io.BytesIO()
        writer.write(made)
        with pytest.raises(failures.PasswordProtectedError):
            files.clean(made.getvalue())


def test_every_hostile_file_is_refused_or_cleaned_within_the_limits_and_none_does_harm() -> None:
    paths = [path for path in sorted(sample("hostile").iterdir()) if path.stat().st_size < 3_000_000]
    outcomes: dict[str, str] = {}
    with Quarantine(Limits(seconds=8.0)) as quarantine:
        for path in paths:
            outcomes[path.name] = outcome(quarantine, path)

    assert {"zipbomb.xlsx", "poc-xmlbomb.xlsx", "pdfjs-empty_protected.pdf", "password-encrypted.zip"} <= set(outcomes)
    assert not {name for name, found in outcomes.items() if found in ("ReaderStoppedError", "TookTooLongError")}
    assert outcomes["pdfjs-empty_protected.pdf"] == "PasswordProtectedError"
    assert outcomes["hello_world.pdf"] == "pdf"
    assert not [name for name, found in outcomes.items() if name.endswith((".zip", ".xls")) and "Error" not in found]
    assert outcomes["zipbomb.xlsx"] in ("UnsafeFileError", "TooLargeError")


def outcome(quarantine: Quarantine, path: Path) -> str:
    try:
        cleaned = quarantine.read(files.clean, path.read_bytes(), returns=Cleaned)
    except GroundworkError as failure:
        assert failure.sentence()
        return type(failure).__name__
    return cleaned.kind
