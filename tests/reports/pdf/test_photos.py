"""Photos: upright, in the colours of the screen, no sharper than paper, and telling nothing but what they show."""

from __future__ import annotations

import io
from random import Random

import pikepdf
import pytest
from PIL import Image, ImageCms

from app.reports.document import Document, Photo
from app.reports.pdf import pictures
from tests.reports.reading import drawn, text_by_pypdf


def _picture(width: int, height: int, mode: str = "RGB", kind: str = "JPEG", **extra: object) -> bytes:
    """A picture in which no two dots are alike, with a red corner at the top left."""
    random = Random(width * height)
    shown = Image.frombytes(
        "RGB", (width // 10 or 1, height // 10 or 1), random.randbytes(max(width // 10, 1) * max(height // 10, 1) * 3)
    )
    shown = shown.resize((width, height))
    shown.paste((255, 0, 0), (0, 0, width // 4, height // 4))
    to = io.BytesIO()
    shown.convert(mode).save(to, kind, **extra)
    return to.getvalue()


def _noted(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "SecretCamera"
    return exif


def _document(*photos: Photo) -> bytes:
    return drawn(Document("Photos", "en", "A", blocks=photos))


def test_a_jpeg_that_is_fit_goes_in_as_it_is() -> None:
    image = _picture(300, 200)

    with pikepdf.open(io.BytesIO(_document(Photo(image, "A desk")))) as file:
        [held] = file.pages[0].Resources.XObject.values()
        assert held.read_raw_bytes() == image


def test_what_a_camera_noted_is_gone_though_every_dot_is_the_same() -> None:
    image = _picture(300, 200, exif=_noted(1), comment=b"SecretComment")

    made = pictures.fitted(image, 2.0)

    assert b"Secret" in image
    assert b"Secret" not in made.data
    assert Image.open(io.BytesIO(made.data)).tobytes() == Image.open(io.BytesIO(image)).tobytes()


def test_a_photo_stands_upright_and_is_no_sharper_than_paper_shows() -> None:
    image = _picture(1600, 800, exif=_noted(6))

    made = pictures.fitted(image, 2.0)

    assert pictures.size_of(image) == (800, 1600)
    assert (made.width, made.height) == (400, 800)
    red, green, _blue = Image.open(io.BytesIO(made.data)).getpixel((390, 10))
    assert red > 200 > 60 > green, "its red corner was turned to the right"
    assert b"Secret" not in made.data


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("CMYK", "JPEG"), ("L", "JPEG"), ("RGBA", "PNG"), ("P", "PNG"), ("LA", "PNG"), ("1", "PNG"), ("I;16", "PNG")],
)
def test_any_kind_of_colours_becomes_grey_or_the_colours_of_the_screen(mode: str, kind: str) -> None:
    image = _picture(200, 100, "L" if mode == "I;16" else mode, kind)

    made = pictures.fitted(image, 2.0)

    assert made.colours in ("DeviceRGB", "DeviceGray")
    assert bool(made.alpha) == (mode in ("RGBA", "LA"))
    if made.is_jpeg:
        assert Image.open(io.BytesIO(made.data)).mode in ("RGB", "L")


def test_colours_of_another_profile_are_turned_and_the_profile_goes() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    made = pictures.fitted(_picture(200, 100, icc_profile=profile), 2.0)

    assert "icc_profile" not in Image.open(io.BytesIO(made.data)).info


def test_a_figure_has_its_words_its_place_and_its_caption_and_what_is_see_through_stays_so() -> None:
    data = _document(Photo(_picture(400, 200, "RGBA", "PNG"), "A desk under a tree", "Kakuma, 2026"))

    with pikepdf.open(io.BytesIO(data)) as file:
        _title, figure, caption = file.Root.StructTreeRoot.K.K
        assert (str(figure.S), str(figure.Alt), str(caption.S)) == ("/Figure", "A desk under a tree", "/P")
        left, bottom, right, top = (float(one) for one in figure.A.BBox)
        assert (round(right - left), round(top - bottom)) == (192, 96)
        [held] = file.pages[0].Resources.XObject.values()
        assert held.SMask.ColorSpace == "/DeviceGray"
    assert "Kakuma, 2026" in text_by_pypdf(data)


def test_what_is_no_picture_is_told_in_its_words_and_no_words_at_all_are_no_figure() -> None:
    data = _document(Photo(b"no picture", "A desk"), Photo(_picture(50, 50), ""))

    assert "A desk" in text_by_pypdf(data)
    with pikepdf.open(io.BytesIO(data)) as file:
        assert [str(one.S) for one in file.Root.StructTreeRoot.K.K] == ["/H1", "/P"]


def test_two_hundred_photos_are_there_and_the_same_one_is_held_once() -> None:
    images = [_picture(60 + number, 40, quality=50) for number in range(100)]

    data = _document(*(Photo(image, f"Photo {number}") for number, image in enumerate(images * 2)))

    with pikepdf.open(io.BytesIO(data)) as file:
        tags = [str(one.S) for one in file.Root.StructTreeRoot.K.K]
        held = {str(one.objgen) for page in file.pages for one in page.Resources.XObject.values()}
    assert tags.count("/Figure") == 200
    assert len(held) == 100
