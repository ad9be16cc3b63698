"""zstd: what goes in comes out, and what would come out too large does not."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync.compression import compress, decompress, zstd
from app.sync.refusals import BundleContentError

PLAIN = b'{"a":1}\n' * 1000


@given(st.binary(max_size=2000))
def test_any_content_comes_back(plain):
    assert decompress(compress(plain), size=len(plain)) == plain


@pytest.mark.parametrize(
    ("packed", "size"),
    [
        (compress(PLAIN), len(PLAIN) - 1),
        (compress(PLAIN), len(PLAIN) + 1),
        (compress(PLAIN)[:-1], len(PLAIN)),
        (compress(PLAIN) + b"\0", len(PLAIN)),
        (compress(PLAIN) * 2, len(PLAIN) * 2),
        (b"", 0),
        (PLAIN, len(PLAIN)),
    ],
)
def test_anything_but_one_frame_of_the_announced_size_is_refused(packed, size):
    with pytest.raises(BundleContentError):
        decompress(packed, size=size)


def test_a_changed_byte_is_noticed_by_the_checksum():
    packed = bytearray(compress(bytes(range(256)) * 4))
    packed[len(packed) // 2] ^= 1
    with pytest.raises(BundleContentError):
        decompress(bytes(packed), size=1024)


def test_a_bomb_is_stopped_at_the_announced_size():
    bomb = compress(bytes(128 << 20))
    assert len(bomb) < 16_000
    tracemalloc.start()
    with pytest.raises(BundleContentError):
        decompress(bomb, size=1 << 20)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 << 20


def test_a_frame_that_asks_the_reader_for_much_memory_is_refused():
    options = {zstd.CompressionParameter.window_log: 27, zstd.CompressionParameter.content_size_flag: 0}
    packer = zstd.ZstdCompressor(options=options)
    packed = packer.compress(PLAIN) + packer.flush()
    with pytest.raises(BundleContentError):
        decompress(packed, size=len(PLAIN))
