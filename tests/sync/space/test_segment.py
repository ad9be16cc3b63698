"""What a segment says is what was put in: any operation, rows with their bytes, lines that are too long for a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.fold import Operation
from app.sync import bundle
from app.sync.bundle import Label
from app.sync.lines import dumps_line
from app.sync.manifest import Purpose
from app.sync.refusals import BundleContentError, BundleError, NotForUsError
from app.sync.space import compacting, segment
from app.sync.space.segment import CarriedRow, Place, Segment
from app.vault.identity import OrganisationKeys

DEVICE, EPOCH = OrganisationKeys.generate(), OrganisationKeys.generate()
PLACE = Place("space", "0a1b2c", 7, "5e" * 32, "2026-10-30T09:42:00Z", 3, ("ab" * 32,))
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
VALUE = (
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | TEXT
)
HEX = st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}")


@st.composite
def operations(draw: st.DrawFn) -> Operation:
    stamp = draw(st.integers(2**64, 2**128 - 1))
    older = st.integers(0, stamp - 1).map(lambda number: f"{number:032x}")
    fields = draw(st.dictionaries(TEXT, VALUE | st.lists(VALUE, max_size=2), max_size=4))
    replaced = {name: tuple(draw(st.lists(older, min_size=1, max_size=2))) for name in fields if draw(st.booleans())}
    return Operation(draw(HEX), draw(TEXT), f"{stamp:032x}", fields, replaced, draw(TEXT))


@settings(max_examples=60)
@given(st.lists(operations(), max_size=3))
def test_whatever_an_operation_says_comes_out_as_it_went_in(made: list[Operation]) -> None:
    rows = (CarriedRow("sent", ("x",), {"id": "x", "revision": 1}, b""), CarriedRow("later kind", ("y",), {"z": [1]}))
    said = Segment(tuple(made), rows, {"0a1b2c": (6, "5e" * 32)})
    found = segment.open_(segment.seal(said, PLACE, DEVICE, EPOCH.public), EPOCH)
    assert found.segment == said
    assert (found.start, found.replaces, found.manifest.seq) == (3, ("ab" * 32,), 7)


def test_a_text_of_more_than_a_line_and_bytes_in_several_pieces_go_beside_the_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(segment, "_CHUNK", 1000)
    long = Operation("ab" * 16, "activity", "0199" + "0" * 28, {"summary": "\u0000é" * 600_000})
    said = Segment((long,), (CarriedRow("received", ("x",), {}, bytes(range(256)) * 10),))
    data = segment.seal(said, PLACE, DEVICE, EPOCH.public)
    assert segment.open_(data, EPOCH).segment == said
    assert [len(one.rows) for one in segment.batches((*said.operations, *said.rows))] == [0, 1]


def test_only_whole_segments_for_us_with_sound_operations_are_opened() -> None:
    data = segment.seal(Segment(), PLACE, DEVICE, EPOCH.public)
    with pytest.raises(NotForUsError):
        segment.open_(data, DEVICE)
    with pytest.raises(BundleError):
        segment.outside(data[:-1])
    label = Label(Purpose.SEGMENT, "2026-10-30T09:42:00Z", recipients=(EPOCH.public,), writer="0a1b2c", seq=1)
    good = {"id": "ab" * 16, "t": "activity", "h": "cd" * 16, "f": {}}
    later = {**good, "f": {"title": "x"}, "p": "ef" * 16}
    for line in (
        {**good, "h": "x"},
        {**good, "f": []},
        later,
        {"row": "x"},
        {"line": "0" * 64},
        {**good, "p": {"a": ["x"]}},
    ):
        made = bundle.write(label, {"kind": "changes"}, lines=[dumps_line(line)], keys=DEVICE)
        with pytest.raises((BundleContentError, KeyError)):
            segment.open_(made, EPOCH)
    with pytest.raises(BundleContentError):
        segment.open_(bundle.write(label, {"kind": "other"}, keys=DEVICE), EPOCH)
    newer = bundle.write(label, {"kind": "changes", "x": 1}, lines=[dumps_line({"later": 1})], keys=DEVICE)
    assert segment.open_(newer, EPOCH).segment == Segment()


def test_merging_says_the_same_without_what_was_erased() -> None:
    kept, gone = (Operation(id * 16, "activity", "cd" * 16, {"title": id}) for id in ("aa", "bb"))
    tombstone = Operation("bb" * 16, "erased", "ce" * 16, {"reason": "asked"})
    parts = [Segment((kept, gone)), Segment((kept, tombstone), seen={"a": (1, "x")})]
    erased = frozenset({"bb" * 16})
    assert compacting.merged(parts, erased).operations == (kept, tombstone)
    assert compacting.tells_of(parts[0], erased) and not compacting.tells_of(parts[1], erased)
    assert compacting.merged(parts).operations == (kept, gone, tombstone)
