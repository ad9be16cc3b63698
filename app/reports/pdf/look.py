"""How documents look: the colours and sizes of a calm page, for paper and for a copier that knows only black."""

from __future__ import annotations

from app.reports import palette
from app.reports.pdf.lines import Type

ACCENT, ACCENT_SOFT = palette.ACCENT, palette.ACCENT_SOFT
TEXT, MUTED, PAPER = palette.TEXT, palette.MUTED, palette.PAPER
LINE, LINE_STRONG, SUNKEN = palette.LINE, palette.LINE_STRONG, palette.SUNKEN
WARNING, WARNING_SOFT = palette.WARNING, palette.WARNING_SOFT
INFO, INFO_SOFT = palette.INFO, palette.INFO_SOFT
INKS = {
    "accent": ACCENT,
    "text": TEXT,
    "muted": MUTED,
    "surface": PAPER,
    "line": LINE,
    "line-strong": LINE_STRONG,
    "sunken": SUNKEN,
    **{f"heat-{step}": shade for step, shade in enumerate(palette.SHADES) if step},
    **{f"heat-ink-{step}": ink for step, ink in enumerate(palette.SHADE_INKS) if step},
}
"""What the inks of `app.charts` are on paper; a `heat-ink` can be read on its `heat`."""

SIDE, TOP, BOTTOM, LEAST_BOTTOM = 54.0, 60.0, 62.0, 46.0

KICKER = Type(9, ACCENT, 600)
TITLE = Type(26, TEXT, 600, 1.22)
COVER_TITLE = Type(34, TEXT, 600, 1.16)
SUBTITLE = Type(13, MUTED, 400, 1.45)
HEADINGS = {1: Type(18, TEXT, 600, 1.25), 2: Type(13, ACCENT, 600, 1.3), 3: Type(10.5, TEXT, 600, 1.35)}
PARAGRAPHS = {
    "body": Type(9.5, TEXT, 400, 1.52),
    "lead": Type(11.5, TEXT, 400, 1.5),
    "small": Type(8, MUTED, 400, 1.45),
    "code": Type(17, TEXT, 600, 1.5),
    "quote": Type(10, TEXT, 400, 1.55),
    "pull": Type(14, ACCENT, 500, 1.42),
    "display": Type(22, ACCENT, 600, 1.25),
    "label": Type(12, ACCENT, 600, 1.35),
    "loud": Type(16, TEXT, 500, 1.35),
}
BODY, SMALL = PARAGRAPHS["body"], PARAGRAPHS["small"]
FIGURE = Type(24, ACCENT, 600, 1.2)
FIGURE_LABEL = Type(9, TEXT, 500, 1.35)
# Stands on the same line as a value beside it.
LABEL = Type(8.5, MUTED, 400, 1.63)
FACT_LABEL = Type(7.5, MUTED, 400, 1.4)
VALUE = Type(9.5, TEXT, 500, 1.4)
CAPTION = Type(9.5, TEXT, 600, 1.4)
CELL, ROW_HEAD, COLUMN_HEAD = Type(8.5, TEXT, 400, 1.38), Type(8.5, TEXT, 500, 1.38), Type(8, MUTED, 600, 1.35)
BADGE, MARK_NAME, MARK_TEXT = Type(9, PAPER, 600, 1.0), Type(9.5, TEXT, 600, 1.35), Type(8.5, MUTED, 400, 1.38)
NOTICE_TITLE = Type(9.5, TEXT, 600, 1.4)
MARK = Type(7, TEXT, 500, 1.2)
FOOTER, FOOTER_PAGE = Type(7.5, MUTED, 400, 1.35), Type(7.5, TEXT, 500, 1.35)


def margins(share: float) -> tuple[float, float, float]:
    """Side, top and bottom of a page that leaves this share of the usual free; the foot keeps room for its lines."""
    return SIDE * share, TOP * share, max(BOTTOM * share, LEAST_BOTTOM)
