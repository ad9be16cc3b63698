"""The fonts shipped with the program; none of the system is needed, the system's Chinese face is preferred."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFontDatabase

from app import paths

_FIRST = ("IBM Plex Sans", "IBM Plex Sans Arabic", "IBM Plex Sans Hebrew", "Noto Sans")
_CHINESE = "Noto Sans SC"
_SYSTEM_CHINESE = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")


@lru_cache(maxsize=1)
def load() -> tuple[str, ...]:
    """Make every shipped font known to Qt, once; the families found, in order of their files.

    Qt asks the fonts in their order for a script and complains of each that has not got it: that is no fault of any.
    """
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    found: list[str] = []
    for path in sorted((paths.resources() / "fonts").rglob("*.[to]tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        found += [name for name in QFontDatabase.applicationFontFamilies(number) if name not in found]
    return tuple(found)


def families() -> list[str]:
    """The order in which Qt looks for a glyph: Plex in its three scripts, further Latin, Chinese, the other scripts."""
    shipped = load()
    first = [name for name in _FIRST if name in shipped]
    last = sorted((name for name in shipped if name not in first), key=lambda name: not name.startswith(_CHINESE))
    known = set(QFontDatabase.families())
    return [*first, *(name for name in _SYSTEM_CHINESE if name in known), *last] or ["sans-serif"]
