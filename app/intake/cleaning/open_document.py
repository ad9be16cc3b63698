"""What goes out of ODT, ODS and ODP: properties, settings, authors, revision ids, links and everything that runs."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping

from app.intake.cleaning import naming
from app.intake.cleaning.cleaned import Found, Removed
from app.intake.cleaning.markup import Rules, rewritten
from app.intake.guard.failures import MacrosError, NotKeptError, PasswordProtectedError

_MAIN = "application/vnd.oasis.opendocument."
_KINDS = {"text": "text", "spreadsheet": "table", "presentation": "slides"}
_LIST = "META-INF/manifest.xml"
_MACROS = re.compile(r"Basic/|Scripts/|Dialogs/")
_DROPPED: tuple[tuple[re.Pattern[str], Removed], ...] = tuple(
    (re.compile(pattern), thing)
    for pattern, thing in (
        (r"Thumbnails/|.*ObjectReplacements/", Removed.PREVIEW),
        (r"(?:.*/)?meta\.xml$|META-INF/(?!manifest\.xml$)", Removed.AUTHOR),
        (r"(?:.*/)?settings\.xml$|Configurations2/|layout-cache$|manifest\.rdf$|VersionList\.xml$", Removed.HISTORY),
        (r"Versions/", Removed.HISTORY),
    )
)
_PEOPLE = frozenset(
    "creator creator-initials author-name author-initials initial-creator sender-firstname sender-lastname "
    "sender-initials sender-email sender-phone-private sender-phone-work sender-street sender-company "
    "file-name printed-by".split()
)
_NEVER = frozenset({"scripts", "event-listeners", "database-source", "dde-source", "table-source", "binary-data"})


def media(archive: zipfile.ZipFile) -> tuple[str, str] | None:
    """Kind and media type by what the document says it is; None if it says nothing. Raises MacrosError."""
    names = archive.namelist()
    if "mimetype" not in names:
        return None
    if any(_MACROS.match(name) for name in names):
        raise MacrosError
    told = archive.read("mimetype")[:200].decode("ascii", "replace").strip()
    kind = _KINDS.get(told.removeprefix(_MAIN)) if told.startswith(_MAIN) else None
    if kind is None:
        raise NotKeptError(detail="another kind of office file")
    if _LIST in names and b"encryption-data" in archive.read(_LIST):
        raise PasswordProtectedError
    return kind, told


def drops(name: str, found: Found) -> bool:
    """Whether a part goes."""
    for pattern, thing in _DROPPED:
        if pattern.match(name):
            found.note(thing)
            return True
    return False


def rewrite(name: str, data: bytes, found: Found) -> bytes | None:
    """An XML part without people, revision ids, names of files and links; None for anything else."""
    if not name.endswith(".xml"):
        return None

    def dropped(element: str, attributes: Mapping[str, str]) -> bool:
        found.note(Removed.SCRIPTS, when=element in ("scripts", "event-listeners"))
        found.note(Removed.AUTHOR, when=element in _PEOPLE)
        return element in _NEVER

    def attribute(element: str, name: str, attributes: Mapping[str, str]) -> str | None:
        return _attribute(name, attributes[name], found)

    return rewritten(data, Rules(dropped, _PEOPLE, attribute))


def finish(kept: dict[str, bytes], dropped: frozenset[str]) -> None:
    """Take the parts that went out of the list of parts, and with them folders that are empty now."""
    if _LIST not in kept:
        return

    def is_gone(element: str, attributes: Mapping[str, str]) -> bool:
        path = next((value for name, value in attributes.items() if name.endswith("full-path")), "")
        return element == "file-entry" and path not in ("", "/") and path not in kept and not _has(kept, path)

    kept[_LIST] = rewritten(kept[_LIST], Rules(is_gone))


def _has(kept: Mapping[str, bytes], folder: str) -> bool:
    return folder.endswith("/") and any(name.startswith(folder) for name in kept)


def _attribute(attribute: str, value: str, found: Found) -> str | None:
    if attribute.endswith("rsid"):
        found.note(Removed.HISTORY)
        return None
    if attribute == "xlink:href" and naming.leads_outside(value):
        found.note(Removed.LINKS)
        return ""
    if attribute == "draw:name" and naming.is_file_name(value):
        return ""
    return value
