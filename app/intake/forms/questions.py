"""The questions of our two forms: their names never change, because answers are found by them for ever.

Neither form asks for a name, a document, a telephone, an address or a legal status, and none records when, where and
on which device it was filled in. A sensitive report ends the form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.i18n import N_

TEXT, INTEGER, DECIMAL, DATE, ONE, MANY, NOTE, CALCULATE = (
    "text",
    "integer",
    "decimal",
    "date",
    "select_one",
    "select_multiple",
    "note",
    "calculate",
)
BEGIN_GROUP, END_GROUP, BEGIN_REPEAT, END_REPEAT = "begin_group", "end_group", "begin_repeat", "end_repeat"
OBJECTIVES, REGIONS, DISTRICTS, YES_NO, CURRENCIES = "gcm", "adm1", "adm2", "yn", "currencies"
"""Lists of choices that are not code lists of the reference pack."""
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True)
class Question:
    """One line of a form. `choices` names its list; the other words are those of the XLSForm standard."""

    type: str
    name: str
    label: str = ""
    choices: str = ""
    required: bool = False
    relevant: str = ""
    constraint: str = ""
    message: str = ""
    choice_filter: str = ""
    calculation: str = ""
    appearance: str = ""
    hxl: str = ""


@dataclass(frozen=True)
class Form:
    """A form: its id, the mark that its answers carry, its title and its questions."""

    id: str
    mark: str
    title: str
    kind: str
    questions: tuple[Question, ...]

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that have an answer."""
        silent = (NOTE, BEGIN_GROUP, END_GROUP, BEGIN_REPEAT, END_REPEAT)
        return tuple(one for one in self.questions if one.type not in silent)


def choice_name(code: str) -> str:
    """A code as forms may name a choice: small letters, digits and underscores only."""
    return _NOT_IN_NAMES.sub("_", code.lower())


def objective_name(number: int) -> str:
    """GCM objective 7 as a choice: gcm_07."""
    return f"gcm_{number:02}"


def _count(name: str, label: str, hxl: str = "") -> Question:
    between = ". >= 0 and . <= 10000000"
    return Question(INTEGER, name, label, constraint=between, message=N_("Between 0 and 10,000,000."), hxl=hxl)


_LONG = "string-length(.) <= 3000"
_TOO_LONG = N_("At most 3,000 characters.")
_NO_NAMES = N_("Do not write names, phone numbers or exact addresses of migrants.")


def _marking(mark: str) -> Question:
    """What no person is asked: it stands in every answer and says which form it is an answer to."""
    return Question(CALCULATE, "gw_form", calculation=f"'{mark}'")


_ACTIVITY_MARK, _FEEDBACK_MARK = "groundwork-activity-1", "groundwork-feedback-1"

ACTIVITY = Form(
    "groundwork_activity",
    _ACTIVITY_MARK,
    N_("Activity"),
    "activity",
    (
        Question("today", "filled_on"),
        _marking(_ACTIVITY_MARK),
        Question(BEGIN_GROUP, "g_what", N_("What was done")),
        Question(TEXT, "org_name", N_("Organisation"), required=True, hxl="#org+name"),
        Question(
            TEXT,
            "org_code",
            N_("Code of the organisation, if it has one"),
            constraint="regex(., '^[A-Za-z0-9-]{2,40}$')",
            message=N_("2 to 40 letters, digits and hyphens."),
            hxl="#org+code",
        ),
        Question(
            TEXT,
            "title",
            N_("What did you do?"),
            required=True,
            constraint="string-length(.) <= 200",
            message=N_("At most 200 characters."),
            hxl="#activity+name",
        ),
        Question(
            TEXT,
            "description",
            N_("What happened"),
            required=True,
            constraint="string-length(.) >= 20 and string-length(.) <= 3000",
            message=N_("Between 20 and 3,000 characters."),
            appearance="multiline",
            hxl="#activity+description",
        ),
        Question(NOTE, "no_names", _NO_NAMES),
        Question(
            MANY,
            "gcm",
            N_("Objectives"),
            OBJECTIVES,
            required=True,
            constraint="count-selected(.) <= 5",
            message=N_("At most five."),
            hxl="#activity+code+v_gcm",
        ),
        Question(
            ONE, "gcm_main", N_("Main objective"), OBJECTIVES, required=True, choice_filter="selected(${gcm}, name)"
        ),
        Question(ONE, "activity_type", N_("Kind of activity"), "activity_types", required=True, hxl="#activity+type"),
        Question(ONE, "status", N_("Stage of the work"), "activity_status", required=True, hxl="#status"),
        Question(END_GROUP, "g_what"),
        Question(BEGIN_GROUP, "g_when_where", N_("When and where")),
        Question(DATE, "date_start", N_("When"), required=True, hxl="#date+start"),
        Question(
            DATE,
            "date_end",
            N_("Until"),
            constraint=". >= ${date_start}",
            message=N_("Not before it began."),
            hxl="#date+end",
        ),
        Question(ONE, "adm1", N_("Region"), REGIONS, required=True, hxl="#adm1+code"),
        Question(ONE, "adm2", N_("District"), DISTRICTS, choice_filter="adm1=${adm1}", hxl="#adm2+code"),
        Question(TEXT, "place", N_("Public place, such as a town hall"), hxl="#loc+name"),
        Question(END_GROUP, "g_when_where"),
        Question(BEGIN_GROUP, "g_who", N_("For whom and with whom")),
        Question(MANY, "target_group", N_("For whom"), "population_group", required=True, hxl="#beneficiary+type"),
        _count("reached_female", N_("Women and girls"), "#reached+f"),
        _count("reached_male", N_("Men and boys"), "#reached+m"),
        _count("reached_another", N_("Another gender"), "#reached+i_another"),
        _count("reached_not_asked", N_("Not asked"), "#reached+i_unknown"),
        Question(
            CALCULATE,
            "reached_total",
            calculation="coalesce(${reached_female}, 0) + coalesce(${reached_male}, 0) + "
            "coalesce(${reached_another}, 0) + coalesce(${reached_not_asked}, 0)",
            hxl="#reached+total",
        ),
        Question(
            INTEGER,
            "reached_children",
            N_("Of these, under 18"),
            constraint=". >= 0 and . <= ${reached_total}",
            message=N_("Not more than all people reached."),
            hxl="#reached+children",
        ),
        Question(
            ONE,
            "reach_method",
            N_("How did you count?"),
            "reach_method",
            required=True,
            relevant="${reached_total} > 0",
        ),
        Question(TEXT, "partners", N_("Partner organisations, with a semicolon between them"), hxl="#org+impl+list"),
        Question(TEXT, "donor", N_("Who paid for it"), hxl="#org+funder"),
        Question(DECIMAL, "budget", N_("Budget"), constraint=". >= 0", message=N_("Not less than zero.")),
        Question(ONE, "currency", N_("Currency"), CURRENCIES, relevant="${budget} > 0"),
        Question(END_GROUP, "g_who"),
        Question(BEGIN_REPEAT, "results", N_("Results")),
        Question(TEXT, "indicator", N_("What was measured"), required=True),
        Question(ONE, "unit", N_("Unit"), "indicator_units", required=True),
        Question(DECIMAL, "target_value", N_("Value aimed for")),
        Question(DECIMAL, "actual_value", N_("Value"), required=True),
        Question(END_REPEAT, "results"),
        Question(TEXT, "lessons", N_("What was learned"), constraint=_LONG, message=_TOO_LONG, appearance="multiline"),
        Question(ONE, "may_publish", N_("May this be published?"), YES_NO, required=True),
    ),
)

_STOPS = "${fb_type} = 'sensitive_report'"
_GOES_ON = "${fb_type} != 'sensitive_report'"

FEEDBACK = Form(
    "groundwork_feedback",
    _FEEDBACK_MARK,
    N_("What people told you"),
    "feedback",
    (
        _marking(_FEEDBACK_MARK),
        Question(
            NOTE,
            "never_asked",
            N_("No names, telephone numbers, documents, addresses or legal status of anybody, please."),
        ),
        Question(ONE, "fb_type", N_("What kind of message"), "feedback_types", required=True),
        Question(BEGIN_GROUP, "g_stop", N_("Stop here"), relevant=_STOPS),
        Question(
            NOTE,
            "referral",
            N_("Do not write down what happened. Pass it on to the focal point of your organisation at once."),
        ),
        Question(ONE, "passed_on", N_("Passed on to the focal point"), YES_NO, required=True),
        Question(END_GROUP, "g_stop"),
        Question(BEGIN_GROUP, "g_fb", N_("The message"), relevant=_GOES_ON),
        Question(ONE, "consent", N_("What the person agreed to"), "consent_levels", required=True),
        Question(DATE, "month_received", N_("Month"), required=True, appearance="month-year"),
        Question(TEXT, "org_name", N_("Organisation"), required=True),
        Question(ONE, "channel", N_("How it reached you"), "feedback_channels", required=True),
        Question(
            TEXT,
            "message",
            N_("In your words"),
            required=True,
            constraint="string-length(.) >= 3 and string-length(.) <= 3000",
            message=N_("Between 3 and 3,000 characters."),
            appearance="multiline",
        ),
        Question(
            TEXT,
            "message_lang",
            N_("Language spoken, as two or three letters"),
            constraint="regex(., '^[a-z]{2,3}$')",
            message=N_("Two or three small letters, such as ar."),
        ),
        Question(TEXT, "translation", N_("The same in your language"), appearance="multiline"),
        Question(
            MANY,
            "gcm",
            N_("What it is about"),
            OBJECTIVES,
            constraint="count-selected(.) <= 3",
            message=N_("At most three."),
        ),
        Question(
            INTEGER,
            "times",
            N_("How often you heard it"),
            constraint=". >= 1 and . <= 100000",
            message=N_("Between 1 and 100,000."),
        ),
        Question(ONE, "sex", N_("Woman or man"), "sex_gender"),
        Question(ONE, "age", N_("Age"), "age_bands"),
        Question(ONE, "population_group", N_("Group"), "population_group"),
        Question(ONE, "adm1", N_("Region"), REGIONS, required=True),
        Question(ONE, "fb_status", N_("What was done with it"), "feedback_status", required=True),
        Question(TEXT, "answer", N_("What you answered"), appearance="multiline"),
        Question(END_GROUP, "g_fb"),
    ),
)

FORMS = (ACTIVITY, FEEDBACK)
