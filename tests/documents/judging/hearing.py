"""What a finished file says to whoever hears it: the structure tree, and what is shown where it points to.

It knows nothing of the content tree: it reads the operators of the pages, and the tables from glyphs to letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.documents.judging.spoken import Spoken


def heard(file: pikepdf.Pdf) -> Iterator[tuple[Spoken, int]]:
    """Everything that is heard, in the order of the structure tree, with the page (from 0) on which it begins."""
    words = [_words_of(page) for page in file.pages]
    numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    language = str(file.Root.get("/Lang", ""))
    root = file.Root.get("/StructTreeRoot")
    waiting = [(root.K, language)] if root is not None else []
    while waiting:
        element, inherited = waiting.pop()
        language = str(element.get("/Lang", inherited))
        kids = _kids(element)
        inner = [kid for kid in kids if _is_element(kid)]
        is_branch = bool(inner) and element.S != pikepdf.Name.Figure
        own = [kid for kid in kids if not _is_element(kid)] if is_branch else kids
        if is_branch:
            waiting += [(kid, language) for kid in reversed(inner)]
        if is_branch and not own:
            continue
        places = [_place(kid, element, numbers) for kid in own if not _is_annotation(kid)]
        text = "".join(words[page].get(number, "") for page, number in places)
        said = str(element.get("/ActualText", text))
        if element.S == pikepdf.Name.Figure:
            said = str(element.get("/Alt", ""))
        yield Spoken(_role(element), said, language), places[0][0] if places else 0


def _kids(element: pikepdf.Object) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _is_element(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def _is_annotation(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == pikepdf.Name.OBJR


def _place(kid: Any, element: pikepdf.Object, numbers: dict[tuple[int, int], int]) -> tuple[int, int]:
    """The page and the number of a marked piece."""
    if isinstance(kid, pikepdf.Dictionary):
        return numbers[kid.get("/Pg", element.get("/Pg")).objgen], int(kid.MCID)
    return numbers[element.Pg.objgen], int(kid)


def _role(element: pikepdf.Object) -> str:
    role = str(element.S).removeprefix("/")
    scope = element.A.get("/Scope", "") if role == "TH" and "/A" in element else ""
    return f"{role} {str(scope).removeprefix('/')}" if scope else role


def _words_of(page: pikepdf.Page) -> dict[int, str]:
    """What each marked piece of a page shows."""
    fonts = page.obj.get("/Resources", {}).get("/Font", {})
    letters = {name: _letters(font) for name, font in fonts.items()}
    found: dict[int, str] = {}
    marks: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            about = operands[1] if len(operands) > 1 else {}
            marks.append(int(about.MCID) if isinstance(about, pikepdf.Dictionary) and "/MCID" in about else None)
        elif str(operator) == "EMC":
            marks.pop()
        elif str(operator) == "Tf":
            font = letters.get(str(operands[0]), {})
        elif str(operator) in ("TJ", "Tj"):
            mark = next((one for one in reversed(marks) if one is not None), None)
            if mark is not None:
                shown = operands[0] if str(operator) == "TJ" else operands
                parts = (bytes(part) for part in shown if isinstance(part, pikepdf.String))
                found[mark] = found.get(mark, "") + "".join(_read(part, font) for part in parts)
    return found


def _read(shown: bytes, font: dict[int, str]) -> str:
    codes = (int.from_bytes(shown[at : at + 2], "big") for at in range(0, len(shown), 2))
    return "".join(font.get(code, "\N{REPLACEMENT CHARACTER}") for code in codes)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """From the numbers of glyphs to letters, as the table in the font says."""
    table = font.get("/ToUnicode")
    if table is None:
        return {}
    found = {}
    for operands, operator in pikepdf.parse_content_stream(table):
        if str(operator) == "endbfchar":
            pairs = [bytes(one) for one in operands]
            for code, text in zip(pairs[::2], pairs[1::2], strict=True):
                found[int.from_bytes(code, "big")] = text.decode("utf-16-be")
    return found
