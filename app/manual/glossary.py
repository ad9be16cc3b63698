"""Words of the Compact and of Groundwork, each explained in one sentence."""

from __future__ import annotations

from app.i18n import N_
from app.manual.topic import LOOK_UP, Row, Topic

GLOSSARY = Topic(
    "glossary",
    N_("Words and what they mean"),
    rows=(
        Row(
            N_("Compact"), N_("The Global Compact for Migration: a framework of 2018 that States agreed on; no treaty.")
        ),
        Row(N_("Objective"), N_("One of the 23 goals of the Compact.")),
        Row(N_("Guiding principle"), N_("One of ten ideas that hold for every objective.")),
        Row(N_("Migrant"), N_("A person who moves or has moved across a border to live elsewhere.")),
        Row(N_("Refugee compact"), N_("The sister framework: refugees have a legal protection of their own.")),
        Row(N_("Irregular situation"), N_("Being in a country without the papers its law asks for.")),
        Row(N_("Corridor"), N_("The link between two places between which many people move.")),
        Row(N_("Diaspora"), N_("People who live abroad and keep ties with a home country.")),
        Row(N_("Regional review"), N_("Meetings about the Compact in each region of the world, every four years.")),
        Row(N_("Review forum"), N_("The meeting of all States about the Compact, every four years.")),
        Row(N_("Coordinator"), N_("An organisation that makes calls and puts together what others send.")),
        Row(N_("Workspace"), N_("What one organisation writes down, in one encrypted file.")),
        Row(N_("Record"), N_("One thing that you write down, such as an activity, a feedback or a plan.")),
        Row(N_("Draft"), N_("A record in which something is still missing. It is kept all the same.")),
        Row(N_("Call"), N_("A request of a coordinator: a period, objectives, questions and a last day.")),
        Row(N_("Submission"), N_("What leaves in answer to a call: checked, signed, and a PDF with its data inside.")),
        Row(N_("Bundle"), N_("A file with nothing but the data, which ends in .gwb.")),
        Row(N_("Receipt"), N_("What comes back: received, accepted, or returned with questions.")),
        Row(N_("Finding"), N_("A spot in a text that could point at a person. You decide about each.")),
        Row(N_("Withheld for safety"), N_("A number that is not told, so that nobody can be recognised.")),
        Row(N_("Picture"), N_("Everything that counts for a period, taken together.")),
        Row(N_("Digits"), N_("Six groups of five digits that show whose key it is; compared by telephone.")),
        Row(N_("Recovery words"), N_("24 words on paper that open the workspace when the passphrase is forgotten.")),
        Row(N_("Keeper"), N_("A person who may do everything in a workspace: people, settings, backups.")),
        Row(
            N_("Focal point"), N_("The person whom sensitive reports are passed on to, and the only one to read them.")
        ),
        Row(N_("Agreement"), N_("What a person said may be done with their words, from C0 (nothing) to C4.")),
        Row(N_("Reference data"), N_("Objectives, lists and words that come with Groundwork and have a version.")),
    ),
    by_name=True,
    group=LOOK_UP,
)
