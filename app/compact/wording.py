"""Texts of the pack in a language, and how sure we are of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.i18n import ENGLISH, MADE_UP, translation

VERIFIED = "V"
WORKING = "working"


@dataclass(frozen=True)
class Title:
    """A wording with its standing: V verified, P partly verified, K from knowledge, working our own."""

    text: str
    status: str
    language: str

    @property
    def official(self) -> bool:
        """Whether this may be shown as official wording: only when a copy of the source was read word for word."""
        return self.status == VERIFIED

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Wording:
    """One text in several languages, each with its status; a language without a status counts as our own words."""

    texts: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)

    def title(self, language: str) -> Title:
        """The wording in this language; where there is none, the English one, marked as English."""
        if language == MADE_UP:
            return Title(self.text(language), WORKING, MADE_UP)
        found = spoken(self.texts, language)
        return Title(self.texts.get(found, ""), self.statuses.get(found, WORKING), found)

    def text(self, language: str) -> str:
        """The bare text, in this language or in English."""
        return said(self.texts, language)


def spoken(texts: Mapping[str, object], language: str) -> str:
    """Which of these languages serves a reader of `language`: it, its parent (pt for pt_BR), else English."""
    parent = language.split("_", 1)[0]
    return next((code for code in (language, parent) if texts.get(code)), ENGLISH)


def said(texts: Mapping[str, str], language: str) -> str:
    """The text for a reader of `language`; empty only if there is not even an English one."""
    text = texts.get(spoken(texts, language), "")
    return translation(MADE_UP).gettext(text) if language == MADE_UP else text
