"""Shared records as the plain values of a bundle, and back; the wire never follows the tables.

A header is one JSON object, an entry one JSON line `{"id", "t", "f"}`. A withheld count is
`{"withheld": true}`; a field that was not asked is absent; an amount is a text such as `"12.5"`. Fields and
kinds that this program does not know are named in `Submission.unknown`: the bundle itself is kept byte for
byte, so a later program still finds them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from app.domain.shared import (
    SHARED_KINDS,
    Audience,
    Call,
    Disclosure,
    EnclosedNote,
    PublicOrganisation,
    Question,
    SharedEntry,
    Submission,
    Unknown,
)
from app.domain.terms import (
    AMOUNT_WITHHELD,
    NOT_ASKED,
    NOT_TOLD,
    WITHHELD,
    Amount,
    Count,
    Period,
    When,
    decimal,
    decimal_text,
)
from app.sync.lines import dumps_line, loads_line
from app.sync.refusals import BundleContentError

ORGANISATION = "organisation"
"""What `Submission.unknown` calls the organisation itself."""
_LATER = frozenset({"replaces", "withdrawn", "indicators"})
"""Fields that calls did not have at first: left out while they are empty, so that older calls stay as they are."""
_NUMBERS_LIMIT = 1 << 53
_ENCLOSED: Mapping[str, type[SharedEntry]] = {**SHARED_KINDS, EnclosedNote.KIND: EnclosedNote}


def submission_header(submission: Submission) -> dict[str, object]:
    """What a submission says of itself; names and periods, so it stands in the sealed part."""
    return {
        "organisation": _plain(submission.organisation),
        "call": submission.call,
        "period": submission.period.iso,
        "revision": submission.revision,
        "previous": submission.previous,
        "reference": submission.reference,
        "languages": list(submission.languages),
        "made_on": submission.made_on,
        "signer_role": submission.signer_role,
        "disclosure": _plain(submission.disclosure),
    }


def entry_lines(submission: Submission) -> Iterator[bytes]:
    """The entries, one JSON line each, in an order that depends on them alone."""
    return lines_of(submission.entries)


def lines_of(entries: Iterable[SharedEntry]) -> Iterator[bytes]:
    """The same of any entries."""
    for entry in sorted(entries, key=lambda one: (one.KIND, one.id)):
        yield dumps_line({"id": entry.id, "t": entry.KIND, "f": _fields(entry)})


def read_entries(lines: Iterable[bytes]) -> tuple[SharedEntry, ...]:
    """What `lines_of` wrote, of a submission or of a second envelope. Raises BundleContentError."""
    with _refused():
        read = [loads_line(line) for line in lines]
        return tuple(entry for line in read if (entry := _entry(line, _ENCLOSED)) is not None)


def read_submission(header: Mapping[str, Any], lines: Iterable[bytes]) -> Submission:
    """The submission a bundle holds. Raises BundleContentError where it does not say what a submission must."""
    with _refused():
        about = header["disclosure"]
        read = [loads_line(line) for line in lines]
        return Submission(
            organisation=_made(PublicOrganisation, header["organisation"]),
            call=_text(header["call"]),
            period=Period.parse(header["period"]),
            revision=_whole(header["revision"]),
            previous=_text(header.get("previous", "")),
            reference=_text(header["reference"]),
            languages=tuple(_text(one) for one in header.get("languages", ())),
            made_on=_text(header.get("made_on", "")),
            signer_role=_text(header.get("signer_role", "")),
            disclosure=dataclasses.replace(
                _made(Disclosure, {**about, "audience": None}), audience=Audience(about["audience"])
            ),
            entries=tuple(entry for line in read if (entry := _entry(line)) is not None),
            unknown=(*_unknown_of(header), *(one for line in read if (one := _unknown(line)) is not None)),
        )


def call_header(call: Call) -> dict[str, object]:
    """What a call asks, as one JSON object; later fields stand in it only where they say something."""
    told = {name: value for name, value in _plain(call).items() if name not in ("signing", "made_on")}
    return {
        **{name: value for name, value in told.items() if value or name not in _LATER},
        "period": call.period.iso,
        "audience": call.audience.value,
        "questions": [_plain(question) for question in call.questions],
    }


def read_call(header: Mapping[str, Any], signing: bytes, made_on: str = "") -> Call:
    """The call a bundle of this day holds, signed by `signing`. Raises BundleContentError where it is not one."""
    with _refused():
        plain = {**header, "period": None, "audience": None, "questions": ()}
        made: Call = dataclasses.replace(
            _made(Call, plain),
            period=Period.parse(header["period"]),
            audience=Audience(header["audience"]),
            questions=tuple(_made(Question, question) for question in header.get("questions", ())),
            signing=signing,
            made_on=made_on,
        )
        if len({made.id, *made.replaces}) != made.version:
            raise ValueError("no version replaces itself")
        return made


class _refused:  # noqa: N801 - a block, used as one
    """Whatever a foreign value does to a constructor becomes one refusal."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, (KeyError, ValueError, TypeError, AttributeError)):
            raise BundleContentError(detail=type(error).__name__) from error


def _fields(entry: SharedEntry) -> dict[str, object]:
    """What an entry says; empty values are left out, and 0 is not an empty value."""
    found = {one.name: _value(getattr(entry, one.name)) for one in dataclasses.fields(entry) if one.name != "id"}
    return {
        name: value
        for name, value in found.items()
        if value is not None and value is not False and value not in ("", [])
    }


def _value(value: object) -> object:
    if isinstance(value, Count):
        return {"withheld": True} if value.withheld else value.value
    if isinstance(value, Amount):
        return {"withheld": True} if value.withheld else None if value.value is None else decimal_text(value.value)
    if isinstance(value, When):
        return value.iso
    return list(value) if isinstance(value, tuple) else value


def _entry(line: Mapping[str, Any], kinds: Mapping[str, type[SharedEntry]] = SHARED_KINDS) -> SharedEntry | None:
    kind = kinds.get(_text(line["t"]))
    return None if kind is None else _made(kind, line["f"], id=_text(line["id"]))


def _unknown(line: Mapping[str, Any]) -> Unknown | None:
    """What of a line this program does not know: all of it, some fields, or nothing."""
    kind = _text(line["t"])
    if kind not in SHARED_KINDS:
        return Unknown(kind, _text(line["id"]))
    whole: Any = SHARED_KINDS[kind]
    fresh = tuple(sorted(name for name in line["f"] if name not in _wanted(whole)))
    return Unknown(kind, _text(line["id"]), fresh) if fresh else None


def _unknown_of(header: Mapping[str, Any]) -> Iterator[Unknown]:
    """What a newer program says of the organisation beyond what this one knows."""
    about = header["organisation"]
    known = {one.name for one in dataclasses.fields(PublicOrganisation)}
    fresh = tuple(sorted(_text(name) for name in about if name not in known))
    if fresh:
        yield Unknown(ORGANISATION, _text(about["id"]), fresh)


def _made(kind: Any, plain: Mapping[str, Any], **read: object) -> Any:
    """A frozen value from plain ones, each read as its field's default says; unknown names are passed over.

    What was `read` already holds.
    """
    known = _wanted(kind)
    told = {name: _read(known[name], value) for name, value in plain.items() if name in known}
    return kind(**{**told, **read})


@cache
def _wanted(kind: type[Any]) -> Mapping[str, str]:
    """By the name of a field, what is expected in it."""
    return {one.name: str(one.type) for one in dataclasses.fields(kind)}


def _read(wanted: str, value: Any) -> Any:
    if wanted == "Count":
        return _count(value)
    if wanted == "Amount":
        return _amount(value)
    if wanted == "When | None":
        return None if value is None else When.parse(_text(value))
    if wanted == "tuple[int, ...]":
        return tuple(_whole(one) for one in value)
    if wanted == "tuple[str, ...]":
        return tuple(_text(one) for one in value)
    if wanted == "int":
        return _whole(value)
    if wanted == "str":
        return _text(value)
    if wanted == "bool" and not isinstance(value, bool):
        raise ValueError(wanted)
    return value


def _count(value: Any) -> Count:
    if value is None:
        return NOT_ASKED
    if isinstance(value, Mapping):
        return WITHHELD
    return Count(_whole(value))


def _amount(value: Any) -> Amount:
    if value is None:
        return NOT_TOLD
    return AMOUNT_WITHHELD if isinstance(value, Mapping) else Amount(decimal(_text(value)))


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= _NUMBERS_LIMIT or value < 0:
        raise ValueError("a whole number is expected")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value


def _plain(value: Any) -> dict[str, Any]:
    found = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    return {
        name: kept.value if isinstance(kept, Audience) else list(kept) if isinstance(kept, tuple) else kept
        for name, kept in found.items()
    }
