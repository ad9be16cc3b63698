"""Why a received file is not taken in: one class and one plain sentence for each reason.

A refused file changes nothing and stays where it is, so every sentence can say what to do next.
"""

from __future__ import annotations

from app.errors import GroundworkError
from app.i18n import N_, Translation, translation

_PURPOSES = {
    "segment": N_("changes of one laptop"),
    "submission": N_("a submission"),
    "call": N_("a call"),
    "receipt": N_("a receipt"),
    "backup": N_("a backup"),
    "practices": N_("practices"),
    "pack": N_("a pack"),
}
"""What a bundle can be for, in words; the keys are those of `manifest.Purpose`."""


class BundleError(GroundworkError):
    """The family: catch it where one refused file must not stop the others."""

    message = N_("This file cannot be read. Please ask the sender for it again.")


class NotABundleError(BundleError):
    """Some other kind of file."""

    message = N_(
        "This is not a Groundwork file. Please choose the file or the PDF that the sender made with Groundwork."
    )


class BundleDamagedError(BundleError):
    """Cut, changed, padded, or not yet wholly copied."""

    message = N_("This file did not arrive whole. Please copy it again, or ask the sender for it again.")


class BundleTooNewError(BundleError):
    """Needs a reader that knows more than this one."""

    message = N_("This file was made by a newer Groundwork (format {found}; this one reads {known}). Please update.")


class BundleTooLargeError(BundleError):
    """Over a limit of the format, or unpacks to more than an honest file would."""

    message = N_(
        "This file is larger than Groundwork accepts, so it was not opened. Please ask the sender to split it."
    )


class SignatureBadError(BundleError):
    """Not signed, or the signature does not fit the content: nobody vouches for it."""

    message = N_(
        "The signature of this file does not fit its content, so it was not used. Please ask the sender for it again."
    )


class WrongPurposeError(BundleError):
    """A good file in the wrong place, such as a call where a submission is expected."""

    message = N_("This Groundwork file is made for something else ({found}), so it cannot be used here ({expected}).")

    def sentence(self, into: Translation | None = None) -> str:
        """As ever, with both purposes in the words of that language."""
        language = into or translation()
        words = {
            name: language.gettext(_PURPOSES.get(str(purpose), str(purpose))) for name, purpose in self.fields.items()
        }
        return language.gettext(self.message).format(**words)


class NotForUsError(BundleError):
    """Sealed, and none of the keys at hand opens it."""

    message = N_("This file is sealed for somebody else. Please ask the sender to make it for your organisation.")


class BundleContentError(BundleError):
    """Whole and signed, but what is inside breaks the rules of the format: the sender's program is at fault."""

    message = N_(
        "This file arrived whole, but its content breaks the rules. Please tell the sender and ask for a new one."
    )
