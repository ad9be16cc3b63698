"""What fields offer while somebody types: of the pack, of the calendar, of what was written down before.

What is offered has a code that is kept and words that are shown; words of one's own are kept as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.compact import Title
from app.domain import periods
from app.domain.terms import Period
from app.domain.wording import Wording
from app.i18n import _, isolate, language
from app.ordering import by_name
from app.services.records import recording
from app.tongues import language_names
from app.ui.process.session import Session
from app.ui.words.choice import Choice, matching

Find = Callable[[str], Sequence[Choice]]
_MOST = 40


def finder(session: Session, name: str) -> Find:
    """What a field asks that offers things of this name."""
    if name == "partners":
        return lambda typed: _partners(session, typed)
    known = _LISTS[name](session)
    return lambda typed: matching(known, typed) or _with_every_word(known, typed)


def name_of(session: Session, name: str, code: str) -> str:
    """What a code is called; words of one's own are called what they are."""
    if name == "languages":
        return language_names(language()).get(code, code)
    if name == "periods":
        return _period_words(session, code)
    if name == "partners":
        return code
    gone = session.pack.gone_titles.get((name, code))
    known = (choice.label for choice in _LISTS[name](session) if choice.code == code)
    return next(known, _told(code, gone.title(language())) if gone else code)


def _with_every_word(known: tuple[Choice, ...], typed: str) -> tuple[Choice, ...]:
    for word in typed.split():
        known = matching(known, word)
    return known


def _indicators(session: Session) -> tuple[Choice, ...]:
    """Found by number, by our words, and by the everyday words of the objective that they tell something about."""
    found = []
    for one in session.pack.indicators:
        belongs = [session.pack.objective(number) for number in one.objectives]
        words = " ".join(" ".join((which.name(language()), *which.keywords(language()))) for which in belongs)
        found.append(Choice(one.code, _told(one.code, one.title(language())), words=f"{one.code} {words} {one.label}"))
    return tuple(found)


def _actions(session: Session) -> tuple[Choice, ...]:
    return tuple(
        Choice(action.ref, _told(action.ref, action.title(language())), words=f"{one.name(language())} {action.label}")
        for one in session.pack.objectives
        for action in one.actions
    )


def _told(code: str, title: Title) -> str:
    """A code with its label; one that the pack has in English only says so to whoever reads another language."""
    if title.language in (language(), language().partition("_")[0]):
        return _("{code} {name}").format(code=code, name=title.text)
    return _("{code} {name} (in English)").format(code=code, name=isolate(title.text))


def mechanisms(session: Session) -> tuple[Choice, ...]:
    """Every review that the pack knows, by its code and its name."""
    return tuple(
        Choice(one.code, _told(one.code, one.title(language())), words=one.name) for one in session.pack.mechanisms
    )


def _targets(session: Session) -> tuple[Choice, ...]:
    """Targets of the 2030 Agenda that an objective is tied to, found also by the words of that objective."""
    words: dict[str, list[str]] = {}
    for one in session.pack.objectives:
        for target in one.sdg_targets:
            words.setdefault(target.target, []).append(one.name(language()))
    return tuple(Choice(code, code, words=" ".join(found)) for code, found in sorted(words.items()))


def _languages(session: Session) -> tuple[Choice, ...]:
    named = by_name(language_names(language()).items(), lambda one: one[1], language())
    return tuple(Choice(code, name, words=code) for code, name in named)


def _periods(session: Session) -> tuple[Choice, ...]:
    today = session.workspace.now().date()
    lengths = (periods.QUARTER, periods.HALF, periods.YEAR)
    offered = [one for length in lengths for one in periods.offered(length, today)]
    return tuple(Choice(one.iso, _period_words(session, one.iso), words=one.iso) for one in offered)


def _period_words(session: Session, iso: str) -> str:
    try:
        return Wording.here(session.pack).period(Period.parse(iso))
    except ValueError:
        return iso


def _partners(session: Session, typed: str) -> tuple[Choice, ...]:
    """The partners that were written down, by the beginnings of their words."""
    query = recording.Query("partner", words=typed)
    lines = recording.lines(session.workspace, query, limit=_MOST) if typed.strip() else []
    names = [str(getattr(line.record, "name", "")) for line in lines]
    return tuple(Choice(name, name) for name in dict.fromkeys(names) if name)


_LISTS: Mapping[str, Callable[[Session], tuple[Choice, ...]]] = {
    "indicators": _indicators,
    "actions": _actions,
    "mechanisms": mechanisms,
    "sdg": _targets,
    "languages": _languages,
    "periods": _periods,
}
