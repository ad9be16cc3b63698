"""zstd for data parts: one frame, level 3, with a checksum; unpacked no further than was announced."""

from __future__ import annotations

import sys

from app.sync.limits import WINDOW_LOG
from app.sync.refusals import BundleContentError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_LEVEL = 3
_PACKING: dict[int, int] = {
    zstd.CompressionParameter.compression_level: _LEVEL,
    zstd.CompressionParameter.checksum_flag: 1,
    zstd.CompressionParameter.content_size_flag: 1,
}
_UNPACKING: dict[int, int] = {zstd.DecompressionParameter.window_log_max: WINDOW_LOG}


def compress(plain: bytes) -> bytes:
    """One frame; the same bytes for the same content and the same zstd."""
    return zstd.compress(plain, options=_PACKING)


def unpack_first(packed: bytes, *, limit: int) -> bytes:
    """What the first frame holds, at most `limit` bytes of it, whatever stands behind the frame.

    Raises BundleContentError.
    """
    unpacker = zstd.ZstdDecompressor(options=_UNPACKING)
    try:
        plain = unpacker.decompress(packed, max_length=limit + 1)
    except zstd.ZstdError as failure:
        raise BundleContentError(detail="not a zstd frame within the limits") from failure
    if len(plain) > limit or not unpacker.eof:
        raise BundleContentError(detail="unpacks too far")
    return plain


def decompress(packed: bytes, *, size: int) -> bytes:
    """Exactly `size` bytes from exactly one frame; raises BundleContentError otherwise.

    Never holds more than one byte over `size`, whatever the frame would unpack to.
    """
    unpacker = zstd.ZstdDecompressor(options=_UNPACKING)
    try:
        plain = unpacker.decompress(packed, max_length=size + 1)
    except zstd.ZstdError as failure:
        raise BundleContentError(detail="not one zstd frame within the limits") from failure
    if len(plain) != size or not unpacker.eof or unpacker.unused_data:
        raise BundleContentError(detail="unpacks to another size than announced")
    return plain
