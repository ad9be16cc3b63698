"""A row of the list of pages keeps its words inside of itself."""

from __future__ import annotations

import pytest

from app.ui.widgets.lists.page_list import PageList
from app.ui.widgets.lists.page_rows import PageItem


@pytest.mark.parametrize(
    "title", ["Practices of a great many other organisations", "ممارسات كثيرة من منظمات أخرى عديدة"]
)
def test_a_title_that_is_too_long_ends_before_the_edge(in_front, title: str) -> None:
    pages = PageList("Pages", [PageItem("library", title, "bulb")])
    pages.resize(225, 60)
    in_front(pages)
    seen, row = pages.grab().toImage(), pages.visualItemRect(pages.item(0))
    assert {seen.pixel(x, y) for x in range(row.right() - 8, row.right()) for y in range(row.height())} == {
        seen.pixel(row.left() + 1, row.top())
    }
    assert len({seen.pixel(x, y) for x in range(row.left(), row.left() + 8) for y in range(row.height())}) == 1
