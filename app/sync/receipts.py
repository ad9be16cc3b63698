"""A receipt as a bundle: signed by who read the submission, sealed for who sent it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.shared import Receipt
from app.sync import bundle, signers
from app.sync.lines import dumps_line, loads_line
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.sync.refusals import BundleContentError
from app.vault.identity import OrganisationKeys, PublicKeys
from app.vault.key_change import KeyChange

_FATE = "fate"
"""The kind of a line that tells what became of one entry; other kinds are passed over."""
_TEXTS = ("submission", "call", "organisation", "reader", "read_on", "verdict", "comment", "fate")


def write(receipt: Receipt, *, keys: OrganisationKeys, sender: PublicKeys, changes: Iterable[KeyChange] = ()) -> bytes:
    """The receipt as the bytes of a file that only the sender of the submission, and its writer, can open.

    `changes` are those of the key that signs it.
    """
    header: dict[str, object] = {name: getattr(receipt, name) for name in _TEXTS}
    header |= {"revision": receipt.revision, "decided": receipt.decided, "questions": dict(receipt.questions)}
    header |= signers.told(changes)
    label = bundle.Label(Purpose.RECEIPT, receipt.read_on, (sender, keys.public))
    lines = [
        dumps_line({"id": entry, "t": _FATE, "f": {"fate": fate}}) for entry, fate in sorted(receipt.fates.items())
    ]
    return bundle.write(label, header, lines=lines, keys=keys)


def open_(data: bytes, *, keys: OrganisationKeys) -> tuple[Receipt, bytes]:
    """The receipt in a file, and the first key of the line of the key that signed it.

    Raises one of `app.sync.refusals`. Whether that key is the right one is for the caller to say.
    """
    found = read(data, purpose=Purpose.RECEIPT, keys=keys)
    header = found.header
    try:
        texts = {name: _text(header.get(name, "")) for name in _TEXTS}
        revision, decided = header["revision"], header.get("decided", 0)
        questions = header.get("questions", {})
        if not isinstance(revision, int) or not isinstance(decided, int) or not isinstance(questions, dict):
            raise TypeError("numbers and questions are expected")
        asked = {_text(place): _text(words) for place, words in questions.items()}
        told: list[Mapping[str, Any]] = [loads_line(line) for line in found.lines()]
        fates = {_text(one["id"]): _text(one["f"]["fate"]) for one in told if one["t"] == _FATE}
    except (KeyError, TypeError, ValueError) as failure:
        raise BundleContentError(detail=type(failure).__name__) from failure
    receipt = Receipt(**texts, revision=revision, decided=decided, questions=asked, fates=fates)
    return receipt, signers.first_signer(found)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value
