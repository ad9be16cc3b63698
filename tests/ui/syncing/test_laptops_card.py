"""No laptop may let others in any more: the recovery words end that."""

from __future__ import annotations

from app.services.syncing import devices, spaces
from app.ui.process.session import Session
from app.ui.shell.frame import Frame


def test_the_recovery_words_settle_who_belongs_where_no_laptop_may(session: Session, in_front, qtbot) -> None:
    workspace = session.workspace
    made = spaces.found(workspace, "Office")
    frame = in_front(Frame(session))
    frame.go("syncing")
    page = frame.pages.page()
    with workspace.writing() as writing:
        space = spaces.loaded(writing)
        own = devices.revocation(writing, space, space.me)
        spaces.say(writing, space, own, spaces.Signing(space.device, spaces.day(workspace)))
    qtbot.waitUntil(lambda: page.laptops.settle.isVisible())
    page.laptops.settle.words.set_value("word " * 24)
    page.laptops.settle.asked.click()
    assert page.laptops.settle.words.problem()
    page.laptops.settle.words.set_value(" ".join(made.words))
    page.laptops.settle.asked.click()
    qtbot.waitUntil(lambda: not page.laptops.settle.isVisible())
    assert devices.overview(workspace).may_change
    frame.leave()
