"""From paper: a sheet becomes records once, is gone on with after a crash, checked by typing it again, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.drafts import Draft
from app.domain.records import Feedback, Record
from app.domain.records.fields import rule
from app.domain.terms import When
from app.services.opening.workspace import Workspace
from app.services.paper import paper_forms, sheet_book, ticking, transcribing
from app.services.paper.sheet_book import Sheet
from app.services.paper.sheet_numbers import SheetNumber, SheetNumberError
from app.services.records import recording, undoing
from app.services.records.batches import SensitiveInBatchError

NUMBER = SheetNumber(1, 3, "40273951")
SHARED = {"month": When(2026, 10), "channel": "help_desk", "language": "ar"}
ROW = {"type": "question", "topics": (4, 7), "consent": "C2", "paraphrase": "When does the school open?"}


def records(own: Workspace, kind: str) -> list[Record]:
    return [line.record for line in recording.lines(own, recording.Query(kind))]


def sheet_of(own: Workspace) -> Sheet:
    return sheet_book.look_up(own, NUMBER.printed)


def typed(own: Workspace, sheet: Sheet, row: int, **fields: object) -> Draft[Record]:
    draft = transcribing.begin(own, sheet, row, SHARED)
    return replace(draft, record=replace(draft.record, **{**ROW, **fields}))


def type_in(own: Workspace) -> Sheet:
    sheet = sheet_of(own)
    for row in (1, 2):
        sheet = transcribing.save(own, sheet, row, typed(own, sheet, row, paraphrase=f"Message {row}"))
    return transcribing.leave_blank(own, sheet)


@given(
    st.integers(1, 3), st.integers(1, 9), st.integers(0, 10**8 - 1), st.integers(0, 10), st.integers(1, 9), st.data()
)
def test_a_wrong_digit_or_two_that_changed_places_is_never_taken_for_another_sheet(
    form: int, rows: int, chance: int, place: int, more: int, data: st.DataObject
) -> None:
    number = SheetNumber(form, rows, f"{chance:08}")
    assert SheetNumber.read(number.printed) == (number, 0)
    row = data.draw(st.integers(1, rows))
    assert SheetNumber.read(number.row(row).replace("-", " ")) == (number, row)
    digits = number.printed.replace("-", "")
    wrong = f"{digits[:place]}{(int(digits[place]) + more) % 10}{digits[place + 1 :]}"
    with pytest.raises(SheetNumberError):
        SheetNumber.read(wrong)
    turned = digits[: place - 1] + digits[place] + digits[place - 1] + digits[place + 1 :] if place else digits
    if turned != digits:
        with pytest.raises(SheetNumberError):
            SheetNumber.read(turned)


def test_a_number_is_typed_in_any_digits_and_is_of_no_other_form() -> None:
    arabic = NUMBER.printed.translate({ord(str(n)): chr(0x660 + n) for n in range(10)})
    assert SheetNumber.read(arabic)[0] == NUMBER
    for text in ("", "14-0273", f"{NUMBER.printed}x", SheetNumber(1, 0, "00000000").printed):
        with pytest.raises(SheetNumberError):
            SheetNumber.read(text)
    with pytest.raises(SheetNumberError):
        paper_forms.of(SheetNumber(9, 1, "00000000"))


def test_ticks_are_typed_as_the_numbers_beside_them() -> None:
    kinds = ("question", "request", "thanks")
    kind, topics = rule(Feedback, "type"), rule(Feedback, "topics")
    assert ticking.value_of(kind, ticking.ticked("2", kind, kinds)) == "request"
    numbers = tuple(map(str, range(1, 24)))
    assert ticking.value_of(topics, ticking.ticked("7, 4 ٢٣", topics, numbers)) == (4, 7, 23)
    assert ticking.numbers_of(topics, (4, 7), numbers) == "4 7" and ticking.numbers_of(kind, "", kinds) == ""
    for text, one in (("4", kind), ("1 2", kind), ("0", kind), ("24", topics), ("a", topics)):
        with pytest.raises(ValueError):
            ticking.ticked(text, one, kinds if one is kind else numbers)
    today = date(2026, 3, 4)
    found = [ticking.month(text, today) for text in ("3", "4", "11/24", "2 2023", "")]
    assert found == [When(2026, 3), When(2025, 4), When(2024, 11), When(2023, 2), None]
    for text in ("13", "x", "1 2 3", "3 1500"):
        with pytest.raises(ValueError):
            ticking.month(text, today)


def test_a_sheet_becomes_records_that_say_where_they_came_from_and_never_twice(own: Workspace) -> None:
    sheet = type_in(own)
    assert sheet == sheet_of(own) and sheet.is_typed and not sheet.is_checked
    assert (sheet.records, sheet_book.typed_by(own, sheet.first)) == (2, "Samira B.")
    found = records(own, "feedback")
    assert {one.paraphrase for one in found} == {"Message 1", "Message 2"}
    assert {(one.channel, one.month) for one in found} == {("help_desk", When(2026, 10))}
    assert [one.number for one in sheet_book.sheets(own)] == [NUMBER]
    with pytest.raises(transcribing.SheetTypedError):
        transcribing.save(own, sheet, 1, typed(own, sheet, 1))
    assert transcribing.leave_blank(own, sheet) == sheet

    sheet_book.take_back(own, sheet)
    assert not records(own, "feedback") and sheet_of(own).first is None
    undoing.undo(own)
    assert sheet_of(own).is_typed
    sheet_book.take_back(own, sheet)
    assert type_in(own).is_typed and len(records(own, "feedback")) == 2


def test_what_was_being_typed_is_gone_on_with_where_it_stopped(own: Workspace) -> None:
    sheet = transcribing.save(own, sheet_of(own), 1, typed(own, sheet_of(own), 1))
    half = typed(own, sheet, 2, paraphrase="When does")
    transcribing.keep(own, sheet, 2, half)
    again = sheet_of(own)
    assert again.next_row == 2 and transcribing.shared(own, again)["channel"] == "help_desk"
    taken_up = transcribing.begin(own, again, 2, {})
    assert taken_up.record == half.record
    transcribing.save(own, again, 2, taken_up)
    assert len(records(own, "feedback")) == 2 and not recording.kept_drafts(own)
    with pytest.raises(SensitiveInBatchError):
        transcribing.keep(own, sheet, 3, typed(own, sheet, 3, type="sensitive_report"))


def test_whoever_types_a_sheet_again_decides_field_by_field(own: Workspace) -> None:
    sheet = type_in(own)
    second = typed(own, Sheet(NUMBER), 1, paraphrase=" message  1", topics=(4,))
    (topics,) = transcribing.compare(own, sheet, 1, second)
    assert (topics.rule.name, topics.first, topics.second) == ("topics", (4, 7), (4,))
    sheet = transcribing.check(own, sheet, 1, second, {"topics": True})
    same = typed(own, Sheet(NUMBER), 2, paraphrase="Message 2")
    assert not transcribing.compare(own, sheet, 2, same)
    sheet = transcribing.check(own, sheet, 2, same, {})
    with pytest.raises(transcribing.SheetTypedError):
        transcribing.check(own, sheet, 2, same, {})
    third = typed(own, Sheet(NUMBER), 3, paraphrase="The first did not see this one")
    missed = transcribing.compare(own, sheet, 3, third)
    sheet = transcribing.check(own, sheet, 3, third, {one.rule.name: True for one in missed})
    assert sheet == sheet_of(own) and sheet.is_checked
    found = {one.paraphrase: one.topics for one in records(own, "feedback")}
    assert found == {"Message 1": (4,), "Message 2": (4, 7), "The first did not see this one": (4, 7)}
    sheet_book.take_back(own, sheet)
    assert not records(own, "feedback")
