"""What goes out of DOCX, XLSX and PPTX: properties, authors, revision ids, links and everything that runs."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping

from app.intake.cleaning import naming
from app.intake.cleaning.cleaned import Found, Removed
from app.intake.cleaning.markup import Rules, local, rewritten
from app.intake.guard.failures import MacrosError, NotKeptError

INSIDE = frozenset({"docx", "xlsx", "pptx"})
"""Endings of whole documents that may lie inside another."""
_MAIN = "application/vnd.openxmlformats-officedocument."
_KINDS = {
    "wordprocessingml.document": "text",
    "spreadsheetml.sheet": "table",
    "presentationml.presentation": "slides",
}
_TYPES = "[Content_Types].xml"
_DROPPED: tuple[tuple[re.Pattern[str], Removed], ...] = tuple(
    (re.compile(pattern), thing)
    for pattern, thing in (
        (r"docProps/.*\.(?:jpe?g|png|emf|wmf)$|.*thumbnail\.\w+$", Removed.PREVIEW),
        (r"docProps/|_xmlsignatures/|word/people\.xml$", Removed.AUTHOR),
        (r"customXml/|xl/revisions/|ppt/changesInfos/|ppt/revisionInfo\.xml$|word/documenttasks/", Removed.HISTORY),
        (r".*/printerSettings/|.*/customProperty\w*\.bin$|xl/calcChain\.xml$", Removed.HISTORY),
        (r"xl/model/|xl/connections\.xml$|xl/queryTables/|xl/webextensions/|.*/webextensions/", Removed.LINKS),
    )
)
_MACROS = re.compile(r"vbaProject|vbaData|macrosheets/|activeX/|ctrlProps/|customUI|\.(?:exe|js|vbs)$", re.IGNORECASE)
_NEVER = frozenset(
    "rsids docId docVars attachedTemplate mailMerge saveThroughXslt writeProtection fileSharing absPath "
    "revisionPtr dataBinding".split()
)
_NAMES_OF_PEOPLE = frozenset({"author", "initials", "userName", "displayName", "userId", "lastModifiedBy", "cryptName"})
_PEOPLE = frozenset({"cmAuthor", "author", "person"})
_REVISION = re.compile(r"(?:\w+:)?(?:rsid\w*|uid|docId|textId)$")
_MOMENTS = frozenset({"w:date", "w16du:dateUtc"})
_TITLED = frozenset({"cNvPr", "docPr", "imagedata", "pic", "shape", "fill"})
_TITLES = frozenset({"name", "descr", "title", "alt", "href"})
_NOWHERE = "about:blank"


def media(archive: zipfile.ZipFile) -> tuple[str, str] | None:
    """Kind and media type by what the document says it is; None if it says nothing. Raises MacrosError."""
    names = archive.namelist()
    if _TYPES not in names:
        return None
    if any(_MACROS.search(name) for name in names):
        raise MacrosError
    told = archive.read(_TYPES).decode("utf-8", "replace")
    if "macroEnabled" in told:
        raise MacrosError
    for ending, kind in _KINDS.items():
        if f"{_MAIN}{ending}.main+xml" in told:
            return kind, _MAIN + ending
    raise NotKeptError(detail="another kind of office file")


def drops(name: str, found: Found) -> bool:
    """Whether a part goes."""
    for pattern, thing in _DROPPED:
        if pattern.match(name):
            found.note(thing)
            return True
    return False


def rewrite(name: str, data: bytes, found: Found) -> bytes | None:
    """An XML part without people, revision ids, names of files and links; None for anything else."""
    if not name.endswith((".xml", ".rels", ".vml")):
        return None
    emptied = frozenset({"author"}) if name.startswith("xl/comments") else frozenset()
    found.note(Removed.AUTHOR, when=emptied)

    def dropped(element: str, attributes: Mapping[str, str]) -> bool:
        found.note(Removed.HISTORY, when=element in _NEVER)
        return element in _NEVER

    def attribute(element: str, name: str, attributes: Mapping[str, str]) -> str | None:
        return _attribute(element, name, attributes, found)

    return rewritten(data, Rules(dropped, emptied, attribute))


def finish(kept: dict[str, bytes], dropped: frozenset[str]) -> None:
    """Take the parts that went out of the list of types and out of every part that points to them."""
    gone = {f"/{name}" for name in dropped}
    rule = Rules(lambda element, attributes: element == "Override" and attributes.get("PartName") in gone)
    kept[_TYPES] = rewritten(kept[_TYPES], rule)
    for name in [name for name in kept if name.endswith(".rels")]:
        _unlink(kept, name, dropped)


def _attribute(element: str, name: str, attributes: Mapping[str, str], found: Found) -> str | None:
    value, plain = attributes[name], local(name)
    if element == "Relationship":
        return _nowhere(found) if name == "Target" and _is_outside(attributes) else value
    if plain in _NAMES_OF_PEOPLE or (plain == "name" and element in _PEOPLE):
        found.note(Removed.AUTHOR, when=value)
        return ""
    if _REVISION.match(name) or name in _MOMENTS:
        found.note(Removed.HISTORY)
        return None
    if element in _TITLED and plain in _TITLES and naming.is_file_name(value):
        return ""
    return value


def _is_outside(relationship: Mapping[str, str]) -> bool:
    return relationship.get("TargetMode") == "External" or ":" in relationship.get("Target", "")


def _nowhere(found: Found) -> str:
    found.note(Removed.LINKS)
    return _NOWHERE


def _unlink(kept: dict[str, bytes], name: str, dropped: frozenset[str]) -> None:
    """Take relationships to dropped parts, and attributes that name those relationships, away."""
    folder, _rels, file = name.rpartition("_rels/")
    gone: set[str] = set()

    def leads_nowhere(element: str, attributes: Mapping[str, str]) -> bool:
        if element != "Relationship":
            return False
        target = attributes.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(folder + target)
        if path in dropped or attributes.get("Type", "").endswith(("/attachedTemplate", "/mailMergeSource")):
            gone.add(attributes.get("Id", ""))
            return True
        return False

    kept[name] = rewritten(kept[name], Rules(leads_nowhere))
    source = folder + file.removesuffix(".rels")
    if gone and source in kept:
        unnamed = Rules(attribute=lambda e, a, given: None if _names(a, given[a], gone) else given[a])
        kept[source] = rewritten(kept[source], unnamed)


def _names(attribute: str, value: str, gone: set[str]) -> bool:
    return attribute.endswith(":id") and value in gone
