"""Findings: what in a text that would leave somebody must look at, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.records import Record
from app.i18n import N_, translation
from app.privacy import border
from app.privacy.scan import Kind, Span, finding_id, scan

RELEASE = "release"
KEEP = "keep"
_OWN_WORDS = "own words"
_TO_READ = "to be read"


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

    @property
    def kind(self) -> str:
        """What it looks like."""
        if self.span:
            return self.span.kind.value
        return _OWN_WORDS if self.field == "own_words" else _TO_READ

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


def findings_in(
    record: Record, answers: Mapping[str, str], *, country: str, accept: bool, signed: bool = False
) -> tuple[Finding, ...]:
    """Every finding in the texts of a record that may leave, with its answer.

    `country` is where local telephone numbers are dialled from; with `accept` what is undecided counts as released;
    `signed` says that somebody approved the record as it is now.
    """
    made: list[Finding] = []
    for name in border.text_fields(record):
        value = getattr(record, name)
        text = "\n".join(value) if isinstance(value, tuple) else str(value)
        spans: list[Span | None] = list(scan(text, country)) if text else []
        if text and border.must_be_read(record, name, signed=signed):
            spans = [None]
        for span in spans:
            matched = text[span.start : span.end] if span else text
            identity = finding_id(record.id, name, matched)
            answer = answers.get(identity, RELEASE if accept else "")
            made.append(Finding(identity, record.id, name, text, span, answer))
    return tuple(made)


_MESSAGES: Mapping[str, str] = {
    Kind.PHONE.value: N_("“{text}” may be a telephone number."),
    Kind.MAIL.value: N_("“{text}” may be a mail address."),
    Kind.COORDINATES.value: N_("“{text}” may be an exact position."),
    Kind.BANK.value: N_("“{text}” may be a bank account."),
    Kind.NUMBER.value: N_("“{text}” may be the number of a document or a case."),
    Kind.NAME.value: N_("“{text}” may be somebody's name."),
    _TO_READ: N_("Read this once more before it leaves: “{text}”"),
    _OWN_WORDS: N_("These are somebody's own words. Read them once more: “{text}”"),
}
