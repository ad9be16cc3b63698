"""The one table of settings: the settings page shows each of them, the search finds each of them."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import N_


@dataclass(frozen=True)
class Setting:
    """One setting: its name on the page, what it is called, and in which other words people look for it."""

    name: str
    title: str
    """Marked with N_, translated where it is shown."""
    words: str
    icon: str = "settings"


SETTINGS: tuple[Setting, ...] = (
    Setting("language", N_("Language"), N_("translation, tongue, speak, right to left"), "language"),
    Setting("theme", N_("Theme"), N_("dark, light, high contrast, colours, night, appearance"), "contrast"),
    Setting("text_size", N_("Text size"), N_("larger, smaller, letters, zoom, font, reading"), "text-size"),
    Setting("reduced_motion", N_("Less motion"), N_("animation, slide, blink, calm")),
    Setting("auto_lock", N_("Lock by itself"), N_("minutes, idle, leave, safe"), "lock"),
    Setting("recent_hidden", N_("Keep no list of workspaces"), N_("traces, recent, hide, start"), "lock"),
)

THEMES = {
    "system": N_("Like the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}
"""What there is to choose for the theme."""


def title(name: str) -> str:
    """What a setting is called, marked for translation. KeyError for one that is not in the table."""
    return {one.name: one.title for one in SETTINGS}[name]
