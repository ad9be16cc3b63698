"""Reading the files of a pack: nothing is used whose hash or shape differs from what was sealed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from app.compact.shapes import (
    CodeListsShape,
    CycleShape,
    FrameworkShape,
    IndicatorsShape,
    ManifestShape,
    ObjectiveShape,
    PackDamagedError,
    WordsShape,
)

MANIFEST = "manifest.json"
_WORDS = "words/"
T = TypeVar("T")


@dataclass(frozen=True)
class PackFiles:
    """The content of a pack's files, checked but not yet joined."""

    version: str
    objectives: tuple[ObjectiveShape, ...]
    framework: FrameworkShape
    cycle: CycleShape
    codes: CodeListsShape
    indicators: IndicatorsShape
    words: dict[str, WordsShape]


def read(folder: Path) -> PackFiles:
    """Every file of the pack. Raises PackDamagedError naming the first file that is not as sealed."""
    manifest = _decode(_bytes(folder, MANIFEST), ManifestShape, MANIFEST)
    sealed = {name: _sealed(folder, name, manifest) for name in manifest.files}
    words = {name: content for name, content in sealed.items() if name.startswith(_WORDS)}
    return PackFiles(
        version=manifest.version,
        objectives=_decode(_of(sealed, "objectives.json"), tuple[ObjectiveShape, ...], "objectives.json"),
        framework=_decode(_of(sealed, "framework.json"), FrameworkShape, "framework.json"),
        cycle=_decode(_of(sealed, "cycle.json"), CycleShape, "cycle.json"),
        codes=_decode(_of(sealed, "codes.json"), CodeListsShape, "codes.json"),
        indicators=_decode(_of(sealed, "indicators.json"), IndicatorsShape, "indicators.json"),
        words={found.language: found for found in (_decode(content, WordsShape, n) for n, content in words.items())},
    )


def _of(sealed: dict[str, bytes], name: str) -> bytes:
    if name not in sealed:
        raise PackDamagedError(file=name, detail="not in the manifest")
    return sealed[name]


def _sealed(folder: Path, name: str, manifest: ManifestShape) -> bytes:
    """The bytes of a listed file, if they are the bytes that were sealed."""
    if ".." in name or name.startswith("/") or "\\" in name or ":" in name:
        raise PackDamagedError(file=name, detail="a path that leaves the pack")
    content = _bytes(folder, name)
    if hashlib.sha256(content).hexdigest() != manifest.files[name].sha256:
        raise PackDamagedError(file=name, detail="its hash differs from the manifest")
    return content


def _bytes(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as failure:
        raise PackDamagedError(file=name, detail=type(failure).__name__) from failure


def _decode(content: bytes, shape: type[T], name: str) -> T:
    try:
        return msgspec.json.decode(content, type=shape)
    except msgspec.MsgspecError as failure:
        raise PackDamagedError(file=name, detail=str(failure)) from failure
