"""The whole help: every topic in its order, and where each leads on."""

from __future__ import annotations

import re
from functools import lru_cache

from app.i18n import N_
from app.manual import advice
from app.manual.first_steps import FIRST_STEPS
from app.manual.gathered import Gathered, Sentence, gathered
from app.manual.glossary import GLOSSARY
from app.manual.keys import KEYS
from app.manual.more import MORE_TOPICS
from app.manual.safety import SAFETY
from app.manual.settings_told import TOLD
from app.manual.topic import FIRST, LOOK_UP, MORE, PAGES, SAID, Row, Topic
from app.manual.topic import SAFETY as SAFELY
from app.manual.topic import TROUBLE as TROUBLED
from app.manual.topics import TOPICS
from app.manual.trouble import TROUBLES

GROUPS = {
    FIRST: N_("First steps"),
    PAGES: N_("Page by page"),
    MORE: N_("On more than one page"),
    TROUBLED: N_("When something goes wrong"),
    SAFELY: N_("Safety"),
    LOOK_UP: N_("To look up"),
    SAID: N_("What Groundwork says, sentence by sentence"),
}
"""The parts of the help in their order."""
ALIKE = N_("This text is the help of Groundwork itself. Press F1 to read it there.")
"""What the manual, made of the same text, says of itself."""
LEADS: dict[str, tuple[str, ...]] = {
    "overview": ("first-community", "first-council", "first-coordinator"),
    "objectives": ("glossary",),
    "activities": ("gazetteer", "problems", "errors-attached"),
    "feedback": ("safety", "problems"),
    "records": ("problems", "errors-attached"),
    "review": ("laptops",),
    "trash": ("missing",),
    "submissions": ("changed-calls", "cannot-send", "withheld", "letters"),
    "calls": ("changed-calls", "first-coordinator"),
    "inbox": ("exchange", "waiting", "errors-received"),
    "import": ("errors-import", "errors-forms"),
    "once": ("errors-picture",),
    "picture": ("withheld", "errors-picture", "errors-iati"),
    "settings": ("each-setting", "passphrase", "safety"),
    "help": ("keyboard", "glossary", "trouble"),
    "passphrase": ("forgot", "lost"),
    "laptops": ("stolen", "waiting", "exchange", "errors-laptops"),
    "exchange": ("errors-places",),
    "trouble": ("problems", *advice.TITLES),
    "forgot": ("passphrase", "errors-keys"),
    "stolen": ("lost", "laptops"),
    "will-not-open": ("errors-received", "errors-disk"),
    "no-room": ("errors-disk",),
    "waiting": ("inbox", "laptops"),
    "withheld": ("glossary", "safety"),
    "cannot-send": ("submissions", "exchange"),
    "letters": ("submissions", "cannot-send"),
    "missing": ("trash", "trouble"),
    "slow": ("keyboard", "each-setting"),
    "safety": ("danger", "lost", "seen"),
    "danger": ("stolen",),
    "lost": ("passphrase",),
    "first-community": ("activities", "passphrase", "safety"),
    "first-council": ("submissions", "exchange", "cannot-send"),
    "first-coordinator": ("calls", "inbox", "picture"),
    "commands": ("errors-commands",),
}
"""Topics that help on, by the codes of topics; sentences of which there are none are left out."""
_SPOT = N_("“…” stands for a name, a number or a place.")
_FIELD = re.compile(r"\{[^}]*\}")


@lru_cache(maxsize=1)
def topics() -> tuple[Topic, ...]:
    """Every topic, by groups."""
    told = (*FIRST_STEPS, *TOPICS, *MORE_TOPICS, *TROUBLES, *SAFETY, GLOSSARY, *_looked_up(gathered()))
    order = list(GROUPS)
    return tuple(sorted(told, key=lambda one: order.index(group_of(one))))


def topic(code: str) -> Topic | None:
    """The topic with this code, or of the page with this name."""
    by_code = next((one for one in topics() if one.code == code), None)
    return by_code or next((one for one in topics() if code and one.page == code), None)


def group_of(one: Topic) -> str:
    """The code of its part of the help."""
    if one.group:
        return one.group
    if one.page:
        return PAGES
    return SAFELY if one in SAFETY else TROUBLED if one.code == "trouble" else MORE


def leads(one: Topic) -> tuple[Topic, ...]:
    """The topics that help on."""
    found = (topic(code) for code in LEADS.get(one.code, ()))
    return tuple(other for other in found if other is not None)


def _looked_up(code: Gathered) -> tuple[Topic, ...]:
    keys = tuple(Row(one.words, code=one.key) for one in KEYS)
    settings = tuple(Row(one.words, TOLD.get(one.name, "")) for one in code.settings)
    commands = tuple(Row(one.words, code=f"groundwork {one.name}") for one in code.commands)
    problems = tuple(
        Row(one.words, advice.LEVELS[one.place], advice.PROBLEMS.get(one.code, ""), one.code) for one in code.problems
    )
    problems += tuple(Row(one.words) for one in code.beside)
    errors = (_errors(name, title, (*code.errors, *code.reasons)) for name, title in advice.TITLES.items())
    about_fields = N_("What stands beside a field while you write, and what to do.")
    return (
        Topic("keyboard", N_("Keyboard"), rows=keys, group=LOOK_UP),
        Topic("each-setting", N_("Every setting"), rows=settings, group=LOOK_UP),
        Topic("commands", N_("Commands"), (N_("The same without a window."),), rows=commands, group=LOOK_UP),
        Topic("problems", N_("Sentences beside a field"), (about_fields, _SPOT), rows=problems, group=SAID),
        *(one for one in errors if one.rows),
    )


def _errors(name: str, title: str, errors: tuple[Sentence, ...]) -> Topic:
    rows = tuple(
        Row(one.words, advice=advice.ERRORS.get(one.code, ""), code=one.code)
        for one in errors
        if advice.topic_of(one.place, one.code) == name
    )
    about = N_("What Groundwork says when something cannot be done. Most sentences end with what to do.")
    return Topic(name, title, (about, _SPOT), rows=rows, group=SAID)


def shown(sentence: str) -> str:
    """A translated sentence with dots where its fields are."""
    return _FIELD.sub("…", sentence).replace("….", "…")
