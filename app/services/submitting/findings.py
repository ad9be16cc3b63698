"""Findings: what in a text that would leave somebody must look at, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.records import Attachment, Record
from app.domain.shared import PublicOrganisation, SharedEntry
from app.i18n import N_, translation
from app.places import load as load_places
from app.privacy import border
from app.privacy.scanning import NOBODY, Kind, Known, Span, finding_id, scan

RELEASE = "release"
KEEP = "keep"
_OWN_WORDS = "own words"
_TO_READ = "to be read"
_FILE = "file"
REASONS: Mapping[str, str] = {
    "nobody": N_("It points at nobody"),
    "public": N_("It is public already"),
    "agreed": N_("The person agreed"),
}
"""Why a text may leave as it is; each is kept with the answer."""


@dataclass(frozen=True)
class Eye:
    """What texts are looked at with: from where, with which list of names, and what was answered before."""

    country: str = ""
    """Where local telephone numbers are dialled from."""
    known: Known = NOBODY
    answers: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    accept: bool = False
    """Whether what is undecided counts as released."""

    def spans(self, text: str) -> tuple[Span, ...]:
        """Everything in a text that somebody must look at."""
        return scan(text, self.country, places=load_places(), known=self.known)

    def pointers(self, text: str) -> tuple[str, ...]:
        """The words of a text that somebody must look at."""
        return tuple(text[span.start : span.end] for span in self.spans(text))


@dataclass(frozen=True)
class Finding:
    """Something in a text that a person must look at before the text leaves."""

    id: str
    record: str
    field: str
    text: str
    span: Span | None
    """None where the whole text must be read, as with somebody's own words."""
    answer: str
    """release, keep, or "" while undecided."""
    reason: str = ""
    """Why it was released, a key of REASONS, or "" where nobody said."""
    of_file: bool = False
    """Whether it is a whole attached file that must be looked at, of which `text` says what it shows."""

    @property
    def kind(self) -> str:
        """What it looks like."""
        if self.span:
            return self.span.kind.value
        if self.of_file:
            return _FILE
        return _OWN_WORDS if self.field == "own_words" else _TO_READ

    @property
    def is_unreadable(self) -> bool:
        """Whether the text could not be scanned: it stays, and nobody can decide otherwise."""
        return self.kind == Kind.UNREADABLE.value

    @property
    def matched(self) -> str:
        """The letters it is about."""
        return self.text[self.span.start : self.span.end] if self.span else self.text

    @property
    def message(self) -> str:
        """What to look at, as a template marked for translation."""
        return _MESSAGES[self.kind]

    def sentence(self) -> str:
        """What to look at, in words."""
        return translation().gettext(self.message).format(text=self.matched)


@dataclass(frozen=True)
class Item:
    """One record as its recipient would read it, and what to look at in it."""

    record: str
    """Our own id; the recipient sees `entry.id`."""
    title: str
    entry: SharedEntry
    findings: tuple[Finding, ...]


def findings_in(record: Record, eye: Eye, *, signed: bool = False) -> tuple[Finding, ...]:
    """Every finding in the texts of a record that may leave, with its answer.

    `signed` says that somebody approved the record as it is now.
    """
    made: list[Finding] = []
    for name in border.text_fields(record):
        value = getattr(record, name)
        text = "\n".join(value) if isinstance(value, tuple) else str(value)
        whole = border.must_be_read(record, name, signed=signed)
        made += [_finding(record.id, name, text, span, eye) for span in _spans(text, eye, whole=whole)]
    if isinstance(record, Attachment):
        return tuple(replace(one, of_file=one.span is None) for one in made)
    return tuple(made)


def findings_about(organisation: PublicOrganisation, eye: Eye) -> tuple[Finding, ...]:
    """Every finding in what an organisation says of itself; its id stands for the record."""
    texts = ((name, str(getattr(organisation, name))) for name in border.PROFILE_TEXTS)
    return tuple(
        _finding(organisation.id, name, text, span, eye)
        for name, text in texts
        for span in _spans(text, eye, whole=False)
    )


def _finding(record: str, name: str, text: str, span: Span | None, eye: Eye) -> Finding:
    """One finding with its answer; what cannot be read stays, whatever anybody answered."""
    matched = text[span.start : span.end] if span else text
    identity = finding_id(record, name, matched)
    answer = eye.answers.get(identity, RELEASE if eye.accept else "")
    if span and span.kind is Kind.UNREADABLE:
        answer = KEEP
    return Finding(identity, record, name, text, span, answer, eye.reasons.get(identity, ""))


def _spans(text: str, eye: Eye, *, whole: bool) -> tuple[Span | None, ...]:
    """What is marked in a text; None for all of it, where a person must read the whole before it leaves."""
    if not text:
        return ()
    found = eye.spans(text)
    if whole and not any(span.kind is Kind.UNREADABLE for span in found):
        return (None,)
    return found


_MESSAGES: Mapping[str, str] = {
    Kind.UNREADABLE.value: N_("This text has signs that cannot be checked, so it stays here. Please write it anew."),
    Kind.PHONE.value: N_("“{text}” may be a telephone number."),
    Kind.MAIL.value: N_("“{text}” may be a mail address."),
    Kind.HANDLE.value: N_("“{text}” may be somebody's account on the web."),
    Kind.COORDINATES.value: N_("“{text}” may be an exact position."),
    Kind.ADDRESS.value: N_("“{text}” may be an address."),
    Kind.BANK.value: N_("“{text}” may be a bank account or a card."),
    Kind.DOCUMENT.value: N_("“{text}” may be the number of a document."),
    Kind.CASE.value: N_("“{text}” may be the number of a case."),
    Kind.NUMBER.value: N_("“{text}” may be the number of a document or a case."),
    Kind.NAME.value: N_("“{text}” may be somebody's name."),
    _FILE: N_("Look at the attached file “{text}” once more before it leaves."),
    _TO_READ: N_("Read this once more before it leaves: “{text}”"),
    Kind.DATE.value: N_("“{text}” with a small place can show who was there."),
    _OWN_WORDS: N_("These are somebody's own words. Read them once more: “{text}”"),
}
