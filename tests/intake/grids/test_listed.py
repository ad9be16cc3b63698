"""Lists of records in JSON and YAML as tables."""

from __future__ import annotations

import pytest

from app.intake.grids import spreadsheet
from app.intake.guard import failures
from app.intake.guard.quarantine import Quarantine
from tests.intake.made import sample


@pytest.fixture(scope="module")
def quarantine():
    with Quarantine() as shared:
        yield shared


def _read(folder, text, quarantine):
    path = folder / "log.txt"
    path.write_text(text, "utf-8")
    return [row.cells for row in spreadsheet.read(path, quarantine=quarantine).rows]


def test_records_of_json_and_yaml_are_the_same_table(tmp_path, quarantine):
    in_json = """{"made": "x", "records": [
        {"id": 1, "content": "Où, l'eau: ici", "metadata": {"language": "fr", "tags": ["a", "b"]}, "none": null},
        {"id": 2, "content": "نص", "metadata": {"created": "2024-01-12"}}]}"""
    in_yaml = """# a log
- id: 1
  content: Où,
    l'eau: ici
  metadata:
    language: fr
    tags: 'a; b'

- id: 2
  content: "\\u0646\\u0635"
  metadata:
    created: '2024-01-12'
"""
    expected = [
        ("id", "content", "language", "tags", "created"),
        ("1", "Où, l'eau: ici", "fr", "a; b", None),
        ("2", "نص", None, None, "2024-01-12"),
    ]
    assert _read(tmp_path, in_json, quarantine) == expected
    assert _read(tmp_path, in_yaml, quarantine) == expected


def test_a_record_on_each_line_is_a_list_too(tmp_path, quarantine):
    assert _read(tmp_path, '{"a": 1, "b": "x"}\n\n{"a": 2}\n', quarantine) == [("a", "b"), ("1", "x"), ("2", None)]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('[{"a": 1}, {"b": ', failures.DamagedFileError),
        ("[" * 100_000, failures.DamagedFileError),
        ('{"a": {"b": 1}}', failures.NotASpreadsheetError),
        ('{"a": [{"b": 1}], "c": [{"d": 1}]}', failures.NotASpreadsheetError),
        ("- a: &x 1\n  b: *x\n", failures.DamagedFileError),
        ("- a: !!python/object/apply:os.system\n  b: 1\n", failures.DamagedFileError),
        ("- a: 1\n  b: 2\nnot a field\n", failures.DamagedFileError),
    ],
)
def test_what_is_no_plain_list_of_records_says_so(tmp_path, quarantine, text, error):
    with pytest.raises(error):
        _read(tmp_path, text, quarantine)


def test_a_long_log_arrives_whole(quarantine):
    rows = spreadsheet.read(sample("feedback/feedback_300_multilingual.yaml"), quarantine=quarantine).rows
    assert [row.cells for row in rows][0] == ("id", "content", "language", "theme", "coding_level_1", "created")
    assert len(rows) == 301
    assert rows[1].cells[1].endswith("supply remained the main concern.")
