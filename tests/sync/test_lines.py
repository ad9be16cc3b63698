"""Lines of a data part: strict JSON, read the same by everybody."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync import lines
from app.sync.limits import LARGEST_LINE_BYTES
from app.sync.refusals import BundleContentError

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(TEXTS, st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS)
ANYTHING = st.binary(max_size=40) | st.text(st.sampled_from('{}[]",:\\u0d8Ee-.1 \n'), max_size=30).map(str.encode)


def nested(levels: int) -> bytes:
    return b'{"a":' * levels + b"1" + b"}" * levels


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[1]",
        b"1",
        b"{}{}",
        b'{"a":1,}',
        b'{"a":1,"a":1}',
        b'{"a":{"b":1,"\\u0062":2}}',
        b'{"a":NaN}',
        b'{"a":-Infinity}',
        b'{"a":1e999}',
        b'{"a":"\\ud800"}',
        b'{"\\udc00":1}',
        b'{"a":"\xed\xa0\x80"}',
        b'{"a":"\xff"}',
        b"\xef\xbb\xbf{}",
        b'{"a":"\x00"}',
        b'{"a":01}',
        b"{'a':1}",
        b'{"a":\n1}',
        b'{"a":' + b"9" * 5_000 + b"}",
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        nested(9),
        b'{"a":"' + b"x" * LARGEST_LINE_BYTES + b'"}',
    ],
)
def test_a_line_that_readers_would_read_differently_is_refused(line):
    with pytest.raises(BundleContentError):
        lines.loads_line(line)


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b' {"a" : 1.50, "b":\t"\\/\\u00e9" } ',
        b'{"a":"\\u0000"}',
        b'{"a":"\\ud83d\\ude00"}',
        b'{"a":123456789012345678901234567890}',
        b'{"a":-0.0}',
        b'{"a":"[[[[[[[[[[[[{{{{{{{{{"}',
        nested(8),
    ],
)
def test_an_unusual_line_that_means_one_thing_only_is_read(line):
    assert lines.loads_line(line) == json.loads(line)


@given(OBJECTS)
def test_any_object_that_is_written_is_read_back(value):
    assert lines.loads_line(lines.dumps_line(value)) == value


@given(st.dictionaries(TEXTS, VALUES, max_size=3))
def test_what_is_read_is_what_the_standard_reader_reads(value):
    line = json.dumps(value, ensure_ascii=False).encode()
    try:
        found = lines.loads_line(line)
    except BundleContentError as refusal:
        assert "deeper" in refusal.detail
        return
    assert found == json.loads(line)


@given(ANYTHING)
def test_no_bytes_do_more_than_be_refused(line):
    try:
        assert isinstance(lines.loads_line(line), dict)
    except BundleContentError:
        assert line != b"{}"


@pytest.mark.parametrize("value", [{"a": "\ud800"}, {"a": object()}, [1], {"a": "x" * LARGEST_LINE_BYTES}])
def test_what_no_reader_would_take_is_not_written(value):
    with pytest.raises(BundleContentError):
        lines.dumps_line(value)


def test_a_part_is_split_at_line_ends_and_nowhere_else():
    assert list(lines.split(b'{"a":"\xe2\x80\xa8"}\n{}\n')) == [b'{"a":"\xe2\x80\xa8"}', b"{}"]


def test_a_part_whose_last_line_has_no_end_is_refused():
    with pytest.raises(BundleContentError):
        list(lines.split(b"{}\n{}"))


def test_empty_lines_are_refused():
    with pytest.raises(BundleContentError):
        lines.check([b"{}", b""])
