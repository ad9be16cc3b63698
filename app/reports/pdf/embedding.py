"""A face inside one document: only the glyphs that are used, and exactly what text each stands for.

Numbers of glyphs (CIDs) are handed out by first use, one for each pair of glyph and text: so the table back to
text (ToUnicode) is exact, and the same document gives the same bytes.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable

import uharfbuzz
from reportlab.pdfbase import pdfdoc

from app.reports.pdf.faces import Run
from app.reports.pdf.objects import Raw, array, dictionary, name, number, stream
from app.reports.pdf.shaping import Face, Glyph
from app.reports.pdf.words import Word

_NOT_NEEDED = "GSUB GPOS GDEF BASE cmap name post OS/2 STAT gasp vhea vmtx DSIG meta".split()
_FIRST_LINES = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def "
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_LAST_LINE = "endcmap CMapName currentdict /CMap defineresource pop end end"
_MOST_ROWS = 100  # of one bfchar block, a limit of the format
_SMALLEST = 0.01
_MOST_REMEMBERED = 20_000


class EmbeddedFace:
    """A face under the name by which one document's pages ask for it."""

    def __init__(self, face: Face, key: str) -> None:
        self.face, self.key = face, key
        self._numbers: dict[tuple[int, str], int] = {}
        self._shown: dict[Run, str] = {}
        self._words: dict[Word, str] = {}

    def shown(self, run: Run, size: float) -> str:
        """The inside of a TJ operator that shows a run, kerning and raised marks included."""
        found = self._shown.get(run)
        if found is None:
            found = "".join(self._code(glyph, size) for glyph in run.glyphs).replace("><", "")
            found = found[1:] if found[0] == "<" else f">{found}"
            found = found[:-1] if found[-1] == ">" else f"{found}<"
            if " Ts " not in found:  # a raised mark depends on the size
                if len(self._shown) >= _MOST_REMEMBERED:
                    self._shown.clear()
                self._shown[run] = found
        return found

    def words_shown(self, words: Iterable[Word], size: float) -> list[str] | None:
        """The same for words with their spaces; None if another face has a part of them."""
        known = self._words
        found = []
        for word in words:
            shown = known.get(word)
            if shown is None:
                if word.runs and word.face is not self.face:
                    return None
                shown = "".join(self.shown(run, size) for run in word.runs)
                if " Ts " not in shown:
                    if len(known) >= _MOST_REMEMBERED:
                        known.clear()
                    known[word] = shown
            found.append(shown)
        return found

    def _code(self, glyph: Glyph, size: float) -> str:
        own = self._numbers.setdefault((glyph.number, glyph.text), len(self._numbers) + 1)
        back = glyph.right + self.face.advance(glyph.number) - glyph.advance
        before = f" {number(-glyph.right)}" if glyph.right else ""  # a number may stand before it, of another mark
        after = number(back) if abs(back) > _SMALLEST else ""
        shown = f"{before}<{own:04X}>{after}"
        return f"] TJ {number(glyph.up * size / 1000)} Ts [{shown}] TJ 0 Ts [" if glyph.up else shown

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Write the face into the document; ReportLab asks for this when it saves."""
        mapping, data = self._subset()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        family = name(f"{tag}+{self.face.name}")
        descendant = document.Reference(self._descendant(document, family, mapping, data))
        font = {
            "Type": name("Font"),
            "Subtype": name("Type0"),
            "BaseFont": family,
            "Encoding": name("Identity-H"),
            "DescendantFonts": array([descendant]),
            "ToUnicode": document.Reference(stream(self._to_unicode().encode())),
        }
        document.idToObject["BasicFonts"].dict[self.key[1:]] = document.Reference(dictionary(font))

    def _descendant(
        self, document: pdfdoc.PDFDocument, family: pdfdoc.PDFName, mapping: dict[int, int], data: bytes
    ) -> pdfdoc.PDFDictionary:
        used = [glyph for glyph, _ in self._numbers]
        widths = b"[1[" + b" ".join(b"%d" % round(self.face.advance(glyph)) for glyph in used) + b"]]"
        numbers = struct.pack(f">{len(used) + 1}H", 0, *(mapping[glyph] for glyph in used))
        return dictionary(
            {
                "Type": name("Font"),
                "Subtype": name("CIDFontType2"),
                "BaseFont": family,
                "DW": 0,
                "FontDescriptor": document.Reference(self._descriptor(document, family, data)),
                "W": Raw(widths),
                "CIDSystemInfo": Raw(b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"),
                "CIDToGIDMap": document.Reference(stream(numbers)),
            }
        )

    def _descriptor(self, document: pdfdoc.PDFDocument, family: pdfdoc.PDFName, data: bytes) -> pdfdoc.PDFDictionary:
        return dictionary(
            {
                "Type": name("FontDescriptor"),
                "FontName": family,
                "Flags": 4,
                "ItalicAngle": 0,
                "StemV": 80,
                "CapHeight": 698,
                "Ascent": round(self.face.ascent),
                "Descent": round(self.face.descent),
                "FontBBox": array([-1000, -1000, 3000, 1500]),
                "FontFile2": document.Reference(stream(data, Length1=len(data))),
            }
        )

    def _subset(self) -> tuple[dict[int, int], bytes]:
        """Where each glyph went, and the font file with only those that were used."""
        flags = uharfbuzz.SubsetFlags
        wanted = uharfbuzz.SubsetInput()
        wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.NO_HINTING
        for glyph in sorted({0} | {glyph for glyph, _ in self._numbers}):
            wanted.glyph_set.add(glyph)
        for table in _NOT_NEEDED:
            wanted.drop_table_tag_set.add(int.from_bytes(table.encode(), "big"))
        if self.face.weight:
            wanted.pin_axis_location(self.face.face, "wght", self.face.weight)
        plan = uharfbuzz.SubsetPlan(self.face.face, wanted)
        return plan.old_to_new_glyph_mapping, bytes(plan.execute().blob.data)

    def _to_unicode(self) -> str:
        rows = [
            f"<{index:04X}> <{text.encode('utf-16-be').hex()}>"
            for index, (_, text) in enumerate(self._numbers, start=1)
        ]
        blocks = [rows[start : start + _MOST_ROWS] for start in range(0, len(rows), _MOST_ROWS)]
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return _FIRST_LINES + body + _LAST_LINE
