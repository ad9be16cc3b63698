"""One transaction on an open workspace; services pass it on and never look inside."""

from __future__ import annotations

from sqlmodel import Session

__all__ = ["Session"]
