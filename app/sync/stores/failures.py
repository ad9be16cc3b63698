"""What can go wrong with a store: six kinds, each one plain sentence, whatever the server said.

What a server or a library says is never passed on: it quotes addresses, names and, at times, passwords.
"""

from __future__ import annotations

from app.errors import GroundworkError
from app.i18n import N_


class StoreError(GroundworkError):
    """The family: catch it where one place that fails must not stop the rest.

    `passing` says that the same thing may well succeed in a moment.
    """

    message = N_("The place to exchange files failed. Please try again later.")

    def __init__(self, *, detail: str = "", passing: bool = False, **fields: object) -> None:
        super().__init__(detail=detail, **fields)
        self.passing = passing


class StoreNotThereError(StoreError):
    """The file, the folder or the whole place is not there."""

    message = N_("What was looked for is not in the place. Is its address still right, or the stick still in?")


class StoreNoRightError(StoreError):
    """Name, password or key were not accepted, or they do not allow this."""

    message = N_(
        "The place did not allow this. Please check the name and the password, and whether you may write there."
    )


class StoreFullError(StoreError):
    """No room, or more than the server takes."""

    message = N_("There is no room left in the place. Please make room there, or ask whoever runs it.")


class StoreUnreachableError(StoreError):
    """Nobody answers at that address, or the connection broke off."""

    message = N_("The place cannot be reached. Is this computer connected, and is the address right?")


class StoreTooSlowError(StoreError):
    """No answer in time; what was sent so far is kept and used again."""

    message = N_("The place did not answer in time. What is there already is kept; please try again later.")


class StoreRefusesError(StoreError):
    """An answer that makes no sense, a failure of the server's own, or other bytes than were given to it."""

    message = N_("The place answered in a way that Groundwork cannot use. Please tell whoever runs it.")


class HostKeyChangedError(StoreRefusesError):
    """Another computer answers at the address, or its key was changed."""

    message = N_(
        "The computer at this address shows another key than before ({found}). Nothing was sent to it. Ask whoever"
        " runs it whether the key was changed; then add the place again."
    )


_KINDS: dict[int, type[StoreError]] = {
    **dict.fromkeys((401, 403, 407), StoreNoRightError),
    **dict.fromkeys((404, 410), StoreNotThereError),
    **dict.fromkeys((413, 507), StoreFullError),
    **dict.fromkeys((408, 425, 429, 503, 504), StoreTooSlowError),
}
_PASSING = frozenset({408, 409, 423, 425, 429, 500, 502, 503, 504})


def of_status(status: int) -> StoreError:
    """The failure that an HTTP status stands for; only the number is kept."""
    kind = _KINDS.get(status, StoreRefusesError)
    return kind(detail=f"status {status}", passing=status in _PASSING)
