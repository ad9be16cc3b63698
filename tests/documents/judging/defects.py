"""Defects, each planted into a good file, to see that somebody finds it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

Defect = Callable[[Pdf], None]


def planted(good: bytes, defect: Defect) -> bytes:
    """The good file with this defect."""
    to = io.BytesIO()
    with pikepdf.open(io.BytesIO(good)) as file:
        defect(file)
        file.save(to, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return to.getvalue()


def nothing(file: Pdf) -> None:
    """No defect: what the others are compared with."""


def _elements(file: Pdf, tag: str) -> list[pikepdf.Object]:
    return [one for one in _walked(file.Root.StructTreeRoot.K) if one.S == Name(f"/{tag}")]


def _walked(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else []:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _walked(kid)


def _rewritten(file: Pdf, change: Callable[[bytes], bytes], page: int = 0) -> None:
    held = file.pages[page].Contents
    held.write(change(held.read_bytes()))


def _packet(file: Pdf, pattern: bytes, by: bytes) -> None:
    packet = file.Root.Metadata
    changed = re.sub(pattern, by, packet.read_bytes(), count=1)
    assert changed != packet.read_bytes()
    file.Root.Metadata = Pdf.make_stream(file, changed, Type=Name.Metadata, Subtype=Name.XML)


def _font(file: Pdf) -> pikepdf.Object:
    return next(iter(file.pages[0].Resources.Font.values()))


def _no_language(file: Pdf) -> None:
    del file.Root.Lang


def _other_language(file: Pdf) -> None:
    file.Root.Lang = pikepdf.String("fr")


def _foreign_words_without_language(file: Pdf) -> None:
    del next(one for one in _elements(file, "P") if one.get("/Lang") == "ar").Lang


def _not_marked(file: Pdf) -> None:
    del file.Root.MarkInfo


def _no_structure(file: Pdf) -> None:
    del file.Root.StructTreeRoot


def _no_parent_tree(file: Pdf) -> None:
    file.Root.StructTreeRoot.ParentTree = Dictionary(Nums=Array([]))


def _no_colour_space(file: Pdf) -> None:
    del file.Root.OutputIntents


def _no_packet(file: Pdf) -> None:
    del file.Root.Metadata


def _no_archive_mark(file: Pdf) -> None:
    _packet(file, b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>", b"")


def _no_access_mark(file: Pdf) -> None:
    _packet(file, b"<pdfuaid:part>1</pdfuaid:part>", b"")


def _two_titles(file: Pdf) -> None:
    file.docinfo.Title = pikepdf.String("Another title")


def _no_title(file: Pdf) -> None:
    del file.docinfo.Title
    _packet(file, b"<dc:title>.*?</dc:title>", b"")


def _title_not_shown(file: Pdf) -> None:
    file.Root.ViewerPreferences.DisplayDocTitle = False


def _figure_without_words(file: Pdf) -> None:
    del _elements(file, "Figure")[0].Alt


def _figure_as_paragraph(file: Pdf) -> None:
    _elements(file, "Figure")[0].S = Name.P


def _heading_cell_as_cell(file: Pdf) -> None:
    found = _elements(file, "TH")[4]
    found.S = Name.TD
    del found.A


def _paragraph_as_heading(file: Pdf) -> None:
    _elements(file, "P")[2].S = Name.H2


def _heading_level_skipped(file: Pdf) -> None:
    _elements(file, "H2")[0].S = Name.H4


def _item_without_list(file: Pdf) -> None:
    _elements(file, "L")[0].S = Name.P


def _row_outside_table(file: Pdf) -> None:
    _elements(file, "TBody")[1].S = Name.Div


def _order_swapped(file: Pdf) -> None:
    kids = file.Root.StructTreeRoot.K.K
    first, second = kids[5], kids[6]
    kids[5], kids[6] = second, first


def _element_lost(file: Pdf) -> None:
    del file.Root.StructTreeRoot.K.K[5]


def _foot_lost(file: Pdf) -> None:
    """What stands at the foot of every page is heard once, at the end."""
    kids = file.Root.StructTreeRoot.K.K
    del kids[len(kids) - 1]


def _words_changed(file: Pdf) -> None:
    _rewritten(file, lambda data: re.sub(rb"<([0-9A-F]{4})([0-9A-F]{4})", rb"<\2\1", data, count=1))


def _number_changed(file: Pdf) -> None:
    """The seventh block of the sample shows 1,204: two figures change their places."""
    found = next(one for one in _elements(file, "P") if "/K" in one and _shows(file, one, 4))
    number = int(found.K[0])
    mark = re.compile(rb"(/MCID %d>> BDC.*?<)([0-9A-F]{4})([0-9A-F]{4})" % number, re.DOTALL)
    _rewritten(file, lambda data: mark.sub(rb"\1\3\2", data, count=1))


def _shows(file: Pdf, element: pikepdf.Object, place: int) -> bool:
    """Whether this is the paragraph with that place (from 0) among the paragraphs."""
    return [one.objgen for one in _elements(file, "P")].index(element.objgen) == place


def _content_not_marked(file: Pdf) -> None:
    mark = re.compile(rb"/P <</MCID \d+>> BDC(.*?)EMC", re.DOTALL)
    _rewritten(file, lambda data: mark.sub(rb"\1", data, count=1))


def _content_as_artifact(file: Pdf) -> None:
    mark = re.compile(rb"/P <</MCID \d+>> BDC")
    _rewritten(file, lambda data: mark.sub(b"/Artifact BMC", data, count=1))


def _font_not_embedded(file: Pdf) -> None:
    del _font(file).DescendantFonts[0].FontDescriptor.FontFile2


def _glyphs_without_letters(file: Pdf) -> None:
    del _font(file).ToUnicode


def _widths_wrong(file: Pdf) -> None:
    widths = _font(file).DescendantFonts[0].W[1]
    for place in range(len(widths)):
        widths[place] = 999


def _no_relation(file: Pdf) -> None:
    del file.Root.AF[0].AFRelationship


def _attachment_not_associated(file: Pdf) -> None:
    del file.Root.AF


def _link_without_words(file: Pdf) -> None:
    del next(page for page in file.pages if "/Annots" in page).Annots[0].Contents


def _page_without_order(file: Pdf) -> None:
    del next(page.obj for page in file.pages if "/Annots" in page).Tabs


def _a_script(file: Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _colour_of_a_printer(file: Pdf) -> None:
    _rewritten(file, lambda data: data + b" /Artifact BMC 0 1 1 0 k 10 10 5 5 re f EMC")


DEFECTS: dict[str, Defect] = {
    "no language": _no_language,
    "another language": _other_language,
    "foreign words without their language": _foreign_words_without_language,
    "not marked as tagged": _not_marked,
    "no structure tree": _no_structure,
    "no way from pages to elements": _no_parent_tree,
    "no colour space": _no_colour_space,
    "no metadata": _no_packet,
    "does not say that it is PDF/A": _no_archive_mark,
    "does not say that it is PDF/UA": _no_access_mark,
    "two titles": _two_titles,
    "no title": _no_title,
    "title not shown": _title_not_shown,
    "figure without words": _figure_without_words,
    "figure tagged as paragraph": _figure_as_paragraph,
    "heading cell tagged as cell": _heading_cell_as_cell,
    "paragraph tagged as heading": _paragraph_as_heading,
    "level of headings skipped": _heading_level_skipped,
    "items outside a list": _item_without_list,
    "rows outside the body of a table": _row_outside_table,
    "reading order swapped": _order_swapped,
    "paragraph lost to the voice": _element_lost,
    "sentence at the foot lost to the voice": _foot_lost,
    "two letters exchanged": _words_changed,
    "two figures of a number exchanged": _number_changed,
    "words that belong to nothing": _content_not_marked,
    "words hidden from the voice": _content_as_artifact,
    "font not embedded": _font_not_embedded,
    "glyphs without letters": _glyphs_without_letters,
    "wrong widths of glyphs": _widths_wrong,
    "attachment without relation": _no_relation,
    "attachment belongs to nothing": _attachment_not_associated,
    "link without words": _link_without_words,
    "page without order of its links": _page_without_order,
    "a script": _a_script,
    "colours of a printer": _colour_of_a_printer,
}
