"""Voices: which keys may speak for an organisation, as a function of what people trusted and what old keys signed.

A person trusts a key; from there the line of key changes is followed by itself, in whatever order they came. Where
one key named two that follow it, or a person replaced a key by hand, no machine goes on: digits are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.services.opening.workspace import Workspace
from app.storage import decisions
from app.storage.decisions import TRUST, Decision
from app.storage.exchange import Received
from app.storage.session import Session
from app.vault.key_change import KeyChange, Line, line_from

KEY_CHANGE = "key-change"
"""What an old key signed: the subject is the organisation, the answer the new key. No person decided it."""
STAYS = "stays"
"""In a decision of trust: the keys before, of which what was accepted goes on counting."""


@dataclass(frozen=True)
class Voice:
    """Who may speak for one organisation."""

    key: str = ""
    """The key that signs now; "" where nobody trusts one."""
    before: frozenset[str] = frozenset()
    """Keys it used before: what they signed and a person accepted counts."""
    named: str = ""
    """The key that a person trusted; another one than `key` where old keys named those that followed."""
    day: str = ""
    """When the key before named the one that signs now; "" where a person trusted it."""
    is_torn: bool = False
    """Whether one key named two that follow it."""
    reason: str = ""
    """Why a person trusted a key in place of another; "" where none was replaced by hand."""

    def knows(self, key: str) -> bool:
        """Whether a file that this key signed comes from the organisation."""
        return key == self.key or key in self.before


def voices(session: Session, organisation: str = "") -> dict[str, Voice]:
    """Organisation to who speaks for it; of one organisation or of all that somebody trusts."""
    told: dict[str, list[Decision]] = {}
    for one in decisions.every(session, KEY_CHANGE, organisation):
        told.setdefault(one.subject, []).append(one)
    trusted = decisions.newest(session, TRUST, organisation)
    return {who: _voice(found, told.get(who, ())) for who, found in trusted.items()}


def keys(found: Mapping[str, Voice]) -> dict[str, str]:
    """Organisation to the one key that speaks for it now."""
    return {who: voice.key for who, voice in found.items()}


def speaker(one: Received, found: Mapping[str, Voice]) -> str:
    """By whom a file counts as signed: what an older key of the same line signed is theirs as well."""
    voice = found.get(one.organisation, Voice())
    return voice.key if voice.knows(one.sender) else one.sender


def note(workspace: Workspace, session: Session, organisation: str, changes: Iterable[KeyChange]) -> None:
    """Keep what old keys of this organisation signed, each once, whoever is trusted by now."""
    fresh = [one for one in changes if one.organisation == organisation]
    if not fresh:
        return
    kept = {(one.fields.get("old"), one.answer) for one in decisions.every(session, KEY_CHANGE, organisation)}
    for change in fresh:
        if (change.old, change.new) not in kept:
            stamp = workspace.next_stamps(session).stamp()
            fields = {"old": change.old, "day": change.day, "signature": change.signature}
            decisions.put(session, Decision(stamp, organisation, KEY_CHANGE, change.new, fields=fields))
            kept.add((change.old, change.new))


def _voice(trusted: Decision, told: Iterable[Decision]) -> Voice:
    if not told and not trusted.fields:
        return Voice(trusted.answer, named=trusted.answer, reason=trusted.comment)
    changes = [KeyChange(one.subject, one.fields["old"], one.answer, one.fields["day"], "") for one in told]
    line: Line = line_from(trusted.answer, changes)
    now = line.keys[-1]
    stays = frozenset(filter(None, trusted.fields.get(STAYS, "").split(" ")))
    days = [one.day for one in changes if one.new == now and one.old in line.keys]
    before = (stays | frozenset(line.keys)) - {now}
    return Voice(now, before, trusted.answer, max(days, default=""), line.is_torn, trusted.comment)
