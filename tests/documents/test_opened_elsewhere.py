"""A CSV file of ours as people see it in LibreOffice: no letter is lost, no number and no day is another."""

from __future__ import annotations

import hashlib

from tests import libreoffice


def test_libreoffice_shows_every_letter_of_every_script_numbers_and_days_as_they_were_written() -> None:
    digest, shown = libreoffice.kept()
    assert digest == hashlib.sha256(libreoffice.given()).hexdigest(), "run: python -m tests.libreoffice"
    wanted = [[str(cell) for cell in row] for row in libreoffice.rows()]
    assert len(shown) == len(wanted)
    for told, row in zip(shown, wanted, strict=True):
        assert told == [f"'{cell}" if cell.startswith("=") else cell for cell in row], row[0]
    assert not shown[0][0].startswith("\ufeff"), "the mark of UTF-8 is no letter of the first heading"
