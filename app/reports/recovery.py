"""Paper for a safe: the 24 recovery words, and the three cards of which any two are enough, as content trees.

Nothing on them says whose they are, or where the workspace lies: who finds one card learns that there is a lock.
"""

from __future__ import annotations

from app.i18n import N_, translation
from app.reports.document import Code, Document, Notice, Numbered, Paragraph

AUTHOR = "Groundwork"
_CARDS = 3
_WORDS_KEPT = N_(
    "Not beside the computer, not in a mail, not as a photo. Without the passphrase and these words the data is gone."
)
_NEEDS_BACKUP = N_("The words open the file; they do not bring it back. For a lost file you need a backup as well.")
_CARDS_KEPT = N_("Not two in one place, not as a photo. Without the passphrase and two of the cards the data is gone.")


def words(listed: tuple[str, ...], language: str) -> Document:
    """The 24 words, with lines to say where the paper belongs, and a code for a camera that is trusted."""
    say = translation(language).gettext
    return Document(
        title=say("Recovery words"),
        language=language,
        author=AUTHOR,
        kicker=AUTHOR,
        subtitle=say("They open the workspace when the passphrase is forgotten"),
        footer=say("Whoever has these words can read everything. They are kept nowhere else."),
        blocks=(
            Notice("warning", say("Keep this paper where you keep money or deeds"), say(_WORDS_KEPT)),
            Numbered(listed, _language_of(listed, language)),
            Paragraph(say("The same words as a code. Read it only with a camera that keeps no pictures."), "small"),
            Code(" ".join(listed), say("The 24 words as a QR code")),
            Paragraph(say("Groundwork asks for them under “Forgot the passphrase?” on its lock."), "small"),
            Paragraph(say(_NEEDS_BACKUP), "small"),
        ),
    )


def card(told: str, number: int, language: str) -> Document:
    """One of three cards: its number, its words and the same as a code; the words are English in every language."""
    say = translation(language)
    listed = tuple(told.split())
    place = say.gettext("Card {number} of {count}").format(number=say.number(number), count=say.number(_CARDS))
    begins = say.gettext("Cards of one set begin with the same words: {words}.")
    return Document(
        title=place,
        language=language,
        author=AUTHOR,
        kicker=AUTHOR,
        subtitle=say.gettext("Any two of the three cards open the workspace when the passphrase is forgotten"),
        footer=say.gettext("One card alone opens nothing. Keep the three in three places."),
        blocks=(
            Notice("info", say.gettext("Give each card to another person, or another place"), say.gettext(_CARDS_KEPT)),
            Numbered(listed, "en"),
            Paragraph(begins.format(words=" ".join(listed[:2])), "small"),
            Paragraph(say.gettext("The same words as a code, for a camera that keeps no pictures:"), "small"),
            Code(told.upper(), say.gettext("The words of this card as a QR code")),
            Paragraph(
                say.gettext("Groundwork asks for two cards under “Forgot the passphrase?” on its lock."), "small"
            ),
            Paragraph(say.gettext(_NEEDS_BACKUP), "small"),
        ),
    )


def _language_of(listed: tuple[str, ...], language: str) -> str:
    """English words in a document of another language say so to whoever reads it aloud."""
    return "en" if all(word.isascii() for word in listed) and language not in ("fr", "es") else language
