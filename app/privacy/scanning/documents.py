"""Numbers of documents and of cases: by check digits, by their look, or by the words before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module

from app.privacy.scanning.document_words import CASES, DOCUMENTS
from app.privacy.scanning.innocent import Innocents
from app.privacy.scanning.sight import Sight
from app.privacy.scanning.spans import Kind, Span

_SAYS = (
    r"(?:[:=#：]|n[º°.]{1,2}|№|\b(?:no|nr|num|numbers?|n[uú]mero|num[ée]ro|номер\w*|ref|reference"
    r"|r[ée]f[ée]rence|referencia|is|was|are|es|est|era|[ée]tait|et|and|y|и|за|под|серии|серия|of"
    r"|de|du|del|la|le|code|id|number)\b\.?"
    r"|(?:ال)?رقم(?:ه|ها|ي)?|هو|هي|تحت|يحمل|تحمل|是|为|号码?|编号|第|с|with|con|avec)"
)
_NUMBER = (
    r"(?P<number>(?=[^\s]*\d|[A-Z\u0410-\u042f]{1,3}\s?\d)[A-Z\u0410-\u042f\u0627-\u064a\u4e00-\u9fff]{0,6}[-/ "
    r".(（]{0,2}[A-Z0-9](?:[ )\]）]{0,1}[-/.]{0,1}(?:[ ]?[A-Z\u0410-\u042f]{0,4}\d|[ ]?\d"
    r"|(?<=[-/\d])[A-Z\u0410-\u042f]{1,4}(?![a-z\u0430-\u044f]))){1,24}[A-Z]?)"
)
_BETWEEN = rf"(?:\s?['\"«“(（]?{_SAYS}){{0,5}}\s?['\"«“(（]?\s?"
_FREE = r"(?:\s[^\W\d]+){0,2}?"
_TOLD = {
    kind: {
        script: (re.compile(words), re.compile(rf"(?i:(?<![^\W])(?:{words})\.?{_FREE}{_BETWEEN}){_NUMBER}"))
        for script, words in table.items()
    }
    for kind, table in ((Kind.DOCUMENT, DOCUMENTS), (Kind.CASE, CASES))
}
"""By kind and script: a quick look whether a word stands there at all, and the word with its number."""
_LOOKS = re.compile(
    r"(?<![A-Za-z0-9_/.@+-])(?:(?P<currency>EUR|USD|MAD|XOF|XAF|GBP|MXN|COP|KES|NGN|CNY|RUB|CHF"
    r"|ISO|IEC|HTTP|UTC|GMT|COVID|CFA|SDG|GCM|FM|AM)\d+|"
    r"[A-Z]{1,3}[- ]?\d{5,12}[A-Z]?|\d{7,8}-?[A-Z]|[A-Z]-?\d{7}-?[A-Z]|\d{3}-\d{2}[A-Z]\d{5}"
    r"|[A-Z]{4}\d{6}[A-Z]{6}[A-Z0-9]\d|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]"
    r"|\d{2}[A-Z]{2}\d{5}|[12] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}"
    r"|\d{3}-\d{3}-\d{3} \d{2}|\d{3}-\d{2}-\d{4}|\d{5}-\d{7}-\d|\d{6}-\d{2}-\d{4}"
    r"|GHA-\d{9}-\d|[A-Z]{2} \d{2} \d{2} \d{2} [A-D]|\d{1,2}\.\d{3}\.\d{3}-[\dkK]|\d{3}\.\d{3}\.\d{3}-\d{1,2}"
    r"|[A-Z]{6}\d{8}[HM]\d{3}|\d{17}[\dXx])(?![A-Za-z0-9_/]|-\d)"
)
_FILED = re.compile(
    r"(?<![A-Za-z0-9_/.@-])[A-Z]{2,6}(?:[-/][A-Z]{2,6})*[-/](?:19"
    r"|20)\d\d[-/]\d{2,7}(?![A-Za-z0-9_/]|-\d)"
    r"|(?<![A-Za-z0-9_/.@-])[A-Z]{2,6}(?:/[A-Z]{2,6})*/\d{2,7}/(?:19|20)\d\d(?![A-Za-z0-9_/]|-\d)"
    r"|(?<!\d)\d{2}RS\d{4}-\d{2}-\d{4}-\d{6}-\d{2}(?!\d)"
    r"|[（(](?:19|20)\d\d[）)][\u4e00-\u9fff]\d{0,4}[\u4e00-\u9fff]{1,4}\d{1,6}号"
)
_LONG = re.compile(r"(?<![A-Za-z0-9_.,/@+-])[A-Z]{0,3}\d(?:[ -]?\d){8,}(?![A-Za-z0-9_/])")
_CHECKED = {
    11: ("tr.tckimlik", "br.cpf", "ec.ci", "do.cedula", "pl.pesel"),
    13: ("za.idnr", "ro.cnp", "th.pin"),
    12: ("ru.inn", "in_.aadhaar"),
}
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGN = re.compile(
    r"[:=#：№º°]|\b(?:no|nr|num|number|n[uú]mero|num[ée]ro|номер\w*|id|ref)\b|رقم|号|is |es |est ", re.IGNORECASE
)
_FEWEST, _UNSIGNED_FEWEST = 3, 5


def documents(sight: Sight, innocents: Innocents) -> Iterator[Span]:
    """Every number of a document, of a case, and every long number of which nothing else is known."""
    if sight.digits < _FEWEST:
        return
    text = sight.text
    yield from _told(sight, innocents)
    for found in _LOOKS.finditer(text):
        if not found["currency"] and not innocents.hold(*found.span()):
            yield sight.span(*found.span(), Kind.DOCUMENT)
    for found in _FILED.finditer(text):
        if not innocents.hold(*found.span()):
            yield sight.span(*found.span(), Kind.CASE)
    for found in _LONG.finditer(text):
        if (
            not innocents.hold(*found.span())
            and not _is_amount(found.group())
            and "+" not in text[max(0, found.start() - 6) : found.start()]
        ):
            yield sight.span(*found.span(), Kind.DOCUMENT if _is_checked(found.group()) else Kind.NUMBER)


def _told(sight: Sight, innocents: Innocents) -> Iterator[Span]:
    """What stands after the words: at least three digits, and not only a year or an innocent number."""
    for kind, by_script in _TOLD.items():
        for script in sight.scripts:
            hint, pattern = by_script[script]
            if not hint.search(sight.lower):
                continue
            for found in pattern.finditer(sight.text):
                if (number := _number(found)) and not _is_innocent(*number, sight, innocents):
                    yield sight.span(*number, kind)


def _number(found: re.Match[str]) -> tuple[int, int] | None:
    """Where the number of a match stands: a short one needs a sign that it is a number, a year is none."""
    number = found["number"].strip(" ./-(（")
    start = found.string.index(number, found.start("number"))
    digits = sum(map(str.isdigit, number))
    signed = not number.isdigit() or _SIGN.search(found.string, found.start(), start)
    if digits < (_FEWEST if signed else _UNSIGNED_FEWEST) or _YEAR.fullmatch(number):
        return None
    return start, start + len(number)


def _is_innocent(start: int, end: int, sight: Sight, innocents: Innocents) -> bool:
    """A number over a year, as cases have, is one although resolutions look alike."""
    return "/" not in sight.text[start:end] and innocents.hold(start, end)


def _is_amount(number: str) -> bool:
    """Whether it is written in thousands, as money and crowds are: the first group is shorter or the last is 000."""
    groups = number.split(" ")
    in_thousands = len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    return in_thousands and groups[-1] == "000"


def _is_checked(number: str) -> bool:
    digits = "".join(letter for letter in number if letter.isdigit())
    names = _CHECKED.get(len(digits), ()) if number[0] in "2345679" else ()
    return any(import_module(f"stdnum.{name}").is_valid(digits) for name in names)
