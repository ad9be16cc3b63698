"""Make `resources/order/zh.txt`: Chinese characters in the order of their sounds, as Unicode's locale data has it.

    python resources/build_order.py

The order is that of the collation of simplified Chinese in the ICU that PySide6 brings; where that is not the
pinned one, nothing is written. The window and documents use the file, so that every system sorts alike.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cmp_to_key
from pathlib import Path

import PySide6
from PySide6.QtCore import QCollator, QLocale

HERE = Path(__file__).resolve().parent / "order"
_PINNED = "libicui18n.so.73"
_FIRST, _LAST = 0x4E00, 0x9FFF


def main() -> int:
    """Write the characters and where their order is from."""
    if not (Path(PySide6.__file__).parent / "Qt" / "lib" / _PINNED).exists():
        sys.stderr.write(f"Not there: {_PINNED}\n")
        return 1
    compare = QCollator(QLocale("zh_CN")).compare
    characters = sorted(map(chr, range(_FIRST, _LAST + 1)), key=cmp_to_key(compare))
    text = "".join(characters) + "\n"
    HERE.mkdir(exist_ok=True)
    (HERE / "zh.txt").write_text(text, "utf-8")
    lines = ["file\tsource\tlicence\tfile sha256"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    lines.append(f"zh.txt\tICU 73, CLDR collation zh-u-co-pinyin\tUnicode-3.0\t{digest}")
    (HERE / "SOURCES.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
