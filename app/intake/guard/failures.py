"""The dozen sentences that any trouble with a foreign file becomes; technical text goes into `detail`."""

from __future__ import annotations

from app.errors import GroundworkError
from app.i18n import N_


class FileMissingError(GroundworkError):
    """There is nothing to read at that path, or this person may not read it."""

    message = N_("There is no file called “{name}” here, or it may not be opened.")


class EmptyFileError(GroundworkError):
    """No bytes, or a table without a single filled cell."""

    message = N_("There is nothing in this file.")


class PasswordProtectedError(GroundworkError):
    """The file is encrypted; we never ask for a password of somebody else's file."""

    message = N_("This file is protected by a password. Save a copy without the password and try again.")


class NotASpreadsheetError(GroundworkError):
    """First bytes or parts say that this is something else, whatever its name ends with."""

    message = N_("This is not a spreadsheet. Groundwork reads XLSX, XLS, XLSB, ODS and CSV files, and IATI activities.")


class OtherTableError(GroundworkError):
    """A table in a form that nobody needs to keep: DIF, SYLK, dBase, a page of the web, XML of old Excel."""

    message = N_("This table is in a form that Groundwork does not read. Save it as XLSX, ODS or CSV and try again.")


class IatiTooOldError(GroundworkError):
    """Version 1 of the standard was withdrawn years ago, and says many things in another way."""

    message = N_(
        "This IATI file follows version {version} of the standard, which is too old. Ask for it in version 2.03."
    )


class NotAFeedbackLogError(GroundworkError):
    """No column is called anything that feedback is called."""

    message = N_("No column of this table holds what people said. Give a mapping file that says which one does.")


class NotAFrameworkError(GroundworkError):
    """JSON, but no types with categories with codes."""

    message = N_("This is not a coding framework: it has no types with categories and codes.")


class DamagedFileError(GroundworkError):
    """The kind is known, but the contents cannot be read."""

    message = N_("This file is damaged or was cut short. Please ask for it again.")


class TooLargeError(GroundworkError):
    """More bytes, parts, rows or columns than is safe to unpack."""

    message = N_("This file is too large to read safely. Please split it into smaller files.")


class TooMuchMemoryError(GroundworkError):
    """The guarded reader ran into its memory limit."""

    message = N_("Reading this file needs more memory than is safe. Please save it again as CSV and try that.")


class TookTooLongError(GroundworkError):
    """The guarded reader was stopped at its time limit."""

    message = N_("Reading this file took longer than {seconds} seconds and was stopped.")


class ReaderStoppedError(GroundworkError):
    """The guarded reader died; nothing else was harmed."""

    message = N_("This file made the reader stop, so it was put aside. Nothing was changed.")


class StrayCellError(GroundworkError):
    """One far-away cell makes the sheet a giant rectangle."""

    message = N_("Cell {cell} is filled far away from the table. Please delete its row and column and save the file.")


class UnsafeFileError(GroundworkError):
    """Names, links or unpacked sizes that honest programs do not write."""

    message = N_("This file is built in a way that could do harm, so it was not opened.")


class NoSuchSheetError(GroundworkError):
    """The sheet that was asked for is not there."""

    message = N_("There is no sheet called “{sheet}” in this file. It has: {sheets}.")


class EncodingNeededError(GroundworkError):
    """An old text encoding: only a person who sees the letters can tell which."""

    message = N_(
        "The letters of this text file are in an older form. Say which: "
        "cp1252 (Latin), cp1256 (Arabic), cp1251 (Cyrillic) or gb18030 (Chinese)."
    )


class PrintedCopyError(GroundworkError):
    """The pages are there, the data is not: printers, browsers and some viewers drop attachments."""

    message = N_(
        "This PDF is a printed copy and carries no data. Please ask for the file as it was saved by Groundwork."
    )


class NoBundleInsideError(GroundworkError):
    """A sound PDF by somebody else."""

    message = N_("This PDF was not made by Groundwork: there is no data inside.")


class NotOursError(GroundworkError):
    """Neither a PDF nor a bundle."""

    message = N_("This is neither a Groundwork file nor a PDF made by Groundwork.")


class NestedArchiveError(GroundworkError):
    """A ZIP in a ZIP: nobody knows how deep that goes."""

    message = N_("There is another ZIP file inside this one. Unpack it first, then drop the files that are in it.")


class NotKeptError(GroundworkError):
    """Neither a picture nor a document that we know how to clean."""

    message = N_(
        "This kind of file cannot be attached, because Groundwork cannot clean it. "
        "Attach a picture (JPEG, PNG, HEIC), a PDF, or a DOCX, XLSX, PPTX, ODT, ODS or ODP file."
    )


class SoundOrFilmError(GroundworkError):
    """Voices and moving faces cannot be made safe."""

    message = N_("Sound and film show who speaks. They do not leave your organisation and are not kept here.")


class MacrosError(GroundworkError):
    """A document that brings programs along."""

    message = N_("This document contains macros, so it was not taken in. Save it without macros and try again.")


class NotCleanableError(GroundworkError):
    """A known kind of document with something inside that we cannot clean."""

    message = N_(
        "Something inside this document cannot be cleaned, so it was not taken in. Save it as PDF and try that."
    )


class PictureTooLargeError(GroundworkError):
    """More pixels than is safe to unpack."""

    message = N_("This picture has too many pixels to be read safely. Save it smaller and try again.")


class AttachmentTooLargeError(GroundworkError):
    """More bytes than a workspace should carry for one file."""

    message = N_("This file is larger than {megabytes} MB. Attach a smaller copy, or only the pages that matter.")
