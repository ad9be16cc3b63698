from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from app.services.paper import printing
from app.services.records.recording import RecordMissingError
from tests.making import log_activity, make_workspace


def test_a_record_is_printed_with_every_filled_field_in_the_language_asked_for(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    record = log_activity(own, reach_women=12, place="MA-TNG", public_event=True, partners="Clinic of the district")
    for language, words in (("en", ("Women", "12", "Legal aid desk", "For use inside")), ("fr", ("août 2026",))):
        path = tmp_path / f"{language}.pdf"
        path.write_bytes(printing.draw(own, record, language).data)
        told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        assert all(word in told for word in (*words, "Two advisers answered", "Clinic of the district"))
    with pytest.raises(RecordMissingError):
        printing.draw(own, "nobody", "en")
    own.close()
