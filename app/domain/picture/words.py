"""Words for what a picture compares: steps of commitments, views of an objective, reasons of a match, cells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.domain.coverage import Cell, State
from app.domain.picture.crossing import Axis, Crossed
from app.domain.picture.dissent import DONE, NOTHING_DONE
from app.domain.picture.matching import Offer
from app.domain.picture.movement import Change, Step
from app.domain.picture.sides import PUBLIC_BODIES, Side
from app.domain.picture.spots import Spot, Spots
from app.domain.shared import (
    Contributor,
    FeedbackCount,
    ObjectiveView,
    Picture,
    PlaceView,
    SharedAssessment,
    SharedEntry,
)
from app.domain.terms import Amount
from app.domain.wording import Wording
from app.i18n import isolate
from app.ordering import by_name

_SAY_FIRST = ("title", "own_words", "paraphrase", "text", "description", "purpose", "said", "source")


def step(found: Step, wording: Wording) -> str:
    """What became of a commitment."""
    say = wording.say.gettext
    words = {
        Step.RAISED: say("Raised: told for the first time"),
        Step.KEPT: say("Kept"),
        Step.RUNNING: say("Under way"),
        Step.DELAYED: say("Delayed"),
        Step.DROPPED: say("Dropped"),
        Step.UNTOLD: say("Not spoken of any more"),
        Step.SILENT: say("Its organisation did not report"),
    }
    return words[found]


def view(code: str, wording: Wording) -> str:
    """One view of an objective."""
    if code == NOTHING_DONE:
        return wording.state(State.NOTHING_DONE)
    return wording.state(State.DONE) if code == DONE else wording.label("self_assessment", code)


def reason(offer: Offer, wording: Wording) -> str:
    """Why an offer may help."""
    say = wording.say.gettext
    shared = wording.say.list_([wording.say.number(number) for number in offer.objectives])
    if offer.objectives and offer.same_category:
        return say("About the same, and objective {numbers}").format(numbers=shared)
    return say("Objective {numbers}").format(numbers=shared) if offer.objectives else say("About the same")


def row(axis: Axis, code: str, wording: Wording) -> str:
    """The name of a row of a crossing."""
    if axis is Axis.DEPARTMENT:
        return wording.label("departments", code)
    return kind(code, wording) if axis is Axis.KIND else wording.place(code)


def codes(axis: Axis, found: Crossed, wording: Wording, *, silent: Sequence[str] = ()) -> list[str]:
    """The rows of a crossing as readers look for them: by name, kinds as the Compact has them; "" last.

    `silent` are rows that nothing is known of; where any department is named, every one that is listed.
    """
    if axis is Axis.DEPARTMENT and found.codes:
        silent = wording.pack.code_list("departments").codes
    known = [one.code for one in wording.pack.stakeholder_types] if axis is Axis.KIND else []
    there = {*found.codes, *silent}
    rest = by_name(sorted(there - {*known, ""}), lambda code: row(axis, code, wording), wording.language)
    return [*(code for code in known if code in there), *rest, *({""} & there)]


def places(picture: Picture, wording: Wording) -> list[PlaceView]:
    """The regions of a picture by name, what names no region last."""
    named = by_name(picture.places, lambda one: wording.place(one.place), wording.language)
    return sorted(named, key=lambda one: not one.place)


def contributors(picture: Picture, wording: Wording) -> list[Contributor]:
    """Everything that came in by the name of its organisation, versions in their order."""
    revised = sorted(picture.contributors, key=lambda one: one.revision)
    return by_name(revised, lambda one: one.organisation.name, wording.language)


def kind(code: str, wording: Wording) -> str:
    """The name of a kind of organisation."""
    known = {one.code: one for one in wording.pack.stakeholder_types}
    return known[code].title(wording.language).text if code in known else code


def cell(found: Cell, wording: Wording) -> str:
    """3 activities; or in words why there is no number."""
    if found.state is not State.DONE:
        return wording.state(found.state)
    told = wording.say.ngettext("{count} activity", "{count} activities", found.activities)
    return told.format(count=wording.say.number(found.activities))


def spot_name(code: str, found: Spots, wording: Wording) -> str:
    """What a place of a map is called."""
    name = wording.place(code)
    if found.is_vague(code):
        return wording.say.gettext("{country}, no region told").format(country=isolate(name))
    return name if code else wording.say.gettext("No place told")


def spot(found: Spot, wording: Wording) -> str:
    """What is known of a place of a map, in words."""
    say = wording.say
    if found.known.state in (State.NOT_REPORTED, State.WITHHELD):
        return wording.state(found.known.state)
    count = say.number(found.organisations)
    if found.known.state is State.NOTHING_DONE:
        return say.ngettext(
            "{count} organisation wrote that nothing was done.",
            "{count} organisations wrote that nothing was done.",
            found.organisations,
        ).format(count=count)
    who = say.ngettext("{count} organisation", "{count} organisations", found.organisations).format(count=count)
    return say.gettext("{activities} from {organisations}").format(
        activities=cell(found.known, wording), organisations=who
    )


def side(found: Side, wording: Wording) -> str:
    """What one side did of an objective, and how it sees it itself."""
    say = wording.say
    known = wording.state(found.known.state)
    if found.known.state is State.DONE:
        who = say.ngettext("{count} organisation", "{count} organisations", found.organisations)
        known = say.gettext("{activities} from {organisations}").format(
            activities=cell(found.known, wording), organisations=who.format(count=say.number(found.organisations))
        )
    if not found.views:
        return known
    return say.gettext("{known}. Own views: {views}").format(known=known, views=wording.views(found.views))


def public_bodies(wording: Wording) -> str:
    """Which kinds of organisation public bodies are."""
    names = [kind(code, wording) for code in sorted(PUBLIC_BODIES)]
    told = wording.say.gettext(
        "Public bodies are organisations of these kinds: {kinds}. Neither side outvotes the other."
    )
    return told.format(kinds=wording.say.list_(names))


def change(found: Change, wording: Wording) -> str:
    """What is different, in words and without judging it."""
    say = wording.say.gettext
    if found.before.state is not found.now.state:
        return say("{before} before, now: {now}").format(
            before=wording.state(found.before.state), now=wording.state(found.now.state)
        )
    by = found.now.activities - found.before.activities
    if by > 0:
        return wording.say.ngettext("{count} activity more", "{count} activities more", by).format(
            count=wording.say.number(by)
        )
    if by < 0:
        return wording.say.ngettext("{count} activity fewer", "{count} activities fewer", -by).format(
            count=wording.say.number(-by)
        )
    return say("As before")


def heard(one: ObjectiveView, wording: Wording) -> str:
    """How many messages of each kind about an objective, those that are withheld among them."""
    out, called = dict(one.feedback_withheld), partial(wording.label, "feedback_types")
    said = [wording.pair(called(kind), wording.summed(n, out.get(kind, 0))) for kind, n in one.feedback]
    return wording.say.row(said)


def entry(one: SharedEntry, wording: Wording) -> str:
    """An entry in one line: its title, what it says first, or what it is about."""
    if isinstance(one, SharedAssessment):
        known = NOTHING_DONE if one.nothing_done else one.value
        return wording.say.row([wording.objective(one.objective), view(known, wording)] if known else [])
    if isinstance(one, FeedbackCount):
        return wording.label("feedback_types", one.type)
    told = [getattr(one, name, "") for name in _SAY_FIRST]
    return next((str(words) for words in told if words), wording.heading(one)[0])


def amount(found: Amount, withheld: int, wording: Wording) -> str:
    """A sum of amounts, at least so much where some are withheld; a dash where nobody told any."""
    if found.value is None or not withheld:
        return wording.amount(found) or "–"
    return wording.say.gettext("at least {number}").format(number=wording.say.number(found.value))
