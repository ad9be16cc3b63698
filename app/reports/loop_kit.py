"""The loop-closing kit: a radio script, a policy card and a check-back slip as content trees.

Texts stand as they were written; only headings and fixed sentences are in the languages asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.i18n import Translation, isolate, translation
from app.reports.document import Block, Document, Heading, Paragraph

WORDS_A_SECOND = 2.3
"""How fast a text is read aloud on the radio."""
LETTERS_A_SECOND = 4
"""The same for Chinese, which is not written in words."""


@dataclass(frozen=True)
class Told:
    """What was said, what was done, and what could not be done and why; the last two may be empty."""

    said: str
    did: str
    not_done: str = ""
    objectives: tuple[int, ...] = ()


@dataclass(frozen=True)
class Card:
    """A policy card as it was written, and the code of the language it is written in."""

    title: str
    summary: str
    questions: Sequence[str]
    language: str


def script(organisation: str, told: Sequence[Told], language: str) -> Document:
    """A text to be read aloud in about a minute, with the seconds of each part."""
    say = translation(language)
    greeting = say.gettext("This is {organisation}. You told us something, and here is our answer.")
    parts = [greeting.format(organisation=isolate(organisation))]
    for one in told:
        spoken = [say.gettext("You said: {text}").format(text=isolate(one.said))]
        spoken += [say.gettext("We did: {text}").format(text=isolate(one.did))] if one.did else []
        spoken += (
            [say.gettext("What we could not do: {text}").format(text=isolate(one.not_done))] if one.not_done else []
        )
        parts.append("\n".join(spoken))
    parts.append(say.gettext("Thank you for speaking with us. Please go on telling us what you need."))
    seconds = [seconds_of(part, language) for part in parts]
    blocks: list[Block] = []
    for part, needed in zip(parts, seconds, strict=True):
        blocks.append(Paragraph(_seconds(say, needed), "small"))
        blocks.append(Paragraph(part, "lead"))
    return Document(
        title=say.gettext("For the radio"),
        subtitle=say.gettext("Read slowly, about {seconds} seconds").format(seconds=say.number(sum(seconds))),
        kicker=organisation,
        language=language,
        author=organisation,
        blocks=tuple(blocks),
        scale=1.2,
    )


def policy_card(organisation: str, card: Card, languages: Sequence[str], scale: float = 1.0) -> Document:
    """A rule or plan in plain words, with the questions to ask about it; read in the direction it is written in."""
    spoken = [translation(code) for code in languages]
    say = translation(card.language)
    blocks: list[Block] = [Paragraph(card.summary, "lead")]
    if card.questions:
        heads = [one.gettext("What do you think?") for one in spoken]
        blocks += [Heading(1, heads[0]), *_others(heads, spoken)]
    for number, question in enumerate(card.questions, start=1):
        numbered = say.gettext("{number}. {text}").format(number=say.number(number), text=isolate(question))
        blocks.append(Paragraph(numbered, "lead"))
    asked = [one.gettext("Tell us what you think: your answer counts.") for one in spoken] if card.questions else []
    return Document(
        title=card.title or say.gettext("Policy card"),
        language=card.language,
        author=organisation,
        kicker=organisation,
        footer="\n".join(dict.fromkeys(asked)),
        blocks=tuple(blocks),
        scale=scale,
    )


def slip(organisation: str, code: str, language: str) -> Document:
    """A small piece of paper with the code that finds the answer; nothing on it says who holds it or what was said."""
    say = translation(language)
    how = say.gettext("Show or say these words here, at any time, and we look up what became of your message.")
    nobody = say.gettext("We do not know your name, and we do not keep these words. If they are lost, nobody can help.")
    # groups of digits are read from the left in every script
    spoken = language if any(letter.isalpha() for letter in code) else "en"
    blocks = (Paragraph(code, "code", spoken), Paragraph(how), Paragraph(nobody, "small"))
    title = say.gettext("Your slip")
    return Document(title, language, organisation, kicker=organisation, blocks=blocks, page="A6")


def seconds_of(text: str, language: str) -> int:
    """How long a text takes to be read aloud, in whole seconds."""
    if language.startswith("zh"):
        return round(len(text) / LETTERS_A_SECOND)
    return round(len(text.split()) / WORDS_A_SECOND)


def _others(heads: Sequence[str], spoken: Sequence[Translation]) -> list[Block]:
    return [Paragraph(head, "small", say.language) for head, say in zip(heads[1:], spoken[1:], strict=True)]


def _seconds(say: Translation, seconds: int) -> str:
    sentence = say.ngettext("About {count} second", "About {count} seconds", seconds)
    return sentence.format(count=say.number(seconds))
