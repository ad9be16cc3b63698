"""Judging: what lists show and count of a record is written with it, so that no list reads and checks them all."""

from __future__ import annotations

from collections.abc import Mapping

from app.compact import Pack
from app.domain.checks import check
from app.domain.fold import Value
from app.domain.problems import blocking
from app.domain.records import KINDS, SEALED, Activity, Feedback, unflat
from app.progress import Progress, silent
from app.storage import operations, values
from app.storage.database import Database
from app.storage.operations import Judge, Judged

_FORM = 2
"""Counted up when the checks, what is judged or the words of the index change: every record is then judged anew."""
AT_ONCE = 2_000
"""Records of one part: what is lost when somebody pulls the plug, and how often progress is told."""
NAME = "judged"
"""The value of a workspace that tells by what its records were judged."""


def judge(pack: Pack) -> Judge:
    """Judges records by the checks and this pack; what is sealed or of a kind not known here is left complete."""

    def judged(kind: str, fields: Mapping[str, Value]) -> Judged:
        if kind not in KINDS or SEALED in fields:
            return Judged(complete=True)
        record = unflat(KINDS[kind], "", fields)
        return Judged(
            complete=not blocking(check(record, pack)),
            open_loop=record.open_loop if isinstance(record, Feedback) else None,
            counted=record.counted if isinstance(record, Activity) else None,
        )

    return judged


def version(pack: Pack) -> str:
    """What the judgements of a workspace depend on."""
    return f"{_FORM} {pack.version}"


def catch_up(kept: Database, pack: Pack, progress: Progress = silent) -> int:
    """Judge and index what was not, by parts that are each kept; all records where the checks or the pack changed.

    Where there is nothing to do nothing is written, so that a workspace that cannot be written to opens too.
    `progress` may stop it between two parts: what is left is done the next time.
    """
    if not _in_force(kept, pack):
        with kept.writing() as session:
            operations.forget_judgements(session)
            values.put(session, NAME, version(pack))
    with kept.reading() as session:
        total = operations.count_unjudged(session)
    done = 0
    while done < total:
        progress(done, total)
        with kept.writing() as session:
            found = operations.judge_next(session, judge(pack), AT_ONCE)
        if not found:
            break
        done += found
    return done


def _in_force(kept: Database, pack: Pack) -> bool:
    with kept.reading() as session:
        return bool(values.get(session, NAME) == version(pack))
