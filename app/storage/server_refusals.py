"""What a database server may refuse, each in one sentence."""

from __future__ import annotations

from app.errors import GroundworkError
from app.i18n import N_


class AddressError(GroundworkError):
    """Not an address of a database that we can use."""

    message = N_("This is not the address of a database. Write it as postgresql+psycopg://user@host/database.")


class PasswordInAddressError(GroundworkError):
    """A password would stand in files and lists of commands."""

    message = N_("Leave the password out of the address: it is asked for, or taken from PGPASSWORD or ~/.pgpass.")


class ServerPasswordError(GroundworkError):
    """The server wants a password, or another one."""

    message = N_("The database server does not take this password. Put it into PGPASSWORD or ~/.pgpass.")


class ServerAwayError(GroundworkError):
    """No server there, or the line to it broke."""

    message = N_("The database server cannot be reached. What was saved before is safe there; please try again later.")


class ServerRefusedError(GroundworkError):
    """The server answered and did not do it."""

    message = N_(
        "The database server refused. Ask whoever runs it whether the database exists and you may write to it."
    )


class ServerNotEmptyError(GroundworkError):
    """There are tables in the database: nothing is mixed."""

    message = N_("There is something in this database already. Give an empty one, encoded as UTF8.")
