"""Words for values, in any language: counts and what is withheld, months, places, labels of the reference pack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.compact import Pack
from app.domain.coverage import State
from app.domain.shared import Form, PublicOrganisation, Reach, SharedEntry, Telling, tellings
from app.domain.terms import WITHHELD, Amount, Count, Period, When
from app.i18n import N_, Translation, isolate, translation
from app.places import COUNTRY, load
from app.tongues import language_names

_KINDS = {
    "activity": N_("Activity"),
    "feedback": N_("Feedback"),
    "feedback_count": N_("Messages, counted"),
    "choice": N_("Objective chosen"),
    "assessment": N_("Own view"),
    "loop_total": N_("How well answers came back"),
    "rumour": N_("Rumour"),
    "policy_card": N_("Policy card"),
    "challenge": N_("Challenge"),
    "practice": N_("Practice"),
    "consultation": N_("Consultation"),
    "recommendation": N_("Recommendation received"),
    "need_offer": N_("Need or offer"),
    "proposal": N_("Proposal"),
    "open_question": N_("Open question"),
    "plan_item": N_("Plan"),
    "commitment": N_("Commitment"),
    "commitment_update": N_("Update of a commitment"),
    "indicator_value": N_("Indicator value"),
    "resources_total": N_("Money in all"),
    "resources_of_objective": N_("Money by objective"),
    "policy_link": N_("Policy or plan"),
    "partner": N_("Partner"),
    "term_note": N_("Note on a term"),
    "withdrawal": N_("Taken back"),
    "organisation": N_("Organisation"),
}


LANGUAGES = "languages"
"""Stands where the name of a code list stands; words of one's own are possible as well."""


@dataclass(frozen=True)
class Wording:
    """One language's way to write values, on screen and on paper alike."""

    say: Translation
    pack: Pack

    @classmethod
    def of(cls, language: str, pack: Pack) -> Wording:
        """The wording of one language."""
        return cls(translation(language), pack)

    @classmethod
    def here(cls, pack: Pack) -> Wording:
        """The wording of the window, with its numerals."""
        return cls(translation(), pack)

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.say.language

    def count(self, count: Count) -> str:
        """A number, or in words why there is none: the two kinds of silence are never mixed."""
        if count.withheld:
            return self.say.gettext("withheld for safety")
        return self.say.gettext("not counted") if count.value is None else self.say.number(count.value)

    def total(self, counts: Sequence[Count]) -> str:
        """The sum of the printed numbers, at least so much where some are withheld; a dash where nobody counted."""
        known = [count.value for count in counts if count.value is not None]
        withheld = sum(count.withheld for count in counts)
        if known:
            return self.at_least(Count(sum(known)), withheld)
        return self.count(WITHHELD) if withheld else "–"

    def summed(self, count: Count, left_out: int) -> str:
        """A sum that leaves out numbers withheld for safety is at least so much, and says how many are not in it."""
        if count.value is None or not left_out:
            return self.count(count)
        told = self.say.ngettext(
            "at least {number}; {count} number withheld", "at least {number}; {count} numbers withheld", left_out
        )
        return told.format(number=self.say.number(count.value), count=self.say.number(left_out))

    def at_least(self, count: Count, left_out: int) -> str:
        """The same where there is room for a number alone."""
        if count.value is None or not left_out:
            return self.count(count)
        return self.say.gettext("at least {number}").format(number=self.say.number(count.value))

    def views(self, assessments: Iterable[tuple[str, int]]) -> str:
        """Own views with how many organisations hold each."""
        return self.say.row(
            [self.pair(self.label("self_assessment", code), self.say.number(n)) for code, n in assessments]
        )

    def pair(self, label: str, value: str) -> str:
        """A label and what it says, parted as the language writes it."""
        return self.say.gettext("{label}: {value}").format(label=label, value=value)

    def amount(self, amount: Amount) -> str:
        """An amount, or in words why there is none; "" where nobody wrote one."""
        if amount.withheld:
            return self.say.gettext("withheld for safety")
        return "" if amount.value is None else self.say.number(amount.value)

    def kind(self, kind: str) -> str:
        """What an entry of this kind is called; a kind that this program does not know by its own name."""
        return self.say.gettext(_KINDS[kind]) if kind in _KINDS else kind

    def heading(self, entry: SharedEntry) -> tuple[str, str]:
        """What stands above an entry, and the field it comes from; its kind where nothing in it is a title."""
        for one in tellings(type(entry)):
            if one.form is Form.TITLE and (words := str(getattr(entry, one.name))):
                return words, one.name
        return self.kind(entry.KIND), ""

    def facts(self, entry: SharedEntry, *, texts: bool = True) -> tuple[tuple[str, str], ...]:
        """(label, value) of everything an entry says below its heading, in order; without long texts if not asked."""
        above = self.heading(entry)[1]
        wanted = [one for one in tellings(type(entry)) if one.name != above and (texts or one.form is not Form.TEXT)]
        told = [(self.say.gettext(one.label), self.told(one, getattr(entry, one.name))) for one in wanted]
        return tuple((label, words) for label, words in told if words)

    def told(self, telling: Telling, value: object) -> str:
        """One value of an entry in words; "" for an empty one."""
        if isinstance(value, Count):
            return "" if value.not_asked else self.count(value)
        if isinstance(value, Amount):
            return self.amount(value)
        if isinstance(value, When):
            return self.when(value)
        if not value:
            return ""
        if value is True:
            return self.say.gettext("yes")
        many = value if isinstance(value, tuple) else (value,)
        if telling.form is Form.REFERENCE:
            words = self.say.ngettext("{count} entry told here", "{count} entries told here", len(many))
            return words.format(count=self.say.number(len(many)))
        parts = [self._one(telling, one) for one in many]
        return parts[0] if len(parts) == 1 else self.say.list_(parts)

    def _one(self, telling: Telling, value: object) -> str:
        if telling.form is Form.OBJECTIVES and isinstance(value, int):
            return self.objective(value)
        if telling.form is Form.PLACE:
            return self.place(str(value))
        if telling.name == "period":
            return self.period_of(str(value))
        return self.label(telling.codes, str(value)) if telling.codes else str(value)

    def period_of(self, iso: str) -> str:
        """A period that is written as ISO text; anything else as it is."""
        try:
            return self.period(Period.parse(iso))
        except ValueError:
            return iso

    def reach(self, reach: Reach) -> str:
        """A range of people, one number where both ends are the same; without an upper end where some are withheld."""
        if reach.low is None or reach.high is None:
            return self.summed(Count(reach.low, withheld=reach.low is None and reach.withheld > 0), reach.withheld)
        low, high = self.say.number(reach.low), self.say.number(reach.high)
        return low if low == high else self.say.gettext("{low} to {high}").format(low=low, high=high)

    def cost(self, numbers: int, withheld: int) -> str:
        """How many of so many numbers are withheld, in one sentence; "" where there is no number."""
        if not numbers:
            return ""
        if not withheld:
            return self.say.gettext("No number is withheld.")
        told = self.say.ngettext(
            "{withheld} of {numbers} number is withheld for safety; that is neither zero nor silence.",
            "{withheld} of {numbers} numbers are withheld for safety; that is neither zero nor silence.",
            numbers,
        )
        return told.format(withheld=self.say.number(withheld), numbers=self.say.number(numbers))

    def when(self, when: When | None) -> str:
        """A month, or a day where the day may be told."""
        if when is None:
            return ""
        return self.say.date(when.first_day) if when.day else self.say.month(when.first_day)

    def period(self, period: Period) -> str:
        """July – September 2026; one month alone where both ends are the same."""
        return self.say.months(period.start.first_day, period.end.first_day)

    def place(self, code: str) -> str:
        """The name of a place, its code where no name is known."""
        if not code:
            return self.say.gettext("No region told")
        gazetteer = load()
        place = gazetteer.place(code)
        if place.level == COUNTRY:
            return gazetteer.country_name(place.code, self.language)
        return place.name or place.code

    def country(self, code: str) -> str:
        """The name of a country in this language."""
        return load().country_name(code, self.language) if code else ""

    def label(self, code_list: str, code: str) -> str:
        """The label of a code; an unknown code is shown as it is."""
        if code_list == LANGUAGES:
            return language_names(self.language).get(code, code)
        return self.pack.code_list(code_list).label(code, self.language) if code else ""

    def labels(self, code_list: str, codes: tuple[str, ...]) -> str:
        """Labels listed as the language does."""
        return self.say.list_([self.label(code_list, code) for code in codes])

    def indicator(self, code: str) -> str:
        """The label of an indicator of the pack with its code; a name of somebody's own as it is."""
        found = next((one for one in self.pack.indicators if one.code == code), None)
        if found is None:
            return code
        told = self.say.gettext("{code} {name}")
        return told.format(code=code, name=found.title(self.language).text)

    def objective(self, number: int) -> str:
        """Number and short plain name: 15 Basic services."""
        return self.say.gettext("{number} {name}").format(
            number=self.say.number(number), name=self.pack.objective(number).name(self.language)
        )

    def title(self, number: int) -> str:
        """The title of an objective in the words of the Compact, marked where the wording is our own; "" if unknown."""
        title = self.pack.objective(number).title(self.language)
        if title.official or not title.text:
            return title.text
        return self.say.gettext("{text} (working translation)").format(text=title.text)

    def organisation_types(self, organisation: PublicOrganisation) -> str:
        """What kind of organisation it is."""
        known = {kind.code: kind for kind in self.pack.stakeholder_types}
        return self.say.list_(
            [known[code].title(self.language).text if code in known else code for code in organisation.types]
        )

    def profile(self, organisation: PublicOrganisation) -> tuple[tuple[str, str], ...]:
        """(label, value) of all that an organisation may say of itself beside name and description; "" if it does not.

        Always the same labels in the same order, so that they can head the columns of a table.
        """
        say = self.say.gettext
        return (
            (say("Kind of organisation"), self.organisation_types(organisation)),
            (say("Country"), self.country(organisation.country)),
            (say("Region of the reviews"), self.label("regions", organisation.region)),
            (say("Levels it works at"), self.labels("levels", organisation.levels)),
            (say("Languages it works in"), self.labels(LANGUAGES, organisation.languages)),
            (say("Web address"), organisation.web),
            (say("Whom to ask"), organisation.contact_role),
        )

    def name(self, organisation: PublicOrganisation) -> str:
        """The organisation's name, kept together whatever its direction."""
        return isolate(organisation.name)

    def fate(self, code: str) -> str:
        """What became of a submission, in words."""
        say = self.say.gettext
        words = {
            "accepted": say("Counted"),
            "waiting": say("Not decided yet"),
            "returned": say("Returned with questions"),
            "rejected": say("Not used"),
            "aside": say("Put aside"),
            "replaced": say("Replaced by a newer version"),
            "clash": say("Two different files with one number"),
            "outside-period": say("About another period"),
            "unknown-sender": say("Nobody has confirmed the sender"),
            "taken-back": say("Taken back by its sender"),
            "linked": say("Counted together with another"),
        }
        return words.get(code, code)

    def state(self, found: State) -> str:
        """One of the four states in words."""
        say = self.say.gettext
        words = {
            State.DONE: say("Done"),
            State.NOTHING_DONE: say("Nothing done"),
            State.NOT_REPORTED: say("Not reported"),
            State.WITHHELD: say("Withheld for safety"),
        }
        return words[found]
