from __future__ import annotations

from dataclasses import replace

from app.domain.shared import Audience, Call, Disclosure, PublicOrganisation, SharedActivity, Submission
from app.domain.terms import Period, When
from app.services.coordinating.triage import InboxLine, Verdict
from app.ui.inbox.checks import Asked
from app.ui.inbox.detail import Shown, SubmissionView
from app.ui.inbox.entries import EntriesView
from app.ui.inbox.held import Mark, initials
from app.ui.process.session import Session
from tests.ui.coordinating import press, read

PERIOD = Period.parse("2026-07..2026-09")
NONE = Asked()
SENDER = " ".join(["12345"] * 6)


def shown(count: int = 1, *, threshold: int = 5, revisions: tuple[int, ...] = (), asked: Asked = NONE) -> Shown:
    """A submission with so many activities, beside others of the same organisation with these revisions."""
    activities = tuple(
        SharedActivity(str(n), title=f"Desk {n}", objectives=(4,), start=When(2026, 8), place="MA007")
        for n in range(count)
    )
    who = PublicOrganisation("o", "Oujda City Council")
    disclosure = Disclosure(Audience.COORDINATOR, threshold)
    submission = Submission(who, "call", PERIOD, 2, disclosure, "1.0.0", entries=activities)
    others = tuple(line(f"other-{revision}", revision) for revision in revisions)
    return Shown(line("this", 2), Mark("Ready to accept", "accent"), submission, asked, others, replaces_key=False)


def line(id: str, revision: int) -> InboxLine:
    """A line of the inbox from a sender who is known."""
    start = (id, "o", "Oujda City Council", "call", PERIOD.iso, revision)
    return InboxLine(*start, Verdict.WAITING, trusted=True, sender=SENDER, source="a.pdf", received_ms=0)


def test_a_large_submission_opens_with_its_first_part_and_shows_all_when_asked(session: Session, in_front) -> None:
    view = in_front(SubmissionView(shown(230), session.pack))
    text = view.findChild(EntriesView)
    assert text.toPlainText().count("Desk ") == 200
    press(view, "Show all 230 activities")
    assert text.toPlainText().count("Desk ") == 230


def test_two_files_with_one_number_are_told(session: Session, in_front) -> None:
    told = read(in_front(SubmissionView(shown(revisions=(2,)), session.pack)))
    assert "Two files have this number" in told


def test_an_older_version_says_that_a_newer_one_is_here(session: Session, in_front) -> None:
    told = read(in_front(SubmissionView(shown(revisions=(3,)), session.pack)))
    assert "Version 3 is here already; it counts as soon as it is accepted." in told


def test_a_threshold_below_the_rule_is_a_warning(session: Session, in_front) -> None:
    assert "Small numbers may be shown" in read(in_front(SubmissionView(shown(threshold=3), session.pack)))
    assert "Small numbers are protected" in read(in_front(SubmissionView(shown(threshold=5), session.pack)))


def test_a_submission_for_no_call_of_ours_says_so(session: Session, in_front) -> None:
    assert "It answers no call of yours" in read(in_front(SubmissionView(shown(), session.pack)))


def test_initials_are_at_most_two_letters_of_any_script() -> None:
    assert [initials(name) for name in ("Oujda City Council", "ONG", "جمعية طنجة", "  ", "8 March")] == [
        "OC",
        "ON",
        "جط",
        "  ",
        "8M",
    ]


def test_an_answer_to_a_call_that_was_changed_since_says_in_what(session: Session, in_front) -> None:
    first = Call("call", "Ministry", PERIOD, due="2026-11-08", made_on="2026-03-03")
    second = replace(first, id="later", due="2026-12-01", replaces=("call",), made_on="2026-04-01")
    asked = Asked.of("call", {one.id: one for one in (first, second)})
    told = read(in_front(SubmissionView(shown(asked=asked), session.pack)))
    assert "It answers the call of 3 March 2026" in told
    assert "Since then changed in: deadline." in told
    newest = Asked(second, second)
    assert "It answers the call of" not in read(in_front(SubmissionView(shown(asked=newest), session.pack)))
