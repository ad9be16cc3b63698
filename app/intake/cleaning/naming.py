"""Names of files that programs leave in documents, such as "IMG_2031.jpg" or "C:\\Users\\..." behind a picture."""

from __future__ import annotations

import re

_NAME_OF_A_FILE = re.compile(
    r"^\s*(?:file:|[A-Za-z]:[\\/]|\\\\|/(?:home|Users|media|mnt)/)"
    r"|\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|svg|pdf|docx?|xlsx?|pptx?|odt|ods|odp|mp4|mov|eps|emf|wmf)\s*$",
    re.IGNORECASE,
)


def is_file_name(text: str) -> bool:
    """Whether a text is nothing but the name or path of a file."""
    return bool(_NAME_OF_A_FILE.search(text))


def leads_outside(target: str) -> bool:
    """Whether a link goes to anything but a part of the same document."""
    return ":" in target or target.startswith(("/", "../", "\\"))
