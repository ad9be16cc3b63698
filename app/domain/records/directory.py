"""An organisation's own book: policies, partners, words, private notes and requests by authorities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.records.fields import WRITER, Record, Shape, declare
from app.domain.terms import When
from app.i18n import N_


@dataclass(frozen=True)
class PolicyLink(Record):
    """A plan, law or policy of somebody that the work is tied to."""

    KIND: ClassVar[str] = "policy_link"

    title: str = declare(Shape.TEXT, N_("Title of the plan or policy"), required=True, light=True)
    body: str = declare(Shape.TEXT, N_("Whose it is"), required=True, light=True)
    level: str = declare(Shape.CODE, N_("Level"), codes="levels", required=True, light=True)
    marker: str = declare(
        Shape.CODE,
        N_("How much migration counts in it"),
        codes="policy_marker",
        required=True,
        light=True,
    )
    url: str = declare(Shape.TEXT, N_("Web address"), light=True)
    objectives: tuple[int, ...] = declare(Shape.OBJECTIVES, N_("Objectives"))


@dataclass(frozen=True)
class Partner(Record):
    """An organisation worked with; it is told to others only if it agreed."""

    KIND: ClassVar[str] = "partner"

    name: str = declare(Shape.TEXT, N_("Public name"), required=True, light=True)
    type: str = declare(Shape.CODE, N_("Kind of organisation"), codes="stakeholder_types", required=True, light=True)
    country: str = declare(Shape.PLACE, N_("Country"), light=True)
    role: str = declare(Shape.CODE, N_("Its role"), codes="roles", light=True)
    agreed: bool = declare(Shape.FLAG, N_("It agreed to be named"), light=True)


@dataclass(frozen=True)
class TermNote(Record):
    """How an organisation uses a word, so that readers understand it as it was meant."""

    KIND: ClassVar[str] = "term_note"

    term: str = declare(Shape.TEXT, N_("The word"), required=True, light=True)
    text: str = declare(Shape.LONG_TEXT, N_("How you use it"), required=True, light=True)


@dataclass(frozen=True)
class PrivateNote(Record):
    """A note for the organisation itself; it never leaves."""

    KIND: ClassVar[str] = "private_note"
    SEALED_FOR: ClassVar[str] = WRITER

    text: str = declare(
        Shape.LONG_TEXT,
        N_("Your note"),
        required=True,
        light=True,
        help=N_("Never leaves your organisation"),
    )
    objectives: tuple[int, ...] = declare(Shape.OBJECTIVES, N_("Objectives"))


@dataclass(frozen=True)
class AuthorityRequest(Record):
    """An authority asked for something, and what was answered; kept so that nobody has to remember. Never leaves."""

    KIND: ClassVar[str] = "authority_request"

    date: When | None = declare(Shape.WHEN, N_("Date"), required=True, light=True)
    kind: str = declare(
        Shape.CODE,
        N_("What was asked for"),
        codes="authority_request_kinds",
        required=True,
        light=True,
    )
    answer: str = declare(
        Shape.CODE,
        N_("What you answered"),
        codes="authority_answers",
        required=True,
        light=True,
    )
    note: str = declare(Shape.LONG_TEXT, N_("Note"), light=True, help=N_("Never leaves your organisation"))
