"""The table of pages as the two lists of the sidebar, with the headings of groups."""

from __future__ import annotations

from app.i18n import _
from app.ui.pages import FOOT, HEADINGS, PageEntry
from app.ui.widgets.lists.page_rows import PageItem


def listed(entries: tuple[PageEntry, ...]) -> tuple[list[PageItem], list[PageItem]]:
    """The list above and the list at the foot; the first nine pages have the shortcuts Ctrl+1 to Ctrl+9."""
    lists: tuple[list[PageItem], list[PageItem]] = ([], [])
    section = ""
    for place, entry in enumerate(entries, start=1):
        chosen = lists[1] if entry.section == FOOT else lists[0]
        if entry.section != section and entry.section in HEADINGS:
            heading, icon = HEADINGS[entry.section]
            chosen.append(PageItem("", _(heading), icon, group=entry.section))
        section = entry.section
        key, group = f"Ctrl+{place}" if place < 10 else "", section if section in HEADINGS else ""
        chosen.append(PageItem(entry.name, _(entry.title), entry.icon, key, group))
    return lists
