"""The help on paper: one topic, or all of it with every sentence; the same words give the same bytes."""

from __future__ import annotations

import io

from pypdf import PdfReader

from app.manual import whole
from app.services.paper import handbook


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def test_all_of_the_help_is_on_paper_with_its_parts_and_its_last_sentence() -> None:
    made = handbook.draw(whole.topics(), "en")
    text = " ".join(" ".join(pages(made.data)).split())
    assert not made.warnings
    assert all(title in text for title in whole.GROUPS.values())
    assert all(one.title in text for one in whole.topics())
    assert "groundwork retention show" in text and "{" not in text


def test_one_topic_is_one_page_on_the_paper_asked_for() -> None:
    keyboard = whole.topic("keyboard")
    assert keyboard is not None
    made = handbook.draw((keyboard,), "ar", page="Letter")
    assert len(pages(made.data)) == 1 and made.data == handbook.draw((keyboard,), "ar", page="Letter").data
    (sheet,) = PdfReader(io.BytesIO(made.data)).pages
    assert round(float(sheet.mediabox.width)) == 612
    text = sheet.extract_text()
    assert text.index("الأيمن") < text.index("الأيسر"), "back, to the right, is where the line began"
