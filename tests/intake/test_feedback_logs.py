"""Feedback logs of others: kinds, topics and months are understood, and what is sensitive never comes in."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from app.domain.records.feedback import SENSITIVE
from app.intake import feedback_logs, rows
from app.intake.grids import columns, whole
from app.intake.guard import failures
from tests.intake.made import sample

LOG = """Date,Type of feedback,Category,Code,Sensitive,Channel,Province,Name,Feedback comment
31/07/2026,Question,Health,,no,Hotline,Abéché,Ali,When does the clinic open?
12/07/2026,Encouragement or praise,Water,,,Home visit,,,Thank you for the well
13/07/2026,Observation,Football,,,Smoke signs,,,People say the border closes
14/07/2026,Question,Health,,yes,Hotline,Abéché,Zara,SECRET-1 about a nurse
15/07/2026,Sensitive or violent comment,Health,,no,Hotline,Abéché,,SECRET-2
16/07/2026,Question,Health,,no,,,,SECRET-3: a guard abused somebody
17/07/2026,Question,,Statement that is a threat,no,,,,SECRET-4

18/07/2026,Plainte,Documents,,non,Radio,,,Les papiers tardent
19/07/2026,Question,Health,,no,,,,تعرضت للاغتصاب SECRET-5
"""


def _reading(path, framework=None):
    return rows.read(path, feedback_logs.mapping_for(whole.read(path), framework))


def test_kinds_topics_channels_and_months_are_understood_and_sensitive_rows_keep_kind_and_month(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(LOG, "utf-8")
    reading = _reading(path, sample("feedback/coding_framework.json"))
    told = {row.row: dict(row.fields) for row in reading.drafts}
    assert told[2] == {
        "type": "question",
        "topics": (15,),
        "channel": "phone_or_hotline",
        "month": "2026-07",
        "paraphrase": "When does the clinic open?",
    }
    assert (told[3]["type"], told[3]["channel"]) == ("thanks_or_praise", "face_to_face")
    assert "topics" not in told[4] and "channel" not in told[4], "what stands for nothing is left to a person"
    assert (told[10]["type"], told[10]["topics"], told[10]["channel"]) == ("concern_or_complaint", (4,), "radio")
    for row in (5, 6, 7, 8, 11):
        assert told[row] == {"type": SENSITIVE, "month": "2026-07"}
    assert "SECRET" not in repr(reading)
    assert "Zara" not in repr(reading)
    advice = [one.sentence() for one in reading.advice]
    assert any("Sensitive reports: 5 (rows 5, 6, 7, 8, 11)" in one for one in advice)
    assert sum(reading.counts.values()) == 10


def test_a_real_log_in_five_languages_is_taken_whole():
    reading = _reading(sample("feedback/feedback_300_multilingual.yaml"))
    assert len(reading.drafts) == 300
    assert not reading.problems
    topics = Counter(row.fields.get("topics") for row in reading.drafts)
    assert topics == {(15,): 240, (7,): 60}
    assert Counter(row.fields["month"] for row in reading.drafts) == {"2024-01": 100, "2024-02": 100, "2024-03": 100}
    assert {row.fields["language"] for row in reading.drafts} == {"en", "fr", "es", "ru", "uk"}


def test_every_code_of_a_real_framework_is_known_with_its_kind_and_its_danger(tmp_path):
    framework = sample("feedback/coding_framework.json")
    codes = feedback_logs.read_framework(str(framework))
    path = tmp_path / "log.json"
    log = [
        {"id": number, "code": one.names[0], "content": "x", "date": "2026-05-04"} for number, one in enumerate(codes)
    ]
    path.write_text(json.dumps(log), "utf-8")
    reading = _reading(path, framework)
    kinds = Counter(row.fields["type"] for row in reading.drafts)
    assert sum(kinds.values()) == len(codes) == 154
    assert kinds[SENSITIVE] >= sum(one.sensitive for one in codes) == 4
    assert {"thanks_or_praise", "rumour_belief_observation", "question", "request"} <= set(kinds)


def test_a_table_without_what_was_said_and_a_file_without_codes_are_named(tmp_path):
    table, no_codes = tmp_path / "table.csv", tmp_path / "codes.json"
    table.write_text("a,b\n1,2\n")
    no_codes.write_text('{"types": [{"name": "x"}]}')
    with pytest.raises(failures.NotAFeedbackLogError):
        feedback_logs.mapping_for(whole.read(table))
    table.write_text("date,comment\n2026-01-02,x\n")
    with pytest.raises(failures.NotAFrameworkError):
        feedback_logs.mapping_for(whole.read(table), no_codes)


def test_a_list_that_only_has_the_headings_of_a_log_is_none(tmp_path):
    art = "Code,Type,Category,Description,Date\nA-7,Painting,Portrait,A woman at a window,1901\n"
    log = "Code,Type,Description,Date\nH2,Question,When does the clinic open?,2026-07\n"
    hurt = "Code,Category,Description,Date\nH2,Other,Somebody was threatened,2026-07\n"
    marked = "Sensitive,Text\nno,The well is dry\n"
    heard = "Code,Category,Feedback\n7,Other,The well is dry\n"
    expected = {art: False, log: True, hurt: True, marked: True, heard: True, LOG: True}
    found = {}
    for text in expected:
        path = tmp_path / "table.csv"
        path.write_text(text, "utf-8")
        found[text] = feedback_logs.looks_like_one(columns.table(whole.read(path).grid()))
    assert found == expected
