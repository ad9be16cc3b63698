"""What to do about sentences that do not say it themselves, and in which topic each error is looked up."""

from __future__ import annotations

from app.i18n import N_

_ROOMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "errors-laptops",
        (
            *("app.services.syncing", "app.sync.space", "app.cli.laptops.joining"),
            *("app.ui.syncing", "app.ui.shell.sync_desk"),
        ),
    ),
    (
        "errors-commands",
        ("app.cli", "app.bench", "app.main", "app.services.demonstration"),
    ),
    (
        "errors-places",
        ("app.sync.stores", "app.services.opening.stores"),
    ),
    (
        "errors-keys",
        (
            "app.vault",
            "app.services.opening.people",
            "app.services.opening.founding",
            "app.services.keeping.team",
            "app.services.keeping.re",
            "app.services.records.areas",
            "app.services.submitting.ombudsperson",
            "app.storage.rekeying",
            *("app.ui.first_run", "app.ui.lock", "app.ui.kiosk"),
        ),
    ),
    (
        "errors-attached",
        (
            *("app.intake.carrying.attachment", "app.intake.cleaning", "app.services.records.attachments"),
            *(f"app.intake.guard.failures.{name}" for name in ("Attachment", "Macros", "NotCleanable", "NotKept")),
            *(f"app.intake.guard.failures.{name}" for name in ("PictureTooLarge", "SoundOrFilm")),
        ),
    ),
    (
        "errors-forms",
        ("app.intake.forms",),
    ),
    (
        "errors-iati",
        ("app.intake.grids.iati", "app.reports.exchange", "app.services.picturing.foreign"),
    ),
    (
        "errors-received",
        (
            *("app.sync", "app.services.coordinating", "app.services.submitting.receipts", "app.ui.inbox"),
            *("app.intake.carrying.carrier", "app.intake.carrying.pages"),
            *(f"app.intake.guard.failures.{name}" for name in ("NestedArchive", "NoBundle", "NotOurs", "PrintedCopy")),
        ),
    ),
    (
        "errors-import",
        ("app.intake", "app.services.opening.place_packs", "app.services.records.tables", "app.ui.importing"),
    ),
    (
        "errors-picture",
        ("app.services.picturing", "app.ui.once", "app.ui.picture"),
    ),
    (
        "errors-disk",
        (
            *("app.files", "app.storage", "app.compact", "app.places", "app.privacy", "app.services.opening"),
            *("app.services.records.pack_versions", "app.ui.process"),
        ),
    ),
    ("errors-records", ("app",)),
)
"""The first topic with a beginning that fits has the error."""
TITLES = {
    "errors-keys": N_("Sentences about passphrases, keys and people"),
    "errors-disk": N_("Sentences about disks, sticks and the workspace"),
    "errors-records": N_("Sentences about records and what leaves"),
    "errors-attached": N_("Sentences about pictures and documents that you attach"),
    "errors-import": N_("Sentences about tables that you bring in"),
    "errors-forms": N_("Sentences of forms for KoboToolbox and ODK"),
    "errors-received": N_("Sentences about files that came in"),
    "errors-picture": N_("Sentences about the picture and what counts once"),
    "errors-iati": N_("Sentences about IATI"),
    "errors-laptops": N_("Sentences about your laptops"),
    "errors-places": N_("Sentences about places to exchange files"),
    "errors-commands": N_("Sentences of the command line"),
}
"""In the order in which they are shown; without an error there is no topic."""

_NO_LONGER_THERE = N_("Look at the list once more: it may have been changed, moved or erased since.")
_CALL_THEM = N_("Somebody may stand in between. Send nothing before you spoke to them on a number you know.")
_ASK_FOR_PLAIN = N_("Do not open it elsewhere either. Ask the sender how it was made, and for a plain new copy.")
_THE_FILE_ITSELF = N_("Ask the sender for the file as Groundwork saved it, on a stick or as an attachment.")
_OTHER_PAPER = N_("Look for newer paper, or for a backup that these words open.")
_ONCE_MORE = N_("Do it once more. If it stays, read “When something goes wrong”.")
_RECOVERY = N_("If that does not help, use the recovery words, or two of the cards.")

ERRORS: dict[str, str] = {
    **dict.fromkeys(
        (
            "AttachmentGoneError",
            "FindingMissingError",
            "NotContestedError",
            "RecordMissingError",
            "SenderUnknownError",
            "SubmissionMissingError",
            "WorkspaceMissingError",
        ),
        _NO_LONGER_THERE,
    ),
    **dict.fromkeys(("FingerprintDiffersError", "HostKeyChangedError", "DigitsDifferError"), _CALL_THEM),
    **dict.fromkeys(("ReaderStoppedError", "TookTooLongError", "UnsafeFileError"), _ASK_FOR_PLAIN),
    **dict.fromkeys(
        ("EmptyFileError", "NoBundleInsideError", "NotOursError", "NoSecondEnvelopeError", "NotForThisKeyError"),
        _THE_FILE_ITSELF,
    ),
    **dict.fromkeys(("RecoveryMissingError", "RecoveryWrongError"), _OTHER_PAPER),
    **dict.fromkeys(("GroundworkError", "WordsError", "StoreError"), _ONCE_MORE),
    "WrongPassphraseError": _RECOVERY,
    "NotACoordinatorError": N_("Start a workspace that coordinates others, and receive the files there."),
    "NotOurSubmissionError": N_("Open the workspace from which the submission went out, and take the receipt there."),
    "NothingForBriefError": N_("Choose a longer period, or readers to whom more may be told."),
    "SoundOrFilmError": N_("Write down in your own words what is said, without names."),
}
"""By the names of errors; a sentence without an entry says itself what to do."""
PROBLEMS: dict[str, str] = {
    "unknown-code": N_("It is kept and shown. Choose another one if it is a slip; newer reference data may know it."),
    "unknown-objective": N_("It is kept and shown. The Compact has 23 objectives."),
    "among-exceeds-total": N_("Correct one of the two numbers, or leave empty what nobody counted."),
    "groups-exceed-total": N_("Correct one of the two numbers, or leave empty what nobody counted."),
    "sensitive": N_("Write nothing down. The form shows whom to call."),
    "ends-before-start": N_("Look at both dates: day and month may have changed places."),
    "about-refugees": N_("If it is about migrants, go on. This is only asked, and stops nothing."),
}
"""By the codes of problems."""
LEVELS = {
    "blocking": N_("The record stays a draft until this is done."),
    "warning": N_("Only a hint: the record is complete all the same."),
}


def topic_of(module: str, name: str = "") -> str:
    """The code of the topic in which the error of this name, or a sentence of a module, is looked up."""
    return next(code for code, beginnings in _ROOMS if f"{module}.{name}".startswith(beginnings))
