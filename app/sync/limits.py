"""How large anything in a bundle may be; part of format 1, so they are never lowered."""

from __future__ import annotations

KIBIBYTE = 1 << 10
MEBIBYTE = 1 << 20

LARGEST_BUNDLE_BYTES = 1024 * MEBIBYTE
"""The file as it lies on the disk."""
LARGEST_MANIFEST_BYTES = 2 * MEBIBYTE
MOST_DATA_PARTS = 64
MOST_BLOBS = 4_000

LARGEST_PART_BYTES = 64 * MEBIBYTE
"""One part or blob, opened and unpacked."""
LARGEST_STORED_PART_BYTES = LARGEST_PART_BYTES + MEBIBYTE
"""The same as stored: sealing and incompressible content add a little."""
LARGEST_CONTENT_BYTES = 1024 * MEBIBYTE
"""All parts and blobs together, opened and unpacked."""

FREE_CONTENT_BYTES = 64 * MEBIBYTE
"""Up to here content may be packed as tightly as it likes; beyond, `HIGHEST_RATIO` to 1."""
HIGHEST_RATIO = 200

WINDOW_LOG = 23
"""zstd may look back 2^23 bytes (8 MiB), no further: it is memory that the reader has to set aside."""

LARGEST_LINE_BYTES = MEBIBYTE
DEEPEST_JSON = 8
"""Objects and arrays inside each other, the outermost counted."""
