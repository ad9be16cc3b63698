"""What LibreOffice makes of a CSV file of ours, kept beside the tests: `python -m tests.libreoffice` opens it anew.

It is far too large to be set up for the tests, so what it read is kept with the digest of the file that it was given.
"""

from __future__ import annotations

import csv
import hashlib
import io
import subprocess
import tempfile
from pathlib import Path

from app.reports.tables import Cell, as_csv
from tests.documents.test_mixed_text import SET

KEPT = Path(__file__).with_name("data") / "csv_by_libreoffice.tsv"
_AS_THE_DIALOG_PROPOSES = "--infilter=Text - txt - csv (StarCalc):44,34,76,1"
"""Comma, quotes, UTF-8, from the first row: what its dialog proposes for a file that begins with the mark of UTF-8."""
_AS_TABS = "tsv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true"
"""Tabs, quotes, UTF-8, what cells show."""


def rows() -> list[list[Cell]]:
    """The acceptance set, and what a spreadsheet may take for something else."""
    several = [
        ("a formula", "=1+1"),
        ("quotes and lines", 'They said "yes",\nand then; no\tmore'),
        ("digits with a zero", "A-007"),
        ("rare letters", "ǅ ﬁ ﷺ 𐍈 👩\u200d🌾 e\u0301 \u200cمی\u200cخواهم"),
    ]
    texts = [*((one.language, one.text) for one in SET), *several]
    return [["Script", "Text", "People", "Day"], *([name, text, 24, "2026-10-12"] for name, text in texts)]


def given() -> bytes:
    """The file that LibreOffice opens."""
    return as_csv(rows())


def kept() -> tuple[str, list[list[str]]]:
    """The digest of the file that was opened, and every cell as it showed it."""
    digest, _line, table = KEPT.read_bytes().decode().partition("\n")
    return digest, list(csv.reader(io.StringIO(table, newline=""), delimiter="\t"))


def main() -> None:
    """Open the file in LibreOffice, and keep what it shows."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "given.csv"
        file.write_bytes(given())
        place = f"-env:UserInstallation={(Path(folder) / 'settings').as_uri()}"
        words = ["soffice", place, "--headless", _AS_THE_DIALOG_PROPOSES, "--convert-to", _AS_TABS, "--outdir", folder]
        subprocess.run([*words, str(file)], check=True, capture_output=True)
        shown = file.with_suffix(".tsv").read_bytes()
    KEPT.write_bytes(hashlib.sha256(given()).hexdigest().encode() + b"\n" + shown)


if __name__ == "__main__":
    main()
