"""Icons: one outline set, recoloured from tokens when painted; never a second file per theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.ui.look import icon_files, theme, tokens

SMALL = 16
"""Marks of this size and below are drawn with a heavier stroke."""
MIRRORED = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "arrow-back-up", "arrow-forward-up", "route",
     "list-details", "list-check"}
)  # fmt: skip
"""Icons that point along the reading direction; everything else (clocks, check marks, logos) never turns."""
OBJECTIVES = (
    "chart-bar", "plant-2", "speakerphone", "id-badge-2", "route", "briefcase", "umbrella", "lifebuoy", "truck",
    "user-x", "e-passport", "file-check", "door", "building", "home-heart", "heart-handshake", "scale", "school",
    "world-heart", "cash", "plane-arrival", "shield-heart", "world",
)  # fmt: skip


def objective(number: int) -> str:
    """The icon name of an objective; a flag for a number that this version does not know."""
    return OBJECTIVES[number - 1] if 1 <= number <= len(OBJECTIVES) else "flag"


def pixmap(name: str, colour: str = "text", size: int = 18, *, mirrored: bool | None = None) -> QPixmap:
    """The icon in a token's colour, `size` logical px at 100 %, sharp on this screen, mirrored where it points.

    `mirrored` is for a part that reads in another direction than the window. Raises FileNotFoundError for a
    name that is not shipped.
    """
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    if mirrored is None:
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    turned = name in MIRRORED and mirrored
    shade = tokens.COLOURS[theme.look().theme][colour]
    stroke = 2.4 if size <= SMALL else 1.75
    return _drawn(name, shade, theme.px(size), (ratio, stroke, turned))


def icon(name: str, colour: str = "text", size: int = 18) -> QIcon:
    """The icon for a button or action; also used, unchanged, when disabled or selected."""
    drawn = pixmap(name, colour, size)
    made = QIcon(drawn)
    made.addPixmap(drawn, QIcon.Mode.Disabled)
    made.addPixmap(drawn, QIcon.Mode.Selected)
    return made


@lru_cache(maxsize=1024)
def _drawn(name: str, shade: str, size: int, how: tuple[float, float, bool]) -> QPixmap:
    ratio, stroke, turned = how
    text = (
        icon_files.source(name)
        .replace("currentColor", shade)
        .replace('stroke-width="1.75"', f'stroke-width="{stroke}"')
    )
    renderer = QSvgRenderer(QByteArray(text.encode("utf-8")))
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if turned:
        painter.translate(drawn.width(), 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
